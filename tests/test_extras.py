"""What is said when a package of an extra is missing."""

import sys
from importlib.metadata import PackageNotFoundError

import pytest

from ld.errors import InputError, MissingExtraError
from ld.extras import extra


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of this name whose module has this text."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(name: str, text: str) -> None:
        monkeypatch.delitem(sys.modules, name, raising=False)
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")

    return make


@pytest.fixture
def listed(monkeypatch):
    """What the installed metadata lists for extras."""

    def make(*lines: str) -> None:
        monkeypatch.setattr("importlib.metadata.requires", lambda _: list(lines))

    return make


def missing(module: str, name: str = "pages") -> MissingExtraError:
    with pytest.raises(MissingExtraError) as caught, extra(name, "reading a page"):
        __import__(module)
    return caught.value


def test_a_package_that_the_extra_lists_is_named_with_the_extra_that_brings_it(listed):
    listed("harbor-reader<2,>=1; extra == 'pages'")
    error = missing("harbor_reader")
    assert str(error) == "reading a page needs harbor_reader, which is not installed; it comes with article-ld[pages]"
    assert error.hint == "pip install 'article-ld[pages]'"


def test_a_package_of_another_extra_is_not_said_to_come_with_this_one(listed):
    listed("harbor-reader; extra == 'corpus'", "harbor-core")
    assert missing("harbor_reader").hint != "pip install 'article-ld[pages]'"


def test_what_a_package_of_the_extra_lacks_is_named_in_place_of_the_command_that_did_not_bring_it(package, listed):
    listed("harbor-reader; extra == 'pages'")
    package("harbor_reader", "import quay_cleaner.html")
    error = missing("harbor_reader")
    assert "lacks quay_cleaner, which is not installed" in str(error)
    assert "quay_cleaner" in error.hint


def test_what_is_missing_is_found_behind_the_words_that_a_package_has_for_it(package, listed):
    listed("harbor-reader; extra == 'pages'", "quay-cleaner; extra == 'pages'")
    refusal = "raise ImportError('the cleaner is a project apart') from None"
    package("harbor_reader", f"try:\n    import quay_cleaner\nexcept ImportError:\n    {refusal}")
    error = missing("harbor_reader")
    assert "needs quay_cleaner, which is not installed" in str(error)
    assert error.hint == "pip install 'article-ld[pages]'"


def test_a_faster_package_that_is_not_installed_is_not_taken_for_the_missing_one(package, listed):
    listed("harbor-reader; extra == 'pages'")
    package("harbor_reader", "try:\n    import quay_fast\nexcept ImportError:\n    import quay_slow")
    assert "lacks quay_slow" in str(missing("harbor_reader"))


def test_a_package_that_is_broken_is_not_said_to_be_missing(package, listed):
    listed("harbor-reader; extra == 'pages'")
    package("harbor_reader", "raise ImportError('libharbor.so.6:\\ncannot open')")
    error = missing("harbor_reader")
    assert "cannot be imported: libharbor.so.6: cannot open" in str(error)
    assert "--force-reinstall" in error.hint


def test_without_installed_metadata_the_missing_module_is_named_all_the_same(monkeypatch):

    def absent(name: str):
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.requires", absent)
    assert "harbor_reader" in str(missing("harbor_reader"))


def test_the_message_is_one_line_that_names_the_extra(package, listed):
    listed()
    package("harbor_reader", "raise ImportError('first line\\nsecond line')")
    for module in ("harbor_reader", "harbor_writer"):
        assert "article-ld[pages]" in str(missing(module))
        assert "\n" not in str(missing(module))


def test_a_missing_extra_is_an_error_of_the_user():
    assert issubclass(MissingExtraError, InputError)
