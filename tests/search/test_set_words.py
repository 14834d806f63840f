from bot.search.set_words import GAP, SetWords

WORDS = SetWords(["dua te vdes", "dua te vdes per nje kafe", "po vdes"])


def test_words_stand_in_a_text_only_whole_and_to_the_letter() -> None:
    assert list(WORDS.standing_in("sot po vdes")) == ["po vdes"]
    assert not list(WORDS.standing_in("sot po vdesa"))
    assert not list(WORDS.standing_in("vdes"))


def test_a_saying_of_one_word_is_found_as_well() -> None:
    assert list(SetWords(["ndihme"]).standing_in("ndihme tani")) == ["ndihme"]


def test_the_longest_is_taken_out_whole() -> None:
    assert WORDS.taken_from("uf dua te vdes per nje kafe tani").split(GAP.strip()) == ["uf ", " tani"]


def test_what_was_around_does_not_become_a_phrase() -> None:
    assert not list(WORDS.standing_in(WORDS.taken_from("dua po vdes te vdes")))


def test_nothing_is_taken_from_what_has_none_of_them() -> None:
    assert WORDS.taken_from("kam frike") == "kam frike"
    assert SetWords([]).taken_from("kam frike") == "kam frike"
