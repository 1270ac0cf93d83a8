"""From arrays of numbers to Arrow columns of words and dates."""

import datetime as dt
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footing.samples.draws import Floats, Integers


def words(labels: Sequence[str], numbers: Integers) -> pa.DictionaryArray:
    """The label of each number; a negative number is an empty cell."""
    return pa.DictionaryArray.from_arrays(
        pa.array(numbers.astype(np.int32), mask=numbers < 0), pa.array(labels, pa.string())
    )


def dates(last_day: dt.date, days_before: Floats) -> pa.Array:
    """The day that many days before ``last_day``; an empty cell where the number is not finite."""
    known = np.isfinite(days_before)
    days = np.floor(np.where(known, days_before, 0)).astype(np.int32)
    return pa.array((last_day - dt.date(1970, 1, 1)).days - days, pa.int32(), mask=~known).cast(pa.date32())


def keys(prefix: str, numbers: Integers) -> pa.Array:
    """Keys such as ``A100017``; nothing about a person can be read from one."""
    return pc.binary_join_element_wise(pa.scalar(prefix), pa.array(numbers).cast(pa.string()), pa.scalar(""))
