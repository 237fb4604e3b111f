"""What happens around an edition that goes out: its hour, its audience, and what editors are told."""
