"""The language of a text, by its function words or its script."""

from pathlib import Path

import pytest
from read.pasted_page import evidence

from ld.read import language_model
from ld.read.language import language_of
from ld.read.text import read_text

TEXTS = [
    line.partition(": ")[::2]
    for line in (Path(__file__).parent / "language_texts.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(
    ("tag", "paragraph"),
    [
        ("de", "Der Rat der Stadt hat am Dienstag gesagt, dass die alte Brücke bis zum Frühling nicht mehr offen ist."),
        ("fr", "Le conseil de la ville a dit mardi que le vieux pont est fermé jusqu'au printemps pour des travaux."),
        (
            "es",
            "El consejo de la ciudad dijo el martes que el viejo puente se cerrará hasta la primavera por las obras.",
        ),
        (
            "it",
            "Il consiglio della città ha detto martedì che il vecchio ponte è chiuso fino alla primavera per i lavori.",
        ),
        (
            "nl",
            "De raad van de stad heeft dinsdag gezegd dat de oude brug tot het voorjaar niet meer open is voor auto's.",
        ),
        (
            "ko",
            "시의회는 화요일에 오래된 다리를 봄까지 폐쇄한다고 밝혔다. 기술자들이 기둥에서 균열을 발견했기 때문이다.",
        ),
        ("ja", "市議会は火曜日、古い橋を春まで閉鎖すると発表した。技術者が柱にひび割れを見つけたためである。"),
        ("zh", "市议会星期二宣布，旧桥将关闭至明年春天。工程师在桥墩上发现了裂缝。"),
        ("ru", "Совет города сообщил во вторник, что старый мост будет закрыт до весны, и не назвал причины."),
        ("ar", "قال مجلس المدينة يوم الثلاثاء إن الجسر القديم سيغلق حتى الربيع."),
    ],
)
def test_the_language_is_told_by_function_words_or_script(tag, paragraph):
    article = read_text(f"Northmouth 2024\n\n{paragraph}\n\n{paragraph[::-1][1:]}")
    assert article.language.value == tag
    assert evidence(article.language).exact == paragraph


def test_an_unknown_language_is_undetermined():
    assert (
        read_text(
            "Blorp frungle\n\nZaggle wimber snork plimth grobe vintle crask dorp mungle frip sploo."
        ).language.value
        == "und"
    )


@pytest.fixture
def without_model(monkeypatch):
    """As if py3langid were not installed."""
    monkeypatch.setattr(language_model, "_model", lambda: None)


@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_short_texts_in_many_languages_get_their_tag(tag, text):
    pytest.importorskip("py3langid")
    assert language_of([text]) == tag


@pytest.mark.usefixtures("without_model")
def test_without_the_model_few_of_them_are_told_wrongly():
    told = [(language_of([text]), tag) for tag, text in TEXTS]
    assert sum(found == tag for found, tag in told) >= 60
    assert [pair for pair in told if pair[0] not in {pair[1], "und"}] == [("sk", "cs")]


def test_a_clear_text_does_not_wait_for_the_model(monkeypatch):
    def load():
        raise AssertionError

    monkeypatch.setattr(language_model, "_model", load)
    assert [language_of([text]) for tag, text in TEXTS if tag in {"en", "de", "ko", "ja"}] == [
        tag for tag, _ in TEXTS if tag in {"en", "de", "ko", "ja"}
    ]
