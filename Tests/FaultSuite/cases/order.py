"""Durability: the order of calls, without which a power cut loses what a kill does not."""

import os
import pathlib
import shutil
import subprocess

from suite import order
from suite.promises import Broken, Left, case, check
from suite.stage import TEXT, traced_kinds

ROOT = pathlib.Path(__file__).resolve().parents[3]
MUTANTS = pathlib.Path(__file__).resolve().parents[1] / "mutants"

# Syncs that are left out: the durability, the call, the paths, and the rule that has to notice.
LEFT_OUT = [
    ("strict", "fsync", "*/out/.tmp/*", order.BYTES),
    ("group", "syncfs", "*", order.BYTES),
    ("strict", "fsync", "*/reason.json", order.NOTE),
    ("group", "fsync", "*/out", order.NAMES),
    ("group", "fsync", "*/done/*/*/*", order.MOVE),
    ("group", "fsync", "*/failed", order.MOVE),
    ("strict", "fsync", "*/work", order.MOVE),
    ("group", "fdatasync", "*/ledger/*", order.LEDGER),
]

# What is changed in the program, by the name of its patch; the durability to run it with, and the rule.
BROKEN = {
    "no-file-sync": ("strict", order.BYTES),
    "no-group-sync": ("group", order.BYTES),
    "no-folder-sync": ("group", order.NAMES),
    "no-move-sync": ("group", order.MOVE),
    "moved-first": ("strict", order.NAMES),
    "record-first": ("group", order.RECORD),
}


def traced(stage, durability, statuses=(1,), count=3, **faults):
    """Runs over reports of each kind: to be delivered, in a pipeline's own folder, empty; returns the trace."""
    stage.fresh()
    stage.drop(count, empty=1)
    (stage.spool / "inbox/conflict").mkdir()
    stage.put("conflict/named.txt", (TEXT % 99).encode())
    trace = stage.base / "trace"
    trace.unlink(missing_ok=True)
    status, log = stage.once("--durability", durability, trace=trace, **faults)
    check(status in statuses, f"ended with {status}\n{log}")
    return trace


@case("whatever is told of is durable by then: bytes before names, names before originals move, moves before history")
def c3_order(stage, full):
    outputs = 0
    for durability in ["group", "strict"]:
        outputs += order.check_order(traced(stage, durability), stage.spool, durability, durability)[0]
    if full:
        for durability in ["group", "strict"]:
            trace = traced(stage, durability, count=200)
            outputs += order.check_order(trace, stage.spool, durability, f"{durability} under load")[0]
        # What is done anew after a sync that failed may not rest on that one; at the start it refuses the start.
        for durability, kind in [("group", "syncfs"), ("group", "fsync"), ("strict", "fsync")]:
            for when in range(1, traced_kinds(traced(stage, durability)).count(kind) + 1):
                trace = traced(stage, durability, fault=f"{kind}:EIO:{when}", statuses=(1, 71))
                outputs += order.check_order(trace, stage.spool, durability, f"{durability}, {kind} {when} failed")[0]
    return f"{outputs} outputs followed"


@case("what relaxed leaves out is told: it keeps the order of names, and syncs nothing")
def c3_relaxed(stage, full):
    trace = traced(stage, "relaxed")
    order.check_order(trace, stage.spool, "relaxed", "relaxed")
    rules = set(order.broken_rules(trace, stage.spool))
    missed = {order.BYTES, order.NAMES, order.NOTE, order.MOVE, order.LEDGER} - rules
    check(not missed, f"a run without a sync passes for one that keeps: {'; '.join(missed)}")


@case("a sync that is left out is noticed, each by its own rule")
def c3_left_out(stage, full):
    for durability, kind, paths, rule in LEFT_OUT:
        trace = traced(stage, durability, fault=f"{kind}:SKIP:1:1000000", paths=paths)
        rules = order.broken_rules(trace, stage.spool)
        check(rule in rules, f"{durability} without {kind} of {paths} passes; noticed: {list(rules.values())}")
    return f"{len(LEFT_OUT)} of {len(LEFT_OUT)}"


@case("a program that is broken on purpose is noticed, each by its own rule", fast=False)
def c3_mutants(stage, full):
    for tool in ["swift", "patch"]:
        if not shutil.which(tool):
            raise Left(f"there is no {tool}")
    tree = stage.base / "tree"
    copy_tree(tree)
    sound = stage.program
    try:
        for name, (durability, rule) in BROKEN.items():
            patch(tree, name)
            stage.program = build(tree, name)
            patch(tree, name, "--reverse")
            rules = order.broken_rules(traced(stage, durability), stage.spool)
            check(rule in rules, f"{name} passes; noticed: {list(rules.values())}")
    finally:
        stage.program = sound
    return f"{len(BROKEN)} of {len(BROKEN)}"


def copy_tree(tree):
    tree.mkdir()
    for name in ["Package.swift", "Package.resolved", "Sources", "Tests", ".build"]:
        if (ROOT / name).exists():
            subprocess.run(["cp", "-a", "--reflink=auto", ROOT / name, tree / name], check=True)
    # Compiled modules know where they lie, and are made anew elsewhere.
    for cache in (tree / ".build").glob("*/*/ModuleCache"):
        shutil.rmtree(cache)


def patch(tree, name, *options):
    result = subprocess.run(["patch", "-p1", "--silent", "--directory", tree, "--input", MUTANTS / f"{name}.patch",
                             *options], stdout=subprocess.PIPE)
    check(result.returncode == 0, f"{name}.patch does not fit the program any more\n{result.stdout.decode()}")


def build(tree, name):
    result = subprocess.run(["swift", "build", "--product", "dispaccio"], cwd=tree, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
    if result.returncode != 0:
        raise Broken(f"{name} cannot be built\n{result.stdout.decode()[-2000:]}")
    return tree / ".build/debug/dispaccio"
