"""Comments on pages: written by anybody, shown when the team has let them in."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from footing_web.accounts.models import User
from footing_web.enquiries.correspondence import tell_team
from footing_web.enquiries.letters import page_address, send
from footing_web.enquiries.log import enter
from footing_web.enquiries.models import CommentState, PageComment


@transaction.atomic
def write_comment(*, page: Page, name: str, text: str, email: str = "") -> PageComment:
    """Put a comment before the team; nobody else sees it yet."""
    comment = PageComment(page=page, name=name, text=text)
    comment.set_address(email)
    comment.save()
    enter("comments.written", "comment", comment.pk, None)
    tell_team("A comment waits to be read", page_address("inbox_comments"))
    return comment


@transaction.atomic
def show_comment(*, comment: PageComment, by: User) -> None:
    """Let a comment in. Its writer is told once, and then their address is forgotten."""
    _decide(comment, CommentState.SHOWN, by)
    address = page_address("comments", page=comment.page_id)
    send("comment_shown", comment.email, "Your comment is shown", {"comment": comment, "link": address})
    _forget_address(comment)


@transaction.atomic
def decline_comment(*, comment: PageComment, by: User) -> None:
    """Do not show a comment, or no longer."""
    _decide(comment, CommentState.DECLINED, by)
    _forget_address(comment)


def _decide(comment: PageComment, state: CommentState, by: User) -> None:
    PageComment.objects.filter(pk=comment.pk).update(state=state, decided_at=timezone.now(), decided_by=by)
    enter("comments.decided", "comment", comment.pk, by, state=state.value)


def _forget_address(comment: PageComment) -> None:
    PageComment.objects.filter(pk=comment.pk).update(email="", address_digest="")
    comment.refresh_from_db()
