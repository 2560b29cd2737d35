"""Files as found in the wild: slow writers, editors, odd kinds, names and sizes, archives, encodings."""

import fnmatch
import gzip
import io
import json
import lzma
import os
import pathlib
import shutil
import socket
import stat
import subprocess
import tarfile
import time
import tomllib
import unicodedata
import zipfile

from suite.promises import Left, case, check
from suite.reports import cookie, counter, ends, events, held, high_water, ledger, place, raw, reason, record
from suite.stage import TEXT

LINE = "Il reparto numero %d ha attaccato una base militare a Gao, perché così è più città.\n"


# F1, F2: files that change


class SlowWriter:
    """Writes a report bit by bit, straight into the inbox, as those do who know nothing of hidden names."""

    def __init__(self, stage, name, content, settle):
        self.path = stage.spool / "inbox" / name
        self.content = content
        self.settle = settle
        self.stepped = time.monotonic()
        self.written = 0
        self.file = open(self.path, "wb", buffering=0)
        stage.inputs[name] = content

    def step(self, count, old=False, reopen=False):
        if time.monotonic() - self.stepped > self.settle:
            raise Left("this machine is too busy to write without long pauses")
        check(self.path.exists(), f"{self.path.name} was taken after {self.written} bytes")
        self.stepped = time.monotonic()
        if reopen:
            self.file.close()
            # Without O_CREAT: it must be the same file.
            self.file = open(os.open(self.path, os.O_WRONLY | os.O_APPEND), "wb", buffering=0)
        self.written += self.file.write(self.content[self.written:self.written + count])
        if old:
            # As a copy does that keeps the time of what it copies.
            os.utime(self.path, (1_000_000_000, 1_000_000_000))

    def close(self):
        check(self.written == len(self.content), f"{self.path.name} is written in part only")
        self.file.close()


