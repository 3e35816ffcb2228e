import json
import os

import pytest

from ld.cli import main
from ld.config import StoreSettings, defaults, file_setting, named_store
from ld.errors import InputError

VARIABLES = ("ARTICLE_LD_KB", "ARTICLE_LD_LANG", "ARTICLE_LD_LINKS", "ARTICLE_LD_CONTACT", "ARTICLE_LD_PUBLISHER")
STORY = "Ferry pact signed\n\nMinister Lena Storm of Denmark signed the pact in Oslo on Monday.\n"
OURS = "[tool.article-ld]\n"
WRONG = {
    "a whole number": "5",
    "a number too long": "9" * 5000,
    "a truth value": "true",
    "a date": "2026-01-01",
    "a list": '["x"]',
    "a table": "{ x = 1 }",
    "a list of tables": "[{ x = 1 }]",
    "nothing": '""',
    "white space": '" "',
    "a character of no name": '"a\\u0000b"',
}
TABLES = ("stores", "wikidata")
TEXTS = (
    "kb",
    "lang",
    "links",
    "publisher",
    "stores.live.url",
    "stores.live.update",
    "wikidata.contact",
    "wikidata.url",
)
KEYS = (*TABLES, "stores.live", *TEXTS)


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)


def project(tmp_path, text: str):
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    return tmp_path


def user(tmp_path, text: str) -> None:
    (tmp_path / "home/article-ld").mkdir(parents=True)
    (tmp_path / "home/article-ld/config.toml").write_text(text, encoding="utf-8")


def test_a_store_has_a_name_of_one_s_own(tmp_path):
    folder = project(tmp_path, '[tool.article-ld.stores]\nlive = { url = "http://store.example", preset = "fuseki" }\n')
    assert named_store("live", folder) == StoreSettings("http://store.example", "fuseki")


def test_a_store_that_takes_graphs_is_named_with_its_endpoint_for_them(tmp_path):
    text = '[tool.article-ld.stores]\nlive = { url = "http://store.example", gsp = "http://store.example/graphs" }\n'
    assert named_store("live", project(tmp_path, text)).gsp == "http://store.example/graphs"


def test_an_unknown_name_is_left_to_be_a_folder(tmp_path):
    assert named_store("store", tmp_path) is None


def test_the_project_wins_over_the_user_key_by_key(tmp_path):
    user(tmp_path, '[stores]\nlive = { url = "http://user.example", preset = "fuseki" }\n')
    folder = project(tmp_path, '[tool.article-ld.stores]\nlive = { url = "http://project.example" }\n')
    assert named_store("live", folder) == StoreSettings("http://project.example", "fuseki")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[tool.article-ld]\nstore = 1\n", "did you mean stores?"),
        ('[tool.article-ld.stores]\nlive = { url = "x", prset = "fuseki" }\n', "did you mean stores.live.preset?"),
        ('[tool.article-ld.stores]\nlive = "x"\n', "url ="),
        ("[tool.article-ld]\nlinks = 1\n", 'links = "…"'),
    ],
)
def test_a_mistake_is_named_with_what_was_meant(tmp_path, text, hint):
    with pytest.raises(InputError) as raised:
        named_store("live", project(tmp_path, text))
    assert hint in raised.value.hint


def test_a_file_of_the_settings_lies_beside_them(tmp_path):
    assert file_setting("links", project(tmp_path, '[tool.article-ld]\nlinks = "desk/links.csv"\n')) == (
        tmp_path / "desk/links.csv"
    )


def test_the_environment_wins_over_both_files(tmp_path, monkeypatch):
    user(tmp_path, 'kb = "user.kb"\n')
    folder = project(tmp_path, '[tool.article-ld]\nkb = "project.kb"\n')
    monkeypatch.setenv("ARTICLE_LD_KB", "night.kb")
    assert str(file_setting("kb", folder)) == "night.kb"


