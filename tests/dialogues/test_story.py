"""A dialogue that is written wrongly, or not kept, is named with its file and its step."""

from pathlib import Path

import pytest

from tests.dialogues.in_core import InCore
from tests.dialogues.played import knowledge, packs, phrases
from tests.dialogues.player import play
from tests.dialogues.story import Dialogue


def written(folder: Path, *steps: str) -> Path:
    path = folder / "en" / "a-story.yaml"
    path.parent.mkdir()
    path.write_text("story: A try.\nsteps:\n" + "".join(f"  - {step}\n" for step in steps), "utf-8")
    return path


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        ("{client: a, shouts: b}", "shouts' is unknown"),
        ("{bot: {sais: [Hello]}}", "sais' is unknown"),
        ("{client: a, press: b}", "a step is one thing"),
        ("{bot: {in_place: true}}", "nothing is promised here"),
        ("{counsellor_note: no slashes}", "a note begins with //"),
        ("{shares: {}}", "give either a place or a point"),
        ("{press: {topic: a, section: b}}", "name one topic"),
        ("{sends: elephant}", "'photo'"),
        ("{passes: {weeks: 1}}", "'minutes'"),
        ("{counsellor_does: sleeps}", "'closes'"),
    ],
)
def test_a_wrong_line_is_named_with_its_file_and_line(tmp_path: Path, step: str, sentence: str) -> None:
    path = written(tmp_path, "client: /start", step)
    with pytest.raises(AssertionError) as refused:
        Dialogue(path)
    assert sentence in str(refused.value)
    assert str(refused.value).startswith(f"{path}:4: ")


@pytest.mark.parametrize(
    ("promise", "sentence"),
    [
        ("bot: {says: [Good evening]}", "step 2: it should say 'Good evening'"),
        ("bot: {says: [Hello], says_not: [Udha]}", "step 2: it should not say 'Udha'"),
        ("bot: {starts: Udha}", "step 2: it should start with 'Udha'"),
        ("bot: {title: Udha}", "step 2: its title should be 'Udha'"),
        ("bot: {buttons: [Sell]}", "step 2: the button 'Sell' is missing"),
        ("bot: {only_buttons: [Shqip]}", "step 2: its buttons should be ['Shqip']"),
        ("bot: {no_buttons: [Shqip]}", "step 2: the button 'Shqip' should not be there"),
        ("bot: {offers: [asylum-facts]}", "step 2: a button for 'asylum-facts' is missing"),
        ("bot: {in_place: true, says: [Hello]}", "step 2: this should have come in place"),
        ("bot: {holds: map}", "step 2: it should be a map"),
        ("bot: {gone: [Hello]}", "step 2: this should be gone from the chat"),
        ("bot: nothing", "step 2: nothing should have come"),
        ("desk: {says: [Hello]}", "step 2: nothing came"),
        ("desk: {closed: true}", "step 2: the thread is open"),
        ("desk: {toast: [Mira]}", "step 2: whoever pressed should read 'Mira'"),
        ("client: /menu", "step 1: the client was also shown"),
    ],
)
async def test_a_promise_that_is_not_kept_is_named_with_its_step(tmp_path: Path, promise: str, sentence: str) -> None:
    dialogue = Dialogue(written(tmp_path, "client: /start", promise))
    player = InCore(dialogue, knowledge(desk=True), phrases())
    with pytest.raises(AssertionError, match=r"a-story\.yaml:") as broken:
        await play(dialogue, player, packs())
    assert sentence in str(broken.value)
