"""A guide as a container of flows (Flow Interoperability Platform, flow specification 1.0.0-rc4), for other tools."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot.guides.floip_blocks import Blocks
from bot.guides.floip_texts import MODES, Texts
from bot.hsds.identifiers import identifier
from bot.language.phrases import Phrases
from bot.packs.assets import Guide

SPECIFICATION: Final = "1.0.0-rc4"
OURS: Final = "udha"
"""Under this name stands what FLOIP has no form for."""
WAITS: Final = 24 * 60 * 60
"""Seconds until an unanswered question is over; FLOIP wants to be told."""
BESIDES: Final = re.compile(r"intro|(items|groups)/.*|.*/(why|reason|share)")


def written(guide: Guide, phrases: Phrases) -> str:
    """The container as JSON; the same guide gives the same text. Halves of a quiz are flows of their own."""
    words = guide.said("en").words
    forms = sorted({step.form or "" for step in guide.facts.steps if step.form or not guide.facts.has_forms})
    container = {
        "specification_version": SPECIFICATION,
        "uuid": identifier("flow_container", guide.name),
        "name": words.title,
        "description": words.intro,
        "flows": [_flow(guide, form, Texts(guide, form, phrases)) for form in forms],
    }
    return json.dumps(container, ensure_ascii=False, indent=1) + "\n"


def _flow(guide: Guide, form: str, texts: Texts) -> dict[str, Any]:
    blocks = Blocks(guide.facts, form, texts).all()
    kept = {
        "guide": guide.name,
        "form": form,
        "file": guide.facts.model_dump(mode="json", exclude_defaults=True),
        "texts": _besides(guide, texts),
    }
    return {
        "uuid": texts.id(),
        "name": f"{guide.said('en').words.title} {form}".strip(),
        "last_modified": f"{guide.facts.reviewed.isoformat()}T00:00:00.000000Z",
        "interaction_timeout": WAITS,
        "supported_modes": list(MODES),
        "languages": texts.languages(),
        "first_block_id": blocks[0]["uuid"],
        "blocks": blocks,
        "resources": texts.resources(),
        "vendor_metadata": {OURS: kept},
    }


def _besides(guide: Guide, texts: Texts) -> dict[str, str]:
    """The ids of texts for which no block has a place, by where they stand in the words of the guide."""
    said = {language: dict(_leaves(words.model_dump(exclude_none=True))) for language, words in guide.words.items()}
    keys = [key for key in next(iter(said.values())) if BESIDES.fullmatch(key)]
    return {key: texts.kept(key, {each: found[key] for each, found in said.items() if key in found}) for key in keys}


def _leaves(said: Mapping[str, Any], *before: str) -> Iterator[tuple[str, str]]:
    for name, each in said.items():
        if isinstance(each, Mapping):
            yield from _leaves(each, *before, name)
        else:
            yield "/".join((*before, name)), each
