"""Non-response: how far people whose background is not known could move each share, and who they are."""

from footing.measures.nonresponse.family import measure
from footing.measures.nonresponse.terms import NonResponseTerms

__all__ = ["NonResponseTerms", "measure"]
