import pytest

from ld.cli import main
from ld.config import StoreSettings, file_setting, named_store
from ld.errors import InputError


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    for variable in ("ARTICLE_LD_KB", "ARTICLE_LD_LINKS", "ARTICLE_LD_CONTACT"):
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
