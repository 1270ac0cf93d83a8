"""Outreach: who took part, whether they are the people it is meant for, and what became of it."""

from footing.measures.outreach.family import measure
from footing.measures.outreach.participants import Participants

__all__ = ["Participants", "measure"]
