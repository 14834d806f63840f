"""What a client keeps back stays with them, whatever they do to it later."""

import pytest

from tests.end_to_end.deeds import ARTA, a_case, desk_texts
from tests.playing import Playing


@pytest.mark.parametrize("answer", ["withhold", None], ids=["kept back", "not answered yet"])
async def test_a_picture_that_was_not_passed_on_does_not_come_to_the_desk_when_its_caption_changes(
    play: Playing, answer: str | None
) -> None:
    thread = await a_case(play, ARTA)
    photo = await play.send_photo(ARTA, caption="unë")
    await play.quiet()
    if answer is not None:
        await play.press(ARTA, f"{answer}:{photo.id}")
        await play.quiet()
    before = [seen.id for seen in await play.desk_messages(thread.id)]
    texts = await desk_texts(play, thread.id)
    await play.client_edits(ARTA, photo.id, caption="unë dhe motra")
    await play.quiet()
    assert [seen.id for seen in await play.desk_messages(thread.id)] == before
    assert await desk_texts(play, thread.id) == texts
