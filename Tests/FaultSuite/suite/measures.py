"""What a process takes, and how quickly it works, read from /proc and from its log."""

import dataclasses
import datetime
import os
import pathlib
import shlex


@dataclasses.dataclass
class Look:
    """One look at a process."""

    kilobytes: int
    threads: int
    descriptors: int

    def __str__(self):
        return f"{self.kilobytes // 1024} MB, {self.threads} threads, {self.descriptors} descriptors"


class Watcher:
    """Looks at a process now and then; what it took at most is kept."""

    def __init__(self, process):
        self.folder = pathlib.Path(f"/proc/{process}")
        self.peak_kilobytes = self.peak_threads = 0
        self.last = None

    def look(self):
        status = dict(line.split(":", 1) for line in (self.folder / "status").read_text().splitlines() if ":" in line)
        self.last = Look(int(status["VmRSS"].split()[0]), int(status["Threads"]), len(os.listdir(self.folder / "fd")))
        self.peak_kilobytes = max(self.peak_kilobytes, int(status["VmHWM"].split()[0]))
        self.peak_threads = max(self.peak_threads, self.last.threads)

    def watching(self, condition):
        """The condition, with a look each time it is asked."""
        def both():
            self.look()
            return condition()
        return both


def log_fields(path, event):
    """The fields of each line of an event in a text log; `time` in seconds since 1970."""
    for line in pathlib.Path(path).read_text(errors="replace").splitlines():
        if f"event={event} " not in line:
            continue
        fields = dict(part.split("=", 1) for part in shlex.split(line) if "=" in part)
        fields["time"] = datetime.datetime.fromisoformat(fields["time"].replace("Z", "+00:00")).timestamp()
        yield fields


def percentile(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def quarters(times):
    """How many a second there were in each quarter of the events."""
    ordered = sorted(times)
    size = len(ordered) // 4
    return [size / max(1e-9, ordered[start + size - 1] - ordered[start]) for start in range(0, size * 4, size)]
