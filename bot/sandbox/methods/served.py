"""Which function does which method."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.methods import (
    chats,
    copying,
    deleting,
    editing,
    marking,
    media,
    places,
    profile,
    queries,
    sending,
    threads,
)
from bot.sandbox.methods import updates as polling
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

Method = Callable[[World, Wire], Any]
"""Takes checked parameters, gives the result or what can be awaited for it, or raises a Refusal."""

SERVED: dict[str, Method] = {
    "getMe": profile.get_me,
    "getUpdates": polling.get_updates,
    "setWebhook": polling.set_webhook,
    "deleteWebhook": polling.delete_webhook,
    "getWebhookInfo": polling.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": media.send_photo,
    "sendDocument": media.send_document,
    "sendVoice": media.send_voice,
    "sendVideo": media.send_video,
    "sendSticker": media.send_sticker,
    "sendLocation": places.send_location,
    "sendVenue": places.send_venue,
    "sendChatAction": sending.send_chat_action,
    "copyMessage": copying.copy_message,
    "copyMessages": copying.copy_messages,
    "forwardMessage": copying.forward_message,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": deleting.delete_message,
    "deleteMessages": deleting.delete_messages,
    "setMessageReaction": marking.set_message_reaction,
    "pinChatMessage": marking.pin_chat_message,
    "unpinChatMessage": marking.unpin_chat_message,
    "answerCallbackQuery": queries.answer_callback_query,
    "createForumTopic": threads.create_forum_topic,
    "editForumTopic": threads.edit_forum_topic,
    "closeForumTopic": threads.close_forum_topic,
    "reopenForumTopic": threads.reopen_forum_topic,
    "deleteForumTopic": threads.delete_forum_topic,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.set_my_name,
    "setMyDescription": profile.set_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getFile": media.get_file,
}
