"""The command line: it parses, calls ``run``, and nothing else.

Every command imports what it needs inside, so that ``--help`` stays quick.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from scribal import __version__
from scribal.error import UserError

FORMATS = ("text", "json", "jsonl", "github")
SEVERITIES = ("info", "warning", "error")
INPUTS = ("text", "jsonl", "json", "csv", "tsv", "parquet", "arrow", "warc", "lines")
EXTRACTORS = ("none", "resiliparse", "trafilatura")


def names(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the rules and families of an option that takes commas and may be given twice."""
    return tuple(name for value in values for part in value.split(",") if (name := part.strip()))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="scribal")
def scribal() -> None:
    """A linter for text that machines copied or translated."""


@scribal.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--select",
    multiple=True,
    callback=names,
    metavar="RULES",
    help="Rules or families to run instead of the default ones.",
)
@click.option(
    "--extend-select",
    multiple=True,
    callback=names,
    metavar="RULES",
    help="Rules or families to run besides.",
)
@click.option(
    "--ignore", multiple=True, callback=names, metavar="RULES", help="Rules or families not to run."
)
@click.option("--preview/--no-preview", default=None, help="Run preview rules too.")
@click.option("--language", metavar="TAG", help="The language of the texts, as a BCP 47 tag.")
@click.option("--fix", is_flag=True, help="Apply safe fixes.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: apply unsafe fixes too.")
@click.option("--diff", is_flag=True, help="Show what --fix would do, and change nothing.")
@click.option("--output-format", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--output-file", type=click.Path(path_type=Path, dir_okay=False), help="Write the report there."
)
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead of listing them.")
@click.option(
    "--max-per-rule", type=click.IntRange(min=0), metavar="N", help="Show at most N findings of a rule."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="The least severity that makes the exit code 1."
)
@click.option(
    "--config", type=click.Path(path_type=Path, exists=True), help="Use these settings for all files."
)
@click.option("--isolated", is_flag=True, help="Use no settings file.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Paths to leave out, as in .gitignore.")
@click.option(
    "--force-exclude/--no-force-exclude",
    default=None,
    help="Leave excluded paths out even when they are named.",
)
@click.option(
    "--respect-gitignore/--no-respect-gitignore", default=None, help="Honour .gitignore in folders."
)
@click.option(
    "--stdin-filename", type=click.Path(path_type=Path), help="The path that a text on standard input has."
)
@click.option("--encoding", metavar="NAME", help="The encoding of the files, if not UTF-8.")
@click.option(
    "--lines", type=click.Choice(("auto", "paragraph", "wrapped")), help="What a line of plain text is."
)
@click.option("--text-field", metavar="NAME", help="The field of a record that holds its text.")
@click.option("--id-field", metavar="NAME", help="The field of a record that holds its id.")
@click.option("--language-field", metavar="NAME", help="The field of a record that holds its language.")
@click.option("--url-field", metavar="NAME", help="The field of a record that holds its address.")
@click.option(
    "--input-format", type=click.Choice(INPUTS), help="What the files are, where their names do not say it."
)
@click.option(
    "--extract",
    type=click.Choice(EXTRACTORS),
    help="Take the text out of HTML records by this library instead of reading them as HTML.",
)
@click.option("--media", metavar="TYPE", help="The media type of the texts, such as text/markdown.")
@click.option(
    "--baseline", type=click.Path(path_type=Path, dir_okay=False), help="Be quiet about what it lists."
)
@click.option("--add-baseline", is_flag=True, help="Write the present findings to the baseline.")
@click.option(
    "--jobs", type=click.IntRange(min=0), metavar="N", help="How many processes; 0: as many as are useful."
)
@click.option("--show-view", is_flag=True, help="Show what is read of each file, and what is masked.")
@click.option("--quiet", "-q", is_flag=True, help="Print findings, and no summary.")
@click.pass_context
def check(context: click.Context, /, **options: Any) -> None:
    """Find defects in files, folders, records, or standard input (-)."""
    from scribal.order import Order
    from scribal.run import check

    options["paths"] = options["paths"] or (Path(),)
    context.exit(check(Order(**options)))


@scribal.command()
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option(
    "--config", type=click.Path(path_type=Path, exists=True), help="Read rule-paths from these settings."
)
def rules(output_format: str, config: Path | None) -> None:
    """List the rules."""
    from scribal.listing import listing
    from scribal.run import catalog

    click.echo(listing(catalog(config), output_format))


@scribal.command()
@click.argument("rule")
@click.option(
    "--config", type=click.Path(path_type=Path, exists=True), help="Read rule-paths from these settings."
)
def explain(rule: str, config: Path | None) -> None:
    """Show what a rule finds, why, and how well it does."""
    from scribal.listing import explanation
    from scribal.run import catalog

    click.echo(explanation(catalog(config), rule))


@scribal.command()
@click.option("--force", is_flag=True, help="Write over a settings file.")
def init(force: bool) -> None:
    """Write a commented scribal.toml into this folder."""
    from scribal.starter import write_starter

    click.echo(f"wrote {write_starter(Path(), force)}")


@scribal.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
def test(paths: tuple[Path, ...]) -> None:
    """Run the examples of rules: folders laid out as FAMILY/NAME.py or FAMILY/NAME.toml."""
    from scribal.trial import try_rules

    click.get_current_context().exit(try_rules(paths, click.echo))


def guarded(command: Callable[[], Any]) -> int:
    """Run a command and turn what can go wrong into an exit code."""
    try:
        code = command()
    except UserError as error:
        click.echo(f"scribal: error: {error}", err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("scribal: interrupted", err=True)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    return code if isinstance(code, int) else 0


def main() -> None:
    """The console script."""
    sys.exit(guarded(lambda: scribal(standalone_mode=False)))
