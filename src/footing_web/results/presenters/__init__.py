"""From what is kept to what pages say."""
