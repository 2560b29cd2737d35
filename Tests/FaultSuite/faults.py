#!/usr/bin/env python3
"""The fault suite: what the spool promises, tried on the real program with faults put into it.

  Tests/FaultSuite/faults.py             the fast selection
  Tests/FaultSuite/faults.py --full      everything, with load and mounts; the better part of an hour
  Tests/FaultSuite/faults.py C1 D4       some cases, in full
  Tests/FaultSuite/faults.py --list      what there is

Each case bears the name of its promise. It needs a C compiler; cases that need root, a mount or a program that is not
here say so when they are left out. Ends with 0 if all held, with 1 otherwise; the last line has the counts.
"""

import argparse
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

sys.dont_write_bytecode = True

# Each registers its cases, which run in this order.
import cases.crash
import cases.order
import cases.disk
import cases.clock
import cases.wild
import cases.watching
import cases.control
import cases.load
from suite.promises import CASES, Broken, Left, Points
from suite.stage import Stage

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", help="such as C1 or D4; all if none is named")
    parser.add_argument("--full", action="store_true", help="every case, kind, error and durability")
    parser.add_argument("--list", action="store_true", help="only name the cases and their promises")
    parser.add_argument("--sample", type=int, default=1, help="try every N-th point only, from a random one on")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 16), help="of what is random")
    parser.add_argument("--program", default=str(ROOT / ".build/debug/dispaccio"))
    parser.add_argument("--base", default=None, help="folder for the spools; the default is the system's for temporary files")
    return parser.parse_args()


def tried(body, stage, full):
    """Runs a case; returns the kind of its end and the words for it."""
    try:
        detail = body(stage, full)
        return "held", "held" + (f", {detail}" if detail else "")
    except Left as reason:
        return "left out", f"left out: {reason}"
    except (Broken, subprocess.TimeoutExpired) as reason:
        return "broken", f"BROKEN: {reason}"
    except Exception:  # A fault of the case itself must not hide what the others find.
        return "broken", f"BROKEN: {traceback.format_exc()}"
    finally:
        stage.close()


def main():
    options = arguments()
    chosen = [case for case in CASES
              if (case[0] in options.cases if options.cases else case[3] or options.full or options.list)]
    unknown = set(options.cases) - {case[0] for case in CASES}
    if unknown:
        sys.exit(f"no such case: {', '.join(sorted(unknown))}")
    if options.list:
        for identifier, promise, _, fast in chosen:
            print(f"{identifier:4} {promise}{'' if fast else ' (--full)'}")
        return 0
    Points.step = max(1, options.sample)
    random.seed(options.seed)
    print(f"seed {options.seed}", flush=True)
    work = pathlib.Path(tempfile.mkdtemp(prefix="dispaccio-injector."))
    # Some daemons run as somebody else.
    work.chmod(0o755)
    injector = work / "injector.so"
    compiled = subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", injector, HERE / "injector.c", "-ldl"])
    if compiled.returncode != 0:
        print("nothing was tried: there is no C compiler")
        return 1
    ends = {"held": 0, "left out": 0, "broken": 0}
    full = options.full or bool(options.cases)
    for identifier, promise, body, _ in chosen:
        began = time.monotonic()
        end, words = tried(body, Stage(options.program, injector, options.base), full)
        ends[end] += 1
        print(f"{identifier} {promise}: {words} ({time.monotonic() - began:.1f} s)", flush=True)
    shutil.rmtree(work)
    print(", ".join(f"{count} {end}" for end, count in ends.items()))
    return 1 if ends["broken"] else 0


if __name__ == "__main__":
    sys.exit(main())
