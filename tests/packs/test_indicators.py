"""What the programmes have promised is read from one file beside the packs, and its faults are named."""

from datetime import date
from pathlib import Path

import pytest

from bot.conversation.quizzes import MOST_GAINED
from bot.errors import ContentError
from bot.packs.indicator_schema import MOST
from bot.packs.loader import load, read
from bot.packs.packed import packed, unpacked
from tests.builders import the_real_packs
from tests.checks.tiny_pack import TinyPack

FILE = "../indicators.yaml"
INDICATORS = """indicators:
  - id: knowledge
    name: {sq: Dija, en: Knowledge}
    definition: {sq: Kush di., en: Who knows.}
    sources:
      - {kind: quiz_gain, quiz: know, threshold: 1}
      - {kind: by_hand}
    counts: people
    target: 300
    minimum_share: {trait: gender, value: woman, share: 0.30, name: {sq: Gra, en: Women}}
    disaggregation: [gender]
    from: 2026-01-01
    to: 2026-12-31
  - id: needs
    name: {sq: Nevojat, en: Needs}
    definition: {sq: Kush ka nevoja., en: Who needs what.}
    sources: [{kind: report, report: needs}]
"""


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


def test_packs_without_the_file_have_no_indicators(pack: TinyPack) -> None:
    assert load(pack.root).indicators == {}


def test_all_that_the_file_says_is_there_in_its_order(pack: TinyPack) -> None:
    pack.add(FILE, INDICATORS)
    knowledge, needs = load(pack.root).indicators.values()
    assert (knowledge.quizzes, knowledge.by_hand, knowledge.target) == ({"know": 1}, True, 300)
    assert knowledge.minimum_share is not None
    assert (knowledge.minimum_share.value, knowledge.minimum_share.share) == ("woman", 0.3)
    assert (knowledge.since, knowledge.until) == (date(2026, 1, 1), date(2026, 12, 31))
    assert (needs.report, needs.counted, needs.by_hand) == ("needs", (), False)


def test_the_days_of_a_programme_may_be_open_at_either_end(pack: TinyPack) -> None:
    pack.add(FILE, INDICATORS)
    knowledge, needs = load(pack.root).indicators.values()
    assert knowledge.covers(date(2025, 10, 1), date(2026, 1, 1))
    assert not knowledge.covers(date(2027, 1, 1), date(2027, 3, 31))
    assert needs.covers(date.min, date.min)


def test_our_own_are_read_and_kept_for_the_next_start() -> None:
    packs = the_real_packs()
    targets = {name: one.target for name, one in packs.indicators.items()}
    assert targets == {"knowledge": 300, "services": 1028, "income": 268, "providers": 160, "needs": None}
    shares = {name: one.minimum_share.share for name, one in packs.indicators.items() if one.minimum_share}
    assert shares == {"knowledge": 0.3, "income": 0.6, "providers": 0.5}
    assert unpacked(packed(packs)).indicators == packs.indicators


def test_no_threshold_lies_above_what_is_counted() -> None:
    assert MOST == MOST_GAINED


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("target: 300", "target: 0", "indicators.0.target: Input should be greater than 0."),
        ("threshold: 1", "threshold: 4", "indicators.0.sources.0.threshold: Input should be less than or equal to 3."),
        (
            "{kind: by_hand}",
            "{kind: by_hand, quiz: know}",
            "indicators.0.sources.1: 'by_hand' has no 'quiz'.",
        ),
        (
            "quiz: know, threshold: 1",
            "threshold: 1",
            "indicators.0.sources.0: 'quiz_gain' needs 'quiz' beside it.",
        ),
        ("trait: gender, ", "", "The key 'indicators.0.minimum_share.trait' is missing."),
        ("share: 0.30", "share: 30", "indicators.0.minimum_share.share: Input should be less than or equal to 1."),
        ("report: needs}", "report: weather}", "indicators.1.sources.0.report: Input should be"),
        ("  - id: needs\n", "  - id: Needs\n", "indicators.1.id: String should match pattern"),
    ],
)
def test_a_fault_is_named_with_its_line(pack: TinyPack, old: str, new: str, sentence: str) -> None:
    pack.add(FILE, INDICATORS)
    line = pack.change(FILE, old, new)
    problem, *_ = read(pack.root).problems
    assert (pack.named(problem), problem.line) == ("indicators.yaml", line)
    assert problem.sentence.startswith(sentence)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("to: 2026-12-31", "to: 2025-12-31", "'to' lies before 'from'."),
        ("counts: people", "counts: times", "'quiz_gain' does not count times."),
        ("threshold: 1", "threshold: 2", "of people only any gain is known: leave threshold out, or write"),
        ("{kind: by_hand}", "{kind: topic_read, topics: [police]}", "of people only the whole is known: leave the"),
        ("{kind: by_hand}", "{kind: topic_read}", "who did both would count twice: name one of these sources"),
        ("{kind: by_hand}", "{kind: quiz_gain, quiz: know}", "a quiz stands once."),
        ("{kind: by_hand}", "{kind: report, report: needs}", "a report is no number: it stands alone."),
        ("{kind: quiz_gain, quiz: know, threshold: 1}", "{kind: by_hand}", "'by_hand' stands once."),
        ("{kind: quiz_gain, quiz: know, threshold: 1}", "{kind: topic_read}", "none of its sources is known by gender"),
        ("quiz: know, threshold: 1}", "quiz: know}\n      - {kind: activity_joined}", ""),
        (
            "[{kind: report, report: needs}]",
            "[{kind: activity_joined}]",
            "who has joined an activity is not counted yet",
        ),
    ],
)
def test_what_cannot_be_counted_is_refused(pack: TinyPack, old: str, new: str, sentence: str) -> None:
    pack.add(FILE, INDICATORS)
    pack.change(FILE, old, new)
    said = [problem.sentence for problem in read(pack.root).problems]
    assert len(said) == bool(sentence)
    assert all(each.partition(": ")[2].startswith(sentence) for each in said)


def test_people_and_what_is_entered_by_hand_may_have_a_share_that_only_hands_know(pack: TinyPack) -> None:
    pack.add(FILE, INDICATORS)
    pack.change(FILE, "    disaggregation: [gender]\n", "")
    pack.change(FILE, "trait: gender, value: woman", "trait: work, value: employed")
    assert read(pack.root).problems == []
    pack.change(FILE, "      - {kind: by_hand}\n", "")
    (problem,) = read(pack.root).problems
    assert problem.sentence == "indicators.0: none of its sources is known by work."


def test_by_country_only_people_are_known(pack: TinyPack) -> None:
    pack.add(FILE, INDICATORS)
    pack.change(FILE, "disaggregation: [gender]", "disaggregation: [country]")
    assert read(pack.root).problems == []
    pack.change(FILE, "counts: people", "counts: pairs")
    (problem,) = read(pack.root).problems
    assert problem.sentence == "indicators.0: by country only people are known: write 'counts: people'."


def test_a_broken_file_keeps_the_bot_from_starting(pack: TinyPack) -> None:
    pack.add(FILE, "indicators: []\n")
    with pytest.raises(ContentError, match=r"1 faults in the packs"):
        load(pack.root)
