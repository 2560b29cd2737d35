"""The socket by which systemd listens to a service."""

import socket

from suite.promises import check


class Notify:
    """Stands in for systemd: keeps what a daemon tells, message by message."""

    def __init__(self, stage):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        # An abstract name: no path of a spool is too long for it.
        name = f"dispaccio-fault-{stage.base.name}-{id(self)}"
        self.socket.bind(f"\0{name}")
        self.socket.setblocking(False)
        self.variables = {"NOTIFY_SOCKET": f"@{name}"}
        self.messages = []

    def receive(self):
        """Takes what has come; returns all messages so far."""
        while True:
            try:
                self.messages.append(self.socket.recv(65536).decode())
            except BlockingIOError:
                return self.messages

    def first_lines(self, *ignored):
        """The first line of each message so far, without what comes at intervals."""
        lines = [message.split("\n")[0] for message in self.receive()]
        return [line for line in lines if not line.startswith(("STATUS=", *ignored))]

    def count(self, line):
        return sum(line in message.split("\n") for message in self.receive())

    def until(self, stage, line, times=1):
        stage.until(f"{line} was told {times} times", lambda: self.count(line) >= times)
        check(self.messages, "nothing was told")
