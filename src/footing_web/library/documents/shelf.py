"""The document templates that come with Footing, read from their files."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from footing.standards.errors import ReferenceFileFault
from footing.standards.yaml_files import read_yaml
from footing_web.library.documents.blocks import DocumentTemplate

FOLDER = Path(__file__).parents[1] / "content" / "documents"


@cache
def document_templates(folder: Path = FOLDER) -> Mapping[str, DocumentTemplate]:
    """Every template by its id, in the order of the titles. Raises ``ReferenceFileFault`` for a file that is wrong."""
    found = sorted((_read(path) for path in folder.glob("*.yaml")), key=lambda each: each.title)
    return MappingProxyType({each.id: each for each in found})


def _read(path: Path) -> DocumentTemplate:
    try:
        template = DocumentTemplate.model_validate(read_yaml(path))
    except ValidationError as error:
        fault = error.errors()[0]
        raise ReferenceFileFault(path, f"{'.'.join(str(each) for each in fault['loc'])}: {fault['msg']}") from error
    if template.id != path.stem:
        raise ReferenceFileFault(path, f"says that its id is {template.id!r}; the file is named for another.")
    return template
