"""Sign every kept result, and seal the secret of every ledger, with the present FOOTING_RESULTS_KEY."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from footing_web.accounts.models import Organisation
from footing_web.accounts.scoping import in_organisation
from footing_web.results.keeping import packed, unpacked
from footing_web.results.ledger_secret import seal_again
from footing_web.results.models import KeptAssessment


class Command(BaseCommand):
    """After it has run, FOOTING_OLD_RESULTS_KEYS can be taken away."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Organisation by organisation, each whole or not at all; a result that was changed stops it."""
        signed = sum(_signed_again(each) for each in Organisation.objects.all())
        self.stdout.write(f"{signed:,} results signed with the present key.")


@transaction.atomic
def _signed_again(organisation: Organisation) -> int:
    with in_organisation(organisation):
        seal_again(organisation)
        results = list(KeptAssessment.objects.all())
        for each in results:
            each.content = packed(unpacked(bytes(each.content)))
            each.save(update_fields=["content"])
    return len(results)
