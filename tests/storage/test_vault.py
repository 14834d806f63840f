"""The vault: names that tell nothing, records that open only where they belong."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.errors import SecretKeyError
from bot.storage.vault import KEY_BYTES, Vault

VAULT = Vault("a secret of some length")
OTHER = Vault("another secret of some length")

chats = st.integers(-(2**52), 2**52)


@given(st.binary(), st.binary())
def test_what_was_sealed_opens_again_for_the_same_purpose(content: bytes, purpose: bytes) -> None:
    assert VAULT.unseal(VAULT.seal(content, purpose), purpose) == content


@given(st.binary(), st.binary(), st.binary())
def test_a_record_moved_to_another_place_is_refused(content: bytes, purpose: bytes, elsewhere: bytes) -> None:
    assume(purpose != elsewhere)
    with pytest.raises(SecretKeyError):
        VAULT.unseal(VAULT.seal(content, purpose), elsewhere)


@given(st.binary(), st.binary())
def test_another_key_opens_nothing(content: bytes, purpose: bytes) -> None:
    with pytest.raises(SecretKeyError):
        OTHER.unseal(VAULT.seal(content, purpose), purpose)


@given(st.binary(), st.data())
def test_a_record_with_one_changed_byte_is_refused(content: bytes, data: st.DataObject) -> None:
    sealed = bytearray(VAULT.seal(content, b"p"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(SecretKeyError):
        VAULT.unseal(bytes(sealed), b"p")


@given(st.binary(), st.data())
def test_a_record_that_was_cut_short_is_refused(content: bytes, data: st.DataObject) -> None:
    sealed = VAULT.seal(content, b"p")
    with pytest.raises(SecretKeyError):
        VAULT.unseal(sealed[: data.draw(st.integers(0, len(sealed) - 1))], b"p")


def test_the_same_content_is_never_sealed_the_same_way_twice() -> None:
    assert VAULT.seal(b"same", b"p") != VAULT.seal(b"same", b"p")


@given(st.text(min_size=5))
def test_nothing_of_the_content_can_be_read_in_a_sealed_record(content: str) -> None:
    assert content.encode("utf-8", "surrogatepass") not in VAULT.seal(content.encode("utf-8", "surrogatepass"), b"p")


@given(chats, chats, st.integers(0, 2**31), st.integers(0, 2**31))
def test_two_chats_or_threads_never_share_a_key(one: int, other: int, thread: int, elsewhere: int) -> None:
    assume((one, thread) != (other, elsewhere))
    assert VAULT.chat_key(one, thread) != VAULT.chat_key(other, elsewhere)


@given(chats)
def test_a_chat_has_one_key_for_a_secret_and_another_one_for_another(chat: int) -> None:
    assert VAULT.chat_key(chat) == Vault("a secret of some length").chat_key(chat)
    assert VAULT.chat_key(chat) != OTHER.chat_key(chat)
    assert len(VAULT.chat_key(chat)) == KEY_BYTES


def test_the_fingerprint_tells_two_secrets_apart() -> None:
    assert VAULT.fingerprint() == Vault("a secret of some length").fingerprint()
    assert VAULT.fingerprint() != OTHER.fingerprint()
