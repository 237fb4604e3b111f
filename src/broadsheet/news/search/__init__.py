"""Search of the paper: words in, published stories out, with what matched marked and typing errors forgiven."""
