"""The packs' words in pieces, and back."""

from bot.packs.loader import read
from bot.translation.pieces import apart, assembled, is_own, pieces
from tests.checks.tiny_guides import give_it
from tests.checks.tiny_pack import TinyPack
from tests.packs.test_versions import OTHERWISE, kosovo


def test_every_piece_is_made_again_from_its_texts(pack: TinyPack) -> None:
    found = list(pieces(read(pack.root), "en"))
    assert {piece.name[0] for piece in found} == {"topics", "services", "signals", "menu"}
    for piece in found:
        assert assembled(piece.texts()) == piece.data


def test_what_differs_in_a_country_is_a_piece_of_its_own_pack(pack: TinyPack) -> None:
    kosovo(pack, {"en/help/police.yaml": OTHERWISE})
    found = [piece for piece in pieces(read(pack.root), "en") if piece.name == ("topics", "police")]
    assert [piece.path.relative_to(pack.root).parts[0] for piece in found] == ["core", "kosovo"]
    assert found[1].texts() == {("summary",): "In Kosovo it is otherwise."}


def test_greetings_and_thanks_are_pieces_too(pack: TinyPack) -> None:
    pack.add("en/menu.yaml", "courtesies: {hello: [hello, hi there], thanks: [ta]}\n")
    (found,) = [piece for piece in pieces(read(pack.root), "en") if piece.name == ("menu", "courtesies")]
    assert found.texts() == {("hello",): "hello\nhi there", ("thanks",): "ta"}
    assert assembled(found.texts()) == found.data


def test_activities_are_pieces_too(pack: TinyPack) -> None:
    pack.give_it_a_calendar()
    (found,) = [piece for piece in pieces(read(pack.root), "en") if piece.name == ("activities", "al_meeting")]
    assert found.at == ("al_meeting",)
    assert found.texts() == {("title",): "The office", ("about",): "Everybody", ("join",): "Everybody"}


def test_replies_are_pieces_too_and_what_counsellors_type_is_nobody_s_translation(pack: TinyPack) -> None:
    pack.give_it_a_reply()
    (found,) = [piece for piece in pieces(read(pack.root), "en") if piece.name == ("replies", "hello")]
    assert found.texts() == {("title",): "Call Hello", ("text",): "Call the police.", ("keywords",): "who helps"}
    assert assembled(found.texts()) == found.data
    assert is_own(("keywords",))


def test_a_guide_is_one_piece_and_each_of_its_texts_has_the_whole_way_to_it(pack: TinyPack) -> None:
    give_it(pack, "offer")
    (found,) = [piece for piece in pieces(read(pack.root), "en") if piece.name == ("guides", "offer")]
    texts = found.texts()
    assert texts["steps", "kind", "answers", "job", "label"] == "Work"
    assert texts["steps", "paper", "answers", "no", "reason"] == "Nobody may see the number."
    assert texts["results", "high", "parts", "more", "text"] == "There are lines."
    assert assembled(texts) == found.data
    assert not any(map(is_own, texts))


def test_a_part_that_results_of_a_guide_share_is_among_its_texts(pack: TinyPack) -> None:
    give_it(pack, "offer")
    pack.add("en/guides/offer.yaml", "parts:\n  less: {label: Lines, text: There are lines.}\n")
    (found,) = [piece for piece in pieces(read(pack.root), "en") if piece.name == ("guides", "offer")]
    assert found.texts()["parts", "less", "label"] == "Lines"
    assert assembled(found.texts()) == found.data


def test_near_misses_keep_the_name_of_the_other_topic_out_of_the_words(pack: TinyPack) -> None:
    near = "near_misses:\n  - {question: who helps me, topic: helplines}\n  - {question: a lawyer, topic: helplines}\n"
    pack.add("en/help/police.yaml", near)
    (found,) = [piece for piece in pieces(read(pack.root), "en") if piece.name == ("topics", "police")]
    assert found.texts()["near_misses", "helplines"] == "who helps me\na lawyer"
    assert assembled(found.texts()) == found.data


def test_only_what_people_type_is_nobody_s_translation() -> None:
    own = ("questions", "near_misses", "phrases", "negatives", "hello", "thanks")
    assert all(is_own((part,)) for part in own)
    assert not any(is_own((part, "0")) for part in ("title", "summary", "details", "steps", "say", "serves", "doubt"))


def test_phrasings_are_tidied_and_stand_once() -> None:
    assert apart("  wo  ist das \n\nwo ist das\nund was\n") == ["wo ist das", "und was"]
