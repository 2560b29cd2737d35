"""Control: signals, a second daemon, reloads, the socket."""

import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import time

from suite.notify import Notify
from suite.promises import case, check
from suite.stage import TEXT


@case("told to stop under load, it claims no more, finishes what is under way, and leaves the rest in the inbox")
def k1_drain(stage, full):
    under_way = 16
    for number in (signal.SIGTERM, signal.SIGINT) if full else (signal.SIGTERM,):
        stage.fresh()
        stage.configure("[budget]", f"documents = {under_way}")
        process = stage.start("--durability", "strict")
        stage.drop(300)
        stage.until("some records", lambda: len(stage.records()) > 10)
        process.send_signal(number)
        stage.until("it drains", lambda: "service_draining" in stage.log())
        before = len(stage.originals("done"))
        check(process.wait(30) == 0, f"ended with {process.returncode}")
        after = len(stage.originals("done"))
        check(after - before <= under_way + 1, f"{after - before} reports were finished, {under_way} were under way")
        check(not stage.items("work"), "something is left in work/")
        check(len(list((stage.spool / "inbox").iterdir())) + after == 300, "a report is nowhere")
        check(after < 300, "it went on to the end")
        status, log = stage.once("--log-level", "error")
        check(status == 0, f"the restart ended with {status}\n{log}")
        stage.sound(f"after {signal.Signals(number).name}")


@case("what cannot be finished by the deadline stays for the next start, uncounted, and the end is 3")
def k1_deadline(stage, full):
    stage.configure("drain_deadline = 0.5")
    for attempt in range(5):
        # More stops than a report may cost crashes: none of them counts.
        stage.during.touch()
        process = stage.start(fault="syncfs:EIO:1:1000000", during=stage.during)
        if attempt == 0:
            stage.drop(4)
        stage.until("the pause is told", lambda: "spool_paused" in stage.log())
        process.terminate()
        check(process.wait(30) == 3, f"ended with {process.returncode}")
        check(stage.items("work"), "nothing is left in work/")
        marks = [str(path) for path in (stage.spool / "work").glob("*/.a*")]
        check(not marks, f"stop {attempt} counts as a crash: {marks}")
        stage.during.unlink()
    status, log = stage.once()
    check(status == 0, f"the restart ended with {status}\n{log}")
    stage.sound("after five stops")


@case("told twice to stop, it ends at once")
def k2_second_signal(stage, full):
    pairs = [(signal.SIGTERM, signal.SIGTERM), (signal.SIGINT, signal.SIGINT), (signal.SIGTERM, signal.SIGINT)]
    for pair in pairs if full else pairs[:2]:
        stage.fresh()
        stage.during.touch()
        process = stage.start(fault="syncfs:EIO:1:1000000", during=stage.during)
        stage.drop(2)
        stage.until("the pause is told", lambda: "spool_paused" in stage.log())
        process.send_signal(pair[0])
        stage.until("it drains", lambda: "service_draining" in stage.log())
        process.send_signal(pair[1])
        began = time.monotonic()
        check(process.wait(30) == 3, f"ended with {process.returncode}")
        check(time.monotonic() - began < 3, "it did not end at once")
        stage.during.unlink()
        check(stage.once()[0] == 0, "the restart did not end well")
        stage.sound("after two signals")


@case("a reader that goes away does not end it")
def k2_broken_pipe(stage, full):
    process = stage.start()
    process.send_signal(signal.SIGPIPE)
    stage.drop(1)
    stage.until("a record", lambda: len(stage.records()) == 1)
    end(stage, process)


@case("told to stop while it starts, recovers or reloads, it stops, and loses nothing")
def k2_stop_early(stage, full):
    stage.drop(40)
    stage.once(fault="renameat:KILL:60")
    ends = set()
    for step in range(60 if full else 15):
        process = stage.start(awaited=False, preexec_fn=listening)
        # From before its first instruction to well into the recovery.
        time.sleep(step * 0.12 / (60 if full else 15))
        process.terminate()
        try:
            ends.add(process.wait(20))
        except subprocess.TimeoutExpired:
            check(False, f"a signal {step} was lost\n{stage.log()}")
        check(process.returncode in (0, 3, -signal.SIGTERM), f"ended with {process.returncode}\n{stage.log()}")
        check(process.returncode >= 0 or "service_started" not in stage.log(), "killed after it had begun")
    process = stage.start()
    stage.until("the rest", lambda: not list((stage.spool / "inbox").iterdir()) and not stage.items("work"))
    for _ in range(20 if full else 5):
        process.send_signal(signal.SIGHUP)
        time.sleep(random.uniform(0, 0.003))
    process.terminate()
    check(process.wait(30) == 0, f"ended with {process.returncode} in a reload")
    stage.sound("after early stops")
    return f"ends {sorted(ends)}"


