"""What is written for running the service says all that the service needs."""

import re

import yaml

from repository.house import ROOT, WEB

DEPLOY = ROOT / "deploy"
HOW_TO = (ROOT / "docs" / "how-to" / "run-on-one-machine.md").read_text(encoding="utf-8")


def settings_read() -> set[str]:
    source = (WEB / "project" / "settings" / "environment.py").read_text(encoding="utf-8")
    return set(re.findall(r"FOOTING_[A-Z0-9_]+", source))


def test_every_setting_is_explained():
    assert settings_read() <= set(re.findall(r"`(FOOTING_[A-Z0-9_]+)`", HOW_TO))


def test_no_setting_is_explained_that_is_not_read():
    of_compose = {"FOOTING_HOST"}
    assert set(re.findall(r"FOOTING_[A-Z0-9_]+", HOW_TO)) - of_compose <= settings_read()


def test_what_production_needs_is_in_the_example():
    source = (WEB / "project" / "settings" / "environment.py").read_text(encoding="utf-8")
    needed = set(re.findall(r'"(FOOTING_[A-Z_]+)"', source.partition("NEEDED_IN_PRODUCTION = (")[2].partition(")")[0]))
    example = (DEPLOY / "environment.example").read_text(encoding="utf-8")
    assert needed
    assert needed <= set(re.findall(r"^(FOOTING_[A-Z_]+)=", example, flags=re.MULTILINE))


def test_every_command_of_the_service_that_is_named_exists():
    named = set(re.findall(r"footing_web\.project ([a-z_]+)", HOW_TO)) | {"restore", "rotate_keys"}
    own = {path.stem for path in WEB.glob("*/management/commands/*.py")}
    assert named - own <= {"check"}


def test_what_the_container_files_take_from_the_repository_is_there():
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    assert set(compose["services"]) == {"web", "worker", "database", "door"}
    mounted = [one for service in compose["services"].values() for one in service.get("volumes", []) if one[0] == "."]
    assert all((DEPLOY / one.split(":")[0]).exists() for one in mounted)
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (DEPLOY / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert copied
    assert all((ROOT / name).exists() for line in copied for name in line.split())


def test_secrets_of_a_deployment_are_never_committed():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"deploy/environment", "deploy/.env"} <= set(ignored)
