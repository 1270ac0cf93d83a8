"""What stands under the masthead on the pages of the toolkit."""

TITLE, ADDRESS = "Toolkit", "/toolkit/"
FIRST_PAGE = "/"
PARTS = (
    ("Actions", "actions/"),
    ("Guides", "guides/"),
    ("Templates", "templates/"),
    ("Case studies", "case-studies/"),
    ("Evidence", "evidence/"),
    ("Advert helper", "advert-helper/"),
    ("Search", "search/"),
)


def items(path: str) -> list[dict[str, object]]:
    """The parts of the toolkit, with the one marked that this page is in."""
    return [{"text": words, "href": ADDRESS + part, "active": path.startswith(ADDRESS + part)} for words, part in PARTS]


def belongs(path: str) -> bool:
    """Whether an address is one of the toolkit, or the first page of the service, which leads into it."""
    return path == FIRST_PAGE or path.startswith(ADDRESS)
