"""Plays the people of the quarter against the service, one after the other, tap by tap."""

from dataclasses import dataclass
from itertools import count
from typing import Final

from bot.conversation.actions import Show
from bot.conversation.events import LocationShared, Started, TextWritten
from bot.conversation.guide_views import GuideExplained, GuideIntro, GuideQuestion
from bot.conversation.views import View
from bot.packs.assets import Packs
from bot.packs.guide_schema import UNSAID, GuideStep
from bot.storage.outbox import Outgoing
from tests.quarter.simulated import Person
from tests.stage import Stage, tap

QUIZ: Final = "know"
PLAN: Final = "return-plan"
TRAITS: Final = {"gender", "age", "town"}
PLAIN: Final = {"now": "al", "urgent": "none", "who": "alone", "from": "other", "home": "al"}
"""What everybody says in the plan: nothing of it is counted."""
CLOSE: Final = 0.001
"""Degrees within which a person is of the middle of their town; each at another point."""


@dataclass
class Played:
    """`threads` numbers the threads of their cases."""

    stage: Stage
    packs: Packs
    threads: "count[int]"

    async def everything_of(self, person: Person) -> None:
        """All that this person does, on the day on which they come."""
        self.stage.clock.now = person.came
        await self.stage.client(Started(), person.number, person.language)
        await self._read(person)
        await self.stage.client(TextWritten(person.text, 40), person.number)
        if person.points is not None:
            await self._quizzed(person, person.points)
        if person.needs:
            await self._planned(person)
        if person.case:
            await self._talked(person)
        await self.stage.send_all()

    async def _read(self, person: Person) -> None:
        if person.town:
            await self.stage.client(LocationShared(*self.point_of(person), 40), person.number)
        for slug in person.topics:
            await self.stage.client(tap("topic", slug), person.number)
        if person.service:
            await self.stage.client(tap("service", next(iter(self.packs.services))), person.number)

    def point_of(self, person: Person) -> tuple[float, float]:
        town = self.packs.places[person.town]
        north, east = person.point
        return town.lat + CLOSE * (north - 41.5), town.lon + CLOSE * (east - 20.5)

    async def _quizzed(self, person: Person, points: tuple[int, int]) -> None:
        for right in points[: person.halves]:
            view = await self._tapped(person, "guide", QUIZ)
            left = right
            while isinstance(view, GuideIntro | GuideQuestion | GuideExplained):
                if isinstance(view, GuideIntro):
                    view = await self._tapped(person, "play", QUIZ, "start")
                elif isinstance(view, GuideExplained):
                    view = await self._tapped(person, "done", QUIZ, view.step)
                else:
                    step = self._step(QUIZ, view.step)
                    answer = self._to_quiz(person, step, right=left > 0)
                    left -= step.id not in TRAITS
                    view = await self._tapped(person, "answer", QUIZ, f"{step.id}.{answer}")

    def _to_quiz(self, person: Person, step: GuideStep, *, right: bool) -> str:
        if step.id in TRAITS:
            told = {"gender": person.gender, "age": UNSAID, "town": person.town or UNSAID}
            return told[step.id]
        wrong = next(answer.id for answer in step.answers if answer.id != step.right)
        return (step.right or "") if right else wrong

    async def _planned(self, person: Person) -> None:
        view = await self._tapped(person, "play", PLAN, "start")
        while isinstance(view, GuideQuestion):
            step = self._step(PLAN, view.step)
            if step.ask == "several":
                for need in person.needs:
                    await self._tapped(person, "pick", PLAN, f"{step.id}.{need}.on")
                view = await self._tapped(person, "done", PLAN, step.id)
            else:
                answer = (person.town or UNSAID) if step.ask == "place" else PLAIN[step.id]
                view = await self._tapped(person, "answer", PLAN, f"{step.id}.{answer}")

    async def _talked(self, person: Person) -> None:
        """With a counsellor, in the words that must be found nowhere."""
        thread = next(self.threads)
        await self.stage.open_case(person.number, thread)
        await self.stage.press("claim", thread=thread)
        await self.stage.client(TextWritten(person.text, 40), person.number)
        await self.stage.press("close", "informed", thread=thread)

    def _step(self, guide: str, name: str) -> GuideStep:
        return next(step for step in self.packs.guides[guide].facts.steps if step.id == name)

    async def _tapped(self, person: Person, *what: str) -> View | None:
        return _shown(await self.stage.client(tap(*what), person.number))  # type: ignore[arg-type]


def _shown(outgoing: list[Outgoing]) -> View | None:
    views = [each.parcel.action.view for each in outgoing if isinstance(each.parcel.action, Show)]
    return views[-1] if views else None
