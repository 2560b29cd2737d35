"""What became of reports, by their names as bytes, and what the daemon tells of itself."""

import base64
import contextlib
import json
import os
import pathlib
import re

from suite.promises import check


def raw(name):
    return name if isinstance(name, bytes) else os.fsencode(name)


def place(stage, name, content):
    """Moves a complete report of any name into the inbox, from beside the spool: no other name is ever seen there."""
    arriving = stage.base / "arriving"
    arriving.write_bytes(content)
    os.rename(os.fsencode(arriving), os.fsencode(stage.spool / "inbox") + b"/" + raw(name))
    stage.inputs[os.fsdecode(name)] = content


def ledger(stage):
    """The lines of the ledger that are whole, in their order, each with the path below the inbox as bytes."""
    lines = []
    for path in sorted((stage.spool / "ledger").glob("*.jsonl")):
        for line in path.read_bytes().splitlines(keepends=True):
            if line.endswith(b"\n"):
                fact = json.loads(line)
                lines.append({**fact, "path": base64.b64decode(fact["path_base64"])})
    return lines


def ends(stage, name):
    """The lines of the ledger of one report."""
    return [fact for fact in ledger(stage) if fact["path"] == raw(name)]


def end(stage, name, seconds=30):
    """How a report ended, as soon as it has."""
    stage.until(f"{name!r} has ended", lambda: ends(stage, name), seconds)
    return ends(stage, name)[-1]


def record(stage, name, seconds=30):
    """The record of a report, which must have become one."""
    fact = end(stage, name, seconds)
    check(fact["event"] == "delivered", f"{name!r} was not delivered: {fact}")
    return json.loads((stage.spool / "out" / f"{fact['id']}.json").read_bytes())


def reason(stage, name, seconds=30):
    """Why a report failed, which it must have, in words that a person can act on."""
    fact = end(stage, name, seconds)
    check(fact["event"] == "rejected", f"{name!r} was not refused: {fact}")
    told = json.loads((stage.spool / "failed" / fact["ticket"] / "reason.json").read_bytes())
    check(told["message"].endswith(".") and told["remedy"].endswith("."), f"{name!r} failed without advice: {told}")
    return told


def cookie(stage):
    """Waits for a report that arrives now: what happened in the inbox before it has been seen by then."""
    name = f"cookie-{len(stage.inputs)}.txt"
    stage.put(name, f"Il biscotto numero {len(stage.inputs)} cade a Gao.\n".encode())
    record(stage, name)


def events(stage, kind):
    """The lines of the log of one kind."""
    return [line for line in stage.log().splitlines() if re.search(rf'event"?[=:]"?{kind}\b', line)]


def counter(stage, name, label=None):
    """A counter of the metrics that the daemon has left behind in the spool, of one label's value or of all; 0 if it never
    counted."""
    status = json.loads((stage.spool / "state/status.json").read_bytes())
    return sum(one["value"] for one in status["metrics"]["counters"]
               if one["name"] == name and (label is None or label in [pair["value"] for pair in one["labels"]]))


def high_water(process):
    """The most memory that a process has had, in MiB."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


@contextlib.contextmanager
def held(stage, kind, part):
    """The daemon started so that it waits before its first call of a kind on a path with `part` in it.

    Gives the process and two functions: one waits until it waits, the other lets it go on.
    """
    hold = stage.base / "hold"
    reached = stage.base / "hold.reached"
    reached.unlink(missing_ok=True)
    hold.touch()
    stage.aim = {"DISPACCIO_FAULT_NAME": part, "DISPACCIO_FAULT_HOLD": str(hold)}
    process = stage.start("--durability", "relaxed", fault=f"{kind}:HOLD:1")
    try:
        yield process, lambda: stage.until(f"{kind} of {part} is reached", reached.exists), hold.unlink
    finally:
        hold.unlink(missing_ok=True)
        stage.aim = {}
