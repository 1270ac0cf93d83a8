"""Intersections: whether a gap between backgrounds is another among women, or disabled people, than among others."""

from footing.measures.intersections.family import measure

__all__ = ["measure"]
