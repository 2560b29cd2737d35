"""Load: many files, large ones among small ones, little memory, and nothing that grows."""

import os
import pathlib
import time

from suite.measures import Watcher, log_fields, percentile, quarters
from suite.mounts import mounted
from suite.promises import Left, case, check
from suite.reports import held
from suite.stage import ROOT

WORDS = ("Il reparto numero %d ha attaccato una base militare a Gao, uccidendo sei soldati. Secondo il governo i feriti "
         "sono dodici. La sera del 3 maggio un convoglio è stato fermato presso Ménaka. ")


def report(number, size):
    text = WORDS % number
    return (text * (size // len(text.encode()) + 1)).encode()[:size].decode(errors="ignore").encode()


def fill(stage, count, size):
    """Puts many reports into the inbox by one move of their folder, which is as quick as one."""
    folder = stage.spool / "filling"
    folder.mkdir()
    for number in range(count):
        name = f"load-{number}.txt"
        content = report(number, size)
        (folder / name).write_bytes(content)
        stage.inputs[name] = content
    folder.rename(stage.spool / "inbox/load")


@case("a hundred thousand files at the start take no memory of their own, and the last go as fast as the first", fast=False)
def w3_hundred_thousand_at_start(stage, full):
    stage.pipelines = ROOT / "pipelines"
    # In memory: on a disk the first ones go faster, as long as the file system's journal has room for them.
    with mounted(stage.base / "memory", "-t", "tmpfs", "-o", "size=4g,nr_inodes=2m", "tmpfs") as memory:
        stage.fresh(memory / "spool")
        fill(stage, 100_000, 300)
        process = stage.start("--log-level", "info")
        watcher = Watcher(process.pid)
        stage.until("all records", watcher.watching(lambda: stage.count("done") >= 100_000), seconds=3600, pause=0.5)
        stage.stop(process)
        rates = quarters([fields["time"] for fields in log_fields(stage.log_path, "document_delivered")])
        check(watcher.peak_kilobytes < 120 * 1024, f"{watcher.peak_kilobytes} kB resident")
        check(rates[-1] > 0.9 * rates[0], f"documents a second by quarters: {rates}")
        stage.sound_counts(100_000)
    rounded = [round(rate) for rate in rates]
    return f"peak {watcher.peak_kilobytes // 1024} MB, documents a second by quarters {rounded}"


@case("ten thousand small reports: rate, latency, memory and threads", fast=False)
def l1_ten_thousand(stage, full):
    stage.pipelines = ROOT / "pipelines"
    fill(stage, 10_000, 4096)
    began = time.monotonic()
    process = stage.start("--log-level", "info")
    watcher = Watcher(process.pid)
    stage.until("all records", watcher.watching(lambda: stage.count("done") >= 10_000), seconds=900, pause=0.1)
    seconds = time.monotonic() - began
    stage.stop(process)
    times = [float(fields["total_ms"]) for fields in log_fields(stage.log_path, "document_delivered")]
    check(watcher.peak_threads <= 64, f"{watcher.peak_threads} threads")
    stage.sound_counts(10_000)
    return (f"{10_000 / seconds:.0f} a second, claim to durable p50 {percentile(times, 50):.0f} p95 "
            f"{percentile(times, 95):.0f} p99 {percentile(times, 99):.0f} ms, peak {watcher.peak_kilobytes // 1024} MB, "
            f"{watcher.peak_threads} threads")


@case("a report of two kilobytes that is moved in is a durable brief within a quarter of a second", fast=False)
def l1_drop_to_brief(stage, full):
    stage.pipelines = ROOT / "pipelines"
    process = stage.start()
    done = stage.spool / "done" / time.strftime("%Y/%m/%d", time.gmtime())
    times = []
    for number in range(500):
        began = time.monotonic()
        stage.put(f"drop-{number}.txt", report(number, 2000))
        # It goes there when its outputs are safe.
        while not done.is_dir() or len(os.listdir(done)) <= number:
            check(time.monotonic() - began < 10, "a report takes longer than ten seconds")
            time.sleep(0.0002)
        times.append((time.monotonic() - began) * 1000)
    stage.stop(process)
    stage.sound_counts(500)
    check(percentile(times, 99) < 250, f"99 of 100 within {percentile(times, 99):.0f} ms")
    return f"p50 {percentile(times, 50):.1f} ms, p99 {percentile(times, 99):.1f} ms, most {max(times):.1f} ms"


@case("twenty reports at the size limit keep no small one waiting for more than two seconds", fast=False)
def l2_large_among_small(stage, full):
    stage.pipelines = ROOT / "pipelines"
    limit = 16 << 20
    large = report(0, limit)
    small = 10_000

    def latencies(with_large):
        stage.fresh()
        process = stage.start("--log-level", "info")
        dropped = {}
        # At half of what the daemon can do, so that a wait is not its own queue's.
        for number in range(small):
            if with_large and number % (small // 20) == 0:
                stage.put(f"large-{number}.txt", large[:-8] + b"%08d" % number)
            name = f"small-{number}.txt"
            stage.put(name, report(number, 1000))
            dropped[name] = time.time()
            if number % 10 == 9:
                time.sleep(0.02)
        total = small + (20 if with_large else 0)
        stage.until("all records", lambda: stage.count("done") >= total, seconds=1800, pause=0.2)
        stage.stop(process)
        return [fields["time"] - dropped[fields["name"]] for fields in log_fields(stage.log_path, "document_delivered")
                if fields["name"] in dropped]

    alone = latencies(False)
    beside = latencies(True)
    check(len(alone) == len(beside) == small, f"{len(beside)} small reports delivered")
    check(max(beside) < max(alone) + 2, f"the slowest took {max(beside):.2f} s, without large ones {max(alone):.2f} s")
    return f"slowest small report {max(beside):.2f} s beside large ones, {max(alone):.2f} s without"


@case("behind a stage that stands still the inbox is the queue: memory stays flat, and nothing is dropped")
def l4_slow_stage(stage, full):
    count = 5_000 if full else 1_500
    with held(stage, "read", "original/slow-200.txt") as (process, reached, release):
        watcher = Watcher(process.pid)
        watcher.look()
        before = watcher.last.kilobytes
        for number in range(count):
            stage.put(f"slow-{number}.txt", report(number, 2000))
        reached()
        # What the stages may hold together is 128 reports; the rest is left where it was.
        stage.until("the rest is known to wait", lambda: stage.status()["inbox"] >= count - 200 - 128)
        status = stage.status()
        check(status["work"] <= 128, f"{status['work']} reports are under way")
        watcher.look()
        check(watcher.last.kilobytes < before + 32 * 1024, f"{before} kB at first, {watcher.last.kilobytes} kB behind it")
        release()
        stage.until("all records", lambda: stage.count("done") >= count, seconds=120)
        stage.stop(process)
        stage.sound("after a stage stood still")
    return f"{status['inbox']} of {count} waited in the inbox"


@case("with 256 MB of memory in all, everything is delivered", fast=False)
def l5_little_memory(stage, full):
    group = pathlib.Path("/sys/fs/cgroup/memory/dispaccio-fault")
    try:
        group.mkdir()
        (group / "memory.limit_in_bytes").write_text(str(256 << 20))
    except OSError as error:
        raise Left(f"no memory control group can be made here ({error.strerror})")
    try:
        stage.pipelines = ROOT / "pipelines"
        fill(stage, 5_000, 4096)
        stage.put("large.txt", report(1, 2 << 20))
        enter = ["sh", "-c", f'echo $$ > {group}/cgroup.procs && exec "$@"', "-"]
        process = stage.start("--log-level", "info", prefix=enter)
        stage.until("all records", lambda: stage.count("done") >= 5_001 or process.poll() is not None, seconds=900,
                    pause=0.2)
        peak = int((group / "memory.max_usage_in_bytes").read_text()) >> 20
        stage.stop(process)
        stage.sound_counts(5_001)
        return f"peak {peak} MB with the page cache"
    finally:
        group.rmdir()


@case("what was found is done, failed, known, waiting or under way, at every look", fast=False)
def l6_conservation(stage, full):
    metrics = stage.base / "metrics.prom"
    stage.configure(f'metrics_file = "{metrics}"')
    process = stage.start()
    looks = 0
    for number in range(2_000):
        stage.put(f"report-{number}.txt", report(number, 600) if number % 50 else b"")
        if number % 100 == 0:
            status = stage.status()
            known = sum(status[key] for key in ("delivered", "duplicates", "failed", "work", "recovering", "deferred"))
            # Asked while things move: between the two readings of a document's way it may count on both sides.
            found = len(stage.inputs)
            check(known + status["inbox"] <= found + status["work"], f"more is known than was dropped: {status}")
            looks += 1
    stage.until("all records", lambda: stage.count("done") + len(stage.items("failed")) >= 2_000, seconds=300)
    stage.until("the figures agree", lambda: conserved(stage) == 2_000)
    stage.stop(process)
    stage.sound("after 2,000 reports")
    return f"{looks} looks"


def conserved(stage):
    status = stage.status()
    return sum(status[key] for key in ("delivered", "duplicates", "failed", "work", "recovering", "deferred", "inbox"))


@case("at half load for twenty minutes, descriptors, threads and memory stay as they are", fast=False)
def l3_soak(stage, full):
    minutes = float(os.environ.get("DISPACCIO_SOAK_MINUTES", "20"))
    stage.pipelines = ROOT / "pipelines"
    rate = soak_rate(stage)
    process = stage.start("--log-level", "notice")
    watcher = Watcher(process.pid)
    start = time.monotonic()
    number, looks = 0, []
    while time.monotonic() < start + minutes * 60:
        began = time.monotonic()
        for _ in range(max(1, int(rate / 10))):
            name = f"soak-{number}.txt"
            stage.put(name, report(number, 2000))
            del stage.inputs[name]
            number += 1
        if time.monotonic() - start > len(looks) * minutes * 3:
            watcher.look()
            looks.append((number, watcher.last))
        time.sleep(max(0, 0.1 - (time.monotonic() - began)))
    stage.until("all is done", lambda: stage.count("done") >= number, seconds=300, pause=0.2)
    watcher.look()
    looks.append((number, watcher.last))
    stage.stop(process)
    told = "; ".join(f"{count}: {look}" for count, look in looks)
    # The records that were delivered last are remembered, 65,536 of them: until then that memory fills. What comes after
    # is documents that come and go, and a thread more or less of Dispatch's: no look may show more than the first did,
    # but for that. Not only the last one counts: what is given back each minute must not hide what grows.
    settled = [look for count, look in looks if count > 66_000] or [look for _, look in looks[len(looks) // 2:]]
    first, most = settled[0], lambda what: max(what(look) for look in settled)
    check(most(lambda look: look.descriptors) <= first.descriptors + 2, f"descriptors grow: {told}")
    check(most(lambda look: look.threads) <= first.threads + 2, f"threads grow: {told}")
    check(most(lambda look: look.kilobytes) <= first.kilobytes * 1.05 + 2048, f"memory grows: {told}")
    return f"{rate:.0f} a second; {told}"


def soak_rate(stage):
    """Half of the documents a second that this machine can do: measured on a thousand."""
    other = stage.beside()
    fill(other, 1_000, 2000)
    began = time.monotonic()
    other.once("--log-level", "error", timeout=300)
    return 1_000 / (time.monotonic() - began) / 2
