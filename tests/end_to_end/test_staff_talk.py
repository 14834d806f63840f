"""A thousand things that people do in a thread: what the client gets is what the holder meant for them, and no more."""

from dataclasses import dataclass, field
from random import Random

import pytest

from tests.end_to_end.deeds import ARTA, a_case, texts
from tests.playing import Playing
from tests.sandbox_client import BESNIK, MIRA

ACTIVITIES = 1000


@dataclass
class Thread:
    """A thread in which Mira has the case; `meant` is what she wrote to the client, in order."""

    play: Playing
    number: int
    chance: Random
    meant: list[str] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    talk: list[int] = field(default_factory=list)

    async def something(self, number: int) -> None:
        deeds = (
            *(self.to_the_client, self.a_note, self.a_note_with_a_picture, self.a_changed_note),
            *(self.a_colleague, self.a_colleague_s_file, self.nobody_knows_who, self.to_a_colleague, self.elsewhere),
        )
        await self.chance.choice(deeds)(number)

    async def to_the_client(self, number: int) -> None:
        text = f"Për klientin {number}"
        self.meant.append(text)
        await self.play.counsellor_text(self.number, text, MIRA)

    async def a_note(self, number: int) -> None:
        start = self.chance.choice(("//", "// ", "  // ", "//\n"))
        by = self.chance.choice((MIRA, BESNIK))
        self.notes.append((await self.play.counsellor_text(self.number, f"{start}shënim {number}", by)).id)

    async def a_colleague(self, number: int) -> None:
        self.talk.append((await self.play.counsellor_text(self.number, f"Kolegu {number}", BESNIK)).id)

    async def nobody_knows_who(self, number: int) -> None:
        await self.play.counsellor_text(self.number, f"Pa emër {number}", anonymous=True)

    async def to_a_colleague(self, number: int) -> None:
        answered = self.chance.choice([*self.notes, *self.talk] or [None])
        if answered is not None:
            await self.play.counsellor_text(self.number, f"Mes nesh {number}", MIRA, reply_to=answered)

    async def a_note_with_a_picture(self, number: int) -> None:
        kind = self.chance.choice(("photo", "document", "video"))
        await self.play.counsellor_sends(self.number, kind, MIRA, caption=f"// nga dosja {number}")

    async def a_colleague_s_file(self, number: int) -> None:
        kind = self.chance.choice(("photo", "document", "voice", "sticker"))
        caption = {} if kind in {"voice", "sticker"} else {"caption": f"Kolegu {number}"}
        await self.play.counsellor_sends(self.number, kind, BESNIK, **caption)

    async def a_changed_note(self, number: int) -> None:
        if self.talk:
            await self.play.counsellor_edits(self.chance.choice(self.talk), f"Kolegu e ndryshoi {number}", BESNIK)

    async def elsewhere(self, number: int) -> None:
        where = self.chance.choice((None, self.number))
        text = f"Kush e merr {number}?" if where is None else self.chance.choice(("/radha", "/statusi", "/rasti"))
        await self.play.counsellor_text(where, text, self.chance.choice((MIRA, BESNIK)))


@pytest.mark.parametrize("seed", [3])
async def test_of_a_thousand_things_in_a_thread_only_the_holder_s_words_reach_the_client(
    play: Playing, seed: int
) -> None:
    found = await a_case(play, ARTA)
    before = len([seen for seen in await play.messages(ARTA) if seen.from_bot])
    thread = Thread(play, found.id, Random(seed))  # noqa: S311 -- a play, not a secret
    for number in range(ACTIVITIES):
        await thread.something(number)
    await play.quiet(120)
    received = [seen for seen in await play.messages(ARTA) if seen.from_bot][before:]
    assert {seen.kind for seen in received} == {"text"}
    assert (await texts(play, ARTA))[before:] == thread.meant
    assert len(thread.meant) > ACTIVITIES / 10
