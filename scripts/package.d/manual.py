#!/usr/bin/env python3
"""Writes man pages, one for the command and one for each verb, from what the command tells about itself.

Usage: dispaccio --experimental-dump-help | manual.py FOLDER VERSION DATE
"""
import json
import re
import sys


def text(words):
    """Escapes running text for roff."""
    words = words.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", words, flags=re.M)


def paragraphs(words):
    """Prose as paragraphs; indented lines and the line before them as they stand."""
    lines = []
    for block in words.split("\n\n"):
        lines.append(".PP")
        literal = False
        for line in block.split("\n"):
            if line.startswith(" ") != literal:
                literal = not literal
                lines.append(".RS 4\n.nf" if literal else ".fi\n.RE")
            lines.append(text(line.strip() if literal else line))
        if literal:
            lines.append(".fi\n.RE")
    return lines


def names(argument):
    return [("-" if name["kind"] == "short" else "--") + name["name"] for name in argument.get("names", [])]


def signature(argument):
    value = f"\\fI{text(argument.get('valueName', 'value'))}\\fR"
    if argument["kind"] == "positional":
        return value
    shown = ", ".join(f"\\fB{text(name)}\\fR" for name in names(argument))
    return shown if argument["kind"] == "flag" else f"{shown} {value}"


def synopsis(path, command):
    words = [f"\\fB{text(' '.join(path))}\\fR"]
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True) or argument["kind"] == "flag" and names(argument)[-1] in (
            "--help", "--version"):
            continue
        word = signature(argument) + (" ..." if argument.get("isRepeating") else "")
        words.append(f"[{word}]" if argument.get("isOptional") else word)
    if command.get("subcommands"):
        words.append("\\fIverb\\fR")
    return " ".join(words)


def described(argument):
    words = argument.get("abstract", "")
    if argument.get("allValues"):
        words += f" Values: {', '.join(argument['allValues'])}."
    if argument.get("defaultValue"):
        words += f" Default: {argument['defaultValue']}."
    return words


def page(path, command, version, date, family):
    name = "-".join(path)
    verbs = [verb for verb in command.get("subcommands", []) if verb["commandName"] != "help"]
    abstract = command.get("abstract", "").rstrip(".")
    lines = [
        f'.TH {name.upper()} 1 "{date}" "dispaccio {version}" "User Commands"',
        ".SH NAME", f"{text(name)} \\- {text(abstract[:1].lower() + abstract[1:])}",
        ".SH SYNOPSIS", synopsis(path, command),
        ".SH DESCRIPTION", text(command.get("abstract", "")), *paragraphs(command.get("discussion", "")),
    ]
    positional = [a for a in command.get("arguments", []) if a["kind"] == "positional"]
    options = [a for a in command.get("arguments", []) if a["kind"] != "positional"]
    for title, arguments in (("ARGUMENTS", positional), ("OPTIONS", options)):
        shown = [a for a in arguments if a.get("shouldDisplay", True)]
        if shown:
            lines.append(f".SH {title}")
        for argument in shown:
            lines += [".TP", signature(argument), text(described(argument))]
    if verbs:
        lines.append(".SH VERBS")
    for verb in verbs:
        lines += [".TP", f"\\fB{text('-'.join(path + [verb['commandName']]))}\\fR(1)", text(verb.get("abstract", ""))]
    if len(path) == 1:
        lines += [
            ".SH FILES",
            ".TP", ".I /etc/dispaccio/dispaccio.toml", "Settings; it need not exist.",
            ".TP", ".I /etc/dispaccio/pipelines", "Pipelines that go before those of the package.",
            ".TP", ".I /usr/share/dispaccio/pipelines", "Pipelines of the package.",
            ".TP", ".I /srv/dispaccio", "The spool: inbox, out, failed and the rest.",
            ".TP", ".I /run/dispaccio/dispaccio.prom", "Metrics of the service, as Prometheus text.",
        ]
    others = [other for other in family if other != name]
    lines += [".SH SEE ALSO", ",\n".join(f".BR {text(other)} (1)" for other in others).replace(",\n", " ,\n")]
    return name, "\n".join(lines) + "\n"


def main():
    folder, version, date = sys.argv[1:4]
    command = json.load(sys.stdin)["command"]
    root = command["commandName"]
    verbs = [verb for verb in command.get("subcommands", []) if verb["commandName"] != "help"]
    family = [root] + [f"{root}-{verb['commandName']}" for verb in verbs]
    pages = [([root], command, family)] + [([root, verb["commandName"]], verb, [root]) for verb in verbs]
    for path, told, others in pages:
        name, roff = page(path, told, version, date, others)
        with open(f"{folder}/{name}.1", "w", encoding="utf-8") as file:
            file.write(roff)


main()
