"""The kinds of calls that faults are put into, and how many of each a run makes."""

from suite.stage import traced_kinds

KINDS = ["mkdirat", "renameat", "unlinkat", "fsync", "fdatasync", "syncfs", "write", "ftruncate", "flock", "rename",
         "openat", "close", "fstatat", "read"]
# Kinds that change something, and so few calls that a fast run can afford them all.
FAST_KINDS = ["mkdirat", "renameat", "fsync", "syncfs"]

COUNTED = {}


def count_calls(stage, kind):
    """How many calls of a kind a whole run makes."""
    if kind not in COUNTED:
        trace = stage.base / "trace"
        trace.unlink(missing_ok=True)
        stage.once(trace=trace)
        kinds = traced_kinds(trace)
        for known in KINDS:
            COUNTED[known] = kinds.count(known)
    return COUNTED[kind]


def count_start(stage, kind):
    trace = stage.base / "trace-start"
    trace.unlink(missing_ok=True)
    stage.once(trace=trace)
    # A run without reports makes none of these calls at its end.
    return traced_kinds(trace).count(kind)
