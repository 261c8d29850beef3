"""Repeatable chance: one stream for one purpose, so that adding a person moves nobody else."""

from random import Random


def stream(*purpose: object) -> Random:
    """The generator of that purpose: the same parts give the same draws on every machine."""
    return Random("/".join(map(str, purpose)))  # noqa: S311 - a simulation, nothing secret
