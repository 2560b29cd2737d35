"""Disk and permissions: what the machine refuses pauses the daemon and never counts against a report."""

import contextlib
import os
import pathlib
import re
import resource
import shutil
import subprocess

from suite.calls import count_calls, count_start
from suite.mounts import ext4, make_ext4, mount, mounted, needs_root
from suite.notify import Notify
from suite.promises import Left, case, check, points
from suite.stage import TEXT


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
        # Told by another queue than the one that commits.
        stage.until("the end of the pause is told", lambda: "spool_resumed" in stage.log())
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


@case("a daemon that is started on a full disk is ready, says why it takes nothing, and goes on when there is room")
def d1_full_at_start(stage, full):
    full_at_start(stage, ["-o", "size=2m"], fill_all_bytes)


@case("a daemon that is started where no inodes are left does the same")
def d2_no_inodes_at_start(stage, full):
    full_at_start(stage, ["-o", "size=8m,nr_inodes=400"], fill_all_inodes)


def full_at_start(stage, options, fill):
    # On a spool that was in use there is all that a daemon needs; on a new one not even the folders can be made.
    for is_used in True, False:
        with mounted(stage.base / "disk", "-t", "tmpfs", *options, "tmpfs") as disk:
            stage.fresh(disk / "spool")
            if is_used:
                stage.drop(2)
                check(stage.once()[0] == 0, "the first run did not end well")
            stage.drop(3)
            fillers = fill(disk)
            started_full(stage, fillers, f"{'a spool in use' if is_used else 'a new spool'}, {fill.__name__}")
            shutil.rmtree(stage.spool)


def started_full(stage, fillers, where):
    notify = Notify(stage)
    trace = stage.base / "trace"
    trace.unlink(missing_ok=True)
    process = stage.start(variables=notify.variables, trace=trace)
    try:
        notify.until(stage, "READY=1")
        stage.until("the pause is told", lambda: "reason=no_space" in stage.log())
        told = lambda: [line for message in notify.receive() for line in message.split("\n")
                        if line.startswith("STATUS=") and "paused" in line and "No space left" in line]
        stage.until(f"{where}: systemd is told of the pause", told)
        # Some more tries: the disk stays full, and nothing is touched.
        tries = lambda: len(re.findall(r"\+\t.*(?:mkdirat.*/work|openat.*dispaccio-probe)", trace.read_text()))
        enough = tries() + 3
        stage.until(f"{where}: it tries again", lambda: tries() >= enough)
        check(process.poll() is None, f"{where}: the daemon ended\n{stage.log()}")
        check(len(list((stage.spool / "inbox").iterdir())) == 3, f"{where}: the inbox was touched")
        for filler in fillers:
            os.unlink(filler)
        stage.until("all records", lambda: len(stage.records()) == len(stage.inputs))
        stage.until("the end of the pause is told", lambda: "spool_resumed" in stage.log())
        stage.until("operators are answered", lambda: stage.verb("status")[0] == 0)
        check(not stage.status()["pauses"], f"{where}: the status tells of a pause that is over")
        check(notify.count("READY=1") == 1, f"{where}: it was ready more than once")
        ended(stage, process, where)
    finally:
        process.kill()
        process.wait()


@case("a daemon that waits for room on a full disk ends when it is told to")
def d2_told_to_end_while_waiting(stage, full):
    with mounted(stage.base / "disk", "-t", "tmpfs", "-o", "size=8m,nr_inodes=400", "tmpfs") as disk:
        stage.fresh(disk / "spool")
        fill_all_inodes(disk)
        stage.stop(stage.start())


def fill_all_bytes(folder):
    """Takes each byte, so that nothing can be written into a file that is there."""
    fillers = fill_bytes(folder)
    with open(f"{folder}/filler-last", "wb", buffering=0) as file:
        with contextlib.suppress(OSError):
            while True:
                file.write(bytes(1 << 12))
    return [*fillers, file.name]


def fill_all_inodes(folder):
    fillers = fill_inodes(folder)
    with contextlib.suppress(OSError):
        while True:
            name = f"{folder}/filler-last-{len(fillers)}"
            open(name, "w").close()
            fillers.append(name)
    return fillers


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


def ended(stage, process, where):
    """Lets the daemon end, and looks whether all is as it should be."""
    process.terminate()
    check(process.wait(30) == 0, f"{where}: the daemon did not end well\n{stage.log()[-1500:]}")
    stage.sound(where)


@contextlib.contextmanager
def lasting(stage):
    """A file for as long as the block runs: the injector's faults last as long."""
    stage.during.touch()
    try:
        yield
    finally:
        stage.during.unlink(missing_ok=True)


