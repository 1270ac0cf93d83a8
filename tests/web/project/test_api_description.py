"""Schemathesis tries every operation with what its description allows, and holds each answer to the description."""

import gc
import json
from collections.abc import Iterator

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from ninja.responses import NinjaJSONEncoder
from schemathesis.checks import CHECKS

from footing_web.accounts import actions
from footing_web.accounts.models import Role
from footing_web.accounts.scoping import in_organisation
from footing_web.project.api import api
from footing_web.project.wsgi import application

TRIES = 12
HELD_TO = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
]

described = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema(), cls=NinjaJSONEncoder)))
described.app = application


@pytest.fixture
def key(owner, organisation, monkeypatch) -> Iterator[str]:
    """A key without a limit; what a server does with its connection after each request is left to the test."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    monkeypatch.setattr("footing_web.accounts.rate_limits._counted", lambda *_: 1)
    with in_organisation(organisation):
        yield actions.make_key(organisation=organisation, name="Trial", role=Role.OWNER, days=1, by=owner)[1]
    gc.collect()
    for signal in signals:
        signal.connect(close_old_connections)


# The client that Schemathesis sends files with leaves them to the garbage collector.
@pytest.mark.filterwarnings("ignore:.*unclosed file:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@described.parametrize()
@settings(
    max_examples=TRIES,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_an_operation_answers_as_its_description_says(case, key):
    checks = [CHECKS.get_one(name) for name in HELD_TO]
    case.call_and_validate(headers={"Authorization": f"Bearer {key}"}, checks=checks)
