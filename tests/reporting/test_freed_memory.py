"""What has been freed goes back to the machine."""

import sys
from pathlib import Path

import pytest

from footing.reporting.freed_memory import give_back

MEBIBYTE = 2**20
PAGE = 4096


def resident() -> int:
    """The memory of this process that lies in the machine's own, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked")
def test_many_small_things_that_were_freed_leave_the_process() -> None:
    things = [bytes(1000) for _ in range(100_000)]
    last = bytes(1000)  # holds the end of the heap, so that it does not shrink by itself
    held = resident()
    del things
    give_back()
    assert resident() < held - 50 * MEBIBYTE
    assert len(last) == 1000
