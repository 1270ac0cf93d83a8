"""``footing serve``: the web service on this machine, or a finished report in a browser."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

SERVICE = "footing_web.project"
NOT_INSTALLED = (
    "The web service is not installed. Install it with: pip install 'footing[web]'. "
    "To look at a finished report, say where it is with --folder."
)


def serve(
    folder: Annotated[
        Path | None,
        typer.Option(
            help="Only show the report in this folder, which footing assess wrote.", exists=True, file_okay=False
        ),
    ] = None,
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
    data: Annotated[
        Path | None,
        typer.Option(
            help="Where the service keeps its database, files and keys; FOOTING_DATA says the same.", file_okay=False
        ),
    ] = None,
    demonstration: Annotated[bool, typer.Option(help="Fill in fictional organisations and people.")] = False,
) -> None:
    """Run the web service on this machine, server and worker together. Stop with Ctrl+C.

    With --folder, show a finished report instead; port 0 picks a free one then.
    """
    if folder is not None:
        _show(folder, port)
    elif find_spec("django") is None or find_spec("footing_web") is None:
        typer.echo(NOT_INSTALLED, err=True)
        raise typer.Exit(2)
    else:
        _become_the_service(port, data, demonstration)


def _become_the_service(port: int, data: Path | None, demonstration: bool) -> None:
    """Run the service in place of this command, in a process that has never loaded the command line."""
    environment = os.environ | ({"FOOTING_DATA": str(data)} if data else {})
    environment.setdefault("FOOTING_ADDRESS", f"http://127.0.0.1:{port}")
    command = [sys.executable, "-m", SERVICE, "serve", "--port", str(port)]
    os.execve(sys.executable, command + ["--demonstration"] * demonstration, environment)  # noqa: S606 - our own program


def _show(folder: Path, port: int) -> None:
    from footing.reporting.preview import LOOPBACK, report_server

    try:
        server = report_server(folder, port)
    except OSError as error:
        typer.echo(f"Port {port} cannot be used ({error.strerror}). Choose another with --port.", err=True)
        raise typer.Exit(2) from error
    with server:
        typer.echo(f"The report is at http://{LOOPBACK}:{server.server_port}/ (stop with Ctrl+C)", err=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            typer.echo("Stopped.", err=True)