def listening():
    """Signals as a service gets them, whatever whoever started the suite had done to them."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])


def end(stage, process):
    process.terminate()
    check(process.wait(30) == 0, f"the daemon did not end well\n{stage.log()[-1500:]}")
    stage.sound("in the end")


def rules(version):
    return f'name = "conflict"\nversion = "{version}"\n'


def in_use(stage):
    return [pipeline["version"] for pipeline in stage.status()["pipelines"]]


def reload_ended(stage, process, event):
    """Sends a hang-up and waits for what it leads to; returns the line that tells of it."""
    count = stage.log().count(f"event={event}")
    process.send_signal(signal.SIGHUP)
    stage.until(f"{event} is told", lambda: stage.log().count(f"event={event}") > count)
    return [line for line in stage.log().splitlines() if f"event={event}" in line][-1]


@case("bad rules or settings are refused, each with one line and its place; the old ones stay until good ones come")
def k3_bad_reloads(stage, full):
    file = stage.pipelines / "conflict/pipeline.toml"
    settings = stage.configuration.read_text()
    as_nobody = unprivileged(stage)
    process = stage.start(prefix=as_nobody)
    faults = {
        "nonsense": lambda: file.write_text("name = = 1\n"),
        "an unknown key": lambda: file.write_text(rules(2) + "colour = 1\n"),
        "partly valid": lambda: file.write_text(rules(2) + "[stages.match]\nwidth = 0\n"),
        "not UTF-8": lambda: file.write_bytes(b'name = "conflict"\nversion = "\xff"\n'),
        "missing": file.unlink,
        "a missing folder": lambda: file.parent.rename(stage.base / "aside"),
        "an unknown setting": lambda: stage.configuration.write_text(settings + "speed = 1\n"),
        "missing settings": stage.configuration.unlink,
    }
    if as_nobody or os.geteuid() != 0:
        faults["unreadable"] = lambda: file.chmod(0)
    for what, make in faults.items():
        make()
        refused = stage.log().count("configuration_refused")
        line = reload_ended(stage, process, "configuration_refused")
        check(stage.log().count("configuration_refused") == refused + 1, f"{what}: told more than once")
        check("pipeline.toml" in line or "dispaccio.toml" in line or "conflict" in line, f"{what}: no place in {line}")
        restore(stage, file, settings)
        check(in_use(stage) == ["1"], f"{what}: {in_use(stage)} in use")
        stage.drop(1)
        stage.until(f"a record after {what}", lambda: len(stage.records()) == len(stage.inputs))
        check(not stage.items("failed"), f"{what}: a report failed")
    stage.until("the metrics tell of it", lambda: gauge(stage, "dispaccio_config_last_reload_successful") == 0)
    file.write_text(rules(2))
    reload_ended(stage, process, "configuration_reloaded")
    check(in_use(stage) == ["2"], f"{in_use(stage)} in use after a good one")
    stage.until("the metrics tell of it", lambda: gauge(stage, "dispaccio_config_last_reload_successful") == 1)
    end(stage, process)
    return f"{len(faults)} kinds"


def restore(stage, file, settings):
    if not file.parent.exists():
        (stage.base / "aside").rename(file.parent)
    file.touch()
    file.chmod(0o644)
    file.write_text(rules(1))
    stage.configuration.write_text(settings)


def unprivileged(stage):
    """What to put before the daemon so that it may not read everything; nothing where that cannot be."""
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        return []
    prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    stage.base.chmod(0o755)
    if subprocess.run([*prefix, stage.program, "--version"], stdout=subprocess.DEVNULL).returncode != 0:
        return []
    subprocess.run(["chown", "-R", "65534:65534", str(stage.spool)], check=True)
    return prefix


def gauge(stage, name):
    """A number of the file that is left for a scraper, or else of the status."""
    status, said, complaint = stage.verb("stats", "--json")
    check(status == 0, f"stats ended with {status}: {complaint}")
    return find(json.loads(said), name)


def find(value, name):
    if isinstance(value, dict):
        if value.get("name") == name:
            return value.get("value")
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            found = find(part, name)
            if found is not None:
                return found
    return None


@case("of a hundred hang-ups in a burst the last content wins")
def k3_burst(stage, full):
    file = stage.pipelines / "conflict/pipeline.toml"
    process = stage.start()
    for round in range(5 if full else 1):
        for number in range(100):
            fresh = file.with_name(".fresh")
            fresh.write_text(rules(f"{round}.{number}"))
            fresh.rename(file)
            process.send_signal(signal.SIGHUP)
        stage.until("the last content is in use", lambda: in_use(stage) == [f"{round}.99"])
    check("configuration_refused" not in stage.log(), "a good content was refused")
    stage.drop(1)
    stage.until("a record", lambda: len(stage.records()) == 1)
    end(stage, process)


@case("a hang-up during the start ends no daemon that has begun")
def k3_early(stage, full):
    count = 60 if full else 15
    ended = 0
    # How long a start takes on this machine just now: the hang-ups are spread over it, and a little beyond.
    began = time.monotonic()
    process = stage.start(preexec_fn=listening)
    span = max(0.12, 1.5 * (time.monotonic() - began))
    process.kill()
    process.wait()
    for step in range(count):
        process = stage.start(awaited=False, preexec_fn=listening)
        time.sleep(step * span / count)
        process.send_signal(signal.SIGHUP)
        stage.until("it is ready or gone", lambda: "service_ready" in stage.log() or process.poll() is not None)
        if process.poll() is not None:
            # The program was still being loaded: there was nobody to hear it.
            check(process.returncode == -signal.SIGHUP, f"ended with {process.returncode}\n{stage.log()}")
            check(not stage.log(), f"ended in its start\n{stage.log()}")
            ended += 1
        process.kill()
        process.wait()
    check(ended < count, "it never started")
    return f"{ended} of {count} were still being loaded"


@case("a second daemon is refused with 75 and the first one's process")
def k4_second_daemon(stage, full):
    process = stage.start()
    status, log = stage.once()
    check(status == 75, f"ended with {status}")
    check(str(process.pid) in log, log)
    process.terminate()
    check(process.wait(30) == 0, "the daemon did not end well")


@case("two daemons on one spool, as on two machines, give no report two results")
def k4_no_lock(stage, full):
    count = 400 if full else 60
    reference = expected(stage, count)
    stage.fresh()
    first = stage.start("--log-level", "notice")
    stage.drop(count // 2)
    (stage.spool / "state/lock").unlink()
    second = stage.start("--log-level", "notice")
    check(first.poll() is None and second.poll() is None, "a daemon ended")
    stage.drop(count - count // 2)
    stage.until("all is done", lambda: not list((stage.spool / "inbox").iterdir()) and not stage.items("work")
                and not stage.items("deferred"), seconds=90)
    for process in (first, second):
        process.terminate()
        check(process.wait(60) in (0, 3), f"ended with {process.returncode}")
    check(stage.once()[0] == 0, "the last run did not end well")
    found = {path.name: path.read_bytes() for path in (stage.spool / "out").iterdir() if path.name != ".tmp"}
    check(found == reference, f"{len(found)} outputs, {len(reference)} expected, or others than those of one daemon")
    reasons = [(item / "reason.json").read_text() for item in stage.items("failed") if (item / "reason.json").exists()]
    check(not stage.items("failed"), f"reports were condemned: {stage.items('failed')} {reasons}")
    names = sorted(path.name for path in (stage.spool / "done").glob("**/original/*"))
    check(names == sorted(stage.inputs), f"{len(names)} originals of {len(stage.inputs)}")


def expected(stage, count):
    """What one daemon makes of the reports."""
    stage.drop(count)
    stage.once("--log-level", "error")
    return {path.name: path.read_bytes() for path in (stage.spool / "out").iterdir() if path.name != ".tmp"}


@case("a stage that hangs is told of, and the watchdog hears nothing until it moves again", fast=False)
def k5_hanging_stage(stage, full):
    notify = Notify(stage)
    variables = {**notify.variables, "WATCHDOG_USEC": "1000000"}
    process = stage.start(fault="read:HANG:1:1", paths="*/original/*", during=stage.during, variables=variables)
    notify.until(stage, "WATCHDOG=1", times=2)
    stage.during.touch()
    stage.drop(3)
    # A stage may take half a minute for a small report.
    stage.until("the stall is told", lambda: notify.receive() and "stage_stalled" in stage.log(), seconds=60)
    heard = notify.count("WATCHDOG=1")
    time.sleep(3)
    check(notify.count("WATCHDOG=1") == heard, "the watchdog was fed while a stage was stuck")
    stage.during.unlink()
    notify.until(stage, "WATCHDOG=1", times=heard + 1)
    stage.until("all records", lambda: len(stage.records()) == 3)
    end(stage, process)


@case("a long report is no hanging stage: the watchdog is fed all the while", fast=False)
def k5_long_report(stage, full):
    notify = Notify(stage)
    process = stage.start(variables={**notify.variables, "WATCHDOG_USEC": "2000000"})
    notify.until(stage, "READY=1")
    stage.put("long.txt", b"".join((TEXT % number).encode() for number in range(50_000)))
    heard, last, longest = 0, time.monotonic(), 0.0
    while not stage.records():
        check(process.poll() is None, "the daemon ended")
        if notify.count("WATCHDOG=1") > heard:
            heard, last = notify.count("WATCHDOG=1"), time.monotonic()
        longest = max(longest, time.monotonic() - last)
        check(longest < 2, "systemd would have killed a daemon that works")
        time.sleep(0.02)
    check("stage_stalled" not in stage.log(), stage.log())
    end(stage, process)
    return f"{len(stage.inputs['long.txt']) >> 20} MiB, fed {heard} times, at most {longest:.1f} s apart"


@case("the control socket may be taken away, left stale, flooded or hung up on; reports are done all the same")
def k6_socket(stage, full):
    stage.once()
    check(stage.verb("status")[0] == 69, "status before the start")
    process = stage.start()
    path = stage.spool / "state/control.sock"
    requests = [b'{"verb":"status"}\n', b'{"verb":"sta', b"", b"x" * 70_000, b"\n\n\n", b'{"verb":"dance"}\n', b"\0\n"]
    for number in range(400 if full else 60):
        client = socket.socket(socket.AF_UNIX)
        # By way of the folder, since the path may be too long for an address.
        folder = os.open(path.parent, os.O_PATH)
        client.connect(f"/proc/self/fd/{folder}/{path.name}")
        os.close(folder)
        try:
            client.sendall(requests[number % len(requests)])
        except OSError:
            pass
        # Gone before the reply, in the middle of it, or half closed.
        if number % 3 == 1:
            client.shutdown(socket.SHUT_WR)
        client.close()
    stage.until("it answers", lambda: stage.verb("status")[0] == 0)
    path.unlink()
    check(stage.verb("status")[0] == 69, "status without a socket")
    stage.drop(3)
    stage.until("all records", lambda: len(stage.records()) == 3)
    process.kill()
    process.wait()
    check(stage.verb("status")[0] == 69, "status after a kill")
    process = stage.start()
    check(stage.status()["process"] == process.pid, "the next daemon does not answer")
    # Killed between a record and the move of its original, it left the item for the next one, which needs its time.
    stage.until("all is done", lambda: not stage.items("work"))
    end(stage, process)
    check(stage.verb("status")[0] == 69, "status after the end")


@case("systemd is told exactly what happens, in this order")
def k7_sequence(stage, full):
    notify = Notify(stage)
    process = stage.start(variables=notify.variables)
    notify.until(stage, "READY=1")
    for number in range(2):
        process.send_signal(signal.SIGHUP)
        notify.until(stage, "READY=1", times=number + 2)
    (stage.pipelines / "conflict/pipeline.toml").write_text("bad")
    process.send_signal(signal.SIGHUP)
    notify.until(stage, "READY=1", times=4)
    process.terminate()
    check(process.wait(30) == 0, "the daemon did not end well")
    told = notify.first_lines()
    check(told == ["READY=1"] + ["RELOADING=1", "READY=1"] * 3 + ["STOPPING=1"], f"told {told}")
    for message in notify.messages:
        lines = message.split("\n")
        if lines[0] == "RELOADING=1":
            check(re.fullmatch(r"MONOTONIC_USEC=\d+", lines[1]), f"no moment in {lines}")
            moment = int(lines[1].split("=")[1]) / 1e6
            check(0 <= time.monotonic() - moment < 60, f"{moment} is not of now")
        check(len([line for line in lines if line.startswith("STATUS=")]) == 1, f"no status in {lines}")


@case("a systemd that takes no messages in keeps neither reports nor a stop waiting")
def k7_deaf_systemd(stage, full):
    notify = Notify(stage)
    # A disk that others keep busy makes one stop long, whom nobody hears makes all of them.
    for turn in range(3):
        stage.fresh()
        took = deaf_stop(stage, notify)
        if took < 5:
            return
    check(False, f"a stop takes long: {took:.1f} s")


def deaf_stop(stage, notify):
    """Seconds that a stop takes while nobody takes messages in."""
    # As often as that fills the socket at once.
    process = stage.start(variables={**notify.variables, "WATCHDOG_USEC": "4000"})
    stage.drop(3)
    stage.until("all records", lambda: len(stage.records()) == 3)
    stage.until("the socket is full", lambda: is_full(notify))
    check(stage.verb("status")[0] == 0, "the daemon does not answer")
    began = time.monotonic()
    process.terminate()
    check(process.wait(30) == 0, f"the daemon did not end well\n{stage.log()[-1500:]}")
    took = time.monotonic() - began
    stage.sound("in the end")
    return took


def is_full(notify):
    sender = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    sender.setblocking(False)
    try:
        sender.sendto(b"STATUS=", "\0" + notify.variables["NOTIFY_SOCKET"][1:])
        return False
    except BlockingIOError:
        return True
    finally:
        sender.close()
