"""The screens of the toolkit that are no page of an editor."""
