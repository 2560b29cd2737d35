"""A stage: a spool, a small pipeline and the real program, for one case of the fault suite."""

import glob
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import zlib

from suite.promises import check

ROOT = pathlib.Path(__file__).resolve().parents[3]
TEXT = "Il reparto numero %d ha attaccato una base militare a Gao, uccidendo sei soldati.\n"


class Stage:
    """A folder for one case: a spool, a small pipeline, the program."""

    def __init__(self, program, injector, base):
        self.program, self.injector = program, injector
        self.base = pathlib.Path(tempfile.mkdtemp(prefix="dispaccio-fault.", dir=base))
        self.pipelines = self.base / "pipelines"
        (self.pipelines / "conflict").mkdir(parents=True)
        (self.pipelines / "conflict/pipeline.toml").write_text('name = "conflict"\nversion = "1"\n')
        # No brief without the words of its page.
        for language in "it", "en":
            (self.pipelines / "common" / language).mkdir(parents=True)
            shutil.copy(ROOT / f"pipelines/common/{language}/phrases.tsv", self.pipelines / "common" / language)
        self.processes = []
        # A file that is there as long as a fault is to last.
        self.during = self.base / "during"
        # Further variables for the injector: what its fault is aimed at.
        self.aim = {}
        self.configuration = self.base / "dispaccio.toml"
        self.configure()
        self.log_path = self.base / "log"
        self.fresh()

    def beside(self):
        """Another stage, with a spool of its own, which goes with this one."""
        other = Stage(self.program, self.injector, self.base)
        other.pipelines = self.pipelines
        return other

    def configure(self, *lines):
        """Writes the settings; `lines` come after those of all cases, so that they may end with a table."""
        # No reserve, so that a full disk is a full disk, and no long waits for what is over.
        usual = ["reserve_bytes = 0", "reserve_inodes = 0", "probe_interval = 0.1"]
        self.configuration.write_text("\n".join([*usual, *lines, ""]))

    def fresh(self, spool=None):
        self.spool = pathlib.Path(spool) if spool else self.base / "spool"
        if not spool:
            shutil.rmtree(self.spool, ignore_errors=True)
        (self.spool / "inbox").mkdir(parents=True, exist_ok=True)
        self.inputs = {}

    def drop(self, count, empty=0):
        for number in range(len(self.inputs), len(self.inputs) + count):
            self.put(f"report-{number}.txt", (TEXT % number).encode())
        for number in range(empty):
            self.put(f"empty-{number}.txt", b"")

    def put(self, name, content):
        # As people are told to: under a hidden name, then renamed.
        path = self.spool / "inbox" / name
        hidden = path.with_name(f".{path.name}")
        hidden.write_bytes(content)
        hidden.rename(path)
        self.inputs[path.name] = content

    def command(self, verb, *options):
        return [str(self.program), verb, "--config", str(self.configuration), "--spool", str(self.spool), *options]

    def daemon_command(self, verb, *options):
        return self.command(verb, "--pipelines", str(self.pipelines), "--settle", "0", "--empty-grace", "0", *options)

    def environment(self, fault=None, trace=None, paths=None, during=None, clock=None, variables=()):
        """What the injector is told: see injector.c. `paths` is a pattern, `during` and `clock` are files."""
        told = {"DISPACCIO_FAULT": fault, "DISPACCIO_FAULT_TRACE": trace, "DISPACCIO_FAULT_PATH": paths,
                "DISPACCIO_FAULT_WHILE": during, "DISPACCIO_FAULT_CLOCK": clock}
        told = {name: str(value) for name, value in told.items() if value}
        if told:
            told["LD_PRELOAD"] = str(self.injector)
        return {**os.environ, **self.aim, **told, **dict(variables)}

    def once(self, *options, timeout=60, **faults):
        """Runs the program until the inbox is empty; returns its status and its log."""
        result = subprocess.run(self.daemon_command("once", *options), env=self.environment(**faults),
                                stderr=subprocess.PIPE, timeout=timeout)
        return result.returncode, result.stderr.decode(errors="replace")

    def start(self, *options, fault=None, trace=None, paths=None, during=None, clock=None, variables=(), prefix=(),
              awaited=True, **rest):
        environment = self.environment(fault, trace, paths, during, clock, variables)
        log = open(self.log_path, "wb")
        process = subprocess.Popen([*prefix, *self.daemon_command("run", *options)], env=environment, stderr=log,
                                   **rest)
        self.processes.append(process)
        if awaited:
            self.until("the daemon is ready", lambda: "service_ready" in self.log() or process.poll() is not None)
        return process

    def stop(self, process):
        process.terminate()
        check(process.wait(60) == 0, "the daemon did not end well")

    def log(self):
        return (self.log_path).read_text(errors="replace")

    def until(self, what, condition, seconds=30, pause=0.01):
        end = time.monotonic() + seconds
        while not condition():
            check(time.monotonic() < end, f"waited in vain until {what}\n{self.log()[-1500:]}")
            time.sleep(pause)

    def verb(self, *words):
        """Runs an operator's verb; returns its status, what it said and what it complained of."""
        result = subprocess.run(self.command(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return result.returncode, result.stdout.decode(), result.stderr.decode()

    def status(self):
        """What the daemon tells of itself."""
        status, said, complaint = self.verb("status", "--json")
        check(status == 0, f"status ended with {status}: {complaint}")
        return json.loads(said)

    def records(self):
        return sorted(glob.glob(f"{self.spool}/out/*.json"))

    def count(self, area):
        """How many items lie in an area: by their names alone, so that a hundred thousand can be counted often."""
        folders = (self.spool / area).glob("*/*/*") if area == "done" else [self.spool / area]
        return sum(len(os.listdir(folder)) for folder in folders)

    def sound_counts(self, count):
        """That so many reports have their record and briefs, and nothing is left: for what is too much to compare."""
        check(self.count("done") == count, f"{self.count('done')} of {count} reports are done")
        for ending in (".json", ".it.md", ".en.md"):
            found = sum(name.endswith(ending) for name in os.listdir(self.spool / "out"))
            check(found == count, f"{found} of {count} outputs with {ending}")
        check(not self.items("work") and not self.items("failed"), "work/ or failed/ is not empty")

    def items(self, area):
        return sorted(path for path in (self.spool / area).glob("*") if path.name != ".tmp")

    def originals(self, area):
        return {path.name: path.read_bytes() for path in (self.spool / area).glob("**/original/*")}

    def sound(self, where):
        """The invariants: nothing lost, nothing doubled, nothing torn, no healthy report condemned."""
        check(not list((self.spool / "inbox").iterdir()), f"{where}: the inbox is not empty")
        check(not self.items("work"), f"{where}: work/ is not empty")
        check(not list((self.spool / "out/.tmp").iterdir()), f"{where}: out/.tmp is not empty")
        done, failed = self.originals("done"), self.originals("failed")
        count = len(list((self.spool / "done").glob("**/original/*"))) + len(list((self.spool / "failed").glob("*")))
        check(count == len(self.inputs), f"{where}: {count} originals of {len(self.inputs)}")
        check({**done, **failed} == self.inputs, f"{where}: originals differ from what was dropped")
        reasons = {path: json.loads(path.read_text())["class"] for path in (self.spool / "failed").glob("*/reason.json")}
        check(all(not content for content in failed.values()), f"{where}: a healthy report failed: {reasons}")
        records = self.records()
        check(len(records) == len(done), f"{where}: {len(records)} records of {len(done)} reports")
        for path in records:
            record = json.loads(pathlib.Path(path).read_bytes())
            check(path.endswith(f"/{record['id']}.json"), f"{where}: {path} holds another record")
            for language in "it", "en":
                check(os.path.exists(path.replace(".json", f".{language}.md")), f"{where}: {path} lacks a brief")
        tickets = set()
        for path in (self.spool / "ledger").glob("*.jsonl"):
            for line in path.read_bytes().splitlines():
                body, mark, rest = line.rpartition(b',"crc32":"')
                check(mark and rest == b'%08x"}' % zlib.crc32(body), f"{where}: a torn line in the ledger: {line[:80]}")
                tickets.add(json.loads(line)["ticket"])
        ended = {path.parent.parent.name for area in ("done", "failed")
                 for path in (self.spool / area).glob("**/original/*")}
        check(ended <= tickets, f"{where}: {len(ended - tickets)} items have no line in the ledger")
        fsck = subprocess.run(self.command("fsck"), stdout=subprocess.PIPE)
        check(fsck.returncode == 0, f"{where}: fsck: {fsck.stdout.decode()}")

    def close(self):
        for process in self.processes:
            process.kill()
            process.wait()
        shutil.rmtree(self.base, ignore_errors=True)


def traced_kinds(trace):
    """The kinds of the calls in a trace of the injector, in their order."""
    lines = (line.split("\t") for line in trace.read_text(errors="replace").splitlines())
    return [line[2] for line in lines if line[0] == "+" and len(line) > 2]
