"""A few sentences of our own in files such as the table is trained on."""

from pathlib import Path

HEADER = "text\tsource\tlicence\n"
SAID = {
    "sq": (
        "Ku është zyra?",
        "Dua të punoj këtu.",
        "Kur hapet shkolla?",
        "Kam frikë.",
        "Faleminderit shumë.",
        "Po shkoj.",
    ),
    "sq_gheg": ("Qysh me shku atje?", "Nuk kom pare.", "Kom me ardh neser.", "Qka me bo tash?"),
    "en": (
        "Where is the office?",
        "I want to work here.",
        "When does it open?",
        "I am afraid.",
        "Thank you very much.",
    ),
    "hr": ("Gdje je ured?", "Želim raditi ovdje.", "Kada se otvara škola?", "Bojim se.", "Hvala lijepa."),
    "sr": ("Где је канцеларија?", "Желим да радим овде.", "Plašim se.", "Хвала лепо.", "Hvala lepo."),  # noqa: RUF001 -- Cyrillic letters are the point
}


def sentence_files(folder: Path, licence: str = "public domain") -> Path:
    for variety, said in SAID.items():
        lines = "".join(f"{text}\tourselves\t{licence}\n" for text in said)
        (folder / f"langid_{variety}.tsv").write_text(HEADER + lines, "utf-8")
    return folder
