"""The description of a file's columns: which are dimensions, how they nest, which is the count, which are amounts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator


class DesignFault(ValueError):
    """A file and the description of its columns do not fit. ``code`` is stable; the message says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code} · {message}")
        self.code = code


class TableDesign(BaseModel):
    """How the columns of the files are to be read.

    ``dimensions`` names each dimension by its finest column, with the columns that it nests in, nearest first.
    Without ``count`` each row of a file is a person; with it, a cell. ``tables`` lists the dimensions of each table
    to make from people, all of them together unless given. ``total`` is the word for everybody along a column.
    ``person`` is the column of people's keys, which is only used to say whether two releases are of the same people.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    dimensions: dict[str, tuple[str, ...]]
    count: str | None = None
    values: tuple[str, ...] = ()
    tables: tuple[tuple[str, ...], ...] = ()
    total: str = "All"
    person: str | None = None

    @model_validator(mode="after")
    def _columns_are_used_once(self) -> Self:
        columns = [*self.columns(), *(each for each in (self.count, self.person) if each), *self.values]
        repeated = {column for column in columns if columns.count(column) > 1}
        if not self.dimensions:
            raise ValueError("name at least one dimension")
        if repeated:
            raise ValueError(f"the column {min(repeated)!r} is used twice")
        unknown = {name for table in self.tables for name in table} - set(self.dimensions)
        if unknown:
            raise ValueError(f"{min(unknown)!r} is not among the dimensions")
        return self

    def levels(self, dimension: str) -> tuple[str, ...]:
        """The columns of a dimension, coarsest first."""
        return (*reversed(self.dimensions[dimension]), dimension)

    def columns(self) -> Iterator[str]:
        """Every column of every dimension, coarsest first within each."""
        for dimension in self.dimensions:
            yield from self.levels(dimension)

    def crossed(self) -> tuple[tuple[str, ...], ...]:
        """The dimensions of each table to make."""
        return self.tables or (tuple(self.dimensions),)


def load_design(path: Path) -> TableDesign:
    """Read a description from YAML. Raises ``DesignFault``."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        return TableDesign.model_validate(content)
    except OSError as error:
        raise DesignFault("T001", f"{path.name} cannot be opened ({error.strerror}).") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DesignFault("T002", f"{path.name} is not YAML in UTF-8.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise DesignFault("T003", f"{path.name}, {where or 'whole file'}: {first['msg']}.") from error
