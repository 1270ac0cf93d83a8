"""Staff extracts of millions of people, for measuring speed and memory; drawn and written block by block."""

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from footing.samples.employers import COUNCIL
from footing.samples.extract import STAFF_HEADINGS, in_words
from footing.samples.gaps import BUILT_IN_GAPS
from footing.samples.sample import FIRST_KEY, draw_people, present
from footing.samples.steady_state import steady_state
from footing.samples.truth import Truth
from footing.samples.writing import Label
from footing.standards import load_catalogue

BLOCK = 250_000
KEYS_PER_PERSON = 3
"""Keys set aside for each person present, so that leavers have their own; about one person in two leaves."""


def write_large_staff_extract(path: Path, *, people: int, seed: int) -> None:
    """A Parquet extract of as many people as wanted, like the council's, in little more memory than one block takes."""
    truth = Truth(COUNCIL, BUILT_IN_GAPS, steady_state(COUNCIL, BUILT_IN_GAPS))
    sizes = [min(BLOCK, people - start) for start in range(0, people, BLOCK)]
    seeds = np.random.SeedSequence(seed).spawn(len(sizes))
    title = Label(COUNCIL.name, "workforce extract", COUNCIL.snapshot).title
    writer: pq.ParquetWriter | None = None
    try:
        for number, (size, block_seed) in enumerate(zip(sizes, seeds, strict=True)):
            first_key = FIRST_KEY + number * KEYS_PER_PERSON * BLOCK
            everyone, _ = draw_people(np.random.default_rng(block_seed), truth, size, first_key)
            block = in_words(present(everyone), STAFF_HEADINGS, load_catalogue())
            block = block.replace_schema_metadata({"title": title})
            writer = writer or pq.ParquetWriter(path, block.schema)
            writer.write_table(block)
    finally:
        if writer:
            writer.close()
