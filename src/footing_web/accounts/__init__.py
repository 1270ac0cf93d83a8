"""Organisations, their members and roles, and sign-in."""
