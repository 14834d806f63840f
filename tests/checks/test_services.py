"""Rules for services, each broken once."""

import pytest

from tests.checks.tiny_pack import TinyPack

FILE = "services/kukes.yaml"


def test_a_service_must_stand_in_a_place_that_exists(pack: TinyPack) -> None:
    line = pack.change(FILE, "place: kukes", "place: kukesi")
    assert pack.faults() == [(FILE, line, "There is no place 'kukesi'.")]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "reach: local",
            "reach: local\n    confidential: true\n    address: Rruga 1",
            "services.0: a confidential service must have neither address nor position.",
        ),
        (
            "    phone_status: confirmed\n",
            "",
            "services.0: phones and phone_status go together: give both or neither.",
        ),
    ],
)
def test_a_service_that_contradicts_itself_is_found_where_it_begins(
    pack: TinyPack, old: str, new: str, sentence: str
) -> None:
    pack.change(FILE, old, new)
    assert (FILE, 2, sentence) in pack.faults()
