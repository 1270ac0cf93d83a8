"""The reference page of the command line, from the commands themselves."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

EXIT_CODES = (
    "Every command ends with 0 when it did what was asked, 1 when the input has faults or an audit failed, "
    "and 2 when it was called wrongly. Messages go to the error stream, so that what is printed can be piped."
)


def command_line_page(program: Any) -> str:
    """A page with a section for each command, in their own order; ``program`` is the command that holds them all."""
    lines = ["<!-- Generated from src/footing/cli by `make docs`. Change the commands, not this page. -->", ""]
    lines += ["# Command line", "", program.help or "", "", EXIT_CODES, ""]
    for name, command in _every_command("footing", program):
        lines += _section(name, command)
    return "\n".join(lines)


def _every_command(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command
        return
    for inner_name, inner_command in inner.items():
        yield from _every_command(f"{name} {inner_name}", inner_command)


def _section(name: str, command: Any) -> list[str]:
    parameters = [parameter for parameter in command.params if parameter.name != "help"]
    usage = " ".join([name, *(_usage(parameter) for parameter in parameters)])
    lines = [f"## {name}", "", " ".join((command.help or "").split()), "", "```", usage, "```", ""]
    if parameters:
        lines += ["| | | If not given |", "|---|---|---|"]
        lines += [f"| `{_shown(one)}` | {one.help or ''} | {_default(one)} |" for one in parameters]
        lines.append("")
    return lines


def _shown(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name).upper()
    return str(parameter.opts[0])


def _usage(parameter: Any) -> str:
    shown = _shown(parameter)
    if parameter.param_type_name == "option" and not parameter.is_flag:
        shown = f"{shown} {_wanted(parameter)}"
    if parameter.nargs == -1:
        shown = f"{shown} …"
    return shown if parameter.required else f"[{shown}]"


def _wanted(parameter: Any) -> str:
    """What an option is followed by, in a word."""
    described = parameter.type_descriptor
    if described.annotation is Path:
        return "FILE" if described.parameter_info.file_okay else "FOLDER"
    words = {dt.datetime: "DATE", int: "NUMBER"}
    return words.get(described.annotation, _shown(parameter).removeprefix("--").upper())


def _default(parameter: Any) -> str:
    if parameter.required:
        return "must be given"
    if isinstance(parameter.show_default, str):
        return parameter.show_default
    if parameter.default in (None, False, ()) or callable(parameter.default):
        return ""
    return f"`{parameter.default}`"
