"""Proofs that no withheld count is known too closely, and a checker of them that needs no solver.

A proof is a handful of tables of whole people. Each of them fits everything that is printed, so that nobody can say
which of them is the true one, if any; and every withheld count reaches the threshold in one of them. They are found
from what is printed alone, so that they tell nothing that anybody could not find as well.
"""

from footing.disclosure.certificates.check import check_proof
from footing.disclosure.certificates.proof import Claim, Proof, ProofUnreadable, proofs_from_text, proofs_to_text
from footing.disclosure.certificates.prove import NoProof, prove

__all__ = [
    "Claim",
    "NoProof",
    "Proof",
    "ProofUnreadable",
    "check_proof",
    "proofs_from_text",
    "proofs_to_text",
    "prove",
]
