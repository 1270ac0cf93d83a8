"""A proof of the tables of an assessment, made from what its file prints and from nothing else."""

from footing.disclosure.certificates import NoProof, proofs_to_text
from footing.disclosure.published import prove_from_outside
from footing.disclosure.published.assessed import tables_in_assessment
from footing.standards import Catalogue

PROOF_NAME = "proof.json"
"""What ``footing audit --proof`` checks the tables with."""


def proof_of(assessment_file: bytes, name: str, catalogue: Catalogue) -> bytes | None:
    """A proof that every withheld count can be large enough; ``None`` where counts are rounded, or none is found.

    It is not one in full, which takes longer than all else in a report: how small counts can be and what insiders learn
    was looked at when the tables were protected, and ``footing audit --write-proof`` proves that, too.
    """
    published, policy_id = tables_in_assessment(assessment_file.decode(), name, catalogue)
    policy = catalogue.policy(policy_id)
    if policy.rounding.method != "none":
        return None
    try:
        return proofs_to_text(prove_from_outside(each, policy, in_full=False) for each in published).encode()
    except NoProof:
        return None