@case("a work/ that cannot be written leaves the inbox untouched, and claims go on when it can")
def d3_work_only(stage, full):
    for kind, error in [("mkdirat", "ENOSPC"), ("mkdirat", "EACCES"), ("openat", "EDQUOT"), ("write", "EIO"),
                        ("renameat", "EROFS")] if full else [("mkdirat", "ENOSPC")]:
        where = f"{kind} {error}"
        stage.fresh()
        paths = "*/spool/inbox/*" if kind == "renameat" else "*/spool/work/*"
        process = stage.start(fault=f"{kind}:{error}:1:1000000", paths=paths, during=stage.during)
        with lasting(stage):
            stage.drop(3)
            before = identities(stage.spool / "inbox")
            stage.until("the pause is told", lambda: "spool_paused" in stage.log())
            # Some probes, and what they try.
            stage.until("an item was tried", lambda: not stage.items("work"))
            check(identities(stage.spool / "inbox") == before, f"{where}: the inbox was touched")
            check(not stage.records(), f"{where}: there are records")
        stage.until("all records", lambda: len(stage.records()) == 3)
        ended(stage, process, where)


def identities(folder):
    """Which files lie in a folder, and all that would show that one was touched."""
    return {(path.name, (status := path.lstat()).st_ino, status.st_ctime_ns, status.st_size)
            for path in folder.iterdir()}


@case("a disk that fails to sync for real pauses, condemns nothing, and loses nothing that was told of")
def d4_real_errors(stage, full):
    store, place = stage.base / "store", stage.base / "disk"
    with mounted(store, "-t", "tmpfs", "-o", "size=40m", "tmpfs"):
        # A disk that promises more than what it lies on has: writes into the cache go well, and fail later.
        image = store / "disk.img"
        make_ext4(image, 200 << 20)
        with ext4(place, image):
            stage.fresh(place / "spool")
            process = stage.start()
            stage.drop(5)
            stage.until("five records", lambda: len(stage.records()) == 5)
            fillers = fill_bytes(store)
            dropped_onto_failing_disk(stage)
            stage.until("the pause is told", lambda: "spool_paused" in stage.log())
            check(process.poll() is None, "the daemon ended")
            check(not stage.items("failed"), "a report was condemned for a failing disk")
            for filler in fillers:
                os.unlink(filler)
            process.kill()
            process.wait()
        after_repair(stage, place, image)


def dropped_onto_failing_disk(stage):
    """Drops what the disk still takes; what it does not keep is nobody's fault but its own."""
    with contextlib.suppress(OSError):
        for number in range(5, 30):
            stage.put(f"report-{number}.txt", (TEXT % number).encode())


def after_repair(stage, place, image):
    """Repairs the disk, as an operator would, and lets the next start finish."""
    log = stage.log()
    check(subprocess.run(["e2fsck", "-fy", str(image)], stdout=subprocess.DEVNULL,
                         stderr=subprocess.DEVNULL).returncode in (0, 1), "the disk cannot be repaired")
    with ext4(place, image):
        # A report that the disk did not keep in the inbox was not received. What was told of has to be there.
        for identifier in re.findall(r"event=document_delivered .*? id=(\S+)", log):
            check((stage.spool / f"out/{identifier}.json").exists(), f"{identifier} was told of, and is gone")
        (stage.spool / "inbox").mkdir(exist_ok=True)
        for left in (stage.spool / "inbox").glob(".report-*"):
            left.unlink()
        kept = {path.name for path in (stage.spool / "inbox").iterdir()}
        kept |= {path.name for area in ("work", "done") for path in (stage.spool / area).glob("**/original/*")}
        stage.inputs = {name: content for name, content in stage.inputs.items() if name in kept}
        status, log = stage.once(timeout=120)
        check(status == 0, f"the restart ended with {status}\n{log[-1500:]}")
        stage.sound("after the disk was repaired")


@case("a disk that the kernel makes read-only pauses; the daemon stays, ends when told, and a repair gives all back")
def d5_read_only_disk(stage, full):
    place, image = stage.base / "disk", stage.base / "disk.img"
    make_ext4(image, 64 << 20)
    with ext4(place, image, "loop,errors=remount-ro"):
        stage.fresh(place / "spool")
        # What cannot be committed cannot be finished either: it stays for the next start.
        stage.configure("drain_deadline = 1")
        process = stage.start()
        stage.drop(60)
        stage.until("some records", lambda: len(stage.records()) >= 10)
        device = subprocess.run(["losetup", "-n", "-O", "NAME", "-j", image], stdout=subprocess.PIPE).stdout.decode()
        trigger = pathlib.Path("/sys/fs/ext4") / pathlib.Path(device.split()[0]).name / "trigger_fs_error"
        if not trigger.exists():
            raise Left("this kernel breaks no ext4 on demand")
        trigger.write_text("as on a bad disk")
        stage.until("the pause is told", lambda: "spool_paused" in stage.log())
        told = stage.log().count("spool_paused")
        check(not stage.items("failed"), "a report was condemned for a read-only disk")
        process.terminate()
        check(process.wait(30) in (0, 3), "the daemon did not end well")
        check(told < 10, f"{told} pauses were told in no time")
    after_repair(stage, place, image)


