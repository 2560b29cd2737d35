"""Checks the order in which a run made its calls: that nothing is lost if the power fails between any two of them.

A kill leaves what the kernel holds in memory, so no test that kills can see a sync that is missing. This reads the
trace of a run instead. Each call has a line before it and a line after it, and one call comes before another only if
its second line stands before the other's first: calls that overlap prove nothing.
"""

import fnmatch
import json
import os
import re

from suite.promises import check

# The rules, in the words in which a breach is told.
BYTES = "bytes are durable before they get their name"
RECORD = "the record gets its name after the briefs"
NAMES = "names in out/ are durable before the original leaves work/"
NOTE = "a note is durable before its item moves"
MOVE = "a move is durable before the ledger tells of it"
LEDGER = "the ledger is durable in the end"
ITEM = "an item is ready before its original is moved into it"
KEPT = "an original is moved, and never removed"
WHOLE = "a file in out/ appears whole and stays as it is"
ONCE = "a file that could not be synced is written anew, not synced again"

# Those that a durability without syncs does not promise.
OF_SYNCS = {BYTES, NAMES, NOTE, MOVE, LEDGER, ONCE}

RENAMES = {"rename", "renameat", "renameat2"}
SYNCS = {"fsync", "fdatasync", "syncfs"}
REMOVALS = {"unlink", "unlinkat"}
TICKET = "[0-9a-f]{16}-[0-9a-f]+"
NEVER = float("inf")


class Call:
    """A call of the trace. `file` is device and inode of what it is made on, paths are relative to the spool."""

    def __init__(self, line, fields, spool):
        _, _, self.kind, self.file, path, target = fields
        self.path, self.target = (relative(name, spool) for name in (path, target))
        self.began, self.ended, self.result = line, NEVER, None

    @property
    def well(self):
        return self.result is not None and self.result >= 0


def relative(path, spool):
    """A path as seen from the spool, which itself is empty."""
    if path == spool:
        return ""
    return os.path.normpath(path[len(spool) + 1:]) if path.startswith(spool + "/") else path


def read(trace, spool):
    """The calls of a trace in the order in which they began."""
    calls = {}
    for number, line in enumerate(trace.read_text(errors="replace").splitlines(), 1):
        fields = line.split("\t")
        if fields[0] == "+":
            calls[fields[1]] = Call(number, fields, spool)
        elif fields[0] == "-":
            call = calls[fields[1]]
            call.ended, call.result = number, int(fields[2])
            if call.kind == "openat":
                call.file = fields[3]
    return list(calls.values())


