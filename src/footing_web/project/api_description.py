"""The description of the API in OpenAPI, with what every operation can answer when something is wrong."""

from typing import Any

from ninja import NinjaAPI

REFUSALS = {
    "400": "The request cannot be read",
    "401": "No key, or one that does not work",
    "403": "The role of this key does not allow it",
    "404": "There is nothing here, or it belongs to another organisation",
    "409": "It cannot be done as things stand",
    "422": "Something in the request is not as described",
    "429": "Too many requests: Retry-After says when to go on",
}
SAID = {
    "type": "object",
    "title": "Refusal",
    "properties": {
        "code": {"type": "string", "title": "Code"},
        "detail": {"title": "What is wrong", "description": "A sentence; for 422 a list with the place of each fault"},
    },
    "required": ["detail"],
}


class DescribedApi(NinjaAPI):
    """An API whose description names refusals too: they are the same for every operation."""

    def get_openapi_schema(self, *args: Any, **kwargs: Any) -> Any:
        """The description that is made from the operations, with the refusals added to each."""
        schema = super().get_openapi_schema(*args, **kwargs)
        schema["components"].setdefault("schemas", {})["Refusal"] = SAID
        for methods in schema["paths"].values():
            for operation in methods.values():
                _add_refusals(operation["responses"])
        return schema


def _add_refusals(responses: dict[Any, Any]) -> None:
    described = {str(status) for status in responses}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Refusal"}}}
    for status, words in REFUSALS.items():
        if status not in described:
            responses[status] = {"description": words, "content": content}
