"""The design system: templates, tags and form widgets; no models."""