@case("a spool that cannot be written for a while pauses, and goes on by itself")
def d5_read_only_for_a_while(stage, full):
    for kind in ["renameat", "openat", "mkdirat", "write"] if full else ["renameat"]:
        stage.fresh()
        # Only what writes: folders are still opened and read.
        paths = {"openat": "*/out/.tmp/*", "write": "*/spool/*/*"}.get(kind, "*/spool/*")
        process = stage.start(fault=f"{kind}:EROFS:1:1000000", paths=paths, during=stage.during)
        with lasting(stage):
            stage.drop(5)
            stage.until("the pause is told", lambda: "spool_paused" in stage.log() and "read_only" in stage.log())
            check(stage.status()["pauses"], "status does not tell of the pause")
        stage.until("all records", lambda: len(stage.records()) == 5)
        stage.until("the end of the pause is told", lambda: "spool_resumed" in stage.log())
        check(not stage.status()["pauses"], "status tells of a pause that is over")
        ended(stage, process, f"{kind} EROFS for a while")


@case("an out/ that is deleted, a file or a link pauses; nothing is written elsewhere; a new out/ is used")
def d6_replaced_out(stage, full):
    out, aside, elsewhere = stage.spool / "out", stage.base / "aside", stage.base / "elsewhere"
    elsewhere.mkdir()
    process = stage.start()
    stage.drop(2)
    stage.until("two records", lambda: len(stage.records()) == 2)
    faults = {"nothing": lambda: None, "a file": out.touch, "a link": lambda: out.symlink_to(elsewhere)}
    for what, make in faults.items():
        stage.until("it has written all", lambda: not stage.items("work"))
        pauses = stage.log().count("spool_paused")
        out.rename(aside)
        make()
        stage.drop(2)
        stage.until(f"a pause for {what}", lambda: stage.log().count("spool_paused") > pauses)
        check(not list(elsewhere.iterdir()), "something was written where the link leads")
        check(not stage.items("failed"), f"{what}: a report was condemned")
        if os.path.lexists(out):
            out.unlink()
        # Another folder, as after a restore, with what was there before. It comes as a whole: in one that is still being
        # filled the daemon makes its own folder as soon as it sees it.
        fresh = stage.base / "fresh"
        shutil.copytree(aside, fresh)
        shutil.rmtree(aside)
        fresh.rename(out)
        stage.until(f"all records after {what}", lambda: len(stage.records()) == len(stage.inputs))
    ended(stage, process, "after out/ was replaced")


@case("an inbox that is deleted, moved away or covered by a mount is watched again once it is back")
def d7_replaced_inbox(stage, full):
    stage.configure("rescan = 0.3")
    inbox, aside = stage.spool / "inbox", stage.base / "aside"
    process = stage.start()
    for what in ["deleted", "moved away"] + ["covered"] * (os.geteuid() == 0):
        if what == "deleted":
            inbox.rmdir()
            stage.until("the pause is told", lambda: stage.status()["pauses"])
            inbox.mkdir()
        elif what == "moved away":
            # What is put into it from then on is none of ours.
            inbox.rename(aside)
            inbox.mkdir()
            (aside / "foreign.txt").write_text(TEXT % 0)
        else:
            covered_inbox(stage, process, inbox)
        stage.until(f"the inbox that was {what} is watched", lambda: is_watched(process, inbox))
        count = len(stage.inputs) + 2
        stage.drop(2)
        stage.until("all records", lambda: len(stage.records()) == count)
    check([path.name for path in aside.iterdir()] == ["foreign.txt"], "a file outside the inbox was taken")
    ended(stage, process, "after the inbox was replaced")


def covered_inbox(stage, process, inbox):
    """A mount over the inbox: another file system, from which nothing can be moved, nor is anything lost by it."""
    with mounted(inbox, "-t", "tmpfs", "tmpfs"):
        stage.until("the mount is noticed", lambda: is_watched(process, inbox) or stage.status()["pauses"])
        stray = inbox / "stray.txt"
        stray.write_text(TEXT % 7)
        stage.until("the stray file is told of", lambda: "stray.txt" in stage.log() or stage.status()["pauses"])
        check(stray.read_text() == TEXT % 7, "a file on another mount was touched")
    check(process.poll() is None, "the daemon ended")


def is_watched(process, folder):
    """Whether the kernel tells a process of what happens in this very folder."""
    inode = f"ino:{folder.stat().st_ino:x} "
    for path in pathlib.Path(f"/proc/{process.pid}/fdinfo").iterdir():
        with contextlib.suppress(FileNotFoundError):
            if inode in path.read_text():
                return True
    return False


