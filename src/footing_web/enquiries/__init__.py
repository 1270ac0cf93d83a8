"""The people who ask for the toolkit: registering, conversations, comments, and the way of a case study."""
