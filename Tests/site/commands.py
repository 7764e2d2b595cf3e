"""What the command says of itself, and whether a command line is one that it would read."""

import re
import shlex


class Command:
    """A command, from the description that `--experimental-dump-help` gives."""

    def __init__(self, told, parents=()):
        self.path = [*parents, told["commandName"]]
        self.texts = [told.get("discussion") or ""]
        self.options, self.places, self.takes_any = {}, 0, False
        for argument in told.get("arguments", []):
            if argument["kind"] == "positional":
                self.places += 1
                self.takes_any |= argument.get("isRepeating", False)
            for name in argument.get("names") or []:
                dashes = "--" if name["kind"] == "long" else "-"
                self.options[dashes + name["name"]] = argument
        self.below = {
            below["commandName"]: Command(below, self.path)
            for below in told.get("subcommands", []) if below["commandName"] != "help"
        }
        self.default = self.below.get(told.get("defaultSubcommand"))

    def all(self):
        yield self
        for command in self.below.values():
            yield from command.all()

    def troubles(self, words):
        """Why the command would not read these words; placeholders in capitals are values."""
        if self.below and words and not words[0].startswith("-"):
            if words[0] in self.below:
                return self.below[words[0]].troubles(words[1:])
            if self.default is None:
                return [f"'{' '.join(self.path)}' has no '{words[0]}'"]
        if self.default is not None and words:
            return self.default.troubles(words)
        return self.own_troubles(words)

    def own_troubles(self, words):
        found, places, words = [], 0, list(words)
        while words:
            word = words.pop(0)
            if word == "--":
                places += len(words)
                break
            if not word.startswith("-"):
                places += 1
                continue
            name, has_value, value = word.partition("=")
            argument = self.options.get(name)
            if argument is None:
                found.append(f"'{' '.join(self.path)}' has no '{name}'")
            elif argument["kind"] == "option":
                value = value if has_value else words.pop(0) if words else None
                found += self.value_troubles(name, argument, value)
        if places > self.places and not self.takes_any:
            found.append(f"'{' '.join(self.path)}' takes {self.places} words, not {places}")
        return found

    @staticmethod
    def value_troubles(name, argument, value):
        allowed = argument.get("allValues")
        if value is None:
            return [f"'{name}' is without its value"]
        if not allowed or value.isupper():
            return []
        return [f"'{name}' takes no '{one}'" for one in value.split("|") if one not in allowed]


def shell_commands(text):
    """The commands of ours in a piece of shell, each as its words, without what is piped or redirected."""
    for line in text.replace("\\\n", " ").split("\n"):
        line = re.split(r"\s[|<>]|&&|;", line)[0]
        try:
            words = shlex.split(line, comments=True)
        except ValueError:
            continue
        if words and words[0] == "handbook":
            yield [word for word in words[1:] if word != "…"]


def commands_of_page(text):
    """The commands of a page of Markdown: those of its blocks of shell, and those in its lines."""
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)
    for block in blocks:
        yield from shell_commands("\n".join(line.strip() for line in block.split("\n")))
    for span in spans(text):
        if re.match(r"handbook [a-z-]", span):
            yield from shell_commands(span.replace("'", ""))


def spans(text):
    """The pieces of code within lines."""
    outside = re.sub(r"^ *```.*?^ *```", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.findall(r"`([^`\n]+)`", outside)
