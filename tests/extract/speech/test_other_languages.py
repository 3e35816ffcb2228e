"""Quotations in six languages: their marks, their verbs of saying, and who speaks; where that is open, nobody does."""

import pytest

from ld.article import Article, Given, Part, Stated
from ld.extract import extract
from ld.extract.speech.languages import known_languages, saying_in

PEOPLE = {
    "de": "Jan Okafor und Nora Quist trafen sich am Dienstag mit Pia Brandt.",
    "fr": "Jan Okafor et Nora Quist ont rencontré Pia Brandt mardi.",
    "es": "Jan Okafor y Nora Quist se reunieron el martes con Pia Brandt.",
    "pt": "Jan Okafor e Nora Quist encontraram Pia Brandt na terça-feira.",
    "it": "Jan Okafor e Nora Quist hanno incontrato Pia Brandt martedì.",
    "nl": "Jan Okafor en Nora Quist ontmoetten dinsdag Pia Brandt.",
}


def article(language: str, sentence: str, tag: str = "") -> Article:
    """An article in *language* with two paragraphs: one that names people, and *sentence*."""
    paragraphs = ("2024", PEOPLE[language], sentence)
    starts = [sum(len(each) + 2 for each in paragraphs[:index]) for index in range(3)]
    kinds = ("headline", "paragraph", "paragraph")
    lang = tag or language
    return Article(
        text="\n\n".join(paragraphs),
        parts=tuple(
            Part(kind=kind, start=start, end=start + len(text), source_start=start)
            for kind, start, text in zip(kinds, starts, paragraphs, strict=True)
        ),
        headline=Stated(value="2024", evidence=()),
        language=Stated(value=lang, evidence=(Given(option="--lang", value=lang),)),
    )


def said(language: str, sentence: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    """The quotations of *sentence*: their words, who speaks them, and what the article credits them to."""
    facts = extract(article(language, sentence))
    return [
        (
            quotation.text,
            tuple(facts.entity(speaker.entity).name for speaker in quotation.speakers),
            quotation.credit.value if quotation.credit else None,
        )
        for quotation in facts.quotations
    ]


SPOKEN = [
    ("de", "„Wir haben keine Wahl“, sagte Jan Okafor am Abend.", "Wir haben keine Wahl"),
    ("de", "„Wir haben keine Wahl“, sagte der Bürgermeister Jan Okafor.", "Wir haben keine Wahl"),
    ("de", "»Wir haben keine Wahl«, so Jan Okafor.", "Wir haben keine Wahl"),
    ("de", "Jan Okafor erklärte: „Wir bauen im Sommer.“", "Wir bauen im Sommer."),
    ("fr", "« Nous n’avons pas le choix », a déclaré Jan Okafor.", "Nous n’avons pas le choix"),
    ("fr", "“Nous construirons”, affirme le maire Jan Okafor.", "Nous construirons"),
    ("fr", "Jan Okafor a ajouté : « Nous construirons en été. »", "Nous construirons en été."),
    ("es", "«No tenemos otra opción», dijo el alcalde Jan Okafor.", "No tenemos otra opción"),
    ("es", "“No tenemos otra opción”, aseguró Jan Okafor en Oslo.", "No tenemos otra opción"),
    ("pt", "“Não temos escolha”, disse o ministro Jan Okafor.", "Não temos escolha"),
    ("pt", "«Não temos escolha», afirmou Jan Okafor.", "Não temos escolha"),
    ("it", "«Non abbiamo scelta», ha detto Jan Okafor.", "Non abbiamo scelta"),
    ("it", "Jan Okafor ha aggiunto: «Costruiremo in estate».", "Costruiremo in estate"),
    ("nl", "“We hebben geen keus”, zei burgemeester Jan Okafor.", "We hebben geen keus"),
    ("nl", "‘We hebben geen keus’, aldus Jan Okafor.", "We hebben geen keus"),
]


@pytest.mark.parametrize(("language", "sentence", "words"), SPOKEN)
def test_the_subject_of_a_verb_of_saying_speaks(language, sentence, words):
    assert said(language, sentence) == [(words, ("Jan Okafor",), None)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "„Das ist zu spät“, sagte der Sohn der Ministerin Jan Okafor."),
        ("de", "„Das ist zu spät“, sagte zu Jan Okafor ein Mann."),
        ("de", "„Das ist zu spät“, sagte Nora Quist und Jan Okafor."),
        ("de", "„Das ist zu spät“, sagte sie."),
        ("de", "„Das ist zu spät“, sagte Nora Quists Anwalt der Zeitung."),
        ("fr", "« C’est trop tard », a dit le fils de Jan Okafor."),
        ("fr", "« C’est trop tard », a dit à Jan Okafor le maire."),
        ("es", "«Es demasiado tarde», dijo a Jan Okafor."),
        ("es", "«Es demasiado tarde», dijo ella."),
        ("pt", "“É tarde demais”, disse o filho de Jan Okafor."),
        ("it", "«È troppo tardi», ha detto il figlio di Jan Okafor."),
        ("nl", "“Dat is te laat”, zei de zoon van Jan Okafor."),
        ("nl", "“Dat is te laat”, zei ze."),
    ],
)
def test_where_the_words_leave_it_open_nobody_speaks(language, sentence):
    ((_, speakers, credit),) = said(language, sentence)
    assert (speakers, credit) == ((), None)


