"""Rules for replies, each broken once."""

import pytest

from tests.checks.tiny_pack import TinyPack

WEBSITE = "https://example.org/help"


def said(text: str, title: str = "The office") -> str:
    """Words of a reply."""
    return f'title: "{title}"\ntext: "{text}"\n'


def both(text: str) -> dict[str, str]:
    return {"sq": said(text), "en": said(text)}


def test_a_reply_without_fault_has_none(pack: TinyPack) -> None:
    pack.give_it_a_reply()
    assert pack.problems() == []


def test_a_reply_must_have_words_in_every_language(pack: TinyPack) -> None:
    pack.give_it_a_reply()
    pack.remove("en/replies/hello.yaml")
    (problem,) = pack.problems()
    assert (pack.named(problem), problem.line) == ("replies/hello.yaml", 1)
    assert str(problem).endswith("The reply 'hello' has no words in 'en'. Add en/replies/hello.yaml.")


def test_words_of_no_reply_are_found(pack: TinyPack) -> None:
    pack.give_it_a_reply()
    pack.remove("replies/hello.yaml")
    assert {sentence for _, _, sentence in pack.faults()} == {"There is no reply 'hello'."}
    assert {file for file, _, _ in pack.faults()} == {"sq/replies/hello.yaml", "en/replies/hello.yaml"}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("for: opening", "for: chatting", "for: Input should be 'opening', 'safety', 'information', 'referral', "),
        ("for: opening", "four: opening", "The key 'four' is unknown."),
    ],
)
def test_what_a_reply_is_for_is_one_of_a_few(pack: TinyPack, old: str, new: str, sentence: str) -> None:
    pack.give_it_a_reply()
    line = pack.change("replies/hello.yaml", old, new)
    assert any(
        (file, at) == ("replies/hello.yaml", line) and told.startswith(sentence) for file, at, told in pack.faults()
    )


def test_a_name_has_to_fit_a_button(pack: TinyPack) -> None:
    pack.give_it_a_reply("h" * 40, sq=said("Call."), en=said("Call."))
    pack.give_it_a_reply("g" * 41, sq=said("Call.", "The police"), en=said("Call.", "The police"))
    assert [sentence for _, _, sentence in pack.faults()] == [f"The name '{'g' * 41}' is longer than 40 characters."]


def test_two_replies_with_one_title_are_told(pack: TinyPack) -> None:
    pack.give_it_a_reply("hello", sq=said("Call."), en=said("Call.", "The police"))
    pack.give_it_a_reply("welcome", sq=said("Call.", "The OFFICE"), en=said("Call.", "Everybody"))
    assert pack.faults() == [("sq/replies/welcome.yaml", 1, "The reply 'hello' has the same title.")]


def test_a_long_sentence_is_advised_against(pack: TinyPack) -> None:
    pack.give_it_a_reply(sq=said("Call. " + "call " * 14 + "call."), en=said("Call. " + "call " * 15 + "call."))
    (problem,) = pack.problems()
    assert (pack.named(problem), problem.line, problem.severity) == ("en/replies/hello.yaml", 2, "advice")
    assert problem.sentence == "A sentence has 16 words, 15 are enough."


@pytest.mark.parametrize(
    "address", ["https://example.org/other", "example.com", "t.me/somebody", "@somebody", "street 4", "4 the street"]
)
def test_an_address_that_no_service_has_is_told(pack: TinyPack, address: str) -> None:
    pack.change("glossary.yaml", "sq: [rr, rrug*]", "sq: [street]")
    pack.give_it_a_reply(**both(f"Call the office: {address}"))
    told = [sentence for _, _, sentence in pack.faults() if "stands in no service" in sentence]
    assert told == [f"The address '{address}' stands in no service."] * 2


