"""Search of the paper: words in, published stories out, what matched marked, typing errors forgiven."""
