"""Disk and permissions: what the machine refuses pauses the daemon and never counts against a report."""

import os
import resource
import subprocess

from suite.calls import count_calls, count_start
from suite.mounts import mount, needs_root
from suite.promises import Left, case, check, points
from suite.stage import TEXT


@case("a full disk pauses the daemon, condemns nothing, and is over when there is room")
def d1_no_space(stage, full):
    needs_root()
    filled_disk(stage, ["-o", "size=2m"], lambda: fill_bytes(stage.spool))


@case("no inodes left is the same as no space")
def d2_no_inodes(stage, full):
    needs_root()
    filled_disk(stage, ["-o", "size=8m,nr_inodes=400"], lambda: fill_inodes(stage.spool))


def filled_disk(stage, options, fill):
    disk = stage.base / "disk"
    disk.mkdir()
    mount("-t", "tmpfs", *options, "tmpfs", str(disk))
    try:
        stage.fresh(disk / "spool")
        process = stage.start("--durability", "group")
        stage.drop(5)
        stage.until("five records", lambda: len(stage.records()) == 5)
        fillers = fill()
        # Some of the reports have to fit, and take the last room themselves.
        for _ in range(6):
            os.unlink(fillers.pop())
        try:
            for number in range(5, 15):
                stage.put(f"report-{number}.txt", (TEXT % number).encode())
        except OSError:
            for left in (stage.spool / "inbox").glob(".report-*"):
                left.unlink()
        stage.until("the pause is told", lambda: "spool_paused" in stage.log())
        check(not list((stage.spool / "failed").iterdir()), "a report was condemned for a full disk")
        for filler in fillers:
            os.unlink(filler)
        stage.until("all records", lambda: len(stage.records()) == len(stage.inputs))
        # Told by another queue than the one that commits.
        stage.until("the end of the pause is told", lambda: "spool_resumed" in stage.log())
        process.terminate()
        check(process.wait(30) == 0, "the daemon did not end well")
        stage.sound("after the disk was full")
    finally:
        process.kill()
        process.wait()
        subprocess.run(["umount", "-l", str(disk)])


def fill_bytes(folder):
    names = []
    for number, size in enumerate([1 << 20, 1 << 16, 1 << 12]):
        try:
            while True:
                name = f"{folder}/filler-{number}-{len(names)}"
                with open(name, "wb") as file:
                    names.append(name)
                    file.write(bytes(size))
        except OSError:
            # What was written in part took all that was left.
            os.truncate(name, 0)
    return names


def fill_inodes(folder):
    names = []
    try:
        while True:
            name = f"{folder}/filler-{len(names)}"
            open(name, "w").close()
            names.append(name)
    except OSError:
        # Room for a report to arrive, not for an item.
        for _ in range(10):
            os.unlink(names.pop())
        return names


@case("an error of any writing call, once, leaves every report whole and uncondemned")
def d4_single_errors(stage, full):
    tried = 0
    errors = ["EIO", "ENOSPC", "EROFS", "EDQUOT"] if full else ["EIO"]
    kinds = ["fsync", "syncfs", "fdatasync", "renameat", "mkdirat", "write"] if full else ["fsync", "syncfs", "write"]
    for error in errors:
        for kind in kinds:
            for when in points():
                stage.fresh()
                stage.drop(3)
                before = count_calls(stage, kind)
                if when > before:
                    break
                stage.fresh()
                stage.drop(3)
                status, log = stage.once(fault=f"{kind}:{error}:{when}")
                tried += 1
                if status not in (0, 1):
                    # The start itself was refused: then nothing has been touched, and the next one works.
                    status, log = stage.once()
                check(status == 0, f"{kind} {error} {when}: ended with {status}\n{log}")
                stage.sound(f"{kind} {error} {when}")
    return f"{tried} points"


@case("an error that lasts pauses, and never counts against a report")
def d4_lasting_errors(stage, full):
    wanted = [("syncfs", "EIO"), ("fsync", "EIO"), ("renameat", "EROFS"), ("mkdirat", "EDQUOT")]
    for kind, error in wanted if full else wanted[:2]:
        stage.fresh()
        stage.drop(0)
        # The start makes calls of its own; what comes after fails for a while.
        process = stage.start(fault=f"{kind}:{error}:{count_start(stage, kind) + 1}:6")
        stage.drop(4)
        stage.until(f"a pause for {kind} {error}", lambda: "spool_paused" in stage.log())
        stage.until("all records", lambda: len(stage.records()) == 4, seconds=90)
        process.terminate()
        check(process.wait(30) == 0, "the daemon did not end well")
        stage.sound(f"{kind} {error}")


@case("few file descriptors slow the daemon down at most")
def d9_few_descriptors(stage, full):
    limit = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (48, 48))
    process = stage.start(preexec_fn=limit)
    stage.drop(60)
    stage.until("all records", lambda: len(stage.records()) == 60, seconds=60)
    process.terminate()
    check(process.wait(30) == 0, "the daemon did not end well")
    stage.sound("with 48 descriptors")


@case("a spool over several mounts is refused with 78 and a clear sentence")
def d10_several_mounts(stage, full):
    needs_root()
    (stage.spool / "work").mkdir()
    script = 'mount --bind "$1/inbox" "$1/inbox" && shift && exec "$@"'
    result = subprocess.run(["unshare", "-m", "sh", "-c", script, "-", str(stage.spool),
                             *stage.daemon_command("once")], stderr=subprocess.PIPE)
    if b"unshare" in result.stderr or b"mount:" in result.stderr:
        raise Left("this machine lets nothing be mounted")
    check(result.returncode == 78, f"ended with {result.returncode}")
    check(b"one file system" in result.stderr, result.stderr.decode())