@case("a report that is written slowly is taken once, when it is complete, whatever its writer does meanwhile")
def f1_slow_writers(stage, full):
    stage.configure("rescan = 0.2")
    steps, pause, settle = (30, 1.0, 2) if full else (15, 0.1, 1)
    process = stage.start("--settle", str(settle), "--empty-grace", "60")
    text = "".join(LINE % number for number in range(steps * 12)).encode()
    # As long as what is slow takes: 1 KB each step.
    piece = -(-len(text) // steps)
    slow = SlowWriter(stage, "slow.txt", text, settle)
    dated = SlowWriter(stage, "dated.txt", text + b"Il secondo.\n", settle)
    opener = SlowWriter(stage, "opener.txt", text + b"Il terzo.\n", settle)
    empty = SlowWriter(stage, "empty-first.txt", text + b"Il quarto.\n", 60)
    for number in range(steps):
        slow.step(piece)
        dated.step(piece, old=True)
        if number < 10:
            opener.step(-(-len(opener.content) // 10), reopen=True)
        if number == 9:
            opener.close()
        time.sleep(pause)
    for writer in slow, dated, empty:
        writer.step(len(writer.content), old=writer is dated)
        writer.close()
    for name in stage.inputs:
        check(record(stage, name)["text"].encode() == stage.inputs[name], f"the record of {name} is not of all of it")
    check(len(ledger(stage)) == len(stage.inputs), "a report was taken more than once")
    check(not events(stage, "document_retried"), "a report was taken before it was complete")
    stage.stop(process)
    stage.sound("after slow writers")


@case("a report whose writer goes on after it was taken is read when it is complete")
def f1_writer_goes_on(stage, full):
    stage.configure("rescan = 0.1")
    process = stage.start()
    writer = SlowWriter(stage, "goes-on.txt", (LINE % 1 + LINE % 2).encode(), 60)
    writer.written += writer.file.write(writer.content[:40])
    stage.until("it is taken, too early", lambda: not writer.path.exists())
    stage.until("that is noticed", lambda: events(stage, "document_retried"))
    # The file has moved, and what its writer writes goes with it.
    writer.written += writer.file.write(writer.content[40:])
    writer.close()
    check(record(stage, "goes-on.txt")["text"].encode() == writer.content, "the record is not of all of it")
    check(counter(stage, "dispaccio_documents_failed_total") == 0, "it counts as failed")
    stage.stop(process)
    stage.sound("after a writer that went on")


@case("a report that is replaced while it is taken becomes one record, of what is there at the end")
def f2_replaced(stage, full):
    with held(stage, "renameat", "inbox/replaced.txt") as (process, wait, go_on):
        place(stage, "replaced.txt", (LINE % 1).encode())
        wait()
        place(stage, "replaced.txt", (LINE % 2).encode())
        go_on()
        check(record(stage, "replaced.txt")["text"] == LINE % 2, "the record is of the old contents")
        cookie(stage)
        check(len(ends(stage, "replaced.txt")) == 1, "it was worked on twice")
        stage.stop(process)
    stage.sound("after a report was replaced")


@case("a report that is deleted while it is taken leaves nothing behind, and the next one is worked on")
def f2_deleted(stage, full):
    with held(stage, "renameat", "inbox/deleted.txt") as (process, wait, go_on):
        place(stage, "deleted.txt", b"It will be gone.\n")
        wait()
        (stage.spool / "inbox/deleted.txt").unlink()
        del stage.inputs["deleted.txt"]
        go_on()
        cookie(stage)
        check(not events(stage, "spool_paused"), "a file that is gone paused the daemon")
        stage.stop(process)
    stage.sound("after a report was deleted")


@case("a report that is cut short or grows while it is read is read again, and its record is of what is there then")
def f2_changed_while_read(stage, full):
    for name, change in [("cut.txt", lambda path: os.truncate(path, len(LINE % 1))),
                         ("grown.txt", lambda path: path.write_text(LINE % 1 + LINE % 2 + LINE % 3))]:
        stage.fresh()
        with held(stage, "read", f"original/{name}") as (process, wait, go_on):
            place(stage, name, (LINE % 1 + LINE % 2).encode())
            wait()
            original, = stage.spool.glob(f"work/*/original/{name}")
            change(original)
            stage.inputs[name] = original.read_bytes()
            go_on()
            text = record(stage, name)["text"].encode()
            check(text == stage.inputs[name], f"the record of {name} is of the old text")
            check(len(events(stage, "document_retried")) == 1, f"that {name} changed was not noticed")
            stage.stop(process)
        stage.sound(f"after {name} changed while it was read")


@case("a report that grows after it was read keeps all its bytes, and its record is whole")
def f2_appended_after_reading(stage, full):
    with held(stage, "openat", "out/.tmp/1") as (process, wait, go_on):
        place(stage, "late.txt", (LINE % 1).encode())
        wait()
        original, = stage.spool.glob("work/*/original/late.txt")
        with open(original, "a") as file:
            file.write(LINE % 2)
        stage.inputs["late.txt"] = original.read_bytes()
        go_on()
        made = record(stage, "late.txt")
        check(made["text"] in (LINE % 1, LINE % 1 + LINE % 2), "the record is of neither text")
        cookie(stage)
        stage.stop(process)
    stage.sound("after a report grew late")


@case("an item that is deleted by hand while it is worked on stops nothing")
def f2_item_deleted(stage, full):
    with held(stage, "openat", "out/.tmp/1") as (process, wait, go_on):
        place(stage, "removed.txt", (LINE % 1).encode())
        wait()
        item, = stage.items("work")
        shutil.rmtree(item)
        go_on()
        cookie(stage)
        check(not events(stage, "spool_paused"), "an item that is gone paused the daemon")
        stage.stop(process)
    check(not stage.items("work") and not list((stage.spool / "out/.tmp").iterdir()), "something was left behind")


# F3: editors and copiers

UNFINISHED = [
    ".report.txt.swp", ".report.txt.swx", "report.txt~", "4913", ".~lock.report.odt#", "~$report.docx",
    "lu1234abcd.tmp", ".report.txt.AbC123", "report.txt.part", "report.txt.partial", "report.txt.filepart",
    "report.txt.crdownload", "report.txt.download", ".syncthing.report.txt.tmp", "~syncthing~report.txt.tmp",
    ".goutputstream-X1Y2Z3", ".#report.txt", "#report.txt#", "._report.txt", ".DS_Store", "Thumbs.db", "desktop.ini", "REPORT.TXT.PART",
    "report.txt.owncloud", "report.txt.!sync", ".nfs0000000000a1b2c3", "report.txt.swo",
]


@case("what editors, copiers and browsers have not finished is left alone, without a word")
def f3_unfinished_names(stage, full):
    stage.configure("rescan = 0.1")
    process = stage.start()
    inbox = stage.spool / "inbox"
    for name in UNFINISHED:
        (inbox / name).write_text(TEXT % 1)
    (inbox / "report.txt.part").with_name(".stfolder").mkdir()
    (inbox / ".stfolder/inside.txt").write_text(TEXT % 1)
    cookie(stage)
    check({path.name for path in inbox.iterdir()} == {*UNFINISHED, ".stfolder"}, "an unfinished file was taken")
    told = [name for name in UNFINISHED if name in stage.log()]
    check(not told, f"there are words in the log on {told}")
    # Finished, each gets its own name.
    for number, name in enumerate(UNFINISHED):
        finished = f"finished-{number}.txt"
        (inbox / name).rename(inbox / finished)
        stage.inputs[finished] = (TEXT % 1).encode()
    stage.until("all are records", lambda: len(stage.records()) == len(stage.inputs))
    stage.stop(process)
    shutil.rmtree(inbox / ".stfolder")
    stage.sound("after unfinished files")


# Folders that other programs keep in a shared folder: what lies in them is theirs.
FURNITURE = ["#recycle", "$RECYCLE.BIN", ".Trash-1000", "@eaDir", "lost+found", "System Volume Information",
             ".stversions"]


@case("folders that other programs keep in the inbox are left alone with all that is in them, and are listed")
def f3_furniture(stage, full):
    stage.configure("rescan = 0.1")
    inbox = stage.spool / "inbox"
    furnish(inbox, FURNITURE[:4])
    process = stage.start()
    furnish(inbox, FURNITURE[4:])
    # Two looks through the inbox at least.
    for _ in range(2):
        cookie(stage)
    check(len(stage.records()) == len(stage.inputs), f"{len(stage.records())} records of {len(stage.inputs)} reports")
    check(not events(stage, "file_skipped"), "there are words in the log on others' furniture")
    stage.stop(process)
    for name in FURNITURE:
        for part in "thrown-away.txt", "below/thrown-away.txt":
            check((inbox / name / part).exists(), f"{name}/{part} was taken")
        shutil.rmtree(inbox / name)
    listed = subprocess.run([str(stage.program), "check", "--config", str(stage.configuration), "--pipelines",
                             str(stage.pipelines), "--print-effective"], stdout=subprocess.PIPE).stdout.decode()
    usual = tomllib.loads(listed)["ignore_usual"]
    missing = [name for name in FURNITURE if not any(fnmatch.fnmatchcase(name, pattern) for pattern in usual)]
    check(not missing, f"the settings in force do not list {missing}")
    stage.sound("after others' furniture")


def furnish(inbox, names):
    for name in names:
        (inbox / name / "below").mkdir(parents=True)
        for part in "thrown-away.txt", "below/thrown-away.txt":
            (inbox / name / part).write_text(TEXT % 1)


@case("a report that is saved by editors again and again is worked on once, as it was saved last")
def f3_editors_save(stage, full):
    process = stage.start("--settle", "0.7")
    inbox = stage.spool / "inbox"
    for number in range(5):
        began = time.monotonic()
        save_as_vim(inbox / "vim.txt", LINE % number)
        save_as_office(inbox / "office.txt", LINE % (10 + number))
        if time.monotonic() - began > 0.3:
            raise Left("this machine is too busy to save quickly")
    # rsync and most copiers write beside and rename: that is complete at once.
    hidden = inbox / ".rsync.txt.AbC123"
    hidden.write_text(LINE % 20)
    hidden.rename(inbox / "rsync.txt")
    stage.inputs = {"vim.txt": (LINE % 4).encode(), "rsync.txt": (LINE % 20).encode()}
    for name in stage.inputs:
        check(record(stage, name)["text"].encode() == stage.inputs[name], f"the record of {name} is of an older text")
        check(len(ends(stage, name)) == 1, f"{name} was worked on more than once")
    # Each rename makes a complete file, which may be taken at once: the last one counts.
    stage.until("the last one is a record",
                lambda: ends(stage, "office.txt")[-1:] and record(stage, "office.txt")["text"] == LINE % 14)
    stage.stop(process)
    check(not list(inbox.iterdir()), f"left in the inbox: {list(inbox.iterdir())}")
    check(not list((stage.spool / "failed").iterdir()), "something failed")


def save_as_vim(path, text):
    """What vim does: tries the folder, moves the old file away, writes a new one, removes the old one."""
    probe = path.with_name("4913")
    probe.touch()
    probe.unlink()
    backup = path.with_name(path.name + "~")
    if path.exists():
        path.rename(backup)
    with open(path, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    backup.unlink(missing_ok=True)


def save_as_office(path, text):
    """What LibreOffice does: a lock, a temporary file, a rename over the old file."""
    lock = path.with_name(f".~lock.{path.name}#")
    lock.write_text(",anna,desk,22.11.2026 09:00,file:///home/anna;")
    temporary = path.with_name("lu4711.tmp")
    temporary.write_text(text)
    temporary.rename(path)
    lock.unlink()


# F4: what is no regular file


@case("pipes, devices, sockets and links are left alone, told once with advice, and hang nothing")
def f4_odd_kinds(stage, full):
    stage.configure("rescan = 0.1")
    inbox = stage.spool / "inbox"
    outside = stage.base / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("Un segreto, fuori dalla posta.\n")
    kinds = odd_kinds(inbox, outside)
    process = stage.start()
    cookie(stage)
    # Again while the daemon runs: events, not the first scan, tell of these.
    late = inbox / "later"
    late.mkdir()
    kinds.update({f"later/{name}": kind for name, kind in odd_kinds(late, outside).items()})
    stage.until("all are told", lambda: len(events(stage, "file_skipped")) >= len(kinds))
    began = stage.log().count("event=")
    for _ in range(2):
        cookie(stage)
    check(len(stage.log().splitlines()) <= began + 2, "what was told once is told again")
    for name, kind in kinds.items():
        check(os.path.lexists(inbox / name), f"{name} was taken")
        told = [line for line in events(stage, "file_skipped") if f" name={name} " in line]
        check(len(told) == 1 and f"reason={kind} " in told[0] and "remedy=" in told[0], f"of {name} is told: {told}")
    check((outside / "secret.txt").exists(), "a link to a folder outside was followed")
    # What takes their place is a report like any other.
    for name in kinds:
        (inbox / name).unlink()
        place(stage, name, (TEXT % len(stage.inputs)).encode())
        record(stage, name)
    stage.stop(process)
    counted = counter(stage, "dispaccio_files_skipped_total")
    check(counted == len(kinds), f"{counted} files counted as left alone, of {len(kinds)}")
    check(not any(b"segreto" in path.read_bytes() for path in (stage.spool / "out").glob("*.[jm]*")), "a secret is out")


def odd_kinds(folder, outside):
    """Makes one of each odd kind; returns their names with what they are called."""
    os.mkfifo(folder / "pipe.txt")
    kinds = {"pipe.txt": "fifo"}
    # By way of the folder: the path of a socket may have 107 bytes at most.
    here = os.getcwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("socket.txt")
    finally:
        os.chdir(here)
    kinds["socket.txt"] = "socket"
    for name, target in {"dangling.txt": "nowhere.txt", "loop.txt": "loop.txt", "shadow.txt": "/etc/shadow",
                         "folder": outside, "folder-up": "folder/../outside", "up": ".."}.items():
        (folder / name).symlink_to(target)
        kinds[name] = "link"
    try:
        os.mknod(folder / "char.txt", stat.S_IFCHR | 0o666, os.makedev(1, 5))
        os.mknod(folder / "block.txt", stat.S_IFBLK | 0o666, os.makedev(7, 0))
        kinds.update({"char.txt": "device", "block.txt": "device"})
    except PermissionError:
        # Only root may make devices; the other kinds are tried all the same.
        for name in "char.txt", "block.txt":
            (folder / name).unlink(missing_ok=True)
    return kinds


@case("a file that also has a name outside is read, and the one outside stays as it is")
def f4_hard_link(stage, full):
    outside = stage.base / "outside.txt"
    outside.write_text(LINE % 7)
    outside.chmod(0o640)
    before = outside.stat()
    os.link(outside, stage.spool / "inbox/linked.txt")
    stage.inputs["linked.txt"] = outside.read_bytes()
    status, log = stage.once()
    check(status == 0, f"ended with {status}\n{log}")
    after = outside.stat()
    check(outside.read_text() == LINE % 7, "the file outside has other contents")
    check((before.st_ino, before.st_mode, before.st_uid, before.st_mtime_ns)
          == (after.st_ino, after.st_mode, after.st_uid, after.st_mtime_ns), "the file outside was changed")
    stage.sound("after a hard link")


@case("a hard link that is made while the daemon runs is taken as soon as it has settled, not at the next look")
def f4_hard_link_later(stage, full):
    process = stage.start("--settle", "1")
    cookie(stage)
    for name, stays in ("stays.txt", True), ("goes.txt", False):
        outside = stage.base / "outside.txt"
        outside.write_text(LINE % len(stage.inputs))
        stage.inputs[name] = outside.read_bytes()
        os.link(outside, stage.spool / "inbox" / name)
        if not stays:
            outside.unlink()
        # The next look through the whole inbox is half a minute away.
        stage.until(f"{name} is a record", lambda: ends(stage, name), seconds=10)
        outside.unlink(missing_ok=True)
    stage.stop(process)
    stage.sound("after hard links")


@case("a file that turns into a link or a pipe while it is taken fails, and what the link leads to is not read")
def f4_turns_while_taken(stage, full):
    secret = stage.base / "secret.txt"
    secret.write_text("Un segreto, fuori dalla posta.\n")
    for kind, turn in [("link", lambda path: path.symlink_to(secret)), ("pipe", os.mkfifo)]:
        stage.fresh()
        with held(stage, "renameat", f"inbox/{kind}.txt") as (process, wait, go_on):
            place(stage, f"{kind}.txt", (TEXT % 1).encode())
            wait()
            path = stage.spool / f"inbox/{kind}.txt"
            path.unlink()
            turn(path)
            go_on()
            told = reason(stage, f"{kind}.txt")
            check(told["class"] == "not_regular", f"the reason is {told}")
            cookie(stage)
            stage.stop(process)
        check(len(stage.records()) == 1, f"a {kind} became a record")
        check(secret.read_text().startswith("Un segreto"), "the secret was changed")


@case("a hard link to what the service's user may not read is left alone, and nothing of it comes out")
def f4_hard_link_unreadable(stage, full):
    if os.geteuid() != 0:
        raise Left("it gives files to other users, and needs root")
    if not shutil.which("setpriv"):
        raise Left("setpriv is not here")
    ordinary = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    reachable = subprocess.run([*ordinary, str(stage.program), "--version"], stdout=subprocess.DEVNULL)
    if reachable.returncode != 0:
        raise Left("nobody may not run the program where it lies")
    secret = stage.base / "secret.txt"
    secret.write_text("Un segreto di root.\n")
    secret.chmod(0o600)
    # In its own folder, so that nobody may walk to the spool.
    stage.base.chmod(0o755)
    os.chown(stage.spool, 65534, 65534)
    os.chown(stage.spool / "inbox", 65534, 65534)
    os.link(secret, stage.spool / "inbox/linked.txt")
    process = stage.start(prefix=ordinary)
    cookie(stage)
    told = events(stage, "file_skipped")
    check(len(told) == 1 and "reason=unreadable" in told[0], f"of the link is told: {told}")
    check((stage.spool / "inbox/linked.txt").exists(), "the link was taken")
    stage.stop(process)


# F5: names

ODD_NAMES = [
    b"\xff\xfe.txt", b"caff\xe8.txt", b"\xed\xa0\x80.txt", b"cut-\xe2\x82.txt",
    "perch\u00e9.txt".encode(), "perche\u0301.txt".encode(), "\u212b.txt".encode(), "\u00c5.txt".encode(),
    b"two\nlines.txt", b"two\r\nends.txt", b"tab\there.txt", b'quo"te.txt', b"apo'strophe.txt", b"back\\slash.txt",
    b"-rf.txt", b"--help", b"-", b" space .txt", b"  ", b"$(reboot).txt", b"`id`.txt", b"*.txt", b"%s%n.txt",
    b"level=error.txt", b"<b>&amp;.txt", b"](x).txt", b"# title.md", b"\x1b[31mred.txt", b"\x07bell.txt", b"\x7f.txt",
    b"n" * 251 + b".txt", "\u00e9".encode() * 127, "\U0001f525".encode() * 63, b"\xff" * 255,
    "\u202etxt.exe".encode(), "\u2028line.txt".encode(), "\u0085next.txt".encode(), "\u200bzero.txt".encode(),
    "\U0001f525.txt".encode(), "\U0001f468\u200d\U0001f469\u200d\U0001f467.txt".encode(), "غاو.txt".encode(),
    b"con", b"con.txt", b"NUL", b"aux.md", b"com1.txt", b"trailing.", b"trailing..", b"dots...txt",
    b"many.dots.in.it.txt", b"Gao.txt", b"GAO.txt", b"gao.txt", b"gao.TXT", b"gao.md", b"gao",
    b"C:\\temp\\gao.txt", b"a:b.txt", b"a;b|c.txt",
    "stra\u00dfe.txt".encode(), b"strasse.txt", "\u0130.txt".encode(), b"i.txt", b"it.txt", b"x.it.md", b"x.json",
]


@case("whatever a report is called, it is kept, its outputs collide with no other, and each event is one line")
def f5_odd_names(stage, full):
    for form in "text", "json":
        # Half of them are no text: failures are told as well as deliveries.
        stage.fresh()
        process = stage.start("--log-format", form, "--log-level", "debug")
        contents = {}
        for number, name in enumerate(ODD_NAMES):
            contents[name] = b"\0\1\2" * 9 if number % 2 == (form == "json") else (TEXT % number).encode()
            place(stage, name, contents[name])
        stage.until("all have ended", lambda: len(ledger(stage)) >= len(ODD_NAMES))
        stage.stop(process)
        check_one_line_each(stage, form)
        check_listed(stage)
        check({fact["path"] for fact in ledger(stage)} == set(ODD_NAMES), "the ledger knows other names")
        originals = [path for area in ("done", "failed") for path in (stage.spool / area).glob("**/original/*")]
        check({raw(path.name): path.read_bytes() for path in originals} == contents, "originals differ from what came")
        check(len(originals) == len(ODD_NAMES), f"{len(originals)} originals of {len(ODD_NAMES)}")
        check(not list((stage.spool / "inbox").iterdir()), "the inbox is not empty")
        check_outputs(stage, sum(content[0] != 0 for content in contents.values()))
    return f"{len(ODD_NAMES)} names, failed and delivered"


@case("folders of odd names are walked through and watched, and what is told of them is one line")
def f5_odd_folders(stage, full):
    inbox = os.fsencode(stage.spool / "inbox") + b"/"
    folders = [b"\xff\xfe", b"two\nlines", "\u202eback".encode(), b"-rf", b"con", b"trailing.", b"n" * 255,
               "perch\u00e9".encode(), "perche\u0301".encode()]
    for folder in folders[::2]:
        os.mkdir(inbox + folder)
        os.symlink(b"nowhere", inbox + folder + b"/link.txt")
    process = stage.start()
    for folder in folders[1::2]:
        os.mkdir(inbox + folder)
        os.symlink(b"nowhere", inbox + folder + b"/link.txt")
    for number, folder in enumerate(folders):
        place(stage, folder + b"/report.txt", (TEXT % number).encode())
    for number, folder in enumerate(folders):
        check(record(stage, folder + b"/report.txt")["text"] == TEXT % number, f"{folder!r} gave another report")
    stage.until("the links are told", lambda: len(events(stage, "file_skipped")) == len(folders))
    stage.stop(process)
    for line in (stage.base / "log").read_bytes().decode().split("\n")[:-1]:
        check(line.startswith("time=") and not shown_badly(line), f"the log shows {shown_badly(line)}: {line!r}")


def shown_badly(text):
    """Characters that break lines, hide or turn what a terminal shows."""
    return {hex(ord(character)) for character in text
            if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn") or character == "\ufffd"}


def check_one_line_each(stage, form):
    log = (stage.base / "log").read_bytes().decode()
    for line in log.split("\n")[:-1]:
        if form == "json":
            json.loads(line)
        else:
            check(line.startswith("time="), f"a line of the log that is not one: {line[:120]!r}")
        check(not shown_badly(line), f"the log shows {shown_badly(line)}: {line[:200]!r}")
    for kind in "document_delivered", "document_rejected":
        count = len(events(stage, kind))
        check(count in (len(ODD_NAMES) // 2, -(-len(ODD_NAMES) // 2)), f"{count} lines of {kind}")


def check_listed(stage):
    for area in "done", "failed":
        listed = subprocess.run(stage.command("list", area), stdout=subprocess.PIPE).stdout.decode()
        items = [line for line in listed.split("\n") if "-0000" in line]
        count = len(list((stage.spool / area).glob("**/original")))
        check(len(items) == count, f"{area} lists {len(items)} lines for {count} reports")
        check(not shown_badly(listed) - {"0xa"}, f"the list of {area} shows {shown_badly(listed)}")


@case("an error that befalls a report of an odd name is told in one line that shows nothing of it raw")
def f5_odd_names_in_errors(stage, full):
    for number, name in enumerate([b"two\nlines.txt", "\u202etxt.exe".encode(), b"\xff.txt", b"\x1b[31mred.txt"]):
        stage.fresh()
        # The first rename that has the name in it is the claim.
        stage.aim = {"DISPACCIO_FAULT_NAME": os.fsdecode(name)}
        process = stage.start(fault="renameat:EIO:1")
        stage.aim = {}
        place(stage, name, (TEXT % number).encode())
        record(stage, name)
        check(len(events(stage, "spool_paused")) == 1, "the error was not told")
        stage.stop(process)
        for line in (stage.base / "log").read_bytes().decode().split("\n")[:-1]:
            check(line.startswith("time=") and not shown_badly(line), f"the log shows {shown_badly(line)}: {line!r}")
        stage.sound("after an error with an odd name")


def check_outputs(stage, count):
    names = [path.name for path in (stage.spool / "out").iterdir() if path.name != ".tmp"]
    check(len(names) == 3 * count, f"{len(names)} outputs of {count} reports")
    # Also where they are copied to a system that does not tell capitals or compositions apart.
    same = {unicodedata.normalize("NFC", name).casefold() for name in names}
    check(len(same) == len(names), "outputs have the same name where capitals do not count")
    for name in names:
        check(len(raw(name)) <= 255 and name[0] not in "-." and not shown_badly(name), f"an output is called {name!r}")
        check(not set(name) & set(" /\\\"'`$*?<>|&;:()[]{}!#\n\t"), f"an output is called {name!r}")
    for path in (stage.spool / "out").glob("*.md"):
        text = path.read_text()
        # U+FFFD is how a brief shows what is no text, and U+200D joins pictures.
        check(not shown_badly(text) - {"0xa", "0xfffd", "0x200d"}, f"{path.name} shows {shown_badly(text)}")
        check(text.split("\n")[2].startswith("*"), f"the name tears the source's line of {path.name}: {text[:300]!r}")


# F6: sizes


TOO_LARGE = {
    # A size, and what stands at the beginning; the rest is a hole in the file.
    "gigabyte.txt": (1 << 30, (LINE % 1).encode() * 999),
    "line.txt": (1 << 30, b"riga " * 9999),
    "zeros.txt": (100 << 20, b""),
    "sparse.txt": (10 << 30, b""),
    "over.txt": ((16 << 20) + 1, b"a"),
}


@case("a report of any size ends in a record or in failed/; what is too large is refused unread, at once")
def f6_sizes(stage, full):
    trace = stage.base / "trace"
    process = stage.start(trace=trace)
    cookie(stage)
    before = high_water(process)
    for name, (size, start) in TOO_LARGE.items():
        path = stage.base / "large"
        path.write_bytes(start)
        os.truncate(path, size)
        began = time.monotonic()
        path.rename(stage.spool / "inbox" / name)
        told = reason(stage, name)
        took = time.monotonic() - began
        check(told["class"] == "over_limit", f"{name} was refused with {told}")
        check(took < 5, f"{name} took {took:.1f} s")
        kept, = stage.spool.glob(f"failed/*/original/{name}")
        check(kept.stat().st_size == size, f"{name} has another size now")
    calls = [line.split("\t")[2] for line in trace.read_text().splitlines()
             if line.startswith("+") and any(f"/{name}" in line for name in TOO_LARGE)]
    check(calls and not set(calls) & {"openat", "read"}, f"they were opened: {set(calls)}")
    check(high_water(process) - before < 8, f"it took {high_water(process) - before:.0f} MiB")
    for name, content in {"nothing.txt": b"", "mark.txt": b"\xef\xbb\xbf", "mark-16.txt": b"\xff\xfe",
                          "blank.txt": b" \r\n\t\n\xc2\xa0\n" * 99}.items():
        place(stage, name, content)
        check(reason(stage, name)["class"] == "empty", f"{name} was refused with {reason(stage, name)}")
    place(stage, "one.txt", b"x")
    check(record(stage, "one.txt")["text"] == "x", "one byte is not one letter")
    stage.stop(process)


@case("what is as large as allowed is read, lines, one line, zeros, and takes no more memory than a few times its size",
      fast=False)
def f6_at_the_limit(stage, full):
    stage.configure("max_document_bytes = 104857600")
    process = stage.start()
    cookie(stage)
    place(stage, "zeros.txt", bytes(100 << 20))
    check(reason(stage, "zeros.txt")["class"] == "binary", "zeros are text")
    check(high_water(process) < 100 * 4, f"zeros took {high_water(process):.0f} MiB")
    lines = "".join(LINE % number for number in range(25_000)).encode()[:2 << 20]
    for name, content in {"lines.txt": lines, "line.txt": lines.replace(b"\n", b" "), "letters.txt": b"a" * (2 << 20),
                          "spaces.txt": b"a" + b" " * (2 << 20) + b"b"}.items():
        began = time.monotonic()
        place(stage, name, content)
        record(stage, name, seconds=300)
        check(time.monotonic() - began < 200, f"{name} took {time.monotonic() - began:.0f} s")
    stage.stop(process)


# F7: archives and bombs


def zipped(files, method=zipfile.ZIP_DEFLATED):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return memory.getvalue()


def tarred(name, content):
    memory = io.BytesIO()
    with tarfile.open(fileobj=memory, mode="w") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return memory.getvalue()


def lying_zip():
    """An archive whose directory says that what it holds has 4 GB less one byte, and starts elsewhere."""
    archive = bytearray(zipped([("a.txt", b"Testo.")]))
    entry = archive.find(b"PK\1\2")
    archive[entry + 20:entry + 28] = b"\xff" * 4 + b"\xfe\xff\xff\xff"
    archive[entry + 42:entry + 46] = b"\xfd\xff\xff\xff"
    return bytes(archive)


def bombs(full):
    zeros = zipped([("zeros.txt", bytes(10 << 20))])
    nested = zeros
    for depth in range(10):
        nested = zipped([(f"{depth}.zip", nested)])
    many = 100_000 if full else 5_000
    return {
        "zeros.zip": zipped([(f"{number}.zip", zeros) for number in range(1000)], zipfile.ZIP_STORED),
        "nested.zip": nested,
        "entries.zip": zipped(((f"{number}.txt", b"") for number in range(many)), zipfile.ZIP_STORED),
        "lying.zip": lying_zip(), "zip-called-text.txt": zeros, "empty.zip": zipped([]),
        "twice.gz": gzip.compress(gzip.compress(bytes(10 << 20))), "zeros.txt.gz": gzip.compress(bytes(10 << 20)),
        "zeros.xz": lzma.compress(bytes(10 << 20)), "up.tar": tarred("../../etc/passwd", b"root::0:0::/:/bin/sh\n"),
        "text-before.txt": (TEXT % 1).encode() + zeros,
    }


@case("archives and bombs of any kind are refused at once without unpacking, and the next report comes out")
def f7_archives(stage, full):
    process = stage.start()
    cookie(stage)
    before = high_water(process)
    for name, content in bombs(full).items():
        began = time.monotonic()
        place(stage, name, content)
        told = reason(stage, name)
        check(told["class"] == "binary", f"{name} was refused with {told}")
        check(time.monotonic() - began < 5, f"{name} took {time.monotonic() - began:.1f} s")
        cookie(stage)
    largest = max(map(len, stage.inputs.values())) / (1 << 20)
    check(high_water(process) - before < 16 + 4 * largest, f"they took {high_water(process) - before:.0f} MiB")
    left = {path.name for path in stage.spool.glob("failed/*/*")} - {"original", "item.json", "reason.json"}
    check(not [name for name in left if not name.startswith("pipeline=")], f"beside the originals lie {left}")
    stage.stop(process)


@case("XML and YAML that would swell are refused as no prose, with a reason, and nothing in them is expanded")
def f7_text_bombs(stage, full):
    process = stage.start()
    cookie(stage)
    before = high_water(process)
    entities = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">\n' for n in range(1, 10))
    laughs = f'<?xml version="1.0"?>\n<!DOCTYPE lolz [\n<!ENTITY lol0 "ah">\n{entities}]>\n<lolz>&lol9;</lolz>\n'
    outside = ('<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY secret SYSTEM "file:///etc/passwd">]>\n<r>&secret;</r>\n')
    aliases = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi"))
    for name, content in {"laughs.xml": laughs, "outside.xml": outside, "aliases.yaml": aliases}.items():
        place(stage, name, content.encode())
        told = reason(stage, name)
        check(told["class"] == "unsupported_format", f"{name} was refused with {told}")
        check(told["remedy"], f"{name} was refused without a remedy: {told}")
        check("root:" not in json.dumps(told), "what an entity leads to was read")
    check(high_water(process) - before < 32, f"they took {high_water(process) - before:.0f} MiB")
    cookie(stage)
    stage.stop(process)


# F8: the same again


@case("one name with different contents makes different records; the same report again makes none, and is kept")
def f8_same_name(stage, full):
    process = stage.start()
    for number in (1, 2, 1, 3):
        count = len(ledger(stage))
        place(stage, "same.txt", (TEXT % number).encode())
        stage.until("it has ended", lambda: len(ledger(stage)) > count)
    for folder in "one", "two":
        (stage.spool / "inbox" / folder).mkdir()
        place(stage, f"{folder}/same.txt", f"Un testo nella cartella {folder}.\n".encode())
        record(stage, f"{folder}/same.txt")
    stage.stop(process)
    check(len(stage.records()) == 5, f"{len(stage.records())} records of 5 different reports")
    texts = {json.loads(pathlib.Path(path).read_text())["text"] for path in stage.records()}
    check(len(texts) == 5, "a record is lost")
    originals = sorted(path.read_text() for path in stage.spool.glob("done/**/original/same.txt"))
    check(len(originals) == 6, f"{len(originals)} originals of 6")
    check(originals.count(TEXT % 1) == 2, "the second one of the same report is not kept")
    check([fact["outcome"] for fact in ledger(stage)].count("duplicate") == 1, "it is not told that one came twice")


@case("the same report under many names makes one record each, which know of each other")
def f8_many_names(stage, full):
    count = 1000 if full else 60
    process = stage.start()
    for number in range(count):
        place(stage, f"copy-{number}.txt", (TEXT % 0).encode())
    stage.until("all have ended", lambda: len(ledger(stage)) == count, seconds=120)
    stage.stop(process)
    check(len(stage.records()) == count, f"{len(stage.records())} records of {count} names")
    first = ledger(stage)[0]["id"]
    others = [fact for fact in ledger(stage)[1:] if fact.get("same_bytes_as") != first]
    check(not others, f"{len(others)} do not say that {first} has the same bytes")
    stage.sound("after many copies")


@case("a report may be called as the daemon's own files are")
def f8_reserved_names(stage, full):
    names = ["item.json", "reason.json", "retry.json", "pipeline=conflict", "original", "ledger", "work", "out", "done",
             "failed", "deferred", "state", "probe", "clean", "lock", "status.json", "20261122.jsonl", "conflict", "a0",
             "18ea5f0a829631bb-000001", "dispaccio.toml", "control.sock"]
    empty = ["item.json", "reason.json"]
    process = stage.start()
    for number, name in enumerate(names):
        place(stage, name, (TEXT % number).encode())
        record(stage, name)
    (stage.spool / "inbox/.tmp").write_text("hidden")
    cookie(stage)
    check((stage.spool / "inbox/.tmp").exists(), "a hidden file was taken")
    (stage.spool / "inbox/.tmp").unlink()
    stage.stop(process)
    stage.sound("after reserved names")
    # And when they fail.
    stage.fresh()
    for name in empty:
        place(stage, name, b"")
    status, log = stage.once()
    check(status == 1, f"ended with {status}\n{log}")
    for name in empty:
        check(reason(stage, name)["class"] == "empty", f"{name} was refused with {reason(stage, name)}")
    stage.sound("after reserved names that failed")


# F9: encodings

ITALIAN = ("L'esercito è entrato a Gao: perché la città è così lontana, più di quanto si credeva, non si sa.\n"
           "Secondo l'autorità locale c'è già un accordo, però la libertà di movimento è limitata.\n")
TYPED = "Il colonnello ha detto: “L’attacco è finito” – così l’agenzia, per 20 €.\n" * 3
ARABIC = ("هاجمت جماعة مسلحة قاعدة عسكرية في مدينة غاو وقتلت ستة جنود.\n"
          "وقالت السلطات المحلية إن الهجوم وقع في الليل وإن الجيش استعاد السيطرة على القاعدة.\n") * 3
RUSSIAN = ("Вооружённая группа напала на военную базу в городе Гао и убила шестерых солдат.\n"
           "Местные власти сообщили, что армия вернула контроль над базой.\n") * 3

READABLE = {
    "utf-8.txt": (ITALIAN.encode(), ITALIAN),
    "utf-8-mark.txt": (ITALIAN.encode("utf-8-sig"), ITALIAN),
    "utf-16-le.txt": (ITALIAN.encode("utf-16-le"), ITALIAN),
    "utf-16-be.txt": (ITALIAN.encode("utf-16-be"), ITALIAN),
    "utf-16-mark.txt": (ITALIAN.encode("utf-16"), ITALIAN),
    "utf-16-arabic.txt": (ARABIC.encode("utf-16-le"), ARABIC),
    "utf-32-mark.txt": (ITALIAN.encode("utf-32"), ITALIAN),
    "latin-1.txt": (ITALIAN.encode("latin-1"), ITALIAN),
    "windows-1252.txt": (TYPED.encode("cp1252"), TYPED),
    "windows-1256.txt": (ARABIC.encode("cp1256"), ARABIC),
    "windows-1251.txt": (RUSSIAN.encode("cp1251"), RUSSIAN),
    "koi8-r.txt": (RUSSIAN.encode("koi8-r"), RUSSIAN),
    "cut.txt": (ITALIAN.encode() + "perché".encode()[:-1], ITALIAN + "perch\ufffd"),
    "cut-three.txt": (ARABIC.encode() + "€".encode()[:-1], ARABIC + "\ufffd"),
    "cut-16.txt": (ITALIAN.encode("utf-16")[:-1], ITALIAN[:-1] + "\ufffd"),
    "surrogates.txt": (ITALIAN.encode() + b"Fuoco: \xed\xa0\xbd\xed\xb4\xa5.\n",
                       ITALIAN + b"Fuoco: \xed\xa0\xbd\xed\xb4\xa5.\n".decode(errors="replace")),
    "surrogate-16.txt": ("\ufeff".encode("utf-16-le") + ITALIAN.encode("utf-16-le") + b"\x3d\xd8.\0",
                         ITALIAN + "\ufffd."),
    "overlong.txt": (ITALIAN.encode() + b"\xc0\xaf\xe0\x80\xaf\n", ITALIAN + "\ufffd" * 5 + "\n"),
    "mixed.txt": (ITALIAN.encode() + "Così è la città.\n".encode("latin-1"),
                  ITALIAN + "Così è la città.\n".encode("latin-1").decode(errors="replace")),
    "mixed-back.txt": (ITALIAN.encode("latin-1") * 2 + "è\n".encode(), ITALIAN * 2 + "è\n"),
    "ascii.txt": (b"Six soldiers were killed in Gao.\n", "Six soldiers were killed in Gao.\n"),
}
UNREADABLE = {
    "zero-inside.txt": (ITALIAN.encode() + b"\0" + ITALIAN.encode(), "binary"),
    "random.txt": (bytes(range(256)) * 40, "binary"),
    "meaningless.txt": (b"\x81\x8d\x8f\x90\x9d a" * 60, "undecodable"),
    "half-16.txt": (b"\xff\xfe" + b"\x00\xd8\x41\x00" * 80, "undecodable"),
}


@case("a report in any encoding becomes a record with the right text, or fails with advice")
def f9_encodings(stage, full):
    process = stage.start()
    for name, (content, _) in {**READABLE, **UNREADABLE}.items():
        place(stage, name, content)
    for name, (_, text) in READABLE.items():
        made = record(stage, name)
        check(made["text"] == text, f"{name}, read as {made['source']['charset']}: {made['text'][:300]!r}")
        replaced = text.count("\ufffd")
        check(made["source"]["replaced"] == replaced, f"{name}: {made['source']} and {replaced} replaced")
    for name, (_, failure) in UNREADABLE.items():
        told = reason(stage, name)
        check(told["class"] == failure, f"{name} was refused with {told}")
    stage.stop(process)
    return f"{len(READABLE)} read, {len(UNREADABLE)} refused"
