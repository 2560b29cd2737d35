"""Time: the date may leap, files may bear any date, and the process may stand still."""

import contextlib
import os
import signal
import struct
import time

from suite.promises import case, check
from suite.stage import TEXT

HOUR, YEARS = 3600, 10 * 365 * 86400
LEAPS = {"an hour on": HOUR, "an hour back": -HOUR, "ten years on": YEARS, "ten years back": -YEARS}


class Clock:
    """The date that a daemon of this stage sees: off by what is set here, from this moment on."""

    def __init__(self, stage):
        self.path = stage.base / "clock"
        self.path.write_bytes(bytes(8))

    def set(self, seconds):
        # In one piece, in the place that the daemon looks at.
        with open(self.path, "r+b", buffering=0) as file:
            file.write(struct.pack("q", seconds))


def seconds(body):
    began = time.monotonic()
    body()
    return time.monotonic() - began


def chosen(full):
    return LEAPS if full else {what: LEAPS[what] for what in ("ten years on", "ten years back")}


@case("a leap of the date hastens and delays no report that settles")
def t1_settling(stage, full):
    for what, leap in chosen(full).items():
        stage.fresh()
        clock = Clock(stage)
        process = stage.start("--settle", "0.6", clock=clock.path)
        path = stage.spool / "inbox/settling.txt"
        # Written in place: only its staying the same tells that it is complete.
        path.write_bytes(TEXT.encode())
        stage.inputs[path.name] = TEXT.encode()
        clock.set(leap)
        taken = seconds(lambda: stage.until("it is taken", lambda: not path.exists()))
        check(0.4 < taken < 5, f"{what}: it was taken after {taken:.2f} s instead of 0.6 s")
        stage.until("a record", lambda: len(stage.records()) == 1)
        clock.set(0)
        stage.drop(2)
        stage.until("all records after the way back", lambda: len(stage.records()) == 3)
        process.terminate()
        check(process.wait(30) == 0, f"{what}: the daemon did not end well")
        stage.sound(what)


@case("a leap of the date hastens and delays no report that is to be tried again, nor does one over a restart")
def t1_back_off(stage, full):
    for what, leap in chosen(full).items():
        for is_restarted in [False, True] if full else [leap < 0]:
            stage.fresh()
            clock = Clock(stage)
            process = stage.start(clock=clock.path)
            name = "written.txt"
            with written(stage, name):
                stage.until("it waits for its next try", lambda: stage.items("deferred"))
            clock.set(leap)
            if is_restarted:
                process.terminate()
                process.wait(30)
                process = stage.start(clock=clock.path)
            waited = seconds(lambda: stage.until("a record", lambda: len(stage.records()) == 1))
            # With the date on, its time has come by all that a start can know.
            earliest = 0 if is_restarted and leap > 0 else 1
            check(earliest < waited < 6, f"{what}: tried again after {waited:.2f} s instead of 2 s")
            process.terminate()
            check(process.wait(30) == 0, f"{what}: the daemon did not end well")
            stage.sound(what)


@contextlib.contextmanager
def written(stage, name):
    """A file that is in the inbox under its name, and still open for writing, for as long as the block runs."""
    path = stage.spool / "inbox" / name
    with open(path.with_name(f".{name}"), "wb") as file:
        file.write(TEXT.encode())
        file.flush()
        path.with_name(f".{name}").rename(path)
        stage.inputs[name] = TEXT.encode()
        yield


@case("a leap of the date neither cuts a drain short nor makes it long")
def t1_drain(stage, full):
    stage.configure("drain_deadline = 0.8")
    for what, leap in chosen(full).items():
        stage.fresh()
        clock = Clock(stage)
        process = stage.start(fault="syncfs:EIO:1:1000000", during=stage.during, clock=clock.path)
        stage.during.touch()
        stage.drop(2)
        stage.until("the pause is told", lambda: "spool_paused" in stage.log())
        process.terminate()
        stage.until("it drains", lambda: "service_draining" in stage.log())
        clock.set(leap)
        took = seconds(lambda: process.wait(30))
        check(process.returncode == 3, f"{what}: ended with {process.returncode}")
        check(0.5 < took < 8, f"{what}: drained for {took:.2f} s instead of 0.8 s")
        stage.during.unlink()
        status, log = stage.once()
        check(status == 0, f"{what}: the restart ended with {status}\n{log}")
        stage.sound(what)


@case("a leap of the date clears no originals out of done/")
def t1_kept_originals(stage, full):
    stage.configure("keep_done_days = 30")
    stage.drop(2)
    stage.once()
    clock = Clock(stage)
    clock.set(YEARS)
    process = stage.start(clock=clock.path)
    stage.drop(2)
    stage.until("all records", lambda: len(stage.records()) == 4)
    process.terminate()
    check(process.wait(30) == 0, "the daemon did not end well")
    clock.set(0)
    status, log = stage.once(clock=clock.path)
    check(status == 0, f"ended with {status}\n{log}")
    stage.sound("after a leap and back")


@case("reports that bear a date of 1970, of 2099 or from before all dates are taken like others")
def t2_dates(stage, full):
    stage.drop(3)
    for name, when in [("report-0.txt", 0), ("report-1.txt", 4_070_908_800), ("report-2.txt", -2_000_000_000)]:
        os.utime(stage.spool / "inbox" / name, (when, when))
    process = stage.start("--settle", "0.3")
    stage.until("all records", lambda: len(stage.records()) == 3)
    for name, when in [("old.txt", 0), ("new.txt", 4_070_908_800)]:
        stage.put(name, (TEXT % when).encode())
        with contextlib.suppress(FileNotFoundError):
            os.utime(stage.spool / "inbox" / name, (when, when))
    stage.until("all records", lambda: len(stage.records()) == 5)
    check(stage.status()["oldestSeconds"] >= 0, "an age is below nothing")
    process.terminate()
    check(process.wait(30) == 0, "the daemon did not end well")
    stage.sound("with dates of all times")


@case("a daemon that stood still for a while goes on as if nothing had been, and doubles nothing")
def t3_suspended(stage, full):
    process = stage.start("--durability", "group")
    stage.drop(100)
    for _ in range(5 if full else 2):
        enough = len(stage.records()) + 10
        stage.until("some records", lambda: len(stage.records()) >= enough)
        process.send_signal(signal.SIGSTOP)
        stage.drop(50)
        time.sleep(12 if full else 0.5)
        process.send_signal(signal.SIGCONT)
    stage.until("all records", lambda: len(stage.records()) == len(stage.inputs), seconds=60)
    process.terminate()
    check(process.wait(30) == 0, "the daemon did not end well")
    stage.sound("after standing still")
    names = [path.name for path in (stage.spool / "done").glob("**/original/*")]
    check(len(names) == len(set(names)), "a report was done twice")
    return f"{len(names)} reports"
