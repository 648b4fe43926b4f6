"""The options of the commands, in the groups in which their help shows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from scribal.command import Command, Decorator, under

FORMATS = ("text", "json", "jsonl", "github")
SEVERITIES = ("info", "warning", "error")
INPUTS = ("text", "jsonl", "json", "csv", "tsv", "parquet", "arrow", "warc", "lines")
EXTRACTORS = ("none", "resiliparse", "trafilatura")
LINES = ("auto", "paragraph", "wrapped")
FILE = click.Path(path_type=Path, dir_okay=False)
SETTINGS = click.Path(path_type=Path, exists=True, dir_okay=False)
NUMBER = click.IntRange(min=0)


def together(*decorators: Decorator) -> Decorator:
    """Return what adds some options to a command, the first of them first."""

    def decorated(command: Command) -> Command:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorated


def names(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of an option that takes commas and may be given twice."""
    return tuple(name for value in values for part in value.split(",") if (name := part.strip()))


def known_rules(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the rules and families that the shell may put behind the last comma."""
    from scribal.listing import names_of
    from scribal.run import catalog

    done, comma, begun = incomplete.rpartition(",")
    return [f"{done}{comma}{name}" for name in names_of(catalog()) if name.startswith(begun)]


def listed(option: Callable[..., Decorator], flag: str, metavar: str, help: str) -> Decorator:
    """Return the option that takes names, with commas or one after the other."""
    complete = known_rules if metavar == "RULES" else None
    return option(flag, multiple=True, callback=names, metavar=metavar, help=help, shell_complete=complete)


rules, fixes, reports, verdict = under("Rules"), under("Fixes"), under("Report"), under("Exit code")
files, texts, records, settings = (
    under("Files"),
    under("Texts"),
    under("Records"),
    under("Settings and speed"),
)
groups, gates, copies = under("Groups and samples"), under("Gates"), under("Copies")

of_rules = together(
    listed(rules, "--select", "RULES", "Rules or families, with commas, to run instead of the default ones."),
    listed(rules, "--extend-select", "RULES", "Rules or families to run besides."),
    listed(rules, "--ignore", "RULES", "Rules or families not to run."),
    rules("--preview/--no-preview", default=None, help="Run preview rules too."),
)
of_fixes = together(
    fixes("--fix", is_flag=True, help="Apply safe fixes."),
    fixes("--unsafe-fixes", is_flag=True, help="With --fix or --diff: apply unsafe fixes too."),
    fixes("--diff", is_flag=True, help="Show what --fix would do, and change nothing."),
)
color = reports("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
output_file = reports("--output-file", type=FILE, help="Write the report there.")
exit_zero = verdict("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
of_findings = together(
    reports("--output-format", type=click.Choice(FORMATS), default="text", show_default=True),
    output_file,
    color,
    reports("--statistics", is_flag=True, help="Count the findings by rule instead of listing them."),
    reports("--max-per-rule", type=NUMBER, metavar="N", help="Show at most N findings of a rule."),
    reports("--quiet", "-q", is_flag=True, help="Print findings, and no summary."),
    reports("--show-view", is_flag=True, help="Instead, show what is read of each file, and what is masked."),
    exit_zero,
    verdict("--fail-on", type=click.Choice(SEVERITIES), help="The least severity that makes it 1."),
    verdict("--baseline", type=FILE, help="Be quiet about what it lists."),
    verdict("--add-baseline", is_flag=True, help="Write the present findings to the baseline."),
)
of_files = together(
    files("--exclude", multiple=True, metavar="PATTERN", help="Paths to leave out, as in .gitignore."),
    files(
        "--force-exclude/--no-force-exclude",
        default=None,
        help="Leave excluded paths out even when they are named.",
    ),
    files("--respect-gitignore/--no-respect-gitignore", default=None, help="Honour .gitignore in folders."),
    files("--encoding", metavar="NAME", help="The encoding of the files, if not UTF-8."),
)
of_standard_input = files(
    "--stdin-filename", type=click.Path(path_type=Path), help="The path of what is read from -."
)
of_texts = together(
    texts("--language", metavar="TAG", help="The language of the texts, as a BCP 47 tag."),
    texts("--media", metavar="TYPE", help="The media type of the texts, such as text/markdown."),
    texts("--lines", type=click.Choice(LINES), help="What a line of plain text is."),
)
of_records = together(
    records("--text-field", metavar="NAME", help="The field that holds the text, such as doc.body.text."),
    records("--id-field", metavar="NAME", help="The field that holds the id."),
    records("--language-field", metavar="NAME", help="The field that holds the language."),
    records("--url-field", metavar="NAME", help="The field that holds the address."),
    records(
        "--input-format",
        type=click.Choice(INPUTS),
        help="What the files are, where their names do not say it.",
    ),
    records(
        "--extract",
        type=click.Choice(EXTRACTORS),
        help="Take the text out of HTML by this library instead of reading it as HTML.",
    ),
)
of_settings = together(
    settings("--config", type=SETTINGS, help="Use these settings for all files."),
    settings("--isolated", is_flag=True, help="Use no settings file."),
    settings("--jobs", type=NUMBER, metavar="N", help="How many processes; 0: as many as are useful."),
)
of_groups = together(
    listed(
        groups,
        "--by",
        "FIELDS",
        "Count by these fields too: of the records, or language (which is always counted), source (the file) "
        "and host.",
    ),
    groups("--top", type=NUMBER, default=10, show_default=True, help="Show so many rules and groups."),
    groups(
        "--samples",
        type=NUMBER,
        default=10,
        show_default=True,
        help="Keep so many findings of each rule to look at.",
    ),
    groups("--sample", type=click.IntRange(min=1), metavar="N", help="Read only N records, drawn by chance."),
    groups("--seed", type=NUMBER, default=0, show_default=True, help="What chance depends on."),
)
of_copies = together(
    copies(
        "--output",
        type=click.Path(path_type=Path),
        required=True,
        metavar="PATH",
        help="The copy, of the same format as its source; a folder where there are several.",
    ),
    copies("--unsafe-fixes", is_flag=True, help="Apply unsafe fixes too."),
    listed(copies, "--drop", "RULES", "Leave records out that have a finding of these rules or families."),
    copies("--force", is_flag=True, help="Write over files."),
    copies("--quiet", "-q", is_flag=True, help="Show no progress and no summary."),
)
of_learning = together(
    copies(
        "--output", type=FILE, required=True, metavar="FILE", help="The pack, as FOLDER/FAMILY/NAME.toml."
    ),
    copies("--force", is_flag=True, help="Write over a file."),
    copies("--quiet", "-q", is_flag=True, help="Show no progress."),
)
of_gates = together(
    gates(
        "--against",
        type=SETTINGS,
        metavar="REPORT",
        help="Fail where more records have something wrong than in an earlier JSON report, "
        "and more than chance explains.",
    ),
    gates(
        "--margin",
        type=click.FloatRange(0, 100),
        default=0.0,
        metavar="PERCENT",
        help="By how much of all records a rate may grow.",
    ),
    exit_zero,
)
of_summaries = together(
    reports("--output-format", type=click.Choice(("text", "json")), default="text", show_default=True),
    output_file,
    reports("--report", type=FILE, help="Write a page of HTML there, with charts and samples."),
    color,
    reports("--quiet", "-q", is_flag=True, help="Show no progress."),
)
