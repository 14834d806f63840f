from datetime import UTC, datetime
from typing import Any

from bot.desk.case import Case, Colleague
from bot.desk.taps import DeskTap
from bot.desk.views import Help, Queue, QueuedCase
from bot.rendering.at_desk import at_desk
from bot.rendering.message import Message
from tests.contexts import a_context, desk_taps

NOON = int(datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp())


def queued(number: int, minutes: int = 5, **facts: Any) -> QueuedCase:
    return QueuedCase(number, None, minutes, Case("sq", 0, **facts))


def held(number: int, minutes: int = 5, **facts: Any) -> QueuedCase:
    return queued(number, minutes, status="held", holder=Colleague("ab", "Mira"), **facts)


def shown(*cases: QueuedCase, on_duty: tuple[str, ...] = (), used: int = 0) -> Message:
    return at_desk(Queue(cases, on_duty, used), "en", a_context())


def lines(message: Message) -> list[str]:
    return message.html.split("\n\n")[1].split("\n")


def test_the_urgent_ones_stand_first_then_those_nobody_has_then_who_waits_longest() -> None:
    found = lines(shown(held(1, 90), queued(2, 5), queued(3, 40), held(4, 1, urgent=True)))
    assert [line.split("<b>")[1].split("</b>")[0] for line in found] == ["Ahu 1", "Pisha 1", "Lisi 1", "Ulliri 1"]


def test_a_line_says_how_long_whose_in_which_language_and_where() -> None:
    case = queued(1, 12, place="kukes", signal="suicide", urgent=True)
    assert lines(shown(case)) == ["❗⚠️ <b>Ulliri 1</b> · 12 min · Albanian · Kukës"]
    assert lines(shown(held(1, country="XK"))) == ["<b>Ulliri 1</b> · 👤 Mira · Albanian · Kosovo"]


def test_what_was_put_off_says_until_when() -> None:
    assert "put off until 14:00" in lines(shown(queued(1, snoozed=NOON + 3600)))[0]


def test_a_long_queue_is_counted_and_its_end_left_out() -> None:
    message = shown(*(queued(number) for number in range(1, 26)))
    assert message.html.startswith("<b>25 open cases</b>")
    assert len(lines(message)) == 21
    assert lines(message)[-1] == "and 5 more"


def test_an_empty_queue_says_so() -> None:
    assert shown().html.startswith("<b>No open cases</b>\n\nNobody is on duty.")


def test_who_is_on_duty_and_how_full_the_minute_is_stand_below() -> None:
    end = shown(queued(1), on_duty=("Mira", "<Besnik>"), used=7).html.split("\n\n")[-1]
    assert end == ("On duty: Mira and &lt;Besnik&gt;.\nIn the last minute 7 of 20 messages went to this group.")


def test_one_can_look_again_and_go_on_and_off_duty() -> None:
    assert desk_taps(shown().rows) == [DeskTap("queue"), DeskTap("duty", "on"), DeskTap("duty", "off")]


def test_help_has_the_rules_every_command_in_both_spellings_and_the_other_language() -> None:
    message = at_desk(Help(), "en", a_context())
    for said in ("//", "/undo", "👍", "/queue, /radha: ", "/close, /mbyll: "):
        assert said in message.html
    assert desk_taps(message.rows) == [DeskTap("queue"), DeskTap("duty", "on"), DeskTap("language", "sq")]
