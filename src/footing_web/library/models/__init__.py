"""What the toolkit is made of: one kind of page a file."""
