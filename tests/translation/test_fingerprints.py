"""Fingerprints of English texts."""

from bot.translation.fingerprints import LENGTH, fingerprint, is_stale


def test_wrapping_a_text_otherwise_changes_nothing_and_every_word_does() -> None:
    assert fingerprint("Call  129\nnow.") == fingerprint("Call 129 now.") != fingerprint("Call 112 now.")
    assert len(fingerprint("")) == LENGTH


def test_only_what_was_translated_can_be_stale() -> None:
    prints = {"a": fingerprint("old")}
    assert is_stale("a", "new", prints)
    assert not is_stale("a", "old", prints)
    assert not is_stale("b", "new", prints)
