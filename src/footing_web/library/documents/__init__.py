"""Documents that an employer can use the same day: templates as data, filled with an organisation's own details."""

from footing_web.library.documents.filling import fill
from footing_web.library.documents.shelf import document_templates

__all__ = ["document_templates", "fill"]
