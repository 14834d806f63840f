from bot.learning.document import Document
from bot.learning.reaching import reached

WORK = Document("work", "en", ("find a job", "a job in germany", "a contract for my job", "how is asylum asked for"))
ASYLUM = Document("asylum", "en", ("ask for asylum", "asylum in germany", "how is asylum asked", "asylum seekers"))


def test_every_question_is_told_with_the_subject_that_it_leads_to() -> None:
    found = {each.passage: each for each in reached([WORK, ASYLUM], 2)}
    assert (found["find a job"].nearest, found["find a job"].lead) == (WORK, 0)
    assert found["how is asylum asked for"].own == WORK
    assert found["how is asylum asked for"].nearest == ASYLUM
    assert found["how is asylum asked for"].lead > 0
    assert len(found) == 8


def test_subjects_in_another_language_are_asked_in_that_one() -> None:
    azil = Document("azili", "sq", ("dua azil", "azili ne gjermani"))
    found = {(each.own.slug, each.nearest.slug) for each in reached([WORK, azil], 2)}
    assert found == {("work", "work"), ("azili", "azili")}


def test_of_nothing_nothing_is_told() -> None:
    assert list(reached([], 0)) == []


def test_what_lies_outside_is_no_place_to_lead_to() -> None:
    outside = Document("cars", "en", ("a job in germany for a car",))
    assert {each.nearest.slug for each in reached([WORK, ASYLUM, outside], 2)} == {"work", "asylum"}
