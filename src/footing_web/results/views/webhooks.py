"""Which other systems are told when a run has ended."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.models import Organisation
from footing_web.accounts.refusals import Refused
from footing_web.results import queries
from footing_web.results.actions.webhooks import make_webhook, stop_webhook
from footing_web.results.forms import WebhookForm
from footing_web.results.models import Delivery, Webhook
from footing_web.results.sending import secret_of

MOST_MESSAGES_SHOWN = 20


@organisation_view("api.manage")
def webhooks(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """The addresses that are told, what was sent to them, and a form for another."""
    form, made = WebhookForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            made = make_webhook(organisation=organisation, address=form.cleaned_data["address"], by=request.user)
            form = WebhookForm()
        except Refused as refused:
            form.add_error("address", refused.message)
    context = {
        "organisation": organisation,
        "webhooks": queries.webhooks(),
        "messages_sent": list(Delivery.objects.select_related("webhook")[:MOST_MESSAGES_SHOWN]),
        "form": form,
        "made": made,
        "secret": secret_of(made) if made else "",
    }
    return render(request, "results/webhooks.html", context)


@require_POST
@organisation_view("api.manage")
def stop(request: MemberRequest, organisation: Organisation, webhook_id: UUID) -> HttpResponse:
    """Tell an address nothing any more."""
    hook = Webhook.objects.filter(pk=webhook_id).first()
    if hook is None:
        raise Http404
    stop_webhook(webhook=hook, by=request.user)
    return redirect("results:webhooks", slug=organisation.slug)
