"""The inbox in the menu of the editing pages, which find this file by its name."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from footing_web.accounts.models import User
from footing_web.enquiries.correspondence import MAY_ANSWER
from footing_web.enquiries.presenters.asking import at


class InboxItem(MenuItem):
    """Shown to whoever works in the inbox."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether they may."""
        return isinstance(request.user, User) and request.user.has_perm(MAY_ANSWER)


@hooks.register("register_admin_menu_item")
def inbox_item() -> MenuItem:
    """Below the pages."""
    return InboxItem("Inbox", at("inbox"), icon_name="mail", order=250)
