"""getMe, setMyCommands and its kin, setMyName and its kin, setChatMenuButton."""

import re

from bot.sandbox.people import bot_itself
from bot.sandbox.refusals import bad_request
from bot.sandbox.rights import known_chat
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_MOST_COMMANDS = 100
_LONGEST_DESCRIPTION = 256


def get_me(world: World, params: Wire) -> Wire:  # noqa: ARG001 -- every method takes the same two
    return bot_itself(world.profile.text("name", None))


def set_my_commands(world: World, params: Wire) -> bool:
    commands = params["commands"]
    if len(commands) > _MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check(command)
    scope = params.get("scope", {})
    if "chat_id" in scope:
        known_chat(world, scope["chat_id"])
    world.profile.set_commands(scope or None, _language(params), commands)
    world.tell("commands")
    return True


def get_my_commands(world: World, params: Wire) -> list[Wire]:
    return world.profile.commands(params.get("scope"), _language(params))


def delete_my_commands(world: World, params: Wire) -> bool:
    world.profile.drop_commands(params.get("scope"), _language(params))
    world.tell("commands")
    return True


def set_my_name(world: World, params: Wire) -> bool:
    return _set_text(world, params, "name")


def set_my_description(world: World, params: Wire) -> bool:
    return _set_text(world, params, "description")


def set_my_short_description(world: World, params: Wire) -> bool:
    return _set_text(world, params, "short_description")


def set_chat_menu_button(world: World, params: Wire) -> bool:
    world.profile.menu_button = params.get("menu_button", {"type": "default"})
    return True


def _set_text(world: World, params: Wire, kind: str) -> bool:
    if not world.profile.set_text(kind, _language(params), params.get(kind, "")):
        raise bad_request(f"bot {kind.replace('_', ' ')} is too long")
    world.tell("profile")
    return True


def _language(params: Wire) -> str:
    code: str = params.get("language_code", "")
    if code and not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language_code specified")
    return code


def _check(command: Wire) -> None:
    if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(command["description"]) <= _LONGEST_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
