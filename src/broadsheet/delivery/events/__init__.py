"""What a provider reports of mail that it has taken: bounces and complaints."""
