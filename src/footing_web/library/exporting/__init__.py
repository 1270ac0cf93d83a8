"""Readings in forms that can be taken away: JSON, Markdown and PDF. Anybody may use what they say (CC BY 4.0)."""
