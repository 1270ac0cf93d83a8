"""Other ways to protect counts than to withhold them, under one interface, attacked before they are handed over.

Each takes the counts of a population and gives ``AlteredCounts``: what is shown of each cell, and what a reader who
knows the method can conclude of the true count. Which to choose when is in docs/methodology/alternatives.md.
"""

from footing.disclosure.alternatives.altered import AlteredCounts
from footing.disclosure.alternatives.cell_key import NoiseTable, cell_keys, noise_table, perturb_by_cell_key
from footing.disclosure.alternatives.controlled import round_additively
from footing.disclosure.alternatives.private import PrivacyLibraryMissing, add_private_noise

__all__ = [
    "AlteredCounts",
    "NoiseTable",
    "PrivacyLibraryMissing",
    "add_private_noise",
    "cell_keys",
    "noise_table",
    "perturb_by_cell_key",
    "round_additively",
]
