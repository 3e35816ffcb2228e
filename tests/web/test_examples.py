"""The examples in docs/examples/web."""

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from fixtures_facts import FACTS
from web.blocks import PAGE, PAYLOADS
from web.required import missing
from web.test_browser import headed

from ld.mapping import map_facts
from ld.read.facts_json import write_facts
from ld.serialize import json_ld as whole_json_ld
from ld.web import embed, profile, script_tag

EXAMPLES = Path(__file__).resolve().parents[2] / "docs/examples/web"


def example(name: str):
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("payload", PAYLOADS[:4])
def test_the_filter_for_jinja(payload):
    jinja2 = pytest.importorskip("jinja2")
    environment = jinja2.Environment(autoescape=True)
    example("jinja").add_to(environment)
    shown = environment.from_string("<head>{{ facts | json_ld_script('abc=') }}</head>").render(facts=headed(payload))
    assert shown == f"<head>{script_tag(headed(payload), 'abc=')}</head>"


@pytest.mark.parametrize("payload", PAYLOADS[:4])
def test_the_tag_for_django(payload):
    django = pytest.importorskip("django.template")
    engine = django.Engine(autoescape=True)
    engine.template_libraries["article_ld"] = example("django_tags").register
    shown = engine.from_string("{% load article_ld %}<head>{% json_ld_script facts nonce=nonce %}</head>")
    context = django.Context({"facts": headed(payload), "nonce": "abc="})
    assert shown.render(context) == f"<head>{script_tag(headed(payload), 'abc=')}</head>"


def test_the_application_in_flask(tmp_path):
    flask = pytest.importorskip("flask")
    (tmp_path / "oslo.facts.json").write_text(write_facts(FACTS), encoding="utf-8")
    app = flask.Flask(__name__)
    app.add_url_rule("/news/<slug>", view_func=lambda slug: PAGE.decode(), endpoint="news")  # noqa: ARG005
    client = example("flask_app").with_json_ld(app, tmp_path).test_client()
    assert client.get("/news/oslo?from=mail").data == embed(PAGE, profile(FACTS).document).page
    assert client.get("/news/bergen").data == PAGE
    assert client.get("/nowhere").status_code == 404


@pytest.mark.parametrize("payload", PAYLOADS[:4])
def test_the_shortcode_for_eleventy(payload, tmp_path):
    program = shutil.which("node") or missing("no node: apt-get install nodejs npm")
    (tmp_path / "oslo.jsonld").write_text(whole_json_ld(map_facts(headed(payload))), encoding="utf-8")
    script = shutil.copy(EXAMPLES / "eleventy/eleventy.config.js", tmp_path / "config.mjs")
    code = (
        f'import {{ jsonLd }} from "{Path(script).as_uri()}"; process.stdout.write(jsonLd("oslo", {str(tmp_path)!r}))'
    )
    done = subprocess.run(
        [program, "--input-type=module", "-e", code], capture_output=True, check=True, encoding="utf-8"
    )
    text = re.fullmatch(r'<script type="application/ld\+json">([^<>&]*)</script>', done.stdout)
    assert json.loads(text[1])["headline"] == payload


def test_the_partial_for_hugo(tmp_path):
    program = shutil.which("hugo") or missing("no hugo: apt-get install hugo")
    layouts, bundle = tmp_path / "layouts", tmp_path / "content/oslo"
    (layouts / "partials").mkdir(parents=True)
    bundle.mkdir(parents=True)
    shutil.copy(EXAMPLES / "hugo/json-ld.html", layouts / "partials")
    (layouts / "_default").mkdir()
    (layouts / "_default/single.html").write_text('<head>{{ partial "json-ld.html" . }}</head>', encoding="utf-8")
    (bundle / "index.md").write_text("---\ntitle: x\n---\n", encoding="utf-8")
    (bundle / "story.jsonld").write_text(whole_json_ld(map_facts(headed(PAYLOADS[0]))), encoding="utf-8")
    (tmp_path / "config.toml").write_text('baseURL = "https://harbor.example/"\n', encoding="utf-8")
    subprocess.run([program, "--source", tmp_path, "--destination", tmp_path / "site"], check=True, capture_output=True)
    shown = (tmp_path / "site/oslo/index.html").read_text(encoding="utf-8")
    text = re.fullmatch(r'<head>\s*<script type="application/ld\+json">([^<>&]*)</script>\s*</head>', shown)
    assert json.loads(text[1])["headline"] == PAYLOADS[0]
