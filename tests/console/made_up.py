"""Reports as the pages get them, made up: with what is hidden, sums of which a part is, shares, days and words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.language.phrases import Speaker
from bot.reports.report import AtLeast, Cell, Column, Report, Section, Share
from bot.reports.table import SUPPRESSED

Said = Callable[[str, str], str]
"""The Albanian or the English of two."""
MADE: Final = date(2026, 11, 22)

TOPICS: Final = (
    ("Puna në Gjermani: kontrata dhe viza", "Work in Germany: contract and visa", 128),
    ("Regjistrimi i fëmijës në shkollë pas kthimit", "Registering a child at school after the return", 96),
    ("Azili dhe shtetasit shqiptarë", "Asylum and Albanian citizens", 84),
    ("Sa ditë mund të rrini pa vizë", "How many days without a visa", 61),
    ("Ndihma për kthimin vullnetar", "Help for a voluntary return", 47),
    ("Oferta pune që duken tepër të mira", "Offers of work that look too good", 33),
    ("Letërnjoftimi për fëmijën e lindur jashtë", "Identity card of a child born abroad", 19),
    ("Borxhi për rrugën", "Debts for the journey", 12),
    ("Njohja e diplomës", "Recognition of a diploma", 7),
    ("Sigurimi shëndetësor", "Health insurance", None),
    ("Pensioni nga jashtë", "A pension from abroad", None),
    ("Bashkimi familjar në Itali", "Joining one's family in Italy", 0),
    ("Studimet jashtë", "Studies abroad", 24),
    ("Puna sezonale në Greqi", "Seasonal work in Greece", 16),
)
NEEDS: Final = (
    ("kukes", "Kukës", "Kukës", 41), ("tirane", "Tiranë", "Tirana", 66), ("shkoder", "Shkodër", "Shkodra", 23),
    ("durres", "Durrës", "Durrës", 31), ("peje", "Pejë", "Peja", 18), ("prizren", "Prizren", "Prizren", 27),
    ("fier", "Fier", "Fier", 9), ("has", "Has", "Has", None), ("tropoje", "Tropojë", "Tropojë", None),
)  # fmt: skip


@dataclass
class MadeUp:
    """Gives reports, and remembers which were asked for. `empty` ones have their sections, but not a row."""

    empty: bool = False
    asked: list[tuple[str, date, date]] = field(default_factory=list)

    async def report(self, name: str, first: date, last: date, say: Speaker) -> Report:
        self.asked.append((name, first, last))

        def said(albanian: str, english: str) -> str:
            return albanian if say.language == "sq" else english

        sections = REPORTS[name](said)
        if self.empty:
            sections = tuple(Section(each.name, each.title, each.columns, ()) for each in sections)
        note = said("Vetëm muaj që kanë mbaruar.", "Only months that are over.")
        return Report(name, name.title(), first, last, MADE, say.language, sections, (note,), DEFINITIONS)


DEFINITIONS: Final = (("Udha", "The bot."),)


def _usage(said: Said) -> tuple[Section, ...]:
    people: tuple[tuple[Cell, ...], ...] = (
        (said("U arritën", "Reached"), 1234, 1218, 1250),
        (said("Lexuan një temë", "Read a topic"), 902, 890, 914),
        (said("Panë një shërbim", "Saw a service"), 311, 307, 315),
        (said("Folën me një këshilltar", "Talked to a counsellor"), SUPPRESSED, SUPPRESSED, SUPPRESSED),
    )
    hours = tuple((f"{hour:02}", 3 * hour if hour > 5 else SUPPRESSED) for hour in range(24))
    return (
        Section(
            "people",
            said("Njerëz", "People"),
            (
                Column("", "text"),
                Column(said("Njerëz", "People"), meaning=said("Biseda të ndryshme.", "Different chats.")),
                Column(said("Të paktën", "At least")),
                Column(said("Të shumtën", "At most")),
            ),
            people,
            (said("Numri është i saktë deri në 2 %.", "The number is right within 2 %."),),
        ),
        Section(
            "asked",
            said("Pyetjet", "Questions"),
            (Column(said("Çfarë morën", "What they got"), "text"), Column(said("Herë", "Times"))),
            ((said("përgjigje", "an answer"), 412), (said("asgjë", "nothing"), 61)),
            chart="bars",
        ),
        Section(
            "topics",
            said("Temat që u hapën", "Subjects that were opened"),
            (Column(said("Tema", "Subject"), "text"), Column(said("Herë", "Times"))),
            tuple((said(sq, en), SUPPRESSED if n is None else n) for sq, en, n in TOPICS),
            chart="bars",
        ),
        Section(
            "months",
            said("Muaj pas muaji", "Month by month"),
            (
                Column(said("Muaji", "Month"), "text"),
                Column(said("Me përgjigje", "Answered")),
                Column(said("Pa përgjigje", "Not answered")),
            ),
            ((said("tetor", "October"), 412, 61), (said("nëntor", "November"), AtLeast(380), SUPPRESSED)),
            chart="lines",
            drawn=(1, 2),
        ),
        Section(
            "hours", said("Ora e ditës", "Hour of the day"), (Column(said("Ora", "Hour"), "text"), Column("n")), hours
        ),
    )


def _content(said: Said) -> tuple[Section, ...]:
    days = (date(2026, 10, 1), date(2026, 11, 30), date(2027, 1, 15))
    return (
        Section(
            "words",
            said("Fjalë që nuk u kuptuan", "Words that were not understood"),
            (Column(said("Fjala", "Word"), "text"), Column(said("Gjuha", "Language"), "text"), Column("n", "text")),
            (
                ("bileta", "shqip", "5\N{EN DASH}9"),
                ("konsullata", "shqip", "20+"),
                ("azyl", "shqip", "10\N{EN DASH}19"),
            ),
        ),
        Section(
            "helpful",
            said("A ndihmoi përgjigjja", "Did the answer help"),
            (Column(said("Tema", "Subject"), "text"), Column(said("Po", "Yes")), Column(said("Jo", "No"))),
            ((f"{said(*TOPICS[0][:2])} @3fa9c1", 40, 12), (f"{said(*TOPICS[1][:2])} @77aa01", 18, SUPPRESSED)),
            chart="bars",
            drawn=(1, 2),
        ),
        Section(
            "reasons",
            said("Pse jo", "Why not"),
            (Column(said("Tema", "Subject"), "text"), Column(said("Arsyeja", "Reason"), "text"), Column("n")),
            ((said(*TOPICS[0][:2]), said("e vështirë për t'u kuptuar", "hard to understand"), 9),),
        ),
        Section(
            "due",
            said("Për t'u kontrolluar", "To be checked"),
            (Column("", "text"), Column(said("Kush", "Who"), "text"), Column(said("Deri më", "By"), "day")),
            tuple((said(*TOPICS[n][:2]), said("Redaksia", "Editors"), day) for n, day in enumerate(days)),
        ),
        Section(
            "mistakes",
            said("Shërbime me gabime", "Services reported wrong"),
            (Column(said("Shërbimi", "Service"), "text"), Column(said("Çfarë", "What"), "text")),
            ((said("Zyra e punës, Kukës", "Employment office, Kukës"), said("Orari", "The hours")),),
        ),
    )


def _desk(said: Said) -> tuple[Section, ...]:
    spans = ("5 min", "15 min", "1 h", "4 h", "24 h")
    return (
        Section(
            "waited",
            said("Sa pritën", "How long people waited"),
            (
                Column(said("Deri në", "Up to"), "text"),
                Column(said("Raste", "Cases")),
                Column(said("Pjesa", "Share"), "share"),
            ),
            tuple((span, 30 - 5 * n, Share((30 - 5 * n) / 100)) for n, span in enumerate(spans)),
            chart="bars",
        ),
        Section(
            "outcomes",
            said("Si mbaruan", "How they ended"),
            (Column("", "text"), Column(said("Raste", "Cases"))),
            ((said("U informua", "Informed"), AtLeast(52)), (said("U referua", "Referred"), 17)),
        ),
    )


def _indicators(said: Said) -> tuple[Section, ...]:
    names = (
        ("Njerëz që i njohin më mirë rreziqet", "People who know the risks better", 212, 300),
        ("Njerëz që gjetën rrugën te një shërbim", "People with access to services", AtLeast(640), 1028),
        ("Njerëz në masa për punë dhe të ardhura", "People in economic measures", None, 268),
    )
    rows: list[tuple[Cell, ...]] = []
    for sq, en, n, target in names:
        counted = n.n if isinstance(n, AtLeast) else n
        reached = None if counted is None else Share(counted / target)
        women = None if counted is None else Share(0.342, 0.281, 0.409)
        rows.append((said(sq, en), n, target, reached, said("Gra dhe vajza", "Women and girls"), women))
    return (
        Section(
            "overview",
            said("Krahasuar me objektivat", "Against the targets"),
            (
                Column(said("Treguesi", "Indicator"), "text"),
                Column(said("Deri tani", "So far"), meaning=said("Që nga fillimi.", "Since the beginning.")),
                Column(said("Objektivi", "Target")),
                Column(said("Arritur", "Reached"), "share"),
                Column(said("Prej tyre", "Of them"), "text"),
                Column(said("Pjesa", "Share"), "share"),
            ),
            tuple(rows),
            (said("Para dhe pas, pa grup krahasimi.", "Before and after, without a group to compare."),),
            chart="bars",
            drawn=(3,),
        ),
    )


def _needs(said: Said) -> tuple[Section, ...]:
    return (
        Section(
            "places",
            said("Nevojat sipas bashkive dhe komunave", "Needs by municipality"),
            (Column(said("Bashkia a komuna", "Municipality"), "text"), Column(said("Nevoja", "Needs"))),
            tuple((said(sq, en), SUPPRESSED if n is None else n) for _, sq, en, n in NEEDS),
            chart="map",
            places=tuple(slug for slug, *_ in NEEDS),
        ),
    )


REPORTS: Final[Mapping[str, Callable[[Said], tuple[Section, ...]]]] = {
    "usage": _usage,
    "content": _content,
    "desk": _desk,
    "indicators": _indicators,
    "needs": _needs,
}
