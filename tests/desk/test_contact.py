"""Whether words would let a client find a counsellor: what people really write, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.contact import way_to
from tests.builders import a_service, some_packs, the_real_packs
from tests.desk.playing import the_packs

OURS = the_real_packs()


@pytest.mark.parametrize(
    "words",
    [
        "0691234567",
        "069 123 4567",
        "069 12 34 567",
        "069-123-4567",
        "069/1234567",
        "069.123.4567",
        "(069) 123 4567",
        "+355 69 123 4567",
        "00355 69 123 4567",
        "355691234567",
        "355 69 1234567",
        "0 6 9 1 2 3 4 5 6 7",
        "\uff10\uff16\uff19\uff11\uff12\uff13\uff14\uff15\uff16\uff17",
        "\u0660\u0666\u0669\u0661\u0662\u0663\u0664\u0665\u0666\u0667",
        "069\u200b1234567",
        "tel:0691234567",
        "Numri im: 0691234567!",
        "Jam nga 08.00-16.00 në 069 123 4567",
        "Thirrni 129, ose mua: 068 765 4321",
        "04 234 5678",
        "044 123 456",
        "049/123-456",
        "+383 44 123 456",
        "0038344123456",
        "+39 333 123 4567",
        "0049 151 23456789",
        "0800 7777",
    ],
)
def test_a_number_that_is_none_of_a_service_is_one_of_a_person(words: str) -> None:
    assert way_to(words, OURS) == "phone"


@pytest.mark.parametrize(
    "words",
    [
        "@besnik_al",
        "shkruani te @Besnik",
        "(@besnik)",
        "@mira",
        "@mira.",
        "te:@mira1",
    ],
)
def test_a_name_in_telegram_is_seen(words: str) -> None:
    assert way_to(words, OURS) == "mention"


@pytest.mark.parametrize(
    "words",
    [
        "t.me/besnik",
        "T.ME/Besnik",
        "https://t.me/+AbCdEf",
        "k\u00ebtu...t.me/besnik",
        "-t.me/besnik",
        "besnik.t.me",
        "https://besnik.t.me",
        "telegram.me/besnik",
        "telegram.dog/besnik",
        "tg://resolve?domain=besnik",
        "facebook.com/besnik",
        "https://www.facebook.com/profile.php?id=1",
        "m.facebook.com/besnik",
        "fb.com/besnik",
        "fb.me/besnik",
        "m.me/besnik",
        "instagram.com/besnik",
        "wa.me/355691234567",
        "https://chat.whatsapp.com/AbC",
        "viber://chat?number=x",
        "https://www.linkedin.com/in/besnik",
        "x.com/besnik",
        "https://www.tiktok.com/@besnik",
    ],
)
def test_a_link_to_a_profile_or_a_chat_is_seen(words: str) -> None:
    assert way_to(words, OURS) == "link"


@pytest.mark.parametrize("words", ["besnik(at)example.org", "mail: besnik.k+x(at)example.al", "(b_k(at)mail.org)"])
def test_an_address_for_letters_is_seen_and_not_taken_for_a_name_in_telegram(words: str) -> None:
    # Written so, because no file of ours has anything that looks like somebody's address.
    assert way_to(words.replace("(at)", "@"), OURS) == "mail"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Mir\u00ebdita, po ju lexoj.",
        "129",
        "Thirrni 129 ose 112",
        "116 111",
        "116111",
        "192, 194, 128",
        "22.11.2026",
        "22/11/2026",
        "2026-11-22",
        "22 11 2026",
        "nga 01.12.2026 deri m\u00eb 31.12.2026",
        "n\u00eb or\u00ebn 10:30 m\u00eb 22.11.2026 te zyra 3",
        "08:00-16:00",
        "08.00-16.00",
        "8.00 \u2013 16.00",
        "e h\u00ebn\u00eb 08:00\u201316:00, e mart\u00eb 09:00\u201312:00",
        "1 500 000 lek\u00eb",
        "1500000 lek\u00eb",
        "15.000.000 lek\u00eb",
        "5000-7000 lek\u00eb",
        "10 000 000 - 12 000 000",
        "25 000 \u20ac",
        "neni 128/b",
        "Ligji nr. 108/2013",
        "VKM nr. 245, dat\u00eb 30.3.2016",
        "Ligji nr. 9887, dat\u00eb 10.03.2008",
        "Rruga e Kavaj\u00ebs 15, 1001 Tiran\u00eb",
        "AL47 2121 1009 0000 0002 3569 8741",
        "2025 2026 2027",
        "42.0769, 20.4219",
        "@ora 8",
        "@ ora 8",
        "@or\u00ebn 8",
        "@sht\u00ebpi",
        "@8",
        "https://example.org/a?b=1",
        "https://port.me/x",
        "https://example.org/t.me",
        "max.com",
    ],
)
def test_what_only_looks_like_it_is_let_through(words: str) -> None:
    assert way_to(words, OURS) is None


@pytest.mark.parametrize(
    "words",
    [
        "+355 4 222 7777",
        "04 222 7777",
        "(04) 222-7777",
        "00355 4 2227777",
        "Thirrni 042227777.",
        "0800 1234",
        "0800-1234",
        "08001234",
        "+355 800 1234",
        "116 111",
        "042227777 ose 08001234",
    ],
)
def test_the_numbers_of_our_services_go_to_the_client_however_they_are_written(words: str) -> None:
    assert way_to(words, the_packs()) is None


@pytest.mark.parametrize("words", ["04 222 7778", "042227777 ose 0691234567", "0800 1235", "0694222777"])
def test_a_number_beside_one_of_ours_or_nearly_like_it_is_still_seen(words: str) -> None:
    assert way_to(words, the_packs()) == "phone"


def test_a_number_that_waits_for_a_test_call_is_none_that_clients_may_see() -> None:
    hidden = some_packs(services=[a_service(phones=["+355 4 222 7777"], phone_status="hidden")])
    assert way_to("042227777", hidden) == "phone"


def test_every_number_that_clients_see_may_be_sent_to_them() -> None:
    shown = {phone for service in OURS.services.values() for phone in service.shown_phones}
    assert len(shown) > 20
    assert [phone for phone in sorted(shown) if way_to(f"Telefononi {phone}, ju lutem.", OURS)] == []


@given(st.text(max_size=80))
def test_whatever_is_written_there_is_an_answer(words: str) -> None:
    assert way_to(words, the_packs()) in {None, "mention", "phone", "link", "mail"}


@given(st.text(max_size=20), st.from_regex(r"06[789][2-9]\d{6}", fullmatch=True), st.text(max_size=20))
def test_a_mobile_number_on_a_line_of_its_own_is_seen_whatever_stands_round_it(
    before: str, number: str, then: str
) -> None:
    assert way_to(f"{before}\n\n{number}\n\n{then}", some_packs()) is not None
