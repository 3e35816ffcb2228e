"""What the server tells those who run it, and programs."""

import json

import pytest
import requests
from openapi_spec_validator import validate
from prometheus_client.parser import text_string_to_metric_families
from serve.articles import BASE, TREATY, store_of
from serve.conftest import running

from ld.serve.handlers.operation import openapi_document
from ld.serve.server import ServerOptions
from ld.serve.site import ANNOTATE


@pytest.mark.parametrize("annotates", [True, False])
def test_the_description_of_the_interface_is_valid_openapi(annotates):
    document = openapi_document("https://harbor.example", annotates=annotates)
    validate(document)
    assert (ANNOTATE in document["paths"]) == annotates


def test_the_description_names_every_address_there_is(get):
    paths = get("/openapi.json").json()["paths"]
    assert set(paths) == {
        "/",
        "/{path}",
        "/resource",
        "/search",
        "/sparql",
        "/changes",
        "/void",
        "/.well-known/void",
        "/healthz",
        "/metrics",
        "/openapi.json",
    }
    for path in paths:
        assert get(path.format(path="2024/treaty")).status_code in {200, 302, 400}


def test_requests_are_counted_by_handler_and_status(get):
    def count():
        families = text_string_to_metric_families(get("/metrics").text)
        samples = [sample for family in families for sample in family.samples]
        return sum(
            sample.value
            for sample in samples
            if sample.name == "article_ld_requests_total"
            and sample.labels == {"handler": "resource", "method": "GET", "status": "400"}
        )

    before = count()
    get("/resource?iri=x")
    assert count() == before + 1


def test_what_clients_make_up_is_no_label(get):
    get("/made/up/path?x=made-up", method="MADEUP")
    assert "made" not in get("/metrics").text.lower()


@pytest.mark.parametrize("logs", [True, False])
def test_requests_are_logged_when_asked_for_as_lines_of_json(tmp_path, capfd, logs):
    store = store_of(tmp_path / "store", TREATY)
    with running(store, ServerOptions(port=0, base=BASE, log_requests=logs)) as home:
        requests.get(f"{home}/2024/treaty.ttl?x=%0A%22", timeout=30)
    lines = [line for line in capfd.readouterr().err.splitlines() if line.startswith("{")]
    if not logs:
        assert lines == []
        return
    (entry,) = map(json.loads, lines)
    assert (entry["method"], entry["target"], entry["status"]) == ("GET", "/2024/treaty.ttl?x=%0A%22", 404)
    assert "127.0.0.1" not in lines[0]


def test_the_data_set_names_its_distributions(get):
    text = get("/void.jsonld").text
    assert text.count("Distribution") >= 5
    assert "https://www.iana.org/assignments/media-types/text/turtle" in text
    assert "endpointURL" in text
