#!/usr/bin/env python3
"""The fault suite: what the spool promises, tried on the real program with faults put into it.

  Tests/FaultSuite/faults.py             the fast selection, about a minute
  Tests/FaultSuite/faults.py --full      everything
  Tests/FaultSuite/faults.py C1 D4       some cases, in full

Each case bears the name of its promise. It needs a C compiler; cases that mount something need root and say so when they
are left out. Ends with 0 if all held, with 1 otherwise.
"""

import argparse
import glob
import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
KINDS = ["mkdirat", "renameat", "unlinkat", "fsync", "fdatasync", "syncfs", "write", "ftruncate", "flock", "rename",
         "openat", "close", "fstatat", "read"]
# Kinds that change something, and so few calls that a fast run can afford them all.
FAST_KINDS = ["mkdirat", "renameat", "fsync", "syncfs"]
TEXT = "Il reparto numero %d ha attaccato una base militare a Gao, uccidendo sei soldati.\n"


class Broken(Exception):
    """A promise that did not hold."""


class Left(Exception):
    """A case that cannot be tried on this machine."""


def check(condition, message):
    if not condition:
        raise Broken(message)


class Stage:
    """A folder for one case: a spool, a small pipeline, the program."""

    def __init__(self, program, injector, base):
        self.program, self.injector = program, injector
        self.base = pathlib.Path(tempfile.mkdtemp(prefix="dispaccio-fault.", dir=base))
        self.pipelines = self.base / "pipelines"
        (self.pipelines / "conflict").mkdir(parents=True)
        (self.pipelines / "conflict/pipeline.toml").write_text('name = "conflict"\nversion = "1"\n')
        self.processes = []
        # No reserve, so that a full disk is a full disk, and no long waits for what is over.
        self.configuration = self.base / "dispaccio.toml"
        self.configuration.write_text("reserve_bytes = 0\nreserve_inodes = 0\nprobe_interval = 0.1\n")
        self.fresh()

    def fresh(self, spool=None):
        self.spool = pathlib.Path(spool) if spool else self.base / "spool"
        if not spool:
            shutil.rmtree(self.spool, ignore_errors=True)
        (self.spool / "inbox").mkdir(parents=True, exist_ok=True)
        self.inputs = {}

    def drop(self, count, empty=0):
        for number in range(len(self.inputs), len(self.inputs) + count):
            self.put(f"report-{number}.txt", (TEXT % number).encode())
        for number in range(empty):
            self.put(f"empty-{number}.txt", b"")

    def put(self, name, content):
        # As people are told to: under a hidden name, then renamed.
        hidden = self.spool / "inbox" / f".{name}"
        hidden.write_bytes(content)
        hidden.rename(self.spool / "inbox" / name)
        self.inputs[name] = content

    def command(self, verb, *options):
        return [str(self.program), verb, "--config", str(self.configuration), "--spool", str(self.spool), *options]

    def daemon_command(self, verb, *options):
        return self.command(verb, "--pipelines", str(self.pipelines), "--settle", "0", "--empty-grace", "0", *options)

    def environment(self, fault=None, trace=None):
        variables = dict(os.environ)
        if fault or trace:
            variables["LD_PRELOAD"] = str(self.injector)
        if fault:
            variables["DISPACCIO_FAULT"] = fault
        if trace:
            variables["DISPACCIO_FAULT_TRACE"] = str(trace)
        return variables

    def once(self, *options, fault=None, trace=None, timeout=60):
        """Runs the program until the inbox is empty; returns its status and its log."""
        result = subprocess.run(self.daemon_command("once", *options), env=self.environment(fault, trace),
                                stderr=subprocess.PIPE, timeout=timeout)
        return result.returncode, result.stderr.decode(errors="replace")

    def start(self, *options, fault=None, prefix=(), **rest):
        log = open(self.base / "log", "wb")
        process = subprocess.Popen([*prefix, *self.daemon_command("run", *options)], env=self.environment(fault),
                                   stderr=log, **rest)
        self.processes.append(process)
        self.until("the daemon is ready", lambda: "service_ready" in self.log() or process.poll() is not None)
        return process

    def log(self):
        return (self.base / "log").read_text(errors="replace")

    def until(self, what, condition, seconds=30):
        end = time.monotonic() + seconds
        while not condition():
            check(time.monotonic() < end, f"waited in vain until {what}\n{self.log()[-1500:]}")
            time.sleep(0.01)

    def records(self):
        return sorted(glob.glob(f"{self.spool}/out/*.json"))

    def items(self, shelf):
        return sorted(path for path in (self.spool / shelf).glob("*") if path.name != ".tmp")

    def originals(self, shelf):
        return {path.name: path.read_bytes() for path in (self.spool / shelf).glob("**/original/*")}

    def sound(self, where):
        """The invariants: nothing lost, nothing doubled, nothing torn, no healthy report condemned."""
        check(not list((self.spool / "inbox").iterdir()), f"{where}: the inbox is not empty")
        check(not self.items("work"), f"{where}: work/ is not empty")
        check(not list((self.spool / "out/.tmp").iterdir()), f"{where}: out/.tmp is not empty")
        done, failed = self.originals("done"), self.originals("failed")
        count = len(list((self.spool / "done").glob("**/original/*"))) + len(list((self.spool / "failed").glob("*")))
        check(count == len(self.inputs), f"{where}: {count} originals of {len(self.inputs)}")
        check({**done, **failed} == self.inputs, f"{where}: originals differ from what was dropped")
        reasons = {path: json.loads(path.read_text())["class"] for path in (self.spool / "failed").glob("*/reason.json")}
        check(all(not content for content in failed.values()), f"{where}: a healthy report failed: {reasons}")
        records = self.records()
        check(len(records) == len(done), f"{where}: {len(records)} records of {len(done)} reports")
        for path in records:
            record = json.loads(pathlib.Path(path).read_bytes())
            check(path.endswith(f"/{record['id']}.json"), f"{where}: {path} holds another record")
            for language in "it", "en":
                check(os.path.exists(path.replace(".json", f".{language}.md")), f"{where}: {path} lacks a brief")
        tickets = set()
        for path in (self.spool / "ledger").glob("*.jsonl"):
            for line in path.read_bytes().splitlines():
                body, mark, rest = line.rpartition(b',"crc32":"')
                check(mark and rest == b'%08x"}' % zlib.crc32(body), f"{where}: a torn line in the ledger: {line[:80]}")
                tickets.add(json.loads(line)["ticket"])
        ended = {path.parent.parent.name for shelf in ("done", "failed")
                 for path in (self.spool / shelf).glob("**/original/*")}
        check(ended <= tickets, f"{where}: {len(ended - tickets)} items have no line in the ledger")
        fsck = subprocess.run(self.command("fsck"), stdout=subprocess.PIPE)
        check(fsck.returncode == 0, f"{where}: fsck: {fsck.stdout.decode()}")

    def close(self):
        for process in self.processes:
            process.kill()
            process.wait()
        shutil.rmtree(self.base, ignore_errors=True)


