"""Who did what, and when: only added to, with no personal data."""
