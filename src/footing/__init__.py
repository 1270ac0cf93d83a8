"""Footing: the open social mobility toolkit for employers.

The way through is one way: an extract becomes a ``Workforce``, measures turn it into raw tables,
``disclosure`` turns those into releasable tables, and everything a person sees is made from them.
"""

__version__ = "0.1.0"
