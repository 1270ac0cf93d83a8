"""``footing questions``: the standard questions about background."""

from typing import Annotated

import typer

from footing.cli.showing import as_data, refuse, show_columns, show_entry, show_json

app = typer.Typer(help="The standard questions about background, word for word.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


@app.command("list")
def list_questions(as_json: AsJson = False) -> None:
    """List the questions."""
    from footing.standards import load_catalogue

    questions = list(load_catalogue().questions)
    if as_json:
        show_json([as_data(question) for question in questions])
        return
    rows = [(question.id, str(question.start), question.title) for question in questions]
    show_columns(("Id", "From", "Question"), rows)


@app.command("show")
def show_question(
    question_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a question, as list shows it.")],
    as_json: AsJson = False,
) -> None:
    """Show one question: its wording, forms, answers and the spellings that are matched."""
    from footing.standards import StandardsError, load_catalogue

    try:
        question = load_catalogue().question(question_id)
    except StandardsError as error:
        raise refuse(error) from error
    (show_json if as_json else show_entry)(as_data(question))
