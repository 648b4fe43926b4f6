"""How the commands explain themselves: ``--help`` with the options in groups."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any, Protocol, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


class Decorator(Protocol):
    """What adds an option to a command."""

    def __call__(self, command: Command, /) -> Command: ...


class GroupedOption(click.Option):
    """An option that stands under a heading."""

    def __init__(self, *arguments: Any, heading: str, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.heading = heading


class GroupedCommand(click.Command):
    """A command whose options stand under headings, in the order in which they are declared."""

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, those without a heading of their own last."""
        for heading, options in groupby(filter(is_option, self.get_params(context)), heading_of):
            records = [record for option in options if (record := option.get_help_record(context))]
            if records:
                with formatter.section(heading):
                    formatter.write_dl(records)


def is_option(parameter: click.Parameter) -> bool:
    """Return whether a parameter is no argument; the usage names those."""
    return isinstance(parameter, click.Option)


def heading_of(option: click.Parameter) -> str:
    """Return the heading under which an option stands."""
    return option.heading if isinstance(option, GroupedOption) else "Other options"


def under(heading: str) -> Callable[..., Decorator]:
    """Return what ``click.option`` is, for options under a heading."""

    def option(*arguments: Any, **settings: Any) -> Decorator:
        return click.option(*arguments, cls=GroupedOption, heading=heading, **settings)

    return option
