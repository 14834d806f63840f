"""Buttons at the desk: the same short labels as the client's, behind taps of their own."""

from bot.desk.taps import DeskTap
from bot.rendering.buttons import cut
from bot.rendering.context import Reader
from bot.rendering.message import Button


def desk_button(text: str, tap: DeskTap) -> Button:
    return Button(cut(text), tap.packed())


def claim_button(reader: Reader) -> Button:
    return desk_button(reader.say.gettext("I take it"), DeskTap("claim"))


def find_button(reader: Reader) -> Button:
    return desk_button(reader.say.gettext("Find and send"), DeskTap("found"))


def close_button(reader: Reader) -> Button:
    return desk_button(reader.say.gettext("Close the case"), DeskTap("close"))


def queue_button(reader: Reader) -> Button:
    return desk_button(reader.say.gettext("Open cases"), DeskTap("queue"))


def back_button(reader: Reader) -> Button:
    """The way back to the card of the case."""
    return desk_button(reader.say.gettext("⬅ Back"), DeskTap("card"))


def duty_button(reader: Reader, *, on: bool) -> Button:
    label = reader.say.gettext("I am on duty") if on else reader.say.gettext("I go off duty")
    return desk_button(label, DeskTap("duty", "on" if on else "off"))


def urgent_button(reader: Reader, *, on: bool) -> Button:
    label = reader.say.gettext("❗ Urgent") if on else reader.say.gettext("Not urgent")
    return desk_button(label, DeskTap("urgent", "on" if on else "off"))


def snooze_button(reader: Reader) -> Button:
    return desk_button(reader.say.gettext("Later"), DeskTap("snooze"))