def test_the_command_prints_what_is_in_force_and_where_it_comes_from(tmp_path, monkeypatch, capsys):
    user(tmp_path, '[wikidata]\ncontact = "desk@harbor.example"\nurl = "http://user.example"\n')
    monkeypatch.chdir(project(tmp_path, '[tool.article-ld.wikidata]\nurl = "http://project.example"\n'))
    monkeypatch.setenv("ARTICLE_LD_LINKS", "links.csv")
    assert main(["config"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        'links = "links.csv"  # ARTICLE_LD_LINKS',
        f'wikidata.contact = "desk@harbor.example"  # {tmp_path}/home/article-ld/config.toml',
        'wikidata.url = "http://project.example"  # pyproject.toml',
    ]


def test_the_command_complains_of_a_key_that_does_not_exist(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(project(tmp_path, "[tool.article-ld]\nlnks = 1\n"))
    assert main(["config"]) == 2
    assert "did you mean links?" in capsys.readouterr().err


def complained(tmp_path, monkeypatch, capsys, *arguments: str) -> str:
    """The line that a command complains with, and no more than a hint."""
    monkeypatch.chdir(tmp_path)
    assert main(list(arguments)) == 2
    said = capsys.readouterr().err.splitlines()
    assert len([line for line in said if not line.startswith("  hint: ")]) == 1
    return said[0]


def setting_of(key: str, value: str, prefix: str = "") -> str:
    """TOML that gives the *key* this *value*."""
    if key.startswith("stores.live.") and key != "stores.live.url":
        return f'[{prefix}stores.live]\nurl = "http://store.example"\n{key.rpartition(".")[2]} = {value}\n'
    return f"[{prefix.rstrip('.')}]\n{key} = {value}\n" if prefix else f"{key} = {value}\n"


@pytest.mark.parametrize(
    ("key", "value"),
    [(key, value) for key in KEYS for what, value in WRONG.items() if key in TEXTS or what != "a table"],
)
def test_a_value_of_another_type_is_named_with_its_file_and_key(tmp_path, monkeypatch, capsys, key, value):
    project(tmp_path, setting_of(key, value, "tool.article-ld."))
    said = complained(tmp_path, monkeypatch, capsys, "config")
    assert said.startswith("article-ld: pyproject.toml: ")
    assert key in said or value == WRONG["a number too long"]


@pytest.mark.parametrize("key", KEYS)
def test_so_is_one_in_the_file_of_the_user(tmp_path, monkeypatch, capsys, key):
    user(tmp_path, setting_of(key, "5"))
    said = complained(tmp_path, monkeypatch, capsys, "config")
    assert said.startswith(f"article-ld: {tmp_path}/home/article-ld/config.toml: {key}")


@pytest.mark.parametrize("arguments", [("build", "story.txt"), ("link", "story.txt"), ("query", "x y"), ("serve",)])
def test_every_command_that_reads_settings_says_so(tmp_path, monkeypatch, capsys, arguments):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    project(tmp_path, f"{OURS}stores = 1\n")
    assert "pyproject.toml: stores is no table" in complained(tmp_path, monkeypatch, capsys, *arguments)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tool = 1\n", "tool is no table"),
        ("[tool]\narticle-ld = 1\n", "tool.article-ld is no table"),
        ("[[tool]]\nx = 1\n", "tool is no table"),
        ("[tool.article-ld\n", "is not TOML"),
        ("a = " + "[" * 4000, "is not TOML"),
        (f"{OURS}lang = 'no tag'\n", "lang 'no tag' is not a language tag"),
        (f"{OURS}publisher = 'a\u2028b'\nkb = 'a\x7fb'\n", "is not TOML"),
        (f'{OURS}publisher = "a\\u001bb"\n', "publisher holds a character"),
    ],
)
def test_what_is_no_table_of_settings_is_named(tmp_path, monkeypatch, capsys, text, told):
    assert told in complained(project(tmp_path, text), monkeypatch, capsys, "config")


def test_a_file_that_is_not_utf_8_is_named(tmp_path, monkeypatch, capsys):
    (tmp_path / "pyproject.toml").write_bytes("[tool.article-ld]\nkb = 'é'\n".encode("utf-16"))
    assert "pyproject.toml: is not TOML" in complained(tmp_path, monkeypatch, capsys, "config")


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), os.mkfifo], ids=["a folder", "a pipe"])
def test_settings_that_are_no_file_are_not_waited_for(tmp_path, monkeypatch, capsys, make):
    make(tmp_path / "pyproject.toml")
    assert "pyproject.toml: is no file" in complained(tmp_path, monkeypatch, capsys, "config")


def test_a_home_that_is_a_file_is_named_with_the_reason(tmp_path, monkeypatch, capsys):
    (tmp_path / "home").write_text("", encoding="utf-8")
    said = complained(tmp_path, monkeypatch, capsys, "config")
    assert f"{tmp_path}/home/article-ld/config.toml" in said
    assert "Not a directory" in said


