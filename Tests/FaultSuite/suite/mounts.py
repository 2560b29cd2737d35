"""Mounts for cases, and what tells that this machine allows none."""

import contextlib
import os
import shutil
import subprocess
import time

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


def make_ext4(image, size):
    """A file with an ext4 in it; sparse, and never larger than `size` bytes."""
    needs_root()
    if not shutil.which("mkfs.ext4"):
        raise Left("there is no mkfs.ext4")
    with open(image, "wb") as file:
        file.truncate(size)
    # All is written now that the kernel would write behind our back later.
    subprocess.run(["mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", str(image)], check=True)


@contextlib.contextmanager
def ext4(place, image, options="loop"):
    """A mount of an image that was made with `make_ext4`."""
    with mounted(place, "-t", "ext4", "-o", options, str(image)):
        yield place
    # The loop device goes with the last who holds the mount.
    released(image)


def released(image):
    """Waits until no loop device holds an image."""
    for _ in range(500):
        if not subprocess.run(["losetup", "-j", str(image)], stdout=subprocess.PIPE).stdout:
            return
        time.sleep(0.01)
    raise Left(f"the loop device of {image} is not given back")
