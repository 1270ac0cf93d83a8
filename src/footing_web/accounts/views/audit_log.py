"""The log of an organisation: the screen, the download, and the check that nothing was changed."""

from collections.abc import Iterator

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from footing_web.accounts import presenters
from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.models import Organisation
from footing_web.audit.actions import write_entry
from footing_web.audit.export import as_csv
from footing_web.audit.models import AuditEntry
from footing_web.audit.queries import check_chain, entries_of

ENTRIES_ON_A_PAGE = 50


@organisation_view("audit.view")
def log(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """The entries, newest first."""
    entries = entries_of(organisation.pk).order_by("-number")
    page = Paginator(entries, ENTRIES_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/audit_log.html", presenters.audit_log(organisation, page))


@organisation_view("audit.view")
@require_POST
def check(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Follow the digests from the first entry to the last, and say whether they fit."""
    with transaction.atomic():
        found = check_chain(organisation.pk)
        _enter("audit.checked", request, organisation, entries=found.entries, whole=found.whole)
    if found.whole:
        messages.success(request, f"The log is whole: {found.entries:,} entries, each as it was written.")
    else:
        messages.error(request, f"The log is broken at entry {found.broken_at:,}. Tell whoever runs this service.")
    return redirect("accounts:audit_log", organisation.slug)


@organisation_view("audit.view")
@require_POST
def download(request: MemberRequest, organisation: Organisation) -> StreamingHttpResponse:
    """The whole log as a CSV file, oldest first, up to the entry of this download, with the digests to check it by."""
    with transaction.atomic():
        last = _enter("audit.exported", request, organisation, entries=entries_of(organisation.pk).count()).number
    lines: Iterator[str] = as_csv(entries_of(organisation.pk).filter(number__lte=last).iterator(chunk_size=500))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{organisation.slug}-log.csv"'
    return response


def _enter(action: str, request: MemberRequest, organisation: Organisation, **facts: int | bool) -> AuditEntry:
    subject = f"organisation:{organisation.pk}"
    return write_entry(action, by=request.user.pk, organisation=organisation.pk, subject=subject, facts=facts)
