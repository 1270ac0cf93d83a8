"""``footing serve``: look at a finished report in a browser on this machine."""

from pathlib import Path
from typing import Annotated

import typer


def serve(
    folder: Annotated[Path, typer.Option(help="The folder that footing assess wrote.", exists=True, file_okay=False)],
    port: Annotated[int, typer.Option(help="The port to listen on; 0 picks a free one.", min=0, max=65535)] = 8000,
) -> None:
    """Show a finished report in a browser, on this machine alone. Stop with Ctrl+C."""
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
