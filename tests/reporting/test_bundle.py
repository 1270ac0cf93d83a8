"""The publication bundle: everything of a report, with checksums, the same whenever it is made."""

import io
import zipfile
from dataclasses import replace
from hashlib import sha256

from footing.disclosure.certificates import proofs_from_text
from footing.disclosure.published import check_from_outside
from footing.disclosure.published.assessed import tables_in_assessment
from footing.reporting.archive import rezipped, zipped
from footing.reporting.bundle import CHECKSUMS, bundled
from footing.reporting.file_names import BUNDLE_NAME, FULL_NAMES
from footing.reporting.proof import PROOF_NAME
from footing.reporting.writing import report_files
from footing.standards import load_catalogue
from reporting.assessments import council_assessment


def files_in(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


def test_a_bundle_holds_each_file_and_its_checksum():
    files = files_in(bundled({"b.txt": b"two", "a/c.txt": b"one"}))
    sums = dict(line.split("  ")[::-1] for line in files.pop(CHECKSUMS).decode().splitlines())
    assert files == {"a/c.txt": b"one", "b.txt": b"two"}
    assert sums == {name: sha256(content).hexdigest() for name, content in files.items()}


def test_a_bundle_asked_for_alone_holds_every_format():
    made = report_files(council_assessment(), load_catalogue(), ["bundle"])
    assert list(made) == [BUNDLE_NAME]
    held = files_in(made[BUNDLE_NAME])
    assert set(FULL_NAMES.files) - {BUNDLE_NAME} <= set(held)
    assert len([name for name in held if name.startswith("tables/") and name.endswith(".csv")]) == len(
        council_assessment().tables
    )


def test_every_file_is_the_same_byte_for_byte_when_it_is_made_again():
    once, again = (report_files(council_assessment(), load_catalogue(), ["bundle"]) for _ in range(2))
    assert once == again


def test_a_bundle_beside_other_formats_holds_those():
    made = report_files(council_assessment(), load_catalogue(), ["json", "bundle"])
    assert set(made) == {"assessment.json", BUNDLE_NAME}
    assert set(files_in(made[BUNDLE_NAME])) == {CHECKSUMS, "assessment.json", PROOF_NAME}


def test_the_proof_in_a_bundle_holds_for_the_assessment_beside_it_and_not_for_another():
    catalogue = load_catalogue()
    held = files_in(report_files(council_assessment(), catalogue, ["json", "bundle"])[BUNDLE_NAME])
    text = held["assessment.json"].decode()
    proofs = {each.population: each for each in proofs_from_text(held[PROOF_NAME].decode())}
    published, policy_id = tables_in_assessment(text, "assessment.json", catalogue)
    policy = catalogue.policy(policy_id)
    for each in published:
        assert check_from_outside(proofs[each.population], each, policy) == ()
        shown = next(cell for cell, count in each.printed.items() if count)
        changed = replace(each, printed={**each.printed, shown: (each.printed[shown] or 0) + 1})
        assert check_from_outside(proofs[each.population], changed, policy)
        assert proofs[each.population].insiders == ()


def test_a_bundle_of_rounded_counts_or_without_the_assessment_holds_no_proof():
    catalogue, council = load_catalogue(), council_assessment()
    rounded = replace(council, manifest=replace(council.manifest, policy="civil-service-2023-rounded"))
    for assessment, formats in ((rounded, ["json", "bundle"]), (council, ["csv", "bundle"])):
        assert PROOF_NAME not in files_in(report_files(assessment, catalogue, formats)[BUNDLE_NAME])


def test_times_are_taken_out_of_a_zip_and_the_first_file_is_stored_plain():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", "x" * 100)
        archive.writestr("mimetype", "application/x")
    again = rezipped(stream.getvalue(), first="mimetype")
    with zipfile.ZipFile(io.BytesIO(again)) as archive:
        assert [entry.filename for entry in archive.infolist()] == ["mimetype", "content.xml"]
        assert archive.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert again == zipped({"mimetype": b"application/x", "content.xml": b"x" * 100}, stored=frozenset({"mimetype"}))
