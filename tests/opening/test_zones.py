import pytest

from bot.opening.zones import zone_of
from tests.builders import the_real_packs


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("AL", "Europe/Tirane"),
        ("XK", "Europe/Tirane"),
        ("GB", "Europe/London"),
        ("DE", "Europe/Berlin"),
        ("ES", "Europe/Madrid"),
        ("EU", "Europe/Brussels"),
    ],
)
def test_a_country_goes_by_the_clock_of_most_people_there(country: str, zone: str) -> None:
    assert str(zone_of(country)) == zone


@pytest.mark.parametrize("country", ["US", "RU", "QQ"])
def test_where_clocks_differ_and_where_nothing_is_known_there_is_no_zone(country: str) -> None:
    assert zone_of(country) is None


def test_every_country_with_a_service_has_a_clock() -> None:
    countries = {service.country for service in the_real_packs().services.values()}
    assert {country for country in countries if zone_of(country) is None} == set()
