"""How the desk works, in a few lines."""

from bot.desk.taps import DeskTap
from bot.language.formats import language_name
from bot.rendering.buttons import pairs
from bot.rendering.commands import both_spellings
from bot.rendering.context import Reader
from bot.rendering.desk_buttons import desk_button, duty_button, queue_button
from bot.rendering.markup import lines, page, plain
from bot.rendering.message import Message


def desk_help(reader: Reader) -> Message:
    say = reader.say
    rules = (
        say.gettext("Only the words of whoever has the case go to the client; 👍 says that they have it."),
        say.gettext("What begins with // stays among colleagues, and so does an answer to a colleague."),
        say.gettext(
            "Change a message, and the client's changes too. /undo takes back the last one, or one you answer."
        ),
        say.gettext("Please do not write names, and nothing about a client outside their thread."),
    )
    named = both_spellings(reader.language, reader.context.phrases)
    commands = (plain(f"{spellings}: {said}") for spellings, said in named)
    others = (each for each in reader.packs.languages if each != reader.language)
    spoken = (desk_button(language_name(each), DeskTap("language", each)) for each in others)
    rows = pairs((queue_button(reader), duty_button(reader, on=True), *spoken))
    return Message(page(lines(*(plain(f"• {rule}") for rule in rules)), lines(*commands)), rows)
