"""What Python code of others may rely on: docs/commands.md says so, and a release does not take it away unseen."""

import inspect

import pytest

import ld
import ld.web

FIELDS = ("facts", "graph", "report")


def test_the_package_exports_one_function_its_result_and_the_version():
    assert sorted(ld.__all__) == ["Build", "__version__", "build"]


def test_the_web_package_exports_what_pages_need():
    assert {"json_ld", "script_tag", "embed"} <= set(ld.web.__all__)


@pytest.mark.parametrize("option", ["url", "date", "lang", "publisher"])
def test_build_takes_what_the_command_takes(option):
    assert option in inspect.signature(ld.build).parameters


@pytest.mark.parametrize("field", FIELDS)
def test_a_build_has_its_facts_its_graph_and_its_verdict(field):
    assert field in ld.Build.__annotations__ or hasattr(ld.Build, field)
