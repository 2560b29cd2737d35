"""Mounts for cases, and what tells that this machine allows none."""

import contextlib
import os
import subprocess

from suite.promises import Left


def needs_root(what="mounts something"):
    if os.geteuid() != 0:
        raise Left(f"it {what}, and needs root")


def mount(*arguments):
    if subprocess.run(["mount", *arguments], stderr=subprocess.DEVNULL).returncode != 0:
        raise Left("this machine lets nothing be mounted")


@contextlib.contextmanager
def mounted(place, *arguments):
    """A mount at `place`, which is made, for as long as the block runs; `arguments` end with what is mounted."""
    needs_root()
    os.makedirs(place, exist_ok=True)
    mount(*arguments, str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], stderr=subprocess.DEVNULL)
