"""What the rows of a report are called: topics, services, places and the like by their names in the packs.

What has left the packs is called by its id, for its number is still true.
"""

from babel.dates import format_skeleton

from bot.language.formats import COUNTRY, country_name, language_in, locale_of
from bot.language.phrases import Speaker
from bot.packs.assets import Packs
from bot.packs.terms import Category
from bot.reports.areas import UNKNOWN
from bot.reports.months import days_of_month
from bot.reports.publication import needs_of
from bot.reports.published_tables import ABROAD, ANYTHING, NO_POSTER
from bot.reports.quarters import spoken
from bot.reports.return_needs import ELSEWHERE


class Names:
    """The names in one language."""

    def __init__(self, packs: Packs, say: Speaker) -> None:
        self._packs, self._say, self._language = packs, say, say.language
        self._needs = needs_of(packs)

    def topic(self, slug: str) -> str:
        found = self._packs.topics.get(slug)
        return found.said(self._language).words.title if found else slug

    def section(self, section: str) -> str:
        known = section in self._packs.section_words
        return self._packs.section(section, self._language).title if known else section

    def guide(self, name: str) -> str:
        found = self._packs.guides.get(name)
        return found.said(self._language).words.title if found else name

    def service(self, service: str) -> str:
        known = service in self._packs.service_words
        return self._packs.service(service, self._language).words.name if known else service

    def asked_for(self, kind: str) -> str:
        """What somebody looked for: a need, a kind of service, services abroad, anything."""
        others = {ABROAD: self._say.gettext("Help abroad"), ANYTHING: self._say.gettext("Anything there is")}
        if kind in self._packs.needs:
            return self._packs.need(kind, self._language)
        return others.get(kind) or self.kind(kind)

    def kind(self, kind: str) -> str:
        """Of a service."""
        found: Category | None = next((each for each in self._packs.category_words if each == kind), None)
        return self._packs.category(found, self._language) if found else kind

    def need(self, need: str) -> str:
        """What a plan for the return asks for, as the button of the guide calls it."""
        if need not in self._needs:
            return need
        guide, step = self._needs[need]
        words = self._packs.guides[guide].said(self._language).words.steps.get(step.id)
        said = words.answers.get(need) if words else None
        return said.label if said and said.label else need

    def area(self, area: str) -> str:
        """A municipality, a country, everywhere else, or nowhere."""
        others = {
            ABROAD: self._say.gettext("Abroad"),
            UNKNOWN: self._say.gettext("Not told"),
            ELSEWHERE: self._say.gettext("Elsewhere, or not told"),
        }
        if area in self._packs.places:
            return self._packs.place_name(area, self._language)
        return country_name(area, self._language) if COUNTRY.fullmatch(area) else others.get(area, area)

    def language(self, language: str) -> str:
        said = language_in(language, self._language)
        return said[:1].upper() + said[1:]

    def campaign(self, campaign: str) -> str:
        """What a poster is about and where it hangs."""
        if campaign == NO_POSTER:
            return self._say.gettext("Without a poster")
        subject, _, place = campaign.partition("_")
        title = self.topic(subject) if subject in self._packs.topics else self.guide(subject)
        return f"{title} · {self.area(place)}" if place else title

    def month(self, month: str) -> str:
        """November 2026, as it stands by itself."""
        return str(format_skeleton("yMMMM", days_of_month(month)[0], locale=locale_of(self._language)))

    def period(self, period: str) -> str:
        """A month, or a quarter as a table has room for."""
        return spoken(period, self._language) if "Q" in period else self.month(period)
