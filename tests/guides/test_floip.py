"""Guides as FLOIP flows: whole, and as the specification has them."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pytest

from bot.errors import ContentError
from bot.guides.floip import written
from bot.packs.assets import Guide
from bot.packs.guide_schema import GuideFile
from bot.packs.guide_words_schema import GuideWords
from tests.contexts import the_phrases
from tests.guides.flows import GUIDES, flows, guides
from tests.guides.small import a_guide, small_guides, words_for

UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NAME: Final = re.compile(r"[a-zA-Z_]\w+", re.ASCII)
KEYS: Final = {
    "flow": {
        "uuid", "name", "last_modified", "interaction_timeout", "supported_modes", "languages", "first_block_id",
        "blocks", "resources", "vendor_metadata",
    },
    "block": {"uuid", "name", "type", "config", "exits"},
    "choice": {"name", "prompt", "text_tests"},
    "text": {"language_id", "content_type", "mime_type", "modes", "value"},
}  # fmt: skip
"""What the schemas of 1.0.0-rc4 require or know; they allow nothing else."""


def exits(flow: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    return (way for block in flow["blocks"] for way in block["exits"])


def used(found: Any) -> Iterator[str]:
    """Every id of a text that a block or our own part names."""
    if isinstance(found, str):
        yield from [found] if UUID.fullmatch(found) else []
    elif isinstance(found, dict | list):
        for each in found.values() if isinstance(found, dict) else found:
            yield from used(each)


@pytest.mark.parametrize("name", GUIDES)
def test_a_flow_has_what_the_specification_asks_for(name: str) -> None:
    for flow in flows(name):
        names = [block["name"] for block in flow["blocks"]]
        ids = [each["uuid"] for each in (flow, *flow["blocks"], *exits(flow), *flow["resources"])]
        assert [name for name in names if not NAME.fullmatch(name)] == []
        assert len(set(names)) == len(names)
        assert len(set(ids)) == len(ids)
        assert all(UUID.fullmatch(each) for each in ids)


@pytest.mark.parametrize("name", GUIDES)
def test_a_flow_has_the_published_keys_and_no_others(name: str) -> None:
    for flow in flows(name):
        choices = [each for block in flow["blocks"] for each in block["config"].get("choices", ())]
        texts = [value for text in flow["resources"] for value in text["values"]]
        found = {"flow": [flow], "block": flow["blocks"], "choice": choices, "text": texts}
        assert [each for kind, all_of in found.items() for each in all_of if each.keys() != KEYS[kind]] == []
        assert all(way.keys() <= {"uuid", "name", "test", "default", "destination_block"} for way in exits(flow))


@pytest.mark.parametrize("name", GUIDES)
def test_every_block_has_one_default_exit_which_is_the_last(name: str) -> None:
    for flow in flows(name):
        for block in flow["blocks"]:
            assert [way.get("default", False) for way in block["exits"]] == [False] * (len(block["exits"]) - 1) + [True]
            assert all(("test" in way) != ("default" in way) for way in block["exits"])
            assert len({way["name"] for way in block["exits"]}) == len(block["exits"])


@pytest.mark.parametrize("name", GUIDES)
def test_every_exit_leads_to_a_block_and_to_every_block_some_exit(name: str) -> None:
    for flow in flows(name):
        led_to = {way["destination_block"] for way in exits(flow) if "destination_block" in way}
        # No exit leads back, so that what an exit leads to can be reached.
        order = {block["uuid"]: at for at, block in enumerate(flow["blocks"])}
        assert led_to | {flow["first_block_id"]} == order.keys()
        for block in flow["blocks"]:
            ahead = [order[way["destination_block"]] for way in block["exits"] if "destination_block" in way]
            assert all(at > order[block["uuid"]] for at in ahead)


@pytest.mark.parametrize("name", GUIDES)
def test_every_text_is_there_in_both_languages_and_none_is_there_in_vain(name: str) -> None:
    for flow in flows(name):
        assert [language["id"] for language in flow["languages"]] in (["sqi", "eng"], ["eng", "sqi"])
        for text in flow["resources"]:
            assert sorted(each["language_id"] for each in text["values"]) == ["eng", "sqi"]
            assert all(each["value"] for each in text["values"])
        named = {*used([block["config"] for block in flow["blocks"]]), *used(flow["vendor_metadata"])}
        assert named == {text["uuid"] for text in flow["resources"]}


@pytest.mark.parametrize("name", GUIDES)
def test_the_same_guide_gives_the_same_bytes(name: str) -> None:
    assert written(guides()[name], the_phrases()) == written(guides()[name], the_phrases())


def test_two_guides_and_two_halves_have_no_id_in_common() -> None:
    made = [flow for name in GUIDES for flow in flows(name)]
    ids = [each["uuid"] for flow in made for each in (flow, *flow["blocks"], *exits(flow), *flow["resources"])]
    assert len(set(ids)) == len(ids)


def test_the_halves_of_a_quiz_are_two_flows() -> None:
    asked = [{block["name"] for block in flow["blocks"]} for flow in flows("quiz")]
    assert [{"step_a1", "step_b1"} & names for names in asked] == [{"step_a1"}, {"step_b1"}]


@pytest.mark.parametrize("name", GUIDES)
def test_the_whole_file_of_the_guide_is_in_it(name: str) -> None:
    for flow in flows(name):
        kept = GuideFile.model_validate(flow["vendor_metadata"]["udha"]["file"])
        assert kept.model_dump_json() == guides()[name].facts.model_dump_json()


def test_what_a_flow_has_no_form_for_stands_under_our_name() -> None:
    (flow,) = flows("offer")
    kept, texts = flow["vendor_metadata"]["udha"], {text["uuid"]: text["values"] for text in flow["resources"]}
    assert kept["file"]["steps"][2]["answers"][1] == {"id": "taken", "points": 5, "signal": "held"}
    (reason, _) = texts[kept["texts"]["steps/passport/answers/taken/reason"]]
    assert reason["value"] == "taken says much"
    assert {"intro", "results/high/share", "steps/passport/why"} <= kept["texts"].keys()
    assert {"items/copies/text", "groups/papers/title"} <= flows("list")[0]["vendor_metadata"]["udha"]["texts"].keys()


def said(flow: Mapping[str, Any], block: str) -> str:
    """In Albanian."""
    (prompt,) = [each["config"]["prompt"] for each in flow["blocks"] if each["name"] == block]
    (text,) = [text["values"][0]["value"] for text in flow["resources"] if text["uuid"] == prompt]
    return str(text)


def test_days_in_a_text_become_expressions_and_a_sign_of_ours_does_not() -> None:
    days = a_guide("days", "reckon: ninety-days\nsteps: [{id: stays, ask: stays}]\nresults: [{id: all}]")
    steps = {"stays": {"ask": "Write to us@example.org"}}
    words = {**days.words, "sq": GuideWords.model_validate(days.words["sq"].model_dump() | {"steps": steps})}
    (flow,) = json.loads(written(Guide("days", days.facts, words), the_phrases()))["flows"]
    assert said(flow, "step_stays") == "Write to us@@example.org"
    assert "@(flow.reckoned_used.value)" in said(flow, "result_all")
    assert "{" not in said(flow, "result_all")


def test_a_language_without_a_known_code_is_refused() -> None:
    guide = small_guides()[0]
    words = {**guide.words, "xx": words_for("offer", guide.facts, "xx")}
    with pytest.raises(ContentError, match="the ISO 639-3 code of 'xx'"):
        written(Guide("offer", guide.facts, words), the_phrases())
