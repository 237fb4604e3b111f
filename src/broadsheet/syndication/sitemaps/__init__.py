"""What search engines are told to look at."""
