"""The description of a file's columns: which are dimensions, how they nest, which is the count, which are amounts."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

Shape = list[tuple[str, tuple[str, ...]]]
"""The dimensions of a table, and the columns that it has of each, coarsest first."""


class DesignFault(ValueError):
    """A file and the description of its columns do not fit. ``code`` is stable; the message says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code} · {message}")
        self.code = code


class TableDesign(BaseModel):
    """How the columns of the files are to be read.

    ``dimensions`` names each dimension by its finest column, with the columns that it nests in, nearest first.
    Without ``count`` each row of a file is a person; with it, a cell. ``tables`` lists the columns of each table
    to make from people, all dimensions together unless given: a dimension by its finest column, or by a coarser one
    where the table goes no further down. ``total`` is the word for everybody along a column.
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
        self._require_known_tables()
        return self

    def _require_known_tables(self) -> None:
        unknown = {name for table in self.tables for name in table} - set(self.columns())
        if unknown:
            raise ValueError(f"{min(unknown)!r} is not among the dimensions")
        for table in self.tables:
            if len(dict(self.down_to(table))) < len(table):
                raise ValueError(f"a table names two columns of one dimension: {', '.join(table)}")

    def levels(self, dimension: str) -> tuple[str, ...]:
        """The columns of a dimension, coarsest first."""
        return (*reversed(self.dimensions[dimension]), dimension)

    def down_to(self, table: Iterable[str]) -> Shape:
        """The dimension of each column that a table names, and the columns that the table has of it."""
        found = []
        for column in table:
            dimension = next(each for each in self.dimensions if column in self.levels(each))
            levels = self.levels(dimension)
            found.append((dimension, levels[: levels.index(column) + 1]))
        return found

    def columns(self) -> Iterator[str]:
        """Every column of every dimension, coarsest first within each."""
        for dimension in self.dimensions:
            yield from self.levels(dimension)

    def crossed(self) -> tuple[tuple[str, ...], ...]:
        """The columns that each table to make is named by."""
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
