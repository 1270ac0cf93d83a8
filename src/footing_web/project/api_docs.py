"""The page that describes the API, made from its own description, readable without JavaScript."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from footing_web.project.api import api
from footing_web.project.api_description import REFUSALS


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that the API does, as the page shows it."""

    method: str
    path: str
    summary: str
    words: str
    parameters: tuple[dict[str, Any], ...]
    body: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]

    @property
    def anchor(self) -> str:
        """Where on the page it is."""
        return f"{self.method}{self.path}".lower().replace("/", "-").replace("{", "").replace("}", "")


def docs(request: HttpRequest) -> HttpResponse:
    """Every operation, by part of the service."""
    schema = api.get_openapi_schema()
    context = {"description": schema["info"]["description"], "tags": _by_tag(schema), "refusals": REFUSALS.items()}
    return render(request, "project/api_docs.html", context)


def _by_tag(schema: dict[str, Any]) -> list[tuple[str, list[Operation]]]:
    found: dict[str, list[Operation]] = defaultdict(list)
    for path, methods in schema["paths"].items():
        for method, said in methods.items():
            found[said.get("tags", ["Other"])[0]].append(_operation(schema, method, path, said))
    return list(found.items())


def _operation(schema: dict[str, Any], method: str, path: str, said: dict[str, Any]) -> Operation:
    parameters = tuple(
        {"name": each["name"], "where": each["in"], "kind": _kind(each.get("schema", {})), "needed": each["required"]}
        for each in said.get("parameters", ())
    )
    return Operation(
        method=method.upper(),
        path=path,
        summary=said.get("summary", ""),
        words=said.get("description", ""),
        parameters=parameters,
        body=_fields(schema, said.get("requestBody", {})),
        answers=tuple(
            (str(status), _answer(each)) for status, each in said["responses"].items() if str(status) not in REFUSALS
        ),
    )


def _answer(said: dict[str, Any]) -> str:
    content: dict[str, Any] = next(iter(said.get("content", {}).values()), {})
    return _kind(content.get("schema", {})) or said.get("description", "")


def _fields(schema: dict[str, Any], body: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The fields of a body with their kinds; of a form with files as well."""
    content: dict[str, Any] = next(iter(body.get("content", {}).values()), {})
    form = _resolved(schema, content.get("schema", {}))
    return tuple((name, _kind(each)) for name, each in form.get("properties", {}).items())


def _resolved(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    name = part.get("$ref", "").rpartition("/")[2]
    return schema["components"]["schemas"][name] if name else part


def _kind(part: dict[str, Any]) -> str:
    """A kind of value in a word or two."""
    if "$ref" in part:
        return str(part["$ref"]).rpartition("/")[2].removesuffix("Out")
    if "anyOf" in part:
        return " or ".join(_kind(each) for each in part["anyOf"])
    if part.get("type") == "array":
        return f"list of {_kind(part.get('items', {}))}"
    return str(part.get("format") or part.get("type") or "")
