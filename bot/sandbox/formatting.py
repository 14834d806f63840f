"""`parse_mode=HTML`: from marked-up text to plain text and entities, with Telegram's words for what does not parse."""

import html
import re
from dataclasses import dataclass, field

from bot.sandbox.refusals import Refusal, bad_request
from bot.sandbox.units import units
from bot.sandbox.wire import Wire

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
}
_TAGS = frozenset(_SIMPLE) | {"a", "span", "tg-emoji", "blockquote"}
_TOKEN = re.compile(
    r"""</(?P<end>[^\s>]*)\s*>"""
    r"""|<(?P<start>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>(?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*>"""
    r"""|&(?P<sign>\#\d+|\#[xX][0-9a-fA-F]+|\w+);|(?P<text>[^<&]+|&)|(?P<bad><)"""
)
_ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_SIGNS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_LINK = re.compile(r"(?:(?:https?|tg|ton)://|mailto:)\S+", re.IGNORECASE)
_PERSON = re.compile(r"tg://user\?id=(\d+)", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int


@dataclass(slots=True)
class _Reader:
    source: str
    strict: bool
    parts: list[str] = field(default_factory=list)
    length: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Wire] = field(default_factory=list)

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.length += units(text)

    def fault(self, words: str, place: int) -> Refusal:
        return _fault(f"{words} at byte offset {len(self.source[:place].encode())}")


def parse_html(source: str, *, strict: bool = True) -> tuple[str, list[Wire]]:
    """Plain text and its entities. `strict` refuses `&nbsp;` and its like, which Telegram shows as they stand."""
    reader = _Reader(source, strict)
    for token in _TOKEN.finditer(source):
        _take(reader, token)
    if reader.opened:
        raise _fault(f'Can\'t find end tag corresponding to start tag "{reader.opened[-1].tag}"')
    return "".join(reader.parts), in_order(reader.entities)


def in_order(entities: list[Wire]) -> list[Wire]:
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _fault(words: str) -> Refusal:
    return bad_request(f"can't parse entities: {words}")


def _take(reader: _Reader, token: re.Match[str]) -> None:
    match token.lastgroup:
        case "text":
            reader.write(token[0])
        case "sign":
            _sign(reader, token)
        case "end":
            _close(reader, token)
        case "bad":
            raise _unreadable(reader, token.start())
        case _:
            _open(reader, token)


def _sign(reader: _Reader, token: re.Match[str]) -> None:
    name = token["sign"]
    if name.startswith("#"):
        reader.write(html.unescape(token[0]))
        return
    if reader.strict and name not in _SIGNS:
        raise reader.fault(f'Unsupported entity "{token[0]}" (Telegram shows it as it stands)', token.start())
    reader.write(_SIGNS.get(name, token[0]))


def _unreadable(reader: _Reader, place: int) -> Refusal:
    rest = reader.source[place + 1 :]
    name = re.split(r"[\s>]", rest, maxsplit=1)[0]
    if name == rest or name.lower() in _TAGS:
        return reader.fault("Unclosed end tag" if rest.startswith("/") else "Unclosed start tag", place)
    return reader.fault(f'Unsupported start tag "{name.lower()}"', place)


def _open(reader: _Reader, token: re.Match[str]) -> None:
    tag = token["start"].lower()
    if tag not in _TAGS:
        raise reader.fault(f'Unsupported start tag "{tag}"', token.start())
    attributes = {
        name.lower(): html.unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(token["attributes"])
    }
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise reader.fault('Tag "span" must have class "tg-spoiler"', token.start())
    reader.opened.append(_Open(tag, attributes, reader.length))


def _close(reader: _Reader, token: re.Match[str]) -> None:
    if not reader.opened:
        raise reader.fault("Unexpected end tag", token.start())
    start, end = reader.opened.pop(), token["end"].lower()
    if end and end != start.tag:
        words = f'expected "</{start.tag}>", found "</{end}>"'
        raise _fault(f"Unmatched end tag at byte offset {len(reader.source[: token.start()].encode())}, {words}")
    length = reader.length - start.offset
    kind = _kind(start)
    if length and kind and not _language_of_code(reader, start, length):
        reader.entities.append({**kind, "offset": start.offset, "length": length})


def _kind(start: _Open) -> Wire:
    """Type of the entity and what belongs to it; nothing where Telegram silently leaves plain text."""
    match start.tag:
        case "a":
            return _link(start.attributes.get("href", ""))
        case "span":
            return {"type": "spoiler"}
        case "blockquote":
            return {"type": "expandable_blockquote" if "expandable" in start.attributes else "blockquote"}
        case "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": start.attributes.get("emoji-id", "")}
        case tag:
            return {"type": _SIMPLE[tag]}


def _link(href: str) -> Wire:
    """A link, or a person named by number; who that is, `mentions` knows."""
    person = _PERSON.fullmatch(href)
    if person is not None:
        return {"type": "text_mention", "user": {"id": int(person[1])}}
    return {"type": "text_link", "url": href} if _LINK.fullmatch(href) else {}


def _language_of_code(reader: _Reader, start: _Open, length: int) -> bool:
    """`<pre><code class="language-x">` is one entity, the `pre`; the inner tag only names the language."""
    if start.tag == "code" and reader.opened and reader.opened[-1].tag == "pre":
        language = start.attributes.get("class", "").removeprefix("language-")
        reader.opened[-1].attributes["language"] = language
        return True
    if start.tag == "pre" and start.attributes.get("language"):
        pre = {"type": "pre", "language": start.attributes["language"], "offset": start.offset, "length": length}
        reader.entities.append(pre)
        return True
    return False
