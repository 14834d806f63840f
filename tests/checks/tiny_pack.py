"""A copy of the tiny pack in which a test can break one thing, and the faults that are found in it."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.checks.dictionary import Dictionaries
from bot.checks.run import check_all
from bot.packs.problem import Problem

TODAY = date(2026, 11, 22)
TINY = Path(__file__).parent / "tiny"
DICTIONARIES = Dictionaries((Path(__file__).parent / "dictionaries",))
"""Every word of the tiny pack, whose Albanian is English too, and a few more."""

ACTIVITY = """activities:
  - id: al_meeting
    kind: meeting
    country: AL
    place: kukes
    organisation: The office
    starts: {starts}
    audiences: [parents]
    service: al_office
    sources:
      - url: https://example.org/meeting
        dated: "2026-11-01"
    verified: {{on: 2026-11-20, how: source, by_role: editor}}
"""


@dataclass(frozen=True)
class TinyPack:
    """`files` are named from the folder of the pack `core`."""

    root: Path

    @classmethod
    def copied_to(cls, folder: Path) -> "TinyPack":
        root = folder / "content"
        shutil.copytree(TINY, root)
        return cls(root)

    def path(self, file: str) -> Path:
        return self.root / "core" / file

    def change(self, file: str, old: str, new: str) -> int:
        """Put `new` for `old`, which stands there once; gives the line."""
        text = self.path(file).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.path(file).write_text(text.replace(old, new), "utf-8")
        return text[: text.index(old)].count("\n") + 1

    def line(self, file: str, text: str) -> int:
        """The line on which this stands."""
        lines = self.path(file).read_text("utf-8").splitlines()
        (number,) = [number for number, line in enumerate(lines, 1) if text in line]
        return number

    def add(self, file: str, text: str) -> None:
        """Add to the end of the file, or make it."""
        self.path(file).parent.mkdir(parents=True, exist_ok=True)
        with self.path(file).open("a", encoding="utf-8") as opened:
            opened.write(text)

    def remove(self, *files: str) -> None:
        for file in files:
            self.path(file).unlink()

    def problems(self) -> list[Problem]:
        return check_all(self.root, TODAY, DICTIONARIES)

    def faults(self) -> list[tuple[str, int, str]]:
        """File, line and sentence of each fault."""
        return [(self.named(problem), problem.line, problem.sentence) for problem in self.problems()]

    def named(self, problem: Problem) -> str:
        return problem.path.relative_to(self.root).as_posix().removeprefix("core/")

    def give_it_a_calendar(self, starts: str = "2026-12-03") -> None:
        """Add the activity `al_meeting` on this day, with its words."""
        self.add("activities/kukes.yaml", ACTIVITY.format(starts=starts))
        for language in ("sq", "en"):
            words = "al_meeting:\n  title: The office\n  about: Everybody\n  join: Everybody\n"
            self.add(f"{language}/activities/kukes.yaml", words)

    def give_it_a_reply(self, name: str = "hello", facts: str = "for: opening\n", **words: str) -> None:
        """Add a reply; its words by language are those of the tiny pack where none are given."""
        self.add(f"replies/{name}.yaml", facts)
        for language in ("sq", "en"):
            usual = f"title: Call {name.capitalize()}\ntext: Call the police.\nkeywords: [who helps]\n"
            self.add(f"{language}/replies/{name}.yaml", words.get(language, usual))

    def give_albania_its_own(self, facts: str = "", **words: str) -> None:
        """Make a pack for Albania with a version of the topic `police`: its facts, and its words by language."""
        described = "{name: albania, title: Albania, languages: [sq, en], countries: [AL], owner: editors}\n"
        self.add("../albania/pack.yaml", described)
        if facts:
            self.add("../albania/topics/help/police.yaml", facts)
        for language, text in words.items():
            self.add(f"../albania/{language}/help/police.yaml", text)