def needs_root():
    if os.geteuid() != 0:
        raise Left("it mounts something, and needs root")


def mount(*arguments):
    if subprocess.run(["mount", *arguments], stderr=subprocess.DEVNULL).returncode != 0:
        raise Left("this machine lets nothing be mounted")


CALLS = {}
SAMPLE = 1


def points(first=1):
    """The numbers of the calls that are hit."""
    number = first + random.randrange(SAMPLE)
    while True:
        yield number
        number += SAMPLE


CASES = []


def case(promise, fast=True):
    def register(body):
        CASES.append((body.__name__.upper().split("_")[0], promise, body, fast))
        return body
    return register


# Crash safety


@case("killed before any call of any kind, nothing is lost, doubled or torn")
def c1_kill_sweep(stage, full):
    tried = 0
    for durability in ["group", "strict", "relaxed"] if full else ["group"]:
        for kind in KINDS if full else FAST_KINDS:
            for when in points():
                stage.fresh()
                stage.drop(3, empty=1)
                status, log = stage.once("--durability", durability, fault=f"{kind}:KILL:{when}")
                if status >= 0:
                    break
                tried += 1
                status, log = stage.once("--durability", durability)
                check(status <= 1, f"{kind} {when} ({durability}): the restart ended with {status}\n{log}")
                stage.sound(f"{kind} {when} ({durability})")
    return f"{tried} points"


