"""From what is kept to what a page says."""
