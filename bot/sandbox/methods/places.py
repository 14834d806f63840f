"""sendLocation, sendVenue."""

from bot.sandbox.methods.sending import deliver
from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_NORTHMOST = 90
_EASTMOST = 180
_OF_LOCATION = ("latitude", "longitude", "horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
_OF_VENUE = ("title", "address", "foursquare_id", "foursquare_type", "google_place_id", "google_place_type")


def send_location(world: World, params: Wire) -> Wire:
    return deliver(world, params, {"location": _location(params)}).wire


def send_venue(world: World, params: Wire) -> Wire:
    """Send a venue; as with Telegram its location stands twice in the message, inside and beside."""
    content = venue_content(params)
    if not content["venue"]["title"].strip():
        raise bad_request("VENUE_TITLE_EMPTY")
    return deliver(world, params, content).wire


def venue_content(about: Wire) -> Wire:
    location = _location(about)
    return {"venue": {"location": location} | _chosen(about, _OF_VENUE), "location": location}


def _location(params: Wire) -> Wire:
    if abs(params["latitude"]) > _NORTHMOST or abs(params["longitude"]) > _EASTMOST:
        raise bad_request("wrong latitude or longitude specified")
    return _chosen(params, _OF_LOCATION)


def _chosen(params: Wire, names: tuple[str, ...]) -> Wire:
    return {name: params[name] for name in names if name in params}
