"""What a message holds: something that a person sent, or a service message of Telegram's own."""

from typing import Final

from bot.channels.update import Message
from bot.conversation.events import Medium

_MEDIA: Final[tuple[Medium, ...]] = (
    "animation",  # before document: Telegram sets both
    "photo",
    "video",
    "voice",
    "audio",
    "document",
    "sticker",
    "contact",
    "poll",
    "video_note",
    "dice",
)

SERVICE: Final = (
    "boost_added",
    "channel_chat_created",
    "chat_background_set",
    "chat_owner_changed",
    "chat_owner_left",
    "checklist_tasks_added",
    "checklist_tasks_done",
    "community_chat_added",
    "community_chat_joined",
    "community_chat_removed",
    "connected_website",
    "delete_chat_photo",
    "direct_message_price_changed",
    "forum_topic_closed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "gift",
    "gift_upgrade_sent",
    "giveaway_completed",
    "giveaway_created",
    "group_chat_created",
    "left_chat_member",
    "managed_bot_created",
    "message_auto_delete_timer_changed",
    "migrate_from_chat_id",
    "migrate_to_chat_id",
    "new_chat_members",
    "new_chat_photo",
    "new_chat_title",
    "paid_message_price_changed",
    "pinned_message",
    "poll_option_added",
    "poll_option_deleted",
    "proximity_alert_triggered",
    "refunded_payment",
    "successful_payment",
    "suggested_post_approval_failed",
    "suggested_post_approved",
    "suggested_post_declined",
    "suggested_post_paid",
    "suggested_post_refunded",
    "supergroup_chat_created",
    "unique_gift",
    "video_chat_ended",
    "video_chat_participants_invited",
    "video_chat_scheduled",
    "video_chat_started",
    "web_app_data",
    "write_access_allowed",
)
"""Bot API 10.3, Message, less users_shared and chat_shared: those a person chose to send."""


def medium_of(message: Message) -> Medium | None:
    """Name the kind of media; None for text, a place, a service message and whatever Telegram has invented since."""
    return next((medium for medium in _MEDIA if getattr(message, medium)), None)


def is_service(message: Message) -> bool:
    # python-telegram-bot keeps fields newer than itself in `api_kwargs`.
    newer = getattr(message, "api_kwargs", ())
    return any(getattr(message, name, None) or name in newer for name in SERVICE)


def relayed(message: Message) -> bool:
    """Whether a counsellor's message goes to the client: only what a person writes, so that nothing slips through."""
    return bool(message.text or message.location or message.venue or medium_of(message))
