"""Proofs that no withheld count is known too closely, and a checker of them that needs no solver.

A proof is tables of whole people. Each of them fits everything that is printed, so that nobody can say which of them
is the true one, if any. Every withheld count reaches the threshold in one of them, and is as small as it is said to be
possible in another. For somebody who is alone in a group some of them differ in every other small count while the group
is one person in all. They are found from what is printed alone, so that they tell nothing that anybody could not find
as well, nor which of the withheld counts are small.
"""

from footing.disclosure.certificates.check import check_proof
from footing.disclosure.certificates.possible import NoProof
from footing.disclosure.certificates.proof import (
    Alone,
    Claim,
    Proof,
    ProofUnreadable,
    Witness,
    proofs_from_text,
    proofs_to_text,
)
from footing.disclosure.certificates.prove import prove

__all__ = [
    "Alone",
    "Claim",
    "NoProof",
    "Proof",
    "ProofUnreadable",
    "Witness",
    "check_proof",
    "proofs_from_text",
    "proofs_to_text",
    "prove",
]
