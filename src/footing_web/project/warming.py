"""What each process of the server does before its first request, so that nobody waits for it."""

import logging

from django.db import connection
from django.urls import get_resolver

from footing_web.results.warming import open_latest

log = logging.getLogger(__name__)


def warm_up() -> None:
    """Read every address with what stands behind it, and open the latest results.

    A result that cannot be opened is told of when somebody asks for it; here it only makes nothing quicker.
    """
    get_resolver().check()
    try:
        open_latest()
    except Exception as error:
        log.error("the latest results were not opened: %s", type(error).__name__)
    finally:
        connection.close()
