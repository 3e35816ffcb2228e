"""The language of a text, by its function words or its script."""

import pytest
from read.pasted_page import evidence

from ld.read.text import read_text


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
