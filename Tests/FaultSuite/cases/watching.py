"""Watching: events are a hint, and what they do not tell the next look at the whole inbox finds."""

import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

from suite.mounts import mounted, needs_root
from suite.promises import Left, case, check
from suite.reports import cookie, counter, end, ends, events, held, ledger, place, record
from suite.stage import TEXT

LIMITS = pathlib.Path("/proc/sys/fs/inotify")


@contextlib.contextmanager
def limit(name, value):
    """A limit of the whole machine, for as long as the block runs."""
    needs_root("changes a limit of the machine")
    path = LIMITS / name
    before = path.read_text()
    try:
        path.write_text(str(value))
    except OSError as reason:
        raise Left(f"{name} cannot be set: {reason.strerror}")
    try:
        yield
    finally:
        path.write_text(before)


def status(stage):
    """What the daemon says of itself when it is asked."""
    result = subprocess.run(stage.command("status", "--json"), stdout=subprocess.PIPE, timeout=30)
    check(result.returncode == 0, f"status ended with {result.returncode}")
    return json.loads(result.stdout)


def drop_quickly(stage, count, inside=""):
    """Reports made elsewhere, then moved into the inbox as fast as the machine can; returns the seconds it took."""
    many = stage.base / "many"
    many.mkdir()
    names = [f"{inside}many-{number}.txt" for number in range(count)]
    for number, name in enumerate(names):
        content = (TEXT % number).encode()
        (many / os.path.basename(name)).write_bytes(content)
        stage.inputs[os.path.basename(name)] = content
    began = time.monotonic()
    for name in names:
        os.rename(many / os.path.basename(name), stage.spool / "inbox" / name)
    took = time.monotonic() - began
    many.rmdir()
    return took


@case("when events are lost, the inbox is looked through at once, it is told once, and no report is left behind")
def w1_overflow(stage, full):
    room = int((LIMITS / "max_queued_events").read_text())
    if room > 200_000:
        raise Left(f"the queue takes {room} events")
    overflow(stage, room)


@case("a queue of a few events only costs time", fast=False)
def w1_small_queue(stage, full):
    with limit("max_queued_events", 16):
        overflow(stage, 16, count=200)


