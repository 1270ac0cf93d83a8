"""The public toolkit: guidance, actions, evidence, templates, case studies, news and events, edited in Wagtail."""