@pytest.mark.parametrize(
    ("language", "sentence", "credit"),
    [
        ("de", "„Die Lage ist ernst“, sagte ein Sprecher der Polizei.", "ein Sprecher der Polizei"),
        ("fr", "« La situation est grave », a indiqué un porte-parole.", "un porte-parole"),
        ("fr", "Le maire a dit : « Nous restons. »", "Le maire"),
        ("es", "“La situación es grave”, dijo un portavoz.", "un portavoz"),
        ("pt", "“A situação é grave”, disse um porta-voz.", "um porta-voz"),
        ("it", "«La situazione è grave», ha detto un portavoce.", "un portavoce"),
        ("nl", "“De toestand is ernstig”, zei een woordvoerder.", "een woordvoerder"),
    ],
)
def test_who_has_no_name_is_credited_in_the_words_of_the_article(language, sentence, credit):
    assert [found[1:] for found in said(language, sentence)] == [((), credit)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Das Schiff „Seefink“ lag am Kai."),
        ("fr", "Le livre « La mer » est paru."),
        ("es", "El barco «Pinzón» estaba en el muelle."),
        ("nl", "Het schip ‘Zeevink’ lag aan de kade."),
        ("fr", "« Nous avons, a expliqué Nora Quist, tout essayé pour le port. »"),
    ],
)
def test_a_name_between_marks_is_no_quotation_nor_are_words_with_a_reporter_among_them(language, sentence):
    assert said(language, sentence) == []


def test_a_sentence_that_nobody_reports_is_kept_without_a_speaker():
    assert said("de", "„Wir haben das alles nicht gewusst.“ Dann ging Jan Okafor.") == [
        ("Wir haben das alles nicht gewusst.", (), None)
    ]


def test_the_words_that_prove_a_speaker_are_the_verb_and_the_name():
    facts = extract(article("de", "„Nein“, sagte der Bürgermeister Jan Okafor."))
    ((proof,),) = (speaker.evidence for speaker in facts.quotations[0].speakers)
    assert proof.exact == "sagte der Bürgermeister Jan Okafor"


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_each_data_file_can_be_read(language):
    assert saying_in(language).determiners


def test_a_tag_with_a_region_is_of_its_language():
    facts = extract(article("pt", "“Não”, disse Jan Okafor.", tag="pt-BR"))
    assert len(facts.quotations) == 1
