"""What the sandbox serves: each method with its parameters, as the Bot API 10.3 names and types them.

One word for each parameter, `name:Type`; `*` is required, `|` is "or", `[X]` is "Array of X".
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameter:
    """`types` in the Bot API's own words, such as `Integer`, `InputFile` or `Array of MessageEntity`."""

    name: str
    types: tuple[str, ...]
    required: bool


def fields(line: str) -> dict[str, Parameter]:
    return {parameter.name: parameter for parameter in map(_parameter, line.split())}


def _parameter(word: str) -> Parameter:
    name, _, types = word.partition(":")
    return Parameter(name.rstrip("*"), tuple(map(_type, types.split("|"))), required=name.endswith("*"))


def _type(word: str) -> str:
    return f"Array of {_type(word[1:-1])}" if word.startswith("[") else word


_SENT = (
    "chat_id*:Integer|String message_thread_id:Integer direct_messages_topic_id:Integer "
    "disable_notification:Boolean protect_content:Boolean message_effect_id:String "
    "suggested_post_parameters:SuggestedPostParameters"
)
_NEW = (
    "business_connection_id:String ephemeral_message_parameters:EphemeralMessageParameters "
    "allow_paid_broadcast:Boolean reply_parameters:ReplyParameters "
    "reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply"
)
_CAPTION = "caption:String parse_mode:String caption_entities:[MessageEntity]"

METHODS: dict[str, dict[str, Parameter]] = {
    name: fields(line)
    for name, line in {
        "getMe": "",
        "getUpdates": "offset:Integer limit:Integer timeout:Integer allowed_updates:[String]",
        "setWebhook": (
            "url*:String certificate:InputFile ip_address:String max_connections:Integer allowed_updates:[String] "
            "drop_pending_updates:Boolean secret_token:String"
        ),
        "deleteWebhook": "drop_pending_updates:Boolean",
        "getWebhookInfo": "",
        "sendMessage": (
            f"{_SENT} {_NEW} text*:String parse_mode:String entities:[MessageEntity] "
            "link_preview_options:LinkPreviewOptions"
        ),
        "sendPhoto": (
            f"{_SENT} {_NEW} {_CAPTION} photo*:InputFile|String show_caption_above_media:Boolean has_spoiler:Boolean"
        ),
        "sendDocument": (
            f"{_SENT} {_NEW} {_CAPTION} document*:InputFile|String thumbnail:InputFile|String "
            "disable_content_type_detection:Boolean"
        ),
        "sendVoice": f"{_SENT} {_NEW} {_CAPTION} voice*:InputFile|String duration:Integer",
        "sendVideo": (
            f"{_SENT} {_NEW} {_CAPTION} video*:InputFile|String duration:Integer width:Integer height:Integer "
            "thumbnail:InputFile|String cover:InputFile|String start_timestamp:Integer "
            "show_caption_above_media:Boolean has_spoiler:Boolean supports_streaming:Boolean"
        ),
        "sendSticker": f"{_SENT} {_NEW} sticker*:InputFile|String emoji:String",
        "sendLocation": (
            f"{_SENT} {_NEW} latitude*:Float longitude*:Float horizontal_accuracy:Float live_period:Integer "
            "heading:Integer proximity_alert_radius:Integer"
        ),
        "sendVenue": (
            f"{_SENT} {_NEW} latitude*:Float longitude*:Float title*:String address*:String foursquare_id:String "
            "foursquare_type:String google_place_id:String google_place_type:String"
        ),
        "sendChatAction": (
            "business_connection_id:String chat_id*:Integer|String message_thread_id:Integer action*:String"
        ),
        "copyMessage": (
            f"{_SENT} {_CAPTION} from_chat_id*:Integer|String message_id*:Integer video_start_timestamp:Integer "
            "show_caption_above_media:Boolean allow_paid_broadcast:Boolean reply_parameters:ReplyParameters "
            "reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply"
        ),
        "copyMessages": (
            "chat_id*:Integer|String message_thread_id:Integer direct_messages_topic_id:Integer "
            "from_chat_id*:Integer|String message_ids*:[Integer] disable_notification:Boolean protect_content:Boolean "
            "remove_caption:Boolean"
        ),
        "forwardMessage": (f"{_SENT} from_chat_id*:Integer|String video_start_timestamp:Integer message_id*:Integer"),
        "editMessageText": (
            "business_connection_id:String chat_id:Integer|String message_id:Integer inline_message_id:String "
            "text:String parse_mode:String entities:[MessageEntity] link_preview_options:LinkPreviewOptions "
            "rich_message:InputRichMessage reply_markup:InlineKeyboardMarkup"
        ),
        "editMessageCaption": (
            "business_connection_id:String chat_id:Integer|String message_id:Integer inline_message_id:String "
            f"{_CAPTION} show_caption_above_media:Boolean reply_markup:InlineKeyboardMarkup"
        ),
        "editMessageReplyMarkup": (
            "business_connection_id:String chat_id:Integer|String message_id:Integer inline_message_id:String "
            "reply_markup:InlineKeyboardMarkup"
        ),
        "deleteMessage": "chat_id*:Integer|String message_id*:Integer",
        "deleteMessages": "chat_id*:Integer|String message_ids*:[Integer]",
        "setMessageReaction": ("chat_id*:Integer|String message_id*:Integer reaction:[ReactionType] is_big:Boolean"),
        "pinChatMessage": (
            "business_connection_id:String chat_id*:Integer|String message_id*:Integer disable_notification:Boolean"
        ),
        "unpinChatMessage": "business_connection_id:String chat_id*:Integer|String message_id:Integer",
        "answerCallbackQuery": (
            "callback_query_id*:String text:String show_alert:Boolean url:String cache_time:Integer"
        ),
        "createForumTopic": ("chat_id*:Integer|String name*:String icon_color:Integer icon_custom_emoji_id:String"),
        "editForumTopic": (
            "chat_id*:Integer|String message_thread_id*:Integer name:String icon_custom_emoji_id:String"
        ),
        "closeForumTopic": "chat_id*:Integer|String message_thread_id*:Integer",
        "reopenForumTopic": "chat_id*:Integer|String message_thread_id*:Integer",
        "deleteForumTopic": "chat_id*:Integer|String message_thread_id*:Integer",
        "getChat": "chat_id*:Integer|String",
        "getChatMember": "chat_id*:Integer|String user_id*:Integer",
        "getChatAdministrators": "chat_id*:Integer|String return_bots:Boolean",
        "setMyCommands": "commands*:[BotCommand] scope:BotCommandScope language_code:String",
        "getMyCommands": "scope:BotCommandScope language_code:String",
        "deleteMyCommands": "scope:BotCommandScope language_code:String",
        "setMyName": "name:String language_code:String",
        "setMyDescription": "description:String language_code:String",
        "setMyShortDescription": "short_description:String language_code:String",
        "setChatMenuButton": "chat_id:Integer menu_button:MenuButton",
        "getFile": "file_id*:String",
    }.items()
}
"""The methods, by the Bot API's own names."""

NOT_SERVED = frozenset(
    {
        "business_connection_id",
        "direct_messages_topic_id",
        "ephemeral_message_parameters",
        "suggested_post_parameters",
        "inline_message_id",
        "rich_message",
    }
)
"""Known to Telegram, but nothing a bot for one desk needs; refused, so that nobody relies on them here."""
