"""Finding one's way: search, where to begin, and what to do next in view of one's own results."""
