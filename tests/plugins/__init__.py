"""What the suite adds to pytest: a PostgreSQL of its own, a browser, the cast."""
