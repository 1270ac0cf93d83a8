"""The only person-level store: everything in it is encrypted, has a last day, and can be deleted for good."""
