"""A case: one chat that was handed over, from opening to close. No name of the client, no word, no id."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["waiting", "held", "closed"]
Ended = Literal["", "counsellor", "client", "deleted", "left"]
Outcome = Literal["informed", "referred", "in_care", "left", "other"]
"""What came of a case, for the one who closes it; only counted."""


@dataclass(frozen=True)
class Colleague:
    """A counsellor as the others know them: a key made with the secret (hex), a first name, the language they read."""

    key: str
    name: str
    language: str = "sq"
    number: int = 0
    """Telegram's, to call them by name; 0 where it is not needed."""


@dataclass(frozen=True)
class FollowUp:
    """When (seconds since 1970, UTC) a client is asked whether a service helped."""

    service: str
    at: int


@dataclass(frozen=True)
class Case:
    """Moments are seconds since 1970, UTC.

    `since` is when the client began to wait, for the first counsellor or for another one. `begins` is when the calls to
    the desk begin to count: at once, or when the desk opens. `called` is how many calls there were, `signs` how many
    signs of life the client had. `noted` is the album that is a note, `settled` the message whose button has sent
    something, `hinted` whether somebody who has not taken it was told that the client does not read them, `answered`
    whether the holder was told so of an answer to a colleague.
    """

    language: str
    opened: int
    place: str | None = None
    country: str | None = None
    subject: str | None = None
    signal: str | None = None
    minor: bool = False
    shown: tuple[str, ...] = ()
    status: Status = "waiting"
    holder: Colleague | None = None
    urgent: bool = False
    since: int = 0
    begins: int = 0
    called: int = 0
    signs: int = 0
    snoozed: int | None = None
    ended: Ended = ""
    closed: int | None = None
    outcome: str = ""
    erase: int | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    noted: str = ""
    settled: int = 0
    hinted: bool = False
    answered: bool = False
    at_desk: str = "sq"
    """The language of the desk."""
    replied: bool = False
    """Whether a counsellor has ever written to the client: how long that took is counted once."""
    unheard: bool = False
    """Whether the client was told that the desk cannot be reached."""

    @property
    def is_open(self) -> bool:
        return self.status != "closed"

    @property
    def desk_language(self) -> str:
        """In which language the thread is written: that of whoever has the case, else that of the desk."""
        return self.holder.language if self.holder else self.at_desk

    def held_by(self, colleague: Colleague | None) -> bool:
        """Whether this is the one whose words reach the client; an anonymous administrator never is."""
        return (
            self.status == "held"
            and colleague is not None
            and self.holder is not None
            and (self.holder.key == colleague.key)
        )


DESK_LANGUAGE = "sq"
"""What is written for nobody in particular."""
