"""A third language is data only: words from PO files, and one can talk to the bot in it (design rule 6)."""

import shutil
from pathlib import Path

import pytest

from bot.language.phrases import Phrases
from bot.packs.loader import load
from bot.rendering.commands import commands
from bot.settings import ROOT
from tests.builders import knowledge_of
from tests.dialogues.in_core import InCore
from tests.dialogues.player import play
from tests.dialogues.story import Dialogue
from tests.translation.german import from_memory, phrases, translated

INTERFACE = {
    "All subjects": "Alle Themen",
    "Call {numbers}.": "Rufen Sie {numbers} an.",
    "Menu": "Menü",
    "More": "Mehr",
    "Yes, now": "Ja, jetzt",
    "No, thank you": "Nein, danke",
    "Would you like to talk to a counsellor here?": "Möchten Sie hier mit einer Beraterin sprechen?",
    "Elsewhere in Europe": "Anderswo in Europa",
    "(This text is not yet in your language.)": "(Diesen Text gibt es noch nicht auf Deutsch.)",
    "I am answering you in {language}.": "Ich antworte Ihnen auf {language}.",
    "Hello. How can I help?": "Guten Tag. Wie kann ich helfen?",
    "Source: {title} · checked on {date}": "Quelle: {title} · geprüft am {date}",
    "Sources ({number}) · checked on {date}": "Quellen ({number}) · geprüft am {date}",
}

GERMAN = """
story: A woman switches to German, asks, reads what is there and what is not, and then says that she is beaten.
phone: sq
steps:
  - client: /start
  - bot: {buttons: [Shqip ✓, English, Deutsch]}
  - press: Deutsch
  - bot: {starts: Hello. I am Udha, buttons: [Shqip, English, Deutsch ✓, Ich will weggehen, Gefahren]}
  - client: Guten Tag!
  - bot: {starts: Guten Tag. Wie kann ich helfen?}
  - client: brauche ich ein visum wenn ich in deutschland arbeiten will und einen vertrag habe
  - bot:
      topic: work-germany
      says: [auch ohne Ausbildung, "Quellen (", geprüft am 22.11.2026]
      says_not: [Diesen Text gibt es noch nicht]
      buttons: [Mehr, Menü]
  - press: Mehr
  - bot: {says: [Fragen Sie vor Ort nach]}
  - press: Menü
  - bot: {buttons: [Ich will weggehen]}
  - press: {section: leaving}
  - bot: {section: leaving, buttons: [Arbeit in Deutschland]}
  - press: {topic: asylum-facts}
  - bot: {topic: asylum-facts, language: en, says: [Diesen Text gibt es noch nicht auf Deutsch., geprüft am]}
  - client: mein mann schlägt mich
  - bot:
      starts: "Albanien: 129 oder 112"
      says: ["Kosovo: 192 oder 112", "Anderswo in Europa: 112", Sie sind nicht schuld., mit einer Beraterin]
      only_buttons: ["Ja, jetzt", "Nein, danke"]
  - desk: {news: true, says: [dhunë në familje, gjermanisht], says_not: [mann]}
  - press: Nein, danke
  - bot: {buttons: [Ich will weggehen]}
"""

IN_BETWEEN = """
story: A German sentence in an Albanian chat is understood, and answered in German; so is danger.
phone: sq
steps:
  - client: /start
  - bot: {starts: Përshëndetje}
  - client: welche papiere brauche ich für das arbeitsvisum
  - bot: {topic: work-germany, language: de, starts: Ich antworte Ihnen auf Deutsch., buttons: [Shqip]}
  - press: Shqip
  - bot: {topic: work-germany, language: sq}
  - client: hilfe mein mann schlägt mich
  - bot: {starts: "Albanien: 129 oder 112", says: [Sie sind nicht schuld.]}
  - desk: {news: true, says: [dhunë në familje, gjermanisht]}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Content and phrases with German, made from PO files."""
    made = tmp_path_factory.mktemp("third")
    shutil.copytree(ROOT / "content", made / "content")
    translated(made / "content", made / "po", from_memory)
    phrases(ROOT / "locales", made / "locales", INTERFACE)
    return made


@pytest.mark.parametrize("story", [GERMAN, IN_BETWEEN], ids=["german", "in-between"])
async def test_one_can_talk_to_the_bot_in_a_language_that_came_from_po_files(folder: Path, story: str) -> None:
    path = folder / "de" / "story.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(story, "utf-8")
    dialogue, packs = Dialogue(path), load(folder / "content")
    player = InCore(dialogue, knowledge_of(packs, desk=True), Phrases.load(folder / "locales"))
    await play(dialogue, player, packs)


def test_the_command_menu_is_in_the_new_language(folder: Path) -> None:
    assert commands("de", Phrases.load(folder / "locales"))[0] == ("menu", "Alle Themen")
