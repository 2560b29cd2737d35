"""Control: signals, a second daemon, reloads, the socket."""

from suite.promises import case, check


@case("a second daemon is refused with 75 and the first one's process")
def k4_second_daemon(stage, full):
    process = stage.start()
    status, log = stage.once()
    check(status == 75, f"ended with {status}")
    check(str(process.pid) in log, log)
    process.terminate()
    check(process.wait(30) == 0, "the daemon did not end well")
