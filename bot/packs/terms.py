"""The terms that files of a pack are written in: what a slug, a date, a phone number, a category is."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ServiceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ShortDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A year, a month or a day: how exactly a source dates itself."""
PhoneText = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 ]*$")]

Audience = Literal["everyone", "leaving", "abroad", "returning", "parents", "young"]
Level = Literal["now", "serious", "concern"]
PhoneStatus = Literal["confirmed", "unconfirmed", "hidden"]
Confidence = Literal["high", "medium", "low"]
Reach = Literal["local", "regional", "national"]

Group = Literal["children", "roma_egyptian", "disability", "women"]
"""People for whom a service may be meant especially."""

Courtesy = Literal["hello", "thanks"]

Category = Literal[
    "emergency",
    "helpline",
    "dv_service",
    "rights_body",
    "community_centre",
    "legal_aid",
    "employment_office",
    "social_services",
    "vocational_training",
    "embassy",
    "anti_trafficking_shelter",
    "reintegration_ngo",
    "disability",
    "international_org",
    "health",
    "roma_egyptian",
    "lgbti",
    "asylum_migration",
    "child_protection",
    "civil_registry",
    "education",
]


class Part(BaseModel):
    """Anything that stands in a pack: read once, never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
