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
from scribal.command import GroupedCommand, under
from scribal.error import UserError

FORMATS = ("text", "json", "jsonl", "github")
SEVERITIES = ("info", "warning", "error")
INPUTS = ("text", "jsonl", "json", "csv", "tsv", "parquet", "arrow", "warc", "lines")
EXTRACTORS = ("none", "resiliparse", "trafilatura")
FILE = click.Path(path_type=Path, dir_okay=False)


def names(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the rules and families of an option that takes commas and may be given twice."""
    return tuple(name for value in values for part in value.split(",") if (name := part.strip()))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="scribal")
def scribal() -> None:
    """A linter for text that machines copied or translated."""


config = click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Read rule-paths from these settings.",
)

of_rules, of_fixes, of_reports = under("Rules"), under("Fixes"), under("Report")
of_verdict, of_files, of_texts = under("Exit code"), under("Files"), under("Texts")
of_records, of_settings = under("Records"), under("Settings and speed")


@scribal.command(cls=GroupedCommand)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@of_rules(
    "--select",
    multiple=True,
    callback=names,
    metavar="RULES",
    help="Rules or families, with commas, to run instead of the default ones.",
)
@of_rules(
    "--extend-select",
    multiple=True,
    callback=names,
    metavar="RULES",
    help="Rules or families to run besides.",
)
@of_rules("--ignore", multiple=True, callback=names, metavar="RULES", help="Rules or families not to run.")
@of_rules("--preview/--no-preview", default=None, help="Run preview rules too.")
@of_fixes("--fix", is_flag=True, help="Apply safe fixes.")
@of_fixes("--unsafe-fixes", is_flag=True, help="With --fix or --diff: apply unsafe fixes too.")
@of_fixes("--diff", is_flag=True, help="Show what --fix would do, and change nothing.")
@of_reports("--output-format", type=click.Choice(FORMATS), default="text", show_default=True)
@of_reports("--output-file", type=FILE, help="Write the report there.")
@of_reports("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
@of_reports("--statistics", is_flag=True, help="Count the findings by rule instead of listing them.")
@of_reports(
    "--max-per-rule", type=click.IntRange(min=0), metavar="N", help="Show at most N findings of a rule."
)
@of_reports("--quiet", "-q", is_flag=True, help="Print findings, and no summary.")
@of_reports("--show-view", is_flag=True, help="Instead, show what is read of each file, and what is masked.")
@of_verdict("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@of_verdict("--fail-on", type=click.Choice(SEVERITIES), help="The least severity that makes it 1.")
@of_verdict("--baseline", type=FILE, help="Be quiet about what it lists.")
@of_verdict("--add-baseline", is_flag=True, help="Write the present findings to the baseline.")
@of_files("--exclude", multiple=True, metavar="PATTERN", help="Paths to leave out, as in .gitignore.")
@of_files(
    "--force-exclude/--no-force-exclude",
    default=None,
    help="Leave excluded paths out even when they are named.",
)
@of_files("--respect-gitignore/--no-respect-gitignore", default=None, help="Honour .gitignore in folders.")
@of_files("--stdin-filename", type=click.Path(path_type=Path), help="The path of what is read from -.")
@of_files("--encoding", metavar="NAME", help="The encoding of the files, if not UTF-8.")
@of_texts("--language", metavar="TAG", help="The language of the texts, as a BCP 47 tag.")
@of_texts("--media", metavar="TYPE", help="The media type of the texts, such as text/markdown.")
@of_texts(
    "--lines", type=click.Choice(("auto", "paragraph", "wrapped")), help="What a line of plain text is."
)
@of_records("--text-field", metavar="NAME", help="The field that holds the text.")
@of_records("--id-field", metavar="NAME", help="The field that holds the id.")
@of_records("--language-field", metavar="NAME", help="The field that holds the language.")
@of_records("--url-field", metavar="NAME", help="The field that holds the address.")
@of_records(
    "--input-format", type=click.Choice(INPUTS), help="What the files are, where their names do not say it."
)
@of_records(
    "--extract",
    type=click.Choice(EXTRACTORS),
    help="Take the text out of HTML by this library instead of reading it as HTML.",
)
@of_settings(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Use these settings for all files.",
)
@of_settings("--isolated", is_flag=True, help="Use no settings file.")
@of_settings(
    "--jobs", type=click.IntRange(min=0), metavar="N", help="How many processes; 0: as many as are useful."
)
@click.pass_context
def check(context: click.Context, /, **options: Any) -> None:
    """Find defects in files, folders (this one, if none is named), records, or standard input (-)."""
    from scribal.order import Order
    from scribal.run import check

    options["paths"] = options["paths"] or (Path(),)
    context.exit(check(Order(**options)))


@scribal.command()
@click.argument("rules", nargs=-1, metavar="[RULE | FAMILY]...")
@click.option("--language", metavar="TAG", help="Only rules for texts in this language.")
@click.option("--status", type=click.Choice(("stable", "preview")), help="Only rules that are so.")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", show_default=True)
@config
def rules(
    rules: tuple[str, ...], language: str | None, status: str | None, output_format: str, config: Path | None
) -> None:
    """List the rules; [*] marks those with a fix."""
    from scribal.listing import chosen, listing
    from scribal.run import catalog

    click.echo(listing(chosen(catalog(config), rules, language, status), output_format))


@scribal.command()
@click.argument("rule", metavar="RULE | FAMILY")
@config
def explain(rule: str, config: Path | None) -> None:
    """Show what a rule finds, why, and how well it does."""
    from scribal.listing import explanation
    from scribal.run import catalog

    click.echo(explanation(catalog(config), rule), nl=False)


@scribal.command()
@click.option("--force", is_flag=True, help="Write over a settings file.")
def init(force: bool) -> None:
    """Write a commented scribal.toml into this folder."""
    from scribal.starter import write_starter

    click.echo(f"wrote {write_starter(Path(), force)}")


@scribal.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
def test(paths: tuple[Path, ...]) -> None:
    """Run the examples of rules in folders.

    A rule is FAMILY/NAME.py or FAMILY/NAME.toml.
    """
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
