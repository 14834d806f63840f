"""The objects that stand inside parameters, as the Bot API 10.3 names and types their fields.

An object that is not here (a scope, a reaction, a menu button) is taken as it comes.
"""

from bot.sandbox.methods_table import Parameter, fields

OBJECTS: dict[str, dict[str, Parameter]] = {
    name: fields(line)
    for name, line in {
        "InlineKeyboardMarkup": "inline_keyboard*:[[InlineKeyboardButton]] force_reply:Boolean",
        "InlineKeyboardButton": (
            "text*:String icon_custom_emoji_id:String style:String url:String callback_data:String "
            "web_app:WebAppInfo login_url:LoginUrl switch_inline_query:String "
            "switch_inline_query_current_chat:String switch_inline_query_chosen_chat:SwitchInlineQueryChosenChat "
            "copy_text:CopyTextButton callback_game:CallbackGame pay:Boolean disabled:DisabledButton"
        ),
        "ReplyKeyboardMarkup": (
            "keyboard*:[[KeyboardButton]] is_persistent:Boolean resize_keyboard:Boolean one_time_keyboard:Boolean "
            "input_field_placeholder:String selective:Boolean force_reply:Boolean"
        ),
        "KeyboardButton": (
            "text*:String icon_custom_emoji_id:String style:String request_users:KeyboardButtonRequestUsers "
            "request_chat:KeyboardButtonRequestChat request_managed_bot:KeyboardButtonRequestManagedBot "
            "request_contact:Boolean request_location:Boolean request_poll:KeyboardButtonPollType "
            "web_app:WebAppInfo"
        ),
        "ReplyKeyboardRemove": "remove_keyboard*:True selective:Boolean",
        "ForceReply": "force_reply*:True input_field_placeholder:String selective:Boolean",
        "ReplyParameters": (
            "message_id:Integer chat_id:Integer|String ephemeral_message_id:Integer "
            "allow_sending_without_reply:Boolean quote:String quote_parse_mode:String "
            "quote_entities:[MessageEntity] quote_position:Integer checklist_task_id:Integer "
            "poll_option_id:String"
        ),
        "LinkPreviewOptions": (
            "is_disabled:Boolean url:String prefer_small_media:Boolean prefer_large_media:Boolean "
            "show_above_text:Boolean"
        ),
        "MessageEntity": (
            "type*:String offset*:Integer length*:Integer url:String user:User language:String "
            "custom_emoji_id:String unix_time:Integer date_time_format:String"
        ),
        "BotCommand": "command*:String description*:String is_ephemeral:Boolean",
        "CopyTextButton": "text*:String",
        "KeyboardButtonPollType": "type:String",
    }.items()
}
