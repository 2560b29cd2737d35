"""Crash safety: the process is killed anywhere, and nothing is lost, doubled or torn."""

import glob
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import time

from suite.calls import FAST_KINDS, KINDS
from suite.mounts import ext4, make_ext4
from suite.promises import Broken, case, check, points


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
    while_read = {"fault": "read:KILL:1", "paths": "*/work/*/original/*"}
    while_committed = {"fault": "syncfs:KILL:1"}

    def killed(times, **fault):
        for attempt in range(times):
            status, _ = stage.once(**fault)
            check(status < 0, f"start {attempt} was not killed")

    # Many are in flight at the first kill, one of them alone at the next two: none of them may be condemned.
    stage.drop(6)
    killed(3, **while_read)
    status, log = stage.once()
    check(status == 0, f"ended with {status}\n{log}")
    stage.sound("after three kills")
    # What kills the process when the work is over is not the report's doing, however often it does.
    stage.fresh()
    stage.drop(1)
    killed(6, **while_committed)
    stage.once()
    stage.sound("after six kills within the commit")
    stage.fresh()
    stage.drop(1)
    killed(4, **while_read)
    stage.once()
    reasons = [json.loads(path.read_text())["class"] for path in (stage.spool / "failed").glob("*/reason.json")]
    check(reasons == ["poison"], f"killed alone three times: {reasons}")


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


@case("after a power cut at any moment, what was told of is there and the rest is done")
def c8_power_cut(stage, full):
    disk = PowerCut(stage)
    tried = 0
    for durability in ["group", "strict"] if full else ["group"]:
        for kind, step in [("renameat", 1), ("fsync", 1), ("mkdirat", 1), ("fdatasync", 1)] if full else [("fsync", 5)]:
            when = random.randint(1, step)
            is_cut = True
            while is_cut:
                # The last time round nothing is killed: the cut comes after the end.
                is_cut = disk.cut(durability, f"{kind}:KILL:{when}")
                disk.recover(f"{kind} {when} ({durability})")
                tried += 1
                when += step
    return f"{tried} points"


@case("a power cut does take what was not synced, or else the case before proves nothing", fast=False)
def c8_bites(stage, full):
    disk = PowerCut(stage)
    for durability, kind in [("group", "syncfs"), ("strict", "fsync")]:
        disk.cut(durability, f"{kind}:SKIP:1:1000000")
        try:
            disk.recover(f"without {kind} ({durability})")
        except Broken:
            continue
        raise Broken(f"nothing was lost in a cut without {kind} ({durability})")


class PowerCut:
    """A spool on a disk of its own, from which at any time only that can be had which has reached the disk."""

    def __init__(self, stage):
        self.stage = stage
        self.begin, self.image, self.left = (stage.base / name for name in ("begin.img", "disk.img", "left.img"))
        make_ext4(self.begin, 24 << 20)
        with ext4(stage.base / "disk", self.begin):
            stage.fresh(stage.base / "disk/spool")
            stage.drop(3)
            os.sync()
        self.inputs = stage.inputs

    def cut(self, durability, fault):
        """Runs into a kill, or else to the end, and then keeps the disk; returns whether it was killed."""
        shutil.copyfile(self.begin, self.image)
        # The kernel commits on its own only every five minutes here: nothing is kept by chance.
        with ext4(self.stage.base / "disk", self.image, "loop,commit=300"):
            status, self.log = self.stage.once("--durability", durability, fault=fault)
            # What was written and not synced is in the kernel's memory, and not in the image.
            shutil.copyfile(self.image, self.left)
        return status < 0

    def recover(self, where):
        check(subprocess.run(["e2fsck", "-fy", str(self.left)], stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL).returncode in (0, 1), f"{where}: the disk cannot be repaired")
        with ext4(self.stage.base / "disk", self.left):
            self.stage.fresh(self.stage.base / "disk/spool")
            self.stage.inputs = self.inputs
            for identifier in re.findall(r"event=document_delivered .*? id=(\S+)", self.log):
                record = self.stage.spool / f"out/{identifier}.json"
                check(record.exists(), f"{where}: {identifier} was told of, and is gone")
                check(json.loads(record.read_bytes() or b"{}").get("id") == identifier, f"{where}: {record} is torn")
            status, log = self.stage.once()
            check(status == 0, f"{where}: the restart ended with {status}\n{log}")
            self.stage.sound(where)


@case("a disk that is taken away under load comes back with all that was on it")
def c8_disk_taken(stage, full):
    image, place = stage.base / "disk.img", stage.base / "disk"
    make_ext4(image, 64 << 20)
    rounds = 5 if full else 1
    with ext4(place, image):
        stage.fresh(place / "spool")
    for number in range(rounds):
        with ext4(place, image):
            (stage.spool / "inbox").mkdir(exist_ok=True)
            process = stage.start()
            stage.drop(300 if full else 100)
            enough = len(stage.records()) + random.randint(20, 80)
            stage.until("some records", lambda: len(stage.records()) >= min(enough, len(stage.inputs)))
            subprocess.run(["umount", "-l", str(place)], check=True)
            process.kill()
            process.wait()
        check(subprocess.run(["e2fsck", "-fn", str(image)], stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL).returncode == 0, "the disk is damaged")
        with ext4(place, image):
            status, log = stage.once(timeout=120)
            check(status == 0, f"the restart ended with {status}\n{log[-1500:]}")
            stage.sound(f"round {number}")
    return f"{len(stage.inputs)} reports"
