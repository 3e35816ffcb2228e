import pytest

from ld.config import StoreSettings, named_store
from ld.errors import InputError


@pytest.fixture(autouse=True)
def no_user_file(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))


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
    ],
)
def test_a_mistake_is_named_with_what_was_meant(tmp_path, text, hint):
    with pytest.raises(InputError) as raised:
        named_store("live", project(tmp_path, text))
    assert hint in raised.value.hint
