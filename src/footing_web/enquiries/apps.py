"""How Django finds this app."""

from django.apps import AppConfig


class EnquiriesApp(AppConfig):
    """Register for the toolkit, ask for a conversation, comment, offer a case study."""

    name = "footing_web.enquiries"
    label = "enquiries"

    def ready(self) -> None:
        """Watch over the words of published case studies."""
        from footing_web.enquiries.watching import watch

        watch()