@case("killed anywhere in the recovery from a kill, nothing is lost either")
def c4_kill_sweep_of_recovery(stage, full):
    tried = 0
    # Outputs there and originals in work/; originals just claimed; the ledger not yet written.
    first_kills = ["renameat:KILL:22", "renameat:KILL:16", "fdatasync:KILL:1"] if full else ["renameat:KILL:22"]
    for first in first_kills:
        for kind in KINDS if full else ["renameat", "mkdirat", "fsync"]:
            for when in points():
                stage.fresh()
                stage.drop(3)
                stage.once(fault=first)
                status, _ = stage.once(fault=f"{kind}:KILL:{when}")
                if status >= 0:
                    break
                tried += 1
                status, log = stage.once()
                check(status == 0, f"{first}, then {kind} {when}: the restart ended with {status}\n{log}")
                stage.sound(f"{first}, then {kind} {when}")
    return f"{tried} points"


@case("after a crash between output and move the same names and bytes come again")
def c6_same_bytes_again(stage, full):
    stage.drop(3)
    stage.once()
    expected = {path: pathlib.Path(path).read_bytes() for path in glob.glob(f"{stage.spool}/out/*.*")}
    for when in points():
        stage.fresh()
        stage.drop(3)
        status, _ = stage.once(fault=f"fsync:KILL:{when}")
        if status >= 0:
            return f"{when - 1} points"
        stage.once()
        found = {path: pathlib.Path(path).read_bytes() for path in glob.glob(f"{stage.spool}/out/*.*")}
        check(found == expected, f"fsync {when}: outputs differ")


@case("a ledger cut at any byte costs a line at most, and never a document")
def c5_torn_ledger(stage, full):
    stage.drop(3)
    stage.once()
    ledger = next((stage.spool / "ledger").glob("*.jsonl"))
    whole = ledger.read_bytes()
    lengths = range(len(whole)) if full else sorted(random.Random(5).sample(range(len(whole)), 12))
    for length in lengths:
        ledger.write_bytes(whole[:length])
        (stage.spool / "state/clean").unlink(missing_ok=True)
        status, log = stage.once()
        check(status == 0, f"cut at {length}: ended with {status}\n{log}")
        stage.sound(f"cut at {length}")
    for name, content in [("NULs", whole + bytes(4096)), ("a doubled line", whole + whole.splitlines(True)[0]),
                          ("nothing", b""), ("rubbish", os.urandom(1000))]:
        ledger.write_bytes(content)
        (stage.spool / "state/clean").unlink(missing_ok=True)
        status, log = stage.once()
        check(status == 0, f"{name}: ended with {status}\n{log}")
        stage.sound(name)
    return f"{len(lengths)} cuts"


@case("a report that kills the process alone three times is given up, and no other")
def c7_poison(stage, full):
    # Two starts killed right after a claim leave several in flight; none of them may be condemned for it.
    stage.drop(6)
    for attempt in range(3):
        status, _ = stage.once(fault="syncfs:KILL:1")
        check(status < 0, f"start {attempt} was not killed")
    # Many were in flight at the first kill, one of them alone at the next two: none of them may be condemned.
    status, log = stage.once()
    check(status == 0, f"ended with {status}\n{log}")
    stage.sound("after three kills")
    stage.fresh()
    stage.drop(1)
    for attempt in range(4):
        status, _ = stage.once(fault="syncfs:KILL:1")
        check(status < 0, f"start {attempt} was not killed")
    stage.once()
    reasons = [json.loads(path.read_text())["class"] for path in (stage.spool / "failed").glob("*/reason.json")]
    check(reasons == ["poison"], f"killed alone three times: {reasons}")


