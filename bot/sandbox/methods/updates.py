"""getUpdates, setWebhook, deleteWebhook, getWebhookInfo."""

from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_KEPT = ("url", "ip_address", "max_connections", "allowed_updates")


async def get_updates(world: World, params: Wire) -> list[Wire]:
    world.updates.allow(params.get("allowed_updates"))
    return await world.updates.poll(params.get("offset", 0), params.get("limit", 100), params.get("timeout", 0))


def set_webhook(world: World, params: Wire) -> bool:
    """Kept, never called: whoever tests a webhook posts to it."""
    url = params.get("url", "")
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    world.updates.allow(params.get("allowed_updates"))
    world.updates.webhook = {name: params[name] for name in _KEPT if name in params} if url else {}
    _drop(world, params)
    return True


def delete_webhook(world: World, params: Wire) -> bool:
    world.updates.webhook = {}
    _drop(world, params)
    return True


def get_webhook_info(world: World, params: Wire) -> Wire:  # noqa: ARG001 -- every method takes the same two
    waiting = len(world.updates.pending())
    return {"url": "", "has_custom_certificate": False, "pending_update_count": waiting} | world.updates.webhook


def _drop(world: World, params: Wire) -> None:
    if params.get("drop_pending_updates"):
        world.updates.drop()
