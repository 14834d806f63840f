import pytest

from bot.conversation.taps import Tap
from bot.conversation.views import Danger
from bot.rendering.danger import any_danger
from bot.rendering.views import render
from tests.builders import a_signal, some_packs
from tests.contexts import a_context, a_reader, labels, taps


def test_the_number_comes_first_then_one_sentence_then_one_question() -> None:
    message = render(Danger("held", "AL", desk=True), "sq", a_context())
    assert message.html == (
        "<b>Telefononi 129 ose 112.</b>\n\nJu nuk keni faj.\n\nA doni të flisni me një këshilltar këtu?"
    )
    assert labels(message) == ["Po, tani", "Jo, faleminderit"]
    assert taps(message.rows) == [Tap("accept"), Tap("menu")]


def test_without_a_desk_nobody_is_promised() -> None:
    message = render(Danger("held", "XK", desk=False), "en", a_context())
    assert message.html == "<b>Call 192 or 112.</b>\n\nIt is not your fault."
    assert taps(message.rows) == [Tap("menu")]


def test_a_country_that_the_signal_does_not_name_gets_the_number_for_elsewhere() -> None:
    assert render(Danger("held", "DE", desk=False), "en", a_context()).html.startswith("<b>Call 112.</b>")


@pytest.mark.parametrize(
    ("language", "numbers"),
    [
        ("sq", "<b>Shqipëri: 129 ose 112</b>\n<b>Kosovë: 192 ose 112</b>\n<b>Gjetkë në Evropë: 112</b>\n\n"),
        ("en", "<b>Albania: 129 or 112</b>\n<b>Kosovo: 192 or 112</b>\n<b>Elsewhere in Europe: 112</b>\n\n"),
    ],
)
def test_without_a_known_country_each_one_has_a_line(language: str, numbers: str) -> None:
    assert render(Danger("held", None, desk=False), language, a_context()).html.startswith(numbers)


def test_a_signal_that_is_gone_still_gives_numbers() -> None:
    message = render(Danger("gone", "AL", desk=True), "en", a_context())
    assert message.html == "<b>Call 129 or 112.</b>\n\nWould you like to talk to a counsellor here?"


def test_the_numbers_for_any_danger_are_those_that_most_signals_give() -> None:
    ambulance = a_signal("ill", numbers={"AL": ["127"], "other": ["112"]})
    packs = some_packs(signals=[ambulance, a_signal("held"), a_signal("hit")])
    assert any_danger(a_reader(packs)) == (
        "<b>Albania: 129 or 112</b>\n<b>Kosovo: 192 or 112</b>\n<b>Elsewhere in Europe: 112</b>"
    )


def test_packs_without_signals_have_no_numbers() -> None:
    assert any_danger(a_reader(some_packs(signals=[]))) == ""
