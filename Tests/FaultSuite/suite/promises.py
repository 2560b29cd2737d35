"""The cases of the fault suite, each with its promise, and the words in which they end."""

import random



class Broken(Exception):
    """A promise that did not hold."""


class Left(Exception):
    """A case that cannot be tried on this machine."""


def check(condition, message):
    if not condition:
        raise Broken(message)


CASES = []


def case(promise, fast=True):
    """Registers a case: its name begins with the id, such as c1_kill_sweep. One that is not `fast` runs with --full only."""
    def register(body):
        CASES.append((body.__name__.upper().split("_")[0], promise, body, fast))
        return body
    return register


class Points:
    """Which calls of a sweep are hit: all, or every N-th from a random one on."""

    step = 1


def points(first=1):
    """The numbers of the calls that are hit."""
    number = first + random.randrange(Points.step)
    while True:
        yield number
        number += Points.step
