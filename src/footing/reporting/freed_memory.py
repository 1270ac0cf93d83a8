"""What has been freed goes back to the machine, and to whoever asks next: where the C library can be told so."""

import ctypes
import gc
import sys
from collections.abc import Callable

_ARENA_MAX = -8
"""What ``mallopt`` calls the number of pools (``M_ARENA_MAX`` in malloc.h of the GNU C library)."""
POOLS = 2


def share_pools() -> None:
    """Let all threads take memory from the same two pools; to be called before there are threads.

    The C library of Linux gives out eight pools for each processor, and what one thread has freed in its pool is not
    found by another.
    """
    if tell := _told_to_c("mallopt"):
        tell(_ARENA_MAX, POOLS)


def give_back() -> None:
    """Give back what is no longer used, before something asks for much memory of its own.

    The C library of Linux keeps what is freed for the next time, where it was freed. On other systems, and with C
    libraries that have no such call, only circles of unused things are let go.
    """
    gc.collect()
    if tell := _told_to_c("malloc_trim"):
        tell(0)


def _told_to_c(name: str) -> Callable[..., int] | None:
    """A function of the C library that only the one of Linux has."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
