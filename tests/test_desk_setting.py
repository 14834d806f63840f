"""UDHA_DESK_CHAT: one group or several, and a plain sentence for what makes no sense."""

import pytest

from bot.desk_setting import Desk, desks_of

WRITTEN: dict[str | int, tuple[Desk, ...]] = {
    "": (),
    " ; ": (),
    "-1001234567890": (Desk(-1001234567890),),
    -1001234567890: (Desk(-1001234567890),),
    "-1001 sq": (Desk(-1001, ("sq",)),),
    "-1001 AL XK": (Desk(-1001, (), ("AL", "XK")),),
    "-1001  sq en   AL": (Desk(-1001, ("sq", "en"), ("AL",)),),
    "-1001 [24/7]": (Desk(-1001, hours="24/7"),),
    "-1001 []": (Desk(-1001),),
    "-1001 sq AL [Mo-Fr 08:00-16:00]": (Desk(-1001, ("sq",), ("AL",), "Mo-Fr 08:00-16:00"),),
    "-1001 sq; -1002 en XK [Sa 10:00-12:00];": (
        Desk(-1001, ("sq",)),
        Desk(-1002, ("en",), ("XK",), "Sa 10:00-12:00"),
    ),
    "-1001 [Mo-Fr 08:00-16:00; PH off]; -1002 [Mo-Fr 08:00-12:00,13:00-16:00; Sa 09:00-12:00]": (
        Desk(-1001, hours="Mo-Fr 08:00-16:00; PH off"),
        Desk(-1002, hours="Mo-Fr 08:00-12:00,13:00-16:00; Sa 09:00-12:00"),
    ),
}


@pytest.mark.parametrize("written", WRITTEN)
def test_desks_are_read_as_they_are_written(written: str | int) -> None:
    assert desks_of(written) == WRITTEN[written]


@pytest.mark.parametrize(
    "written",
    [
        "the desk",
        "@udhadesk",
        "-1001 shqip",
        "-1001 AL sq",
        "-1001 Mo-Fr 08:00-16:00",
        "-1001, -1002",
        "-1001 -1002",
        "-1001 [Mo-Fr 08:00-16:00",
        "-1001; whatever",
    ],
)
def test_what_names_no_desk_is_refused_in_a_plain_sentence(written: str) -> None:
    with pytest.raises(ValueError, match=r"each desk is the number of a group, .* as in -1001234567890 sq AL \["):
        desks_of(written)


@pytest.mark.parametrize("ready", [(), (Desk(-1001),)])
def test_desks_that_are_none_of_a_person_s_writing_are_left_as_they_are(ready: tuple[Desk, ...]) -> None:
    assert desks_of(ready) == ready


def test_no_setting_is_no_desk() -> None:
    assert desks_of(None) == ()


@pytest.mark.parametrize(
    ("desk", "language", "country", "fits"),
    [
        (Desk(-1), "sq", "AL", (True, True)),
        (Desk(-1, ("sq",)), "en", "AL", (False, True)),
        (Desk(-1, ("sq", "en")), "en", None, (True, True)),
        (Desk(-1, (), ("XK",)), "sq", "AL", (True, False)),
        (Desk(-1, (), ("XK",)), "sq", "XK", (True, True)),
        (Desk(-1, (), ("XK",)), "sq", None, (True, True)),
    ],
)
def test_a_desk_fits_by_language_and_country_and_an_unknown_country_fits(
    desk: Desk, language: str, country: str | None, fits: tuple[bool, bool]
) -> None:
    assert desk.fits(language, country) == fits