def test_a_user_without_a_home_has_no_settings(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setattr("pathlib.Path.home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    assert named_store("store", tmp_path) is None


@pytest.mark.parametrize(
    ("variable", "value"),
    [("ARTICLE_LD_LANG", "no tag"), ("ARTICLE_LD_PUBLISHER", "\udcff"), ("ARTICLE_LD_CONTACT", "desk\r\nX: y")],
)
def test_a_variable_that_makes_no_sense_is_named(tmp_path, monkeypatch, capsys, variable, value):
    monkeypatch.setenv(variable, value)
    assert variable in complained(tmp_path, monkeypatch, capsys, "config")


@pytest.fixture
def built(tmp_path, monkeypatch):
    """What ``build`` says of the article that it reads in *tmp_path*."""
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.chdir(project(tmp_path, f'{OURS}publisher = "Harbor News"\nlang = "en-GB"\n'))

    def build(source: str = "story.txt", *options: str) -> tuple[str, str]:
        assert main(["build", source, "-o", "out", *options]) == 0
        article = json.loads((tmp_path / "out/story.facts.json").read_text(encoding="utf-8"))["article"]
        return article["publisher"]["value"], article["language"]["value"]

    return build


def test_the_publisher_and_the_language_of_the_settings_are_those_of_an_article(built):
    assert built() == ("Harbor News", "en-GB")


def test_a_publisher_may_be_described(tmp_path, monkeypatch):
    table = 'name = "Harbor News"\ntype = "NewsMediaOrganization"\nlogo = "https://harbor.example/l.png"\n'
    table += 'sameAs = ["https://social.example/harbor", "https://www.wikidata.org/wiki/Q1"]\n'
    monkeypatch.chdir(project(tmp_path, f"[tool.article-ld.publisher]\n{table}"))
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    assert main(["build", "story.txt", "-o", "out"]) == 0
    graph = (tmp_path / "out/story.ttl").read_text(encoding="utf-8")
    assert "schema:NewsMediaOrganization" in graph
    assert "schema:logo <https://harbor.example/l.png>" in graph
    assert "<https://social.example/harbor>" in graph


def test_what_is_said_of_another_publisher_does_not_count(tmp_path, monkeypatch):
    table = '[tool.article-ld.publisher]\nname = "Harbor News"\nlogo = "https://harbor.example/l.png"\n'
    monkeypatch.setenv("ARTICLE_LD_PUBLISHER", "Night Desk")
    assert defaults(project(tmp_path, table)) == ("Night Desk", None, ())


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ('logo = "https://harbor.example/l.png"', "publisher has no name"),
        ('name = "Harbor News"\nlogos = "x"', "did you mean publisher.logo?"),
        ('name = "Harbor News"\ntype = "Person"', "publisher.type is no kind of organization"),
        ('name = "Harbor News"\nurl = 7', "publisher.url is no text"),
        ('name = "Harbor News"\nlogo = "l.png"', "publisher.logo of the settings is no ImageObject or URL"),
    ],
)
def test_a_description_of_a_publisher_that_makes_no_sense_is_told(tmp_path, monkeypatch, capsys, table, complaint):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    project(tmp_path, f"[tool.article-ld.publisher]\n{table}\n")
    monkeypatch.chdir(tmp_path)
    assert main(["build", "story.txt", "-o", "out"]) == 2
    assert complaint in capsys.readouterr().err


def test_the_environment_and_then_the_options_win_over_them(built, monkeypatch):
    monkeypatch.setenv("ARTICLE_LD_PUBLISHER", "Night Desk")
    assert built() == ("Night Desk", "en-GB")
    assert built("story.txt", "--publisher", "Day Desk", "--lang", "en") == ("Day Desk", "en")


def test_facts_keep_what_they_say(built, monkeypatch):
    built()
    monkeypatch.setenv("ARTICLE_LD_PUBLISHER", "Night Desk")
    assert built("out/story.facts.json") == ("Harbor News", "en-GB")


def test_a_corpus_takes_them_for_records_that_say_nothing(tmp_path, monkeypatch):
    pytest.importorskip("rensa")
    monkeypatch.chdir(project(tmp_path, f'{OURS}publisher = "Harbor News"\n'))
    (tmp_path / "records.jsonl").write_text(json.dumps({"text": STORY}) + "\n", encoding="utf-8")
    assert main(["corpus", "records.jsonl", "-o", "graphs", "--workers", "1", "--compress", "none"]) == 0
    assert '"Harbor News"' in next((tmp_path / "graphs").glob("part-*.nq")).read_text(encoding="utf-8")
