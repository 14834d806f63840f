"""What is on: each thing with its days, what it is, how to take part, and where we know it from."""

from bot.conversation.taps import Tap
from bot.conversation.views import WhatsOn
from bot.language.formats import country_name, date_range, hours_for_people, long_date, short_date
from bot.language.phrases import Speaker
from bot.packs.activity_schema import Activity
from bot.rendering.buttons import button, menu_button, near_button, pairs, person_buttons
from bot.rendering.context import Reader
from bot.rendering.markup import bold, italic, lines, link, page, plain
from bot.rendering.message import Button, Message
from bot.rendering.offer import contact


def on_button(reader: Reader) -> tuple[Button, ...]:
    """Lead to what is on, as long as anything is."""
    anything = any(activity.is_on(reader.context.today) for activity in reader.packs.activities.values())
    return (button(reader.say.gettext("📅 What is on"), Tap("events")),) if anything else ()


def whats_on(view: WhatsOn, reader: Reader) -> Message:
    """One page of it. What is over or has left the packs since is left out; with nothing left, others help."""
    found = _still_on(view, reader)
    place = view.place if view.place in reader.packs.places else None
    where = f" · {reader.packs.place_name(place, reader.language)}" if place else ""
    audiences = _audiences(reader.say)
    meant = f"{audiences[view.audience]}:" if found and view.audience in audiences else ""
    head = lines(bold(reader.say.gettext("📅 What is on") + where), plain(_lead(found, reader.say)), plain(meant))
    foreign = any(reader.packs.activity(one.id, reader.language).language != reader.language for one in found)
    note = italic(reader.say.gettext("(Some of this is not yet in your language.)")) if foreign else ""
    said = page(head, *(_block(one, reader, named=place is None) for one in found), note)
    return Message(said, (*pairs(_narrower(view, reader)), *pairs(_ways_on(view, found, place, reader))))


def _still_on(view: WhatsOn, reader: Reader) -> tuple[Activity, ...]:
    known = (reader.packs.activities.get(activity_id) for activity_id in view.activities)
    return tuple(one for one in known if one and one.is_on(reader.context.today))


def _lead(found: tuple[Activity, ...], say: Speaker) -> str:
    """Say what follows. It is long enough to keep every title off a locked screen (voice rule 9)."""
    if found:
        return say.gettext("These things have a date. Please ask before you go.")
    return say.gettext("We know of nothing with a date here at the moment. The services near you can still help you.")


def _block(activity: Activity, reader: Reader, *, named: bool) -> str:
    """Make the paragraph of one activity; `named` is whether its country must be."""
    words = reader.packs.activity(activity.id, reader.language).words
    address, phones = contact(activity.service, reader) if activity.service else ("", "")
    return lines(
        bold(words.title),
        plain(_when(activity, reader)),
        plain(f"📍 {_where(activity, address, reader, named=named)}"),
        plain(words.about),
        plain(words.join),
        plain(_cost(activity, reader.say)),
        plain(phones),
        link(activity.website, activity.website.split("/")[2]) if activity.website else "",
        plain(words.doubt or ""),
        italic(_source(activity, reader)),
    )


def _when(activity: Activity, reader: Reader) -> str:
    """Write its days, its hours each week, and until when one can still join."""
    days = ""
    if activity.starts:
        days = date_range(activity.starts, activity.ends or activity.starts, reader.language)
    weekly = hours_for_people(activity.hours, reader.say) if activity.hours else ""
    return " · ".join(filter(None, (", ".join(filter(None, (days, activity.time))), weekly, _until(activity, reader))))


def _until(activity: Activity, reader: Reader) -> str:
    if activity.deadline is None:
        return ""
    say = reader.say
    said = say.gettext("Sign up until {date}") if activity.starts else say.gettext("Apply until {date}")
    return said.format(date=long_date(activity.deadline, reader.language))


def _where(activity: Activity, address: str, reader: Reader, *, named: bool) -> str:
    """Name its town, with the address of the service if that is there; else the country."""
    country, place = country_name(activity.country, reader.language), activity.place
    if place is None:
        whole = reader.say.gettext("For the whole country")
        return f"{whole} · {country}" if named else whole
    if place not in reader.packs.places:
        return country
    service = reader.packs.services.get(activity.service or "")
    held_there = address if service and service.place == place else ""
    return held_there or reader.packs.place_name(place, reader.language)


def _cost(activity: Activity, say: Speaker) -> str:
    costs = {"free": say.gettext("Free of charge."), "paid": say.gettext("It costs something. Ask how much.")}
    return costs.get(activity.cost or "", "")


def _source(activity: Activity, reader: Reader) -> str:
    """Name one source, count several, as under a topic."""
    sources = activity.sources
    said = reader.say.ngettext(
        "Source: {title} · checked on {date}", "Sources ({number}) · checked on {date}", len(sources)
    )
    on = short_date(activity.verified.on, reader.language)
    return said.format(title=sources[0].url.split("/")[2], number=len(sources), date=on)


def _narrower(view: WhatsOn, reader: Reader) -> list[Button]:
    """Narrow down to an audience that something is meant for, or back to everything."""
    audiences = _audiences(reader.say)
    others = [name for name in view.audiences if name in audiences and name != view.audience]
    everything = [button(reader.say.gettext("All that is on"), Tap("events"))] if view.audience else []
    return [*everything, *(button(audiences[name], Tap("events", name)) for name in others)]


def _ways_on(view: WhatsOn, found: tuple[Activity, ...], place: str | None, reader: Reader) -> tuple[Button, ...]:
    """Lead to more of it, or to another place; where nothing is on, to the services and a person."""
    if not found:
        return (near_button(reader), *person_buttons(reader), menu_button(reader))
    shown = view.seen + len(view.activities)
    more = button(reader.say.gettext("Show more"), Tap("events", view.audience or "", str(shown)))
    elsewhere = button(reader.say.gettext("📍 Another place"), Tap("near", "other"))
    return (*((more,) if shown < view.total else ()), elsewhere if place else near_button(reader), menu_button(reader))


def _audiences(say: Speaker) -> dict[str, str]:
    """For whom a thing can be meant especially, as on a button."""
    return {
        "leaving": say.gettext("Before leaving"),
        "abroad": say.gettext("Living abroad"),
        "returning": say.gettext("Coming back"),
        "parents": say.gettext("Parents and families"),
        "young": say.gettext("Young people"),
    }