@case("what the service may not read or move is left alone, told once, and taken when it may")
def d8_permissions(stage, full):
    as_nobody = nobody(stage)
    stage.configure("rescan = 0.2")
    locked = stage.spool / "inbox/locked"
    locked.mkdir()
    for name in ["locked/unmovable.txt", "unreadable.txt", "fine.txt"]:
        stage.put(name, (TEXT % len(stage.inputs)).encode())
    trace = stage.base / "trace"
    trace.touch()
    if as_nobody:
        subprocess.run(["chown", "-R", "65534:65534", str(stage.base)], check=True)
    (stage.spool / "inbox/unreadable.txt").chmod(0)
    locked.chmod(0o555)
    process = stage.start(prefix=as_nobody, trace=trace)
    stage.until("the one that is fine is done", lambda: len(stage.records()) == 1)
    for name in ["unreadable.txt", "unmovable.txt"]:
        stage.until(f"{name} is told of", lambda: f"{name}" in stage.log())
    # A few scans more: each is told once, and costs next to nothing.
    begin = cpu_time(process)
    scans = lambda: trace.read_text().count("/spool/inbox/.\t")
    enough = scans() + 5
    stage.until("more scans", lambda: scans() >= enough)
    told = [line for line in stage.log().splitlines() if "file_skipped" in line]
    check(len(told) == 2, f"told {len(told)} times of two files\n" + "\n".join(told))
    check(cpu_time(process) - begin < 1, "it tries over and over")
    check(stage.status()["skipped"] == 2, f"status: {stage.status()}")
    (stage.spool / "inbox/unreadable.txt").chmod(0o640)
    locked.chmod(0o755)
    stage.until("all records", lambda: len(stage.records()) == 3)
    locked.rmdir()
    ended(stage, process, "after permissions were set right")


def nobody(stage):
    """What to put before a command that is to run as nobody; nothing where all run without rights anyway."""
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        raise Left("there is no setpriv to change users with")
    stage.base.chmod(0o755)
    prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    if subprocess.run([*prefix, stage.program, "--version"], stdout=subprocess.DEVNULL).returncode != 0:
        raise Left("nobody may not run the program where it lies")
    return prefix


def cpu_time(process):
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@case("a file that not even root can move keeps no other waiting")
def d8_immutable(stage, full):
    count = 1000 if full else 30
    place, image = stage.base / "disk", stage.base / "disk.img"
    make_ext4(image, 64 << 20)
    with ext4(place, image):
        stage.fresh(place / "spool")
        stage.drop(count)
        stuck = stage.spool / f"inbox/report-{count // 2}.txt"
        if subprocess.run(["chattr", "+i", str(stuck)]).returncode != 0:
            raise Left("files cannot be made immutable here")
        stage.configure("rescan = 0.2")
        process = stage.start("--log-level", "notice")
        stage.until("all others are done", lambda: len(stage.records()) == count - 1, seconds=90)
        stage.until("it is told of", lambda: stuck.name in stage.log())
        check(stuck.read_bytes() == stage.inputs[stuck.name], "the file was touched")
        subprocess.run(["chattr", "-i", str(stuck)], check=True)
        stage.until("it is done too", lambda: len(stage.records()) == count)
        ended(stage, process, "after the file could be moved")
    return f"{count - 1} others"


@case("no descriptors, no memory or no quota for a while pauses at most, and condemns nothing")
def d9_refusals(stage, full):
    wanted = [("openat", "EMFILE", "*/spool/*"), ("mkdirat", "ENOMEM", "*/spool/*"), ("write", "EDQUOT", "*/spool/*"),
              ("openat", "ENOMEM", "*/spool/*"), ("fsync", "EDQUOT", "*/spool/*"), ("read", "ENOMEM", "*/spool/*"),
              ("fstatat", "ENOMEM", "*/spool/inbox/*")]
    for kind, error, paths in wanted if full else wanted[:3]:
        where = f"{kind} {error} for a while"
        stage.fresh()
        process = stage.start(fault=f"{kind}:{error}:1:1000000", paths=paths, during=stage.during)
        stage.drop(3)
        stage.until("three records", lambda: len(stage.records()) == 3)
        (stage.spool / "inbox/folder").mkdir()
        with lasting(stage):
            stage.put("folder/inner.txt", (TEXT % 77).encode())
            stage.until(f"a pause for {kind} {error}", lambda: "spool_paused" in stage.log())
            stage.drop(5)
        # Well before the next look through the whole inbox.
        stage.until("all records", lambda: len(stage.records()) == 9, seconds=15)
        (stage.spool / "inbox/folder").rmdir()
        ended(stage, process, where)