def overflow(stage, room, count=50):
    process = stage.start()
    cookie(stage)
    process.send_signal(signal.SIGSTOP)
    stage.until("it stands still", lambda: " T " in pathlib.Path(f"/proc/{process.pid}/stat").read_text())
    # Files that nobody wants fill the queue: each is made and closed, which are two events.
    noise = stage.spool / "inbox/.noise"
    for _ in range(room // 2 + 1):
        noise.touch()
        noise.unlink()
    drop_quickly(stage, count)
    process.send_signal(signal.SIGCONT)
    # Well before the next look that was due anyhow.
    stage.until("all are records", lambda: len(stage.records()) == len(stage.inputs), seconds=15)
    cookie(stage)
    stage.stop(process)
    lost, found = counter(stage, "dispaccio_watch_overflows_total"), counter(stage, "dispaccio_rescan_found_total")
    check(lost == 1 and len(events(stage, "watch_overflowed")) == 1, f"{lost} overflows counted, one made")
    # A report is counted once, whoever sees it first. Of those whose events were lost only looking can tell; either cookie
    # may also be met by the look that confirms that all is done.
    told = counter(stage, "dispaccio_files_discovered_total", "inotify")
    met = counter(stage, "dispaccio_files_discovered_total", "startup")
    check(told + met + found == len(stage.inputs), f"{told} told, {found} found by looking, of {len(stage.inputs)} reports")
    check(count <= found <= count + 2 - met, f"{found} reports counted as found by looking, {count} events lost")
    stage.sound("after events were lost")


@case("without any watch the inbox is looked through all the same, and one warning names the limit to raise")
def w2_no_watches(stage, full):
    stage.configure("rescan = 0.1")
    for fault in "inotify_add_watch:ENOSPC:1:1000000", "inotify_init1:EMFILE:1:1000000":
        stage.fresh()
        process = stage.start(fault=fault)
        polling(stage)
        stage.stop(process)
        check(counter(stage, "dispaccio_files_discovered_total", "inotify") == 0, "something was told after all")
        stage.sound(f"after {fault}")


@case("once the limit is raised, folders are watched again without a restart")
def w2_watches_again(stage, full):
    stage.configure("rescan = 0.1")
    process = stage.start(fault="inotify_add_watch:ENOSPC:1:8")
    stage.until("it is watched", lambda: status(stage)["isWatching"])
    cookie(stage)
    check(len(events(stage, "watch_unavailable")) == 1, "one warning was due")
    stage.stop(process)
    stage.sound("after the limit was raised")


@case("with the machine's own limits at zero it is the same", fast=False)
def w2_limits(stage, full):
    stage.configure("rescan = 0.1")
    for name in "max_user_watches", "max_user_instances":
        stage.fresh()
        with limit(name, 0):
            process = stage.start()
            polling(stage)
        stage.stop(process)
        stage.sound(f"with {name} at zero")


def polling(stage):
    (stage.spool / "inbox/folder").mkdir()
    place(stage, "folder/below.txt", (TEXT % 0).encode())
    record(stage, "folder/below.txt")
    stage.inputs["below.txt"] = stage.inputs.pop("folder/below.txt")
    # Each is found by another look.
    for _ in range(5):
        cookie(stage)
    told = events(stage, "watch_unavailable")
    check(len(told) == 1, f"{len(told)} warnings, not one")
    check("level=warning" in told[0] and "fs.inotify.max_user_watches" in told[0], f"the warning is {told[0]}")
    check(not status(stage)["isWatching"], "the status says that it watches")
    (stage.spool / "inbox/folder").rmdir()


@case("thousands of reports moved in within a second all become records")
def w3_many_at_once(stage, full):
    count = 10_000 if full else 600
    process = stage.start()
    cookie(stage)
    took = drop_quickly(stage, count)
    # The inbox first: counting the lines of a ledger that is being written keeps the machine from writing it.
    inbox = stage.spool / "inbox"
    stage.until("the inbox is empty", lambda: not any(os.scandir(inbox)), seconds=300)
    stage.until("all are records", lambda: ledger_length(stage) == count + 1, seconds=60)
    stage.stop(process)
    stage.sound(f"after {count} at once")
    return f"{count} in {took:.2f} s"


def ledger_length(stage):
    """How many lines the ledger has: reading them costs more."""
    return sum(path.read_bytes().count(b"\n") for path in (stage.spool / "ledger").glob("*"))


@case("a tree of folders that is moved in is walked through, and what comes into its folders later is seen")
def w4_tree_moved_in(stage, full):
    process = stage.start()
    cookie(stage)
    tree = stage.base / "tree"
    (tree / "a/b/c").mkdir(parents=True)
    for number, folder in enumerate([".", "a", "a/b", "a/b/c"]):
        (tree / folder / f"inside-{number}.txt").write_text(TEXT % number)
    (tree / "a/.hidden").mkdir()
    (tree / "a/.hidden/not-this.txt").write_text(TEXT % 9)
    tree.rename(stage.spool / "inbox/tree")
    for number, folder in enumerate(["", "a/", "a/b/", "a/b/c/"]):
        record(stage, f"tree/{folder}inside-{number}.txt")
        place(stage, f"tree/{folder}later-{number}.txt", (TEXT % (10 + number)).encode())
        record(stage, f"tree/{folder}later-{number}.txt")
    check((stage.spool / "inbox/tree/a/.hidden/not-this.txt").exists(), "a hidden folder was entered")
    # Moved within the inbox, a folder is watched under its new name.
    (stage.spool / "inbox/tree/a").rename(stage.spool / "inbox/moved")
    place(stage, "moved/b/last.txt", (TEXT % 20).encode())
    record(stage, "moved/b/last.txt")
    (stage.spool / "inbox/tree").rename(stage.base / "out-again")
    cookie(stage)
    (stage.base / "out-again/gone.txt").write_text(TEXT % 30)
    cookie(stage)
    check((stage.base / "out-again/gone.txt").exists(), "a folder that was moved away is still read")
    stage.stop(process)
    check(not events(stage, "file_skipped") and not events(stage, "spool_paused"), "something was told as wrong")


@case("folders that lie too deep are left alone and told once, all above are read")
def w4_too_deep(stage, full):
    stage.configure("rescan = 0.1")
    levels = [f"level-{number}" for number in range(1, 20)]
    deep, last = "/".join(levels), "/".join(levels[:16])
    tree = stage.base / "tree"
    (tree / deep).mkdir(parents=True)
    (tree / deep / "below.txt").write_text(TEXT % 2)
    process = stage.start()
    (tree / levels[0]).rename(stage.spool / "inbox" / levels[0])
    place(stage, f"{last}/last.txt", (TEXT % 1).encode())
    record(stage, f"{last}/last.txt")
    # One that only an event tells of lies as deep.
    beside = stage.base / "beside"
    beside.mkdir()
    (beside / "below.txt").write_text(TEXT % 3)
    beside.rename(stage.spool / "inbox" / last / "beside")
    for _ in range(3):
        cookie(stage)
    told = events(stage, "file_skipped")
    check(len(told) == 2 and all("reason=too_deep" in line for line in told), f"is told: {told}")
    left = {path.parent.name for path in (stage.spool / "inbox").glob("**/below.txt")}
    check(left == {"beside", levels[-1]}, f"of the reports that lie too deep there are {left}")
    stage.stop(process)


@case("a folder that is made and filled in a moment is not missed")
def w4_filled_at_once(stage, full):
    rounds = 200 if full else 30
    process = stage.start("--settle", "0.3", "--empty-grace", "20")
    inbox = stage.spool / "inbox"
    for number in range(rounds):
        # Both ways: written there, and moved there.
        folder = inbox / f"folder-{number}" / "below"
        folder.mkdir(parents=True)
        (folder / f"written-{number}.txt").write_text(TEXT % number)
        place(stage, f"folder-{number}/moved-{number}.txt", (TEXT % number).encode())
    stage.until("all are records", lambda: len(ledger(stage)) == 2 * rounds)
    stage.stop(process)
    left = [path for path in inbox.glob("**/*") if path.is_file()]
    check(not left, f"left: {left}")
    check(len(stage.records()) == 2 * rounds, f"{len(stage.records())} records of {2 * rounds}")
    check(counter(stage, "dispaccio_documents_failed_total") == 0, "some failed")


@case("a folder that is removed, or turns into a link, while it is looked through stops nothing and leads nowhere")
def w4_removed_while_scanned(stage, full):
    outside = stage.base / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("Un segreto, fuori dalla posta.\n")
    for turn in [lambda path: None, lambda path: path.symlink_to(outside), lambda path: path.write_text(TEXT % 1)]:
        stage.fresh()
        folder = stage.spool / "inbox/vanishing"
        with held(stage, "openat", "inbox/vanishing") as (process, wait, go_on):
            folder.mkdir()
            (folder / "inside.txt").write_text(TEXT % 0)
            wait()
            shutil.rmtree(folder)
            turn(folder)
            go_on()
            cookie(stage)
            if folder.is_file():
                record(stage, "vanishing")
            check(not events(stage, "spool_paused"), "a folder that is gone paused the daemon")
            stage.stop(process)
        check((outside / "secret.txt").exists() and len(stage.records()) <= 2, "a link to a folder was followed")
    # Removed while what lies in it settles, and made again.
    stage.fresh()
    process = stage.start("--settle", "1")
    for number in range(5):
        folder.mkdir()
        (folder / "inside.txt").write_text(TEXT % number)
        shutil.rmtree(folder)
    folder.mkdir()
    place(stage, "vanishing/last.txt", (TEXT % 9).encode())
    record(stage, "vanishing/last.txt")
    check(not ends(stage, "vanishing/inside.txt"), "a report that is gone was worked on")
    stage.stop(process)


@case("where events never arrive, looking through the inbox finds every report, in folders too")
def w5_deaf(stage, full):
    stage.configure("rescan = 0.2")
    process = stage.start(fault="inotify_add_watch:DEAF:1:1000000")
    # What the first look meets is counted as found at the start, and that look may go on for a while.
    stage.until("the first look has ended", lambda: counter(stage, "dispaccio_rescans_total", "startup") == 1)
    unheard(stage, stage.spool / "inbox")
    stage.stop(process)
    check(counter(stage, "dispaccio_files_discovered_total", "inotify") == 0, "something was told after all")
    check(counter(stage, "dispaccio_rescan_found_total") == len(stage.inputs), "not all counted as found by looking")


@case("reports written below an overlay, where the kernel tells nothing, are found", fast=False)
def w5_overlay(stage, full):
    stage.configure("rescan = 0.2")
    parts = {name: stage.base / name for name in ("lower", "upper", "scratch")}
    for path in parts.values():
        path.mkdir()
    options = f"lowerdir={parts['lower']},upperdir={parts['upper']},workdir={parts['scratch']}"
    with mounted(stage.base / "merged", "-t", "overlay", "-o", options, "overlay") as merged:
        stage.fresh(merged / "spool")
        process = stage.start()
        try:
            unheard(stage, parts["upper"] / "spool/inbox")
            stage.stop(process)
            check(counter(stage, "dispaccio_files_discovered_total", "inotify") == 0, "something was told after all")
        finally:
            process.kill()
            process.wait()


def unheard(stage, inbox):
    """Reports put where the daemon looks, one after the other, in a folder too."""
    (inbox / "folder").mkdir()
    for number, name in enumerate(["first.txt", "folder/second.txt", "third.txt"]):
        arriving = inbox / ".arriving"
        arriving.write_text(TEXT % number)
        arriving.rename(inbox / name)
        stage.inputs[name] = (TEXT % number).encode()
        check(record(stage, name)["text"] == TEXT % number, f"the record of {name} is another one")


@case("reports that are still being written when the daemon starts are taken when they are complete")
def w6_written_at_start(stage, full):
    contents = {f"{age}.txt": "".join(TEXT % (number + shift) for number in range(20))
                for age, shift in (("new", 0), ("old", 50))}
    paths = {name: stage.spool / "inbox" / name for name in contents}
    files = {name: open(path, "w", buffering=1) for name, path in paths.items()}
    process = None
    began = time.monotonic()
    for number in range(20):
        if process and time.monotonic() - began > 1:
            raise Left("this machine is too busy to write without long pauses")
        began = time.monotonic()
        for name, file in files.items():
            check(paths[name].exists(), f"{name} was taken after {number} lines")
            file.write(TEXT % (number + 50 * (name == "old.txt")))
            if name == "old.txt":
                # It has not been written for years, says the file.
                os.utime(paths[name], (1_000_000_000, 1_000_000_000))
        if number == 4:
            process = stage.start("--settle", "1")
            began = time.monotonic()
        time.sleep(0.1)
    for name, file in files.items():
        file.close()
        stage.inputs[name] = contents[name].encode()
        check(record(stage, name)["text"] == contents[name], f"the record of {name} is not of all of it")
        check(end(stage, name) == ends(stage, name)[0], f"{name} was worked on twice")
    check(not events(stage, "document_retried"), "a report was taken before it was complete")
    stage.stop(process)
    stage.sound("after reports written at the start")


@case("reports are taken in the order in which they came: who waits for a later one has waited for all before it")
def w7_order(stage, full):
    count = 2000 if full else 200
    process = stage.start()
    drop_quickly(stage, count)
    cookie(stage)
    waiting = list((stage.spool / "inbox").iterdir())
    check(not waiting, f"{len(waiting)} are still in the inbox")
    stage.stop(process)
    taken = [fact["path"] for fact in sorted(ledger(stage), key=lambda fact: fact["ticket"])]
    wanted = [f"many-{number}.txt".encode() for number in range(count)]
    check(taken[:count] == wanted, "they were taken in another order")
    stage.sound("in order")
