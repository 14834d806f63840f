"""The square as stripes: the same black modules as the code, with white around them."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.poster.square import QUIET, square
from tests.poster.posters import scanned

MODULE = 6
"""Dots on a side."""


@settings(max_examples=20)
@given(st.from_regex(r"https://t\.me/[A-Za-z0-9_]{5,32}\?start=[a-z0-9_-]{1,64}", fullmatch=True))
def test_the_stripes_drawn_are_a_code_with_the_link(link: str) -> None:
    code = square(link)
    image = Image.new("L", (code.size * MODULE, code.size * MODULE), 255)
    for stripe in code.stripes:
        left, top = stripe.x * MODULE, stripe.y * MODULE
        image.paste(0, (left, top, left + stripe.width * MODULE, top + MODULE))
    assert scanned(image) == [link]


def test_there_is_white_around_it() -> None:
    code = square("https://t.me/UdhaBot?start=first-steps_kukes")
    inside = range(QUIET, code.size - QUIET)
    assert all(stripe.y in inside and stripe.x in inside for stripe in code.stripes)
    assert all(stripe.x + stripe.width <= code.size - QUIET for stripe in code.stripes)