# Disk


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
        check("spool_resumed" in stage.log(), "the end of the pause was not told")
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


def count_calls(stage, kind):
    """How many calls of a kind a whole run makes."""
    if kind not in CALLS:
        trace = stage.base / "trace"
        trace.unlink(missing_ok=True)
        stage.once(trace=trace)
        lines = trace.read_text(errors="replace").splitlines()
        for known in KINDS:
            CALLS[known] = sum(line.startswith(known + "\t") for line in lines)
    return CALLS[kind]


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


def count_start(stage, kind):
    trace = stage.base / "trace-start"
    trace.unlink(missing_ok=True)
    stage.once(trace=trace)
    lines = trace.read_text(errors="replace").splitlines()
    # A run without reports makes none of these calls at its end.
    return sum(line.startswith(kind + "\t") for line in lines)


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


# Control


@case("a second daemon is refused with 75 and the first one's process")
def k4_second_daemon(stage, full):
    process = stage.start()
    status, log = stage.once()
    check(status == 75, f"ended with {status}")
    check(str(process.pid) in log, log)
    process.terminate()
    check(process.wait(30) == 0, "the daemon did not end well")


@case("random kills under load lose nothing", fast=False)
def c2_random_kills(stage, full):
    stage.drop(10_000)
    hits = misses = 0
    while hits < 100 and list((stage.spool / "inbox").iterdir()):
        process = stage.start("--log-level", "notice")
        time.sleep(random.uniform(0.005, 0.12))
        process.kill()
        process.wait()
        if stage.items("work"):
            hits += 1
        else:
            misses += 1
        if len(list((stage.spool / "inbox").iterdir())) < 2000 and hits < 100:
            stage.drop(5000)
    status, log = stage.once("--log-level", "error", timeout=900)
    check(status == 0, f"the last run ended with {status}\n{log}")
    stage.sound(f"after {hits} kills")
    return f"{hits} kills with a non-empty work/, {misses} others, {len(stage.inputs)} reports"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", help="such as C1 or D4; all if none is named")
    parser.add_argument("--full", action="store_true", help="every kind, error and durability")
    parser.add_argument("--sample", type=int, default=1, help="try every N-th point only, from a random one on")
    parser.add_argument("--program", default=str(ROOT / ".build/debug/dispaccio"))
    parser.add_argument("--base", default=None, help="folder for the spools; the default is the system's for temporary files")
    options = parser.parse_args()
    global SAMPLE
    SAMPLE = max(1, options.sample)
    work = pathlib.Path(tempfile.mkdtemp(prefix="dispaccio-injector."))
    injector = work / "injector.so"
    compiled = subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", injector, HERE / "injector.c", "-ldl"])
    if compiled.returncode != 0:
        print("left out: no C compiler")
        return 0
    broken = 0
    full = options.full or bool(options.cases)
    for identifier, promise, body, fast in CASES:
        if options.cases and identifier not in options.cases or not (fast or full):
            continue
        stage = Stage(options.program, injector, options.base)
        began = time.monotonic()
        try:
            detail = body(stage, full)
            verdict = "held" + (f", {detail}" if detail else "")
        except Left as reason:
            verdict = f"left out: {reason}"
        except (Broken, subprocess.TimeoutExpired) as reason:
            verdict = f"BROKEN: {reason}"
            broken += 1
        finally:
            stage.close()
        print(f"{identifier} {promise}: {verdict} ({time.monotonic() - began:.1f} s)", flush=True)
    shutil.rmtree(work)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
