"""The manual page of the command, from the description that it gives of itself."""

import json
import sys


def escaped(text):
    """Text in which roff sees no command of its own (groff(7))."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").split("\n")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def names(argument):
    """`-o, --output folder`, or `site` for an argument without a name."""
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return f"[{value}]" if argument["isOptional"] else value
    written = sorted(argument["names"], key=lambda name: name["kind"] == "long")
    words = [("--" if name["kind"] == "long" else "-") + name["name"] for name in written]
    return ", ".join(words) + (f" {value}" if argument["kind"] == "option" else "")


def shown(command):
    return [
        argument
        for argument in command.get("arguments", [])
        if argument["shouldDisplay"] and not {"help", "version"} & {n["name"] for n in argument.get("names") or []}
    ]


def section(command, path):
    """One command: what it does and what it takes, then its own commands."""
    words = " ".join(path)
    text = [f".SS {escaped(words)}", escaped(command.get("abstract", ""))]
    for paragraph in command.get("discussion", "").split("\n\n"):
        if paragraph.startswith("  "):
            text += [".PP", ".nf", escaped(paragraph), ".fi"]
        elif paragraph:
            text += [".PP", escaped(paragraph)]
    for argument in shown(command):
        text += [".TP", f"\\fB{escaped(names(argument))}\\fR", escaped(argument.get("abstract", ""))]
    for below in command.get("subcommands", []):
        if below["commandName"] != "help":
            text += section(below, [*path, below["commandName"]])
    return text


def page(description):
    command = description["command"]
    text = [
        '.TH HANDBOOK 1 "" "" "Handbook"',
        ".SH NAME",
        "handbook \\- " + escaped(command["abstract"][0].lower() + command["abstract"][1:].rstrip(".")),
        ".SH SYNOPSIS",
        ".B handbook",
        "command [options]",
        ".SH DESCRIPTION",
    ]
    for paragraph in command.get("discussion", "").split("\n\n"):
        text += [".PP", ".nf", escaped(paragraph), ".fi"] if paragraph.startswith("  ") else [
            ".PP", escaped(paragraph)]
    text.append(".SH COMMANDS")
    for below in command["subcommands"]:
        if below["commandName"] != "help":
            text += section(below, ["handbook", below["commandName"]])
    text += [
        ".SH EXIT STATUS",
        ".TP", "0", "All is well.",
        ".TP", "1", "The content has errors or privacy findings; with \\-\\-strict, warnings too.",
        ".TP", "2", "The command was wrong, or the disk, the network or another program failed.",
    ]
    return "\n".join(line for line in text if line) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page(json.load(sys.stdin)))
