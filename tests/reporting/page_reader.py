"""Reading a finished page back, with nothing but the parser of the standard library."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass
class Element:
    """One element: its tag, its attributes, and what is in it."""

    tag: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    def text(self) -> str:
        """All the text in it, with white space as a reader sees it."""
        parts = (each if isinstance(each, str) else each.text() for each in self.children)
        return " ".join("".join(parts).split())

    def all(self, *tags: str) -> list["Element"]:
        """Every element in it with one of these tags, in order."""
        found = []
        for each in self.children:
            if isinstance(each, Element):
                found += ([each] if each.tag in tags else []) + each.all(*tags)
        return found

    def every(self) -> list["Element"]:
        """Every element in it."""
        found = []
        for each in self.children:
            if isinstance(each, Element):
                found += [each, *each.every()]
        return found


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_page(content: bytes) -> Element:
    """The page as a tree; fails on a tag that is not closed in order."""
    builder = _Builder()
    builder.feed(content.decode())
    builder.close()
    assert builder.open == [builder.root], f"<{builder.open[-1].tag}> is never closed"
    return builder.root


@dataclass(frozen=True)
class PageRow:
    """A row: the title of its group, its names, and its figures by column."""

    group: str
    names: tuple[str, ...]
    figures: dict[str, str]


@dataclass(frozen=True)
class PageTable:
    """A table of the page, and the CSV files that it says its figures are in."""

    caption: str
    rows: tuple[PageRow, ...]
    files: frozenset[str]


def page_tables(page: Element) -> list[PageTable]:
    """Every table with the links that follow it before the next one."""
    found: list[PageTable] = []
    waiting: Element | None = None
    links: list[str] = []
    for element in page.every():
        if element.tag == "table":
            found += [_table(waiting, links)] if waiting else []
            waiting, links = element, []
        elif element.tag == "a" and element.attributes.get("href", "").endswith(".csv"):
            links.append(element.attributes["href"])
    return found + ([_table(waiting, links)] if waiting else [])


def _table(table: Element, links: list[str]) -> PageTable:
    heads = [cell.text() for cell in table.all("thead")[0].all("th")]
    rows = []
    for body in table.all("tbody"):
        group = ""
        for row in body.all("tr"):
            cells = [each for each in row.children if isinstance(each, Element)]
            if cells[0].attributes.get("scope") == "rowgroup":
                group = cells[0].text()
                continue
            names = tuple(cell.text() for cell in cells if cell.tag == "th")
            figures = [cell.text() for cell in cells if cell.tag == "td"]
            rows.append(PageRow(group, names, dict(zip(heads[len(names) :], figures, strict=True))))
    return PageTable(table.all("caption")[0].text(), tuple(rows), frozenset(links))