@pytest.mark.parametrize("text", [f"Call the office: {WEBSITE}", "Call: /menu.", "The office in the street. Call 112."])
def test_what_the_packs_know_may_stand_in_a_reply(pack: TinyPack, text: str) -> None:
    pack.change("glossary.yaml", "sq: [rr, rrug*]", "sq: [street]")
    pack.change("services/kukes.yaml", "  - id: al_office\n", f"  - id: al_office\n    website: {WEBSITE}\n")
    pack.give_it_a_reply(**both(text))
    assert [sentence for _, _, sentence in pack.faults() if "dictionary" not in sentence] == []


def test_a_number_and_a_mail_address_stand_in_services(pack: TinyPack) -> None:
    pack.give_it_a_reply(**both("Call +355 24 99 99 99 or help@example.org"))
    told = {sentence for _, _, sentence in pack.faults()}
    assert "The number '+355 24 99 99 99' looks like a telephone number." in told
    assert "The mail address 'help@example.org' stands in a text." in told


def test_a_claim_needs_a_source_with_a_date(pack: TinyPack) -> None:
    pack.change("glossary.yaml", "sq: [leje]", "sq: [police]")
    pack.change("glossary.yaml", "en: [permit]\n", "en: [police]\n")
    source = "sources:\n  - {{title: Who, url: 'https://example.org', dated: {}, checked: 2026-11-01}}\n"
    pack.give_it_a_reply("hello")
    pack.give_it_a_reply("undated", facts="for: opening\n" + source.format("undated"))
    pack.give_it_a_reply("dated", facts="for: opening\n" + source.format("'2026'"))
    sentence = "This speaks of rights, visas, money or deadlines, and no source of it has a date."
    assert pack.faults() == [("replies/hello.yaml", 1, sentence), ("replies/undated.yaml", 2, sentence)]


def test_a_source_of_a_reply_is_of_the_past(pack: TinyPack) -> None:
    source = "{title: Who, url: 'https://example.org', dated: '2027', checked: 2026-11-23}"
    pack.give_it_a_reply(facts=f"for: opening\nsources:\n  - {source}\n")
    assert [(file, sentence) for file, _, sentence in pack.faults()] == [
        ("replies/hello.yaml", "The source was checked in the future."),
        ("replies/hello.yaml", "The source was written in the future."),
    ]


def test_both_languages_of_a_reply_state_the_same_figures(pack: TinyPack) -> None:
    pack.give_it_a_reply(sq=said("Call 112."), en=said("Call 112, 3 police."))
    assert pack.faults() == [
        ("sq/replies/hello.yaml", 2, "'en' has 3 here, 'sq' has not."),
    ]


def test_a_reply_is_plain_and_spelt_as_everything_else(pack: TinyPack) -> None:
    pack.give_it_a_reply(**both("Call the **police** xyzzy."))
    told = {sentence for _, _, sentence in pack.faults()}
    assert "'**' is Markdown, which a client would see as it stands." in told
    assert "'xyzzy' is in no dictionary." in told


def test_what_counsellors_type_is_written_as_they_write_it(pack: TinyPack) -> None:
    pack.give_it_a_reply()
    pack.change("en/replies/hello.yaml", "[who helps]", "[xyzzy, '**']")
    assert pack.problems() == []


def test_a_reply_that_is_hard_to_read_is_advised_against(pack: TinyPack) -> None:
    pack.give_it_a_reply(en=said("Everybody everybody everybody everybody."), sq=said("Call the police."))
    (problem,) = pack.problems()
    assert (pack.named(problem), problem.severity) == ("en/replies/hello.yaml", "advice")
    assert problem.sentence.startswith("This is hard to read")


def test_a_term_stands_in_every_language_of_a_reply(pack: TinyPack) -> None:
    pack.change("glossary.yaml", "terms:\n", "terms:\n  - say: {sq: [police], en: [office]}\n")
    pack.give_it_a_reply(sq=said("Call the police."), en=said("Call.", "Everybody"))
    assert ("en/replies/hello.yaml", 1, "'sq' says 'police' in 'hello', 'en' nowhere says 'office'.") in pack.faults()
