"""The ``footing`` command. Each command lives in the module of its name and imports what it needs when it runs."""

import gc

import typer

from footing.cli import assess, audit, check, demo, ledger, protect, questions, reference, serve

app = typer.Typer(
    name="footing",
    help="The open social mobility toolkit for employers: from an HR extract to a safe, publishable report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (check.check, assess.assess, protect.protect, audit.audit, demo.demo, serve.serve):
    app.command()(command)
app.add_typer(questions.app, name="questions")
app.add_typer(reference.app, name="reference")
app.add_typer(ledger.app, name="ledger")


NEW_THINGS_BEFORE_A_LOOK, LOOKS_BEFORE_A_LONGER_ONE = 50_000, 20
"""How rarely Python looks for circles of things that nothing else holds. A command makes much that lasts, and ends
soon: at Python's own pace, meant for what runs for days, a tenth of an assessment's time went into looking."""


def run() -> None:
    """The entry point of the installed command."""
    gc.set_threshold(NEW_THINGS_BEFORE_A_LOOK, LOOKS_BEFORE_A_LONGER_ONE, LOOKS_BEFORE_A_LONGER_ONE)
    app()
