from bot.rendering.signals import signal_name
from tests.builders import the_real_packs
from tests.contexts import the_phrases


def test_every_sign_of_danger_in_the_packs_has_a_name_for_the_desk() -> None:
    say = the_phrases().speak("sq")
    unnamed = [kind for kind in the_real_packs().signals if signal_name(kind, say) == kind.replace("-", " ")]
    assert unnamed == []


def test_one_that_is_new_stands_for_itself() -> None:
    assert signal_name("new-danger", the_phrases().speak("en")) == "new danger"
