"""What counsellors are shown and what is done is told apart, and comes back from the outbox as it was."""

from typing import Annotated, Any, get_args

import pytest
from pydantic import Field, TypeAdapter

from bot.conversation.actions import CopyToDesk, EditAtDesk
from bot.desk.actions import Announce, ChangeThread, CopyToClient, DeskAction, EditAtClient, ShowAtDesk, TakeBack
from bot.desk.views import (
    Alarm,
    AskSure,
    CaseCard,
    CaseMenu,
    ChooseColleague,
    ChooseOutcome,
    ChooseSnooze,
    ConfirmTaking,
    DeskView,
    Findings,
    Help,
    OutcomeTold,
    Preview,
    Queue,
    QueuedCase,
    Sentence,
)
from tests.desk.playing import ARTA, BESNIK, closed, held

VIEWS: tuple[DeskView, ...] = (
    Sentence("on_duty", "Arta\nBesnik", number=10, mentions=(11, 12)),
    CaseCard(held(shown=("asylum-facts",))),
    CaseMenu(closed(), holds=True),
    ChooseColleague((BESNIK, ARTA)),
    ChooseOutcome(),
    ChooseSnooze(),
    ConfirmTaking("Mira"),
    AskSure((1, 2), "phone"),
    Findings(("greeting",), ("asylum-facts",), ()),
    Findings((), (), (), ("check-offer",), more=True),
    Preview("reply", "greeting", "sq", sends=True),
    Preview("guide", "check-offer", "sq", sends=False),
    OutcomeTold("check-offer", "1.high.8.c..2u_0"),
    Queue((QueuedCase(1, None, 5, held()),), ("Mira",), 3),
    Help(),
    Alarm("held", "sq", "kukes"),
)
ACTIONS: tuple[DeskAction, ...] = (
    *(ShowAtDesk(view, "sq", 1, 2, silent=True) for view in VIEWS),
    *(Announce(view, "en") for view in VIEWS),
    CopyToDesk((1, 2), 3, "a passage"),
    EditAtDesk(1, "<b>now</b>", caption=True),
    CopyToClient((1, 2), 3, "a passage"),
    EditAtClient(1, "<b>now</b>", caption=True),
    TakeBack(None, 5),
    ChangeThread("delete"),
)
SHAPE: TypeAdapter[DeskAction] = TypeAdapter(Annotated[DeskAction, Field(discriminator="kind")])


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_comes_back_as_it_was_stored(action: Any) -> None:
    assert SHAPE.validate_json(SHAPE.dump_json(action)) == action


def test_the_list_above_has_every_view_and_every_action_there_is() -> None:
    assert {type(view) for view in VIEWS} == set(get_args(DeskView))
    assert {type(action) for action in ACTIONS} == set(get_args(DeskAction))


def test_no_two_of_them_are_named_alike() -> None:
    for several in (DeskView, DeskAction):
        kinds = [one.kind for one in get_args(several)]
        assert len(set(kinds)) == len(kinds)
