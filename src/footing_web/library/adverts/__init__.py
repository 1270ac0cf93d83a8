"""Prompts for somebody who reviews a job advert: words and gaps to look at again, with the reason. Never a score."""

from footing_web.library.adverts.reviewing import review_of

__all__ = ["review_of"]
