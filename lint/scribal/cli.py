"""The command line: it parses, calls ``run``, and nothing else.

Every command imports what it needs inside, so that ``--help`` stays quick.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from scribal import __version__, options
from scribal.command import GroupedCommand
from scribal.error import UserError
from scribal.garbage import collect_no_more, collect_rarely


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="scribal")
def scribal() -> None:
    """A linter for text that machines copied or translated."""


config = click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Read these settings.",
)


@scribal.command(cls=GroupedCommand)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@options.of_rules
@options.of_fixes
@options.of_findings
@options.of_files
@options.of_standard_input
@options.of_texts
@options.of_records
@options.of_settings
@click.pass_context
def check(context: click.Context, /, **said: Any) -> None:
    """Find defects in files, folders (this one, if none is named), records, or standard input (-)."""
    from scribal.order import Order
    from scribal.run import check

    said["paths"] = said["paths"] or (Path(),)
    context.exit(check(Order(**said)))


@scribal.command(cls=GroupedCommand)
@click.argument("paths", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(path_type=Path))
@options.of_groups
@options.of_gates
@options.of_summaries
@options.of_rules
@options.of_files
@options.of_texts
@options.of_records
@options.of_settings
@click.pass_context
def corpus(context: click.Context, /, **said: Any) -> None:
    """Measure how much is wrong with corpora, by rule and by group, and hold it against limits.

    A source is a file of records (JSON Lines, JSON, CSV, Parquet, Arrow, WARC), a text, a folder, a pattern
    or an address.
    """
    from scribal.corpus.plan import plan_of
    from scribal.corpus.run import corpus

    context.exit(corpus(plan_of(said)))


@scribal.command(cls=GroupedCommand)
@click.argument("paths", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(path_type=Path))
@options.of_copies
@options.of_rules
@options.of_files
@options.of_texts
@options.of_records
@options.of_settings
@click.pass_context
def clean(context: click.Context, /, **said: Any) -> None:
    """Write repaired copies of corpora, with a log of every edit from which "restore" makes the originals.

    A run that was interrupted goes on where it was when the same command is given again.
    """
    from scribal.clean.plan import plan_of
    from scribal.clean.run import clean

    context.exit(clean(plan_of(said)))


@scribal.command()
@click.argument("copy", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--output", type=options.FILE, required=True, help="The file to write.")
@click.option(
    "--log", type=options.SETTINGS, help="The edit log.  [default: the name of the copy with .edits.jsonl]"
)
@click.option("--force", is_flag=True, help="Write over a file.")
def restore(copy: Path, output: Path, log: Path | None, force: bool) -> None:
    """Undo what "clean" did to a copy, by its edit log."""
    from scribal.clean.restore import restore

    click.echo(f"{output}: {restore(copy, output, log, force):,} records", err=True)


@scribal.command(cls=GroupedCommand)
@click.argument("paths", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(path_type=Path))
@options.of_learning
@options.of_files
@options.of_texts
@options.of_records
@options.of_settings
@click.pass_context
def learn(context: click.Context, /, output: Path, force: bool, **said: Any) -> None:
    """Write the lines that many texts of a site have as a pack, which "check" can use from then on.

    How many texts that are is an option of the rule corpus/template-line.
    """
    from scribal.corpus.learn import RULE, learn
    from scribal.order import Order

    context.exit(learn(Order(**said, select=(RULE,), profile="corpus"), output, force))


@scribal.command()
@click.argument("rules", nargs=-1, metavar="[RULE | FAMILY]...", shell_complete=options.known_rules)
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
@click.argument("rule", metavar="RULE | FAMILY", shell_complete=options.known_rules)
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


@scribal.group()
def languagetool() -> None:
    """Look after LanguageTool, which the rules of "grammar" ask."""


@languagetool.command()
@config
def status(config: Path | None) -> None:
    """Say which LanguageTool is there, and whether it works."""
    from scribal.languagetool.command import status

    for line in status(config):
        click.echo(line)


@languagetool.command()
def install() -> None:
    """Download LanguageTool."""
    from scribal.languagetool.command import install

    click.echo(install())


@languagetool.command()
def clear() -> None:
    """Forget what was found in paragraphs."""
    from scribal.languagetool.command import forget

    click.echo(forget())


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
    """The console script.

    What is not a terminal gets UTF-8, whatever the locale of the system is.
    """
    collect_rarely()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
    code = guarded(lambda: scribal(standalone_mode=False))
    collect_no_more()
    sys.exit(code)