class Order:
    """The rules, applied to one run from its start to its end; `breaches` has a sentence for each breach."""

    def __init__(self, trace, spool):
        self.spool = os.path.realpath(spool)
        self.calls = read(trace, self.spool)
        self.syncs = [call for call in self.calls if call.kind in SYNCS and call.result == 0]
        self.writes = [call for call in self.calls if call.kind in ("write", "ftruncate")]
        self.breaches = []
        self.sort_renames()
        self.read_ledger()
        for rule in (self.check_seen, self.check_outputs, self.check_records, self.check_moves, self.check_claims,
                     self.check_removals, self.check_ledger, self.check_failed_syncs):
            rule()

    def breach(self, rule, message):
        self.breaches.append((rule, f"{rule}: {message}"))

    # What the run did.

    def sort_renames(self):
        self.outputs, self.moves, self.claims = [], [], []
        for call in self.calls:
            if call.kind not in RENAMES or call.result != 0 or call.path.endswith("/.dispaccio-probe"):
                continue
            output = re.fullmatch(rf"out/\.tmp/({TICKET})\.\d+\.[0-9a-f]+", call.path)
            move = re.fullmatch(rf"work/({TICKET})", call.path)
            claim = re.fullmatch(rf"work/({TICKET})/original/[^/]+", call.target)
            if output and re.fullmatch("out/[^/]+", call.target):
                call.ticket = output[1]
                self.outputs.append(call)
            elif move and call.target.endswith("/" + move[1]):
                call.ticket = move[1]
                self.moves.append(call)
            elif claim and call.path.startswith("inbox/"):
                call.ticket = claim[1]
                self.claims.append(call)
            elif call.target.startswith("out/"):
                self.breach(WHOLE, f"{call.target} came from {call.path}")
            elif call.path.startswith("inbox/") or "/original/" in call.path:
                self.breach(KEPT, f"{call.path} became {call.target}")

    def read_ledger(self):
        """Which line, by the ticket in it, was written by which call."""
        self.lines = {}
        for path in {call.path for call in self.writes if call.path.startswith("ledger/")}:
            writes = [call for call in self.writes if call.path == path and call.kind == "write" and call.well]
            content = open(os.path.join(self.spool, path), "rb").read()
            offset = len(content) - sum(call.result for call in writes)
            starts = []
            for call in writes:
                starts.append((offset, call))
                offset += call.result
            offset = 0
            for line in content.splitlines(True):
                writer = [call for start, call in starts if start <= offset]
                if writer and line.startswith(b"{"):
                    fields = json.loads(line)
                    self.lines[fields["ticket"]] = (fields, writer[-1])
                offset += len(line)

    # What is durable when.

    def is_durable(self, since, until, file, folder=None):
        """Whether a file, or the names in a folder, were synced wholly after one line and wholly before another."""
        device = file.split(":")[0]
        return any(
            since < sync.began and sync.ended < until
            and (sync.file.split(":")[0] == device if sync.kind == "syncfs"
                 else sync.file == file if folder is None else sync.path == folder)
            for sync in self.syncs)

    def last_write(self, file, until):
        """The line at which the last of the writes that began before a line had ended."""
        return max((call.ended for call in self.writes if call.file == file and call.began < until), default=0)

    # The rules.

    def check_seen(self):
        """What lies in the spool came there by calls that were seen: or else the rules prove nothing."""
        names = {call.target for call in self.outputs}
        items = {call.target for call in self.moves}
        for name in os.listdir(f"{self.spool}/out"):
            if not name.startswith("."):
                check(f"out/{name}" in names, f"the trace does not tell how out/{name} came to be")
        for folder, folders, _ in os.walk(self.spool):
            for name in folders:
                item = relative(os.path.join(folder, name), self.spool)
                if re.fullmatch(f"(failed|deferred|done/.*)/{TICKET}", item):
                    check(item in items, f"the trace does not tell how {item} came to be")

    def check_outputs(self):
        for call in self.outputs:
            if not self.is_durable(self.last_write(call.file, call.began), call.began, call.file):
                self.breach(BYTES, f"{call.target}, at line {call.began}")
        for call in self.calls:
            in_place = re.fullmatch(r"out/[^/.][^/]*", call.path)
            if in_place and call.kind in REMOVALS | {"write", "ftruncate"}:
                self.breach(WHOLE, f"{call.kind} of {call.path}, at line {call.began}")

    def check_records(self):
        firsts = {}
        for call in self.outputs:
            # What is done anew after an error comes in the place of what is there.
            firsts.setdefault((call.ticket, call.target), call)
        for record in firsts.values():
            for brief in firsts.values():
                if (record.target.endswith(".json") and brief.ticket == record.ticket and brief is not record
                        and not brief.ended < record.began):
                    self.breach(RECORD, f"{record.target} at line {record.began}, {brief.target} at {brief.began}")

    def check_moves(self):
        for move in self.moves:
            self.check_names(move)
            self.check_notes(move)
            self.check_move(move)

    def check_names(self, move):
        # When a sync after the move fails, all is done anew: those names are there by then.
        names = [call for call in self.outputs if call.ticket == move.ticket and call.began < move.began]
        fields, _ = self.lines.get(move.ticket, ({}, None))
        if move.target.startswith("done/") and not names:
            # The same report came before: it is that one's record that has to be there.
            names = [call for call in self.outputs if call.target == f"out/{fields.get('id')}.json"][:1]
        for name in names:
            if not self.is_durable(name.ended, move.began, name.file, folder="out"):
                self.breach(NAMES, f"{name.target} at line {name.began}, {move.target} at {move.began}")

    def check_notes(self, move):
        for name in ("reason.json", "retry.json"):
            # The last one counts: it took the place of one that could not be synced.
            notes = [call.file for call in self.writes
                     if call.path == f"{move.path}/{name}" and call.began < move.began]
            for file in notes[-1:]:
                if not self.is_durable(self.last_write(file, move.began), move.began, file):
                    self.breach(NOTE, f"{move.target}/{name}, moved at line {move.began}")

    def check_move(self, move):
        told = self.lines[move.ticket][1].began if move.ticket in self.lines else NEVER
        folders = [(move.ended, os.path.dirname(move.target)), (move.ended, "work")]
        for call in self.calls:
            # Of a folder that was made for it, or for the spool as a whole, the name has to stay too.
            if call.kind == "mkdirat" and call.result == 0 and (
                    move.target.startswith(call.path + "/") or call.path and "/" not in call.path):
                folders.append((call.ended, os.path.dirname(call.path)))
        for since, folder in folders:
            if not self.is_durable(since, told, move.file, folder=folder):
                when = "ever" if told == NEVER else f"line {told}"
                self.breach(MOVE, f"{move.target} at line {move.began}: "
                                  f"{folder or 'the spool'} is not synced before {when}")

    def check_claims(self):
        for claim in self.claims:
            item = f"work/{claim.ticket}"
            before = [call for call in self.calls if call.well and call.path.startswith(item + "/")]
            wanted = [("mkdirat", f"{item}/original"), ("write", f"{item}/item.json"), ("close", f"{item}/item.json")]
            if claim.path.count("/") > 1:
                wanted.append(("openat", f"{item}/pipeline=*"))
            for kind, path in wanted:
                if not any(call.kind == kind and fnmatch.fnmatch(call.path, path) and call.ended < claim.began
                           for call in before):
                    self.breach(ITEM, f"{claim.path} at line {claim.began}: no {kind} of {path} before it")

    def check_removals(self):
        for call in self.calls:
            if call.kind not in REMOVALS or call.path.endswith("/.dispaccio-probe") or call.result != 0:
                continue
            if re.match(f"inbox/|[^/]+/{TICKET}/original/", call.path):
                self.breach(KEPT, f"{call.path} is removed at line {call.began}")

    def check_ledger(self):
        for path in {call.path for call in self.writes if call.path.startswith("ledger/")}:
            last = max((call for call in self.writes if call.path == path), key=lambda call: call.began)
            if not self.is_durable(last.ended, NEVER, last.file):
                self.breach(LEDGER, f"{path}, written last at line {last.began}")

    def check_failed_syncs(self):
        for failed in self.calls:
            if failed.kind not in ("fsync", "fdatasync") or failed.result in (None, 0):
                continue
            for again in self.calls:
                if (again.kind in ("fsync", "fdatasync") and again.file == failed.file and again.path == failed.path
                        and again.began > failed.ended
                        and self.last_write(again.file, again.began) < failed.ended
                        and not os.path.isdir(os.path.join(self.spool, failed.path))):
                    self.breach(ONCE, f"{failed.path} at lines {failed.began} and {again.began}")


def check_order(trace, spool, durability, where):
    """Checks a run for what its durability promises; returns how many outputs and items were followed."""
    order = Order(trace, spool)
    broken = [message for rule, message in order.breaches if durability != "relaxed" or rule not in OF_SYNCS]
    check(not broken, f"{where}: {len(broken)} breaches: " + "; ".join(broken[:3]))
    return len(order.outputs), len(order.moves)


def broken_rules(trace, spool):
    """The rules that a run breaks, each with the first sentence about it."""
    rules = {}
    for rule, message in Order(trace, spool).breaches:
        rules.setdefault(rule, message)
    return rules
