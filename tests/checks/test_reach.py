"""Rules for ways, each broken once."""

from tests.checks.tiny_pack import TinyPack

TOPIC = "topics/help/police.yaml"


def test_a_related_topic_must_exist(pack: TinyPack) -> None:
    line = pack.change("topics/help/police.yaml", "related: [helplines]", "related: [helplines, gone]")
    assert pack.faults() == [("topics/help/police.yaml", line, "There is no topic 'gone'.")]


def test_a_category_that_is_offered_must_have_a_service(pack: TinyPack) -> None:
    line = pack.change("topics/help/helplines.yaml", "services: [helpline]", "services: [helpline, embassy]")
    assert pack.faults() == [("topics/help/helplines.yaml", line, "No service has the category 'embassy'.")]


def test_a_topic_must_stand_in_a_section_of_the_menu(pack: TinyPack) -> None:
    for folder in ("topics", "sq", "en"):
        pack.path(f"{folder}/lost").mkdir()
        pack.path(f"{folder}/help/police.yaml").rename(pack.path(f"{folder}/lost/police.yaml"))
    assert pack.faults() == [("topics/lost/police.yaml", 1, "There is no section 'lost'.")]


def test_a_near_miss_must_belong_to_a_topic_that_exists(pack: TinyPack) -> None:
    line = pack.change("en/help/helplines.yaml", "topic: police", "topic: gone")
    assert pack.faults() == [("en/help/helplines.yaml", line, "There is no topic 'gone'.")]


def test_a_topic_that_cannot_be_read_is_told_once_and_not_as_a_dead_link_too(pack: TinyPack) -> None:
    pack.change(TOPIC, "audience: [everyone]", "audience: [nobody]")
    assert {file for file, _, _ in pack.faults()} == {TOPIC}


def test_a_signal_offers_services_that_there_are(pack: TinyPack) -> None:
    line = pack.change("signals/held.yaml", "services: [helpline]", "services: [legal_aid]")
    assert pack.faults() == [("signals/held.yaml", line, "No service has the category 'legal_aid'.")]


def test_a_version_leads_somewhere_too(pack: TinyPack) -> None:
    pack.give_albania_its_own("services: [embassy]\nrelated:\n  - helplines\n  - gone\n")
    assert pack.faults() == [
        ("albania/topics/help/police.yaml", 1, "No service has the category 'embassy'."),
        ("albania/topics/help/police.yaml", 4, "There is no topic 'gone'."),
    ]


def test_a_topic_for_a_country_without_a_pack_reaches_nobody(pack: TinyPack) -> None:
    line = pack.change(TOPIC, "countries: [AL]", "countries: [AL, DE]")
    assert pack.faults() == [(TOPIC, line, "No pack is for 'DE'.")]


def test_a_version_for_a_country_that_the_topic_does_not_concern_reaches_nobody(pack: TinyPack) -> None:
    pack.change(TOPIC, "countries: [AL]", "countries: [XK]")
    pack.give_albania_its_own("services: [helpline]\n", sq="summary: Call.\n", en="summary: Call.\n")
    sentence = "The topic 'police' does not concern 'AL'."
    files = ("en/help", "sq/help", "topics/help")
    assert pack.faults() == [(f"albania/{folder}/police.yaml", 1, sentence) for folder in files]


def test_words_in_the_folder_of_another_section_are_found(pack: TinyPack) -> None:
    pack.path("en/rights").mkdir()
    pack.path("en/help/police.yaml").rename(pack.path("en/rights/police.yaml"))
    (problem,) = pack.problems()
    assert problem.sentence == "The topic 'police' stands in the section 'help'."
    assert problem.remedy == "Move the file to help/."


def test_two_topics_must_not_have_the_same_button(pack: TinyPack) -> None:
    line = pack.change("en/help/police.yaml", "label: Police (en)", "label: helplines (en)")
    assert pack.faults() == [("en/help/police.yaml", line, "The topic 'helplines' has the same label.")]


def test_a_signal_names_topics_that_there_are(pack: TinyPack) -> None:
    pack.add("signals/held.yaml", "topics: [police, gone]\n")
    assert pack.faults() == [
        ("signals/held.yaml", pack.line("signals/held.yaml", "topics:"), "There is no topic 'gone'.")
    ]
