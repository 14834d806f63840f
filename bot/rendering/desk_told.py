"""The sentences for counsellors, with gaps that are filled in later; one function a family of things that happen."""

from bot.desk.views import Sentence, Told
from bot.language.phrases import Speaker


def of_the_client(_told: Sentence, say: Speaker) -> dict[Told, str]:
    """What the client did."""
    return {
        "ended_by_client": say.gettext("The client has ended the case. What you write here no longer reaches them."),
        "deleted_by_client": say.gettext(
            "The client had everything deleted. The thread is gone too, and nothing leads to them any more."
        ),
        "left_by_client": say.gettext(
            "The client left by the quick exit. Please do not try to reach them; they may come back by themselves."
        ),
        "back_again": say.gettext("The same client asks for a counsellor again. What was said before stands above."),
        "unreachable": say.gettext(
            "The client cannot be reached: the bot was stopped or the chat deleted. Your messages do not arrive."
        ),
        "back": say.gettext("The client is back. Your messages arrive again."),
        "edited": say.gettext("The client has changed a message. This is how it is now:"),
        "danger": say.gettext("⚠️ The client tells of danger: {danger}. They were given the number to call."),
        "refer_yes": say.gettext("The client wants to go to {about} and has its card. Later we ask whether it helped."),
        "refer_no": say.gettext("The client does not want to go to {about}."),
    }


def of_the_holder(told: Sentence, say: Speaker) -> dict[Told, str]:
    """Who has the case, and who has not."""
    return {
        "claimed": say.gettext("{name} has the case.")
        if told.name
        else say.gettext("You have the case. What you write now goes to the client."),
        "one_of": say.gettext("{name} has this case already."),
        "released": say.gettext("{name} has given the case back. It waits for somebody to take it."),
        "handed": say.gettext("{name} hands the case to {other}."),
        "taken_over": say.gettext("{name} has taken the case over from {other}."),
        "unclaimed": say.gettext(
            "Only you and your colleagues read this. Take the case first, then your words go to the client."
        ),
        "not_yours": say.gettext(
            "{name} has this case, and only colleagues read what you write here. To answer the client, take it over."
        ),
        "anonymous": say.gettext(
            "You write as an anonymous administrator, so nobody knows who has the case. "
            "Turn off “Remain Anonymous” to talk to the client."
        ),
        "reopened_by": say.gettext("{name} has opened the case again and has it."),
        "closed_by": say.gettext("{name} has closed the case. What you write here no longer reaches the client.")
        if told.name
        else say.gettext("The case is closed. What you write here no longer reaches the client."),
        "closed": say.gettext("The case is closed. What you write here no longer reaches the client."),
    }


def of_waiting(told: Sentence, say: Speaker) -> dict[Told, str]:
    """A case that waits; minutes and hours are in `number`."""
    return {
        "urgent": say.gettext("Marked as urgent."),
        "not_urgent": say.gettext("No longer marked as urgent."),
        "snoozed": say.ngettext(
            "Put off for {number} hour. Nobody is called until then.",
            "Put off for {number} hours. Nobody is called until then.",
            told.number,
        ),
        "awake": say.gettext("{name}, you put this case off until now.")
        if told.name
        else say.gettext("This case was put off until now. Who can take it?"),
        "second_call": say.ngettext(
            "⏳ The client has waited for {number} minute. Who can take the case?",
            "⏳ The client has waited for {number} minutes. Who can take the case?",
            told.number,
        ),
        "on_duty": say.ngettext(
            "{name}: the client has waited for {number} minute. Can you take the case?",
            "{name}: the client has waited for {number} minutes. Can you take the case?",
            told.number,
        )
        if told.name
        else say.gettext("Nobody is on duty. Who can take this case?"),
        "partner": say.gettext(
            "Nobody has come, so the client was given lines of partners to call. The case waits on."
        ),
    }


def of_the_words(_told: Sentence, say: Speaker) -> dict[Told, str]:
    """What became of something that was written or sent."""
    return {
        "not_copied": say.gettext("This did not reach the client; why is not known. Please send it in another form."),
        "not_passed_on": say.gettext(
            "One message of the client could not be shown here. Please ask them to repeat it."
        ),
        "not_reached": say.gettext("The client does not have this: the bot was stopped or the chat deleted."),
        "not_edited": say.gettext("The client still has this as it was. Please write the change as a new message."),
        "not_deleted": say.gettext("This could not be taken back. The client still has it."),
        "too_old": say.gettext(
            "Telegram lets a bot delete only what is younger than 48 hours. The client still has this message."
        ),
        "taken_back": say.gettext("Taken back. The client no longer has this message."),
        "nothing_to_take_back": say.gettext("There is nothing here that the client has from you."),
        "note_kept": say.gettext("Kept here. The client has not seen it."),
        "shared": say.gettext("Sent to the client."),
        "given": say.gettext("Sent to the client: {about}."),
        "refer_asked": say.gettext("The client is asked whether they want to go to {about}."),
        "nothing_found": say.gettext("Nothing found for this. Please try another word."),
    }


def of_the_desk(_told: Sentence, say: Speaker) -> dict[Told, str]:
    """The desk itself."""
    return {
        "duty_on": say.gettext("{name} is on duty for {hours} hours and is called by name when a case waits too long."),
        "duty_off": say.gettext("{name} is no longer on duty."),
        "language": say.gettext("I write to you in {language} from now on."),
        "no_case": say.gettext("This can only be done in the thread of a case, and only while the case is kept."),
        "thread_again": say.gettext("This thread was deleted and is open again. The case goes on here."),
        "erased": say.gettext("The time is over: the thread is deleted, and nothing leads to the client any more."),
        "please_delete": say.gettext(
            "This thread has to go, but the bot may not delete it. Please delete it, "
            "and give the bot the right to delete messages."
        ),
        "desk_lost": say.gettext(
            "Another group of counsellors can no longer be reached: the bot is not there any more, or lost a right. "
            "What clients write there waits."
        ),
        "desk_again": say.gettext(
            "The group of counsellors can be reached again. What clients wrote meanwhile is passed on now."
        ),
        "no_threads": say.gettext(
            "The bot may not open threads here. Please give it the right to manage topics. "
            "Until then, what clients write waits."
        ),
    }
