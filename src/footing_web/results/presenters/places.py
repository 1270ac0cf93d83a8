"""Where the pages of a result are: for members of the organisation, and for whoever holds a link."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from footing_web.results.models import Result


@dataclass(frozen=True, slots=True)
class Places:
    """The addresses of the pages of one result. ``names`` is what their names begin with, ``given`` what all need."""

    names: str
    given: tuple[tuple[str, str], ...]

    def overview(self) -> str:
        """The two-minute picture."""
        return self._to("overview")

    def section(self, section: str) -> str:
        """A section of the report."""
        return self._to("section", section=section)

    def findings(self) -> str:
        """Every finding."""
        return self._to("findings")

    def measures(self) -> str:
        """The list of measures."""
        return self._to("measures")

    def measure(self, measure: str, table: str | None = None) -> str:
        """The page of a measure, with one of its tables chosen."""
        address = self._to("measure", measure=measure)
        return f"{address}?{urlencode({'table': table})}" if table else address

    def _to(self, name: str, **more: str) -> str:
        return reverse(f"results:{self.names}{name}", kwargs=dict(self.given) | more)


def places_of(result: Result) -> Places:
    """The pages for members."""
    return Places("", (("slug", result.organisation.slug), ("result_id", str(result.pk))))


def shared_places(token: str) -> Places:
    """The pages for whoever holds the link."""
    return Places("shared_", (("token", token),))
