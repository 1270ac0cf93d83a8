"""What has been freed goes back to the machine, where the C library can be asked for it."""

import ctypes
import gc
import sys


def give_back() -> None:
    """Give back what is no longer used, before something asks for much memory of its own.

    The C library of Linux keeps what is freed for the next time, and typst brings an allocator that cannot use it.
    On other systems, and with C libraries that have no such call, only circles of unused things are let go.
    """
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
