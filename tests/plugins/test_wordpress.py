"""The WordPress plugin, run by PHP on stubs of WordPress (``wordpress.php``); without PHP it is skipped."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from web.blocks import PAYLOADS
from web.required import missing
from web.test_browser import headed

from ld import build
from ld.mapping import map_facts
from ld.read import Given
from ld.serialize import json_ld as whole_json_ld
from ld.serve.annotations import annotated
from ld.web import json_ld as web_json_ld

HERE = Path(__file__).parent
PLUGIN = HERE.parents[1] / "plugins/wordpress/article-ld"
FILES = sorted(PLUGIN.rglob("*.php"))
URL = "https://harbor-news.example/2026/ferries/"
STORY = (
    "Norway counts its ferries again\n\nBy Nora Quist\n\nHarbor Minister Ada Quill of Norway said on Tuesday that "
    "twelve ferries lay in the port of Oslo.\n\n“We have twelve ferries, and no more than thirteen berths,” Quill said."
)
YOAST = [
    {
        "@type": "Article",
        "@id": f"{URL}#article",
        "isPartOf": {"@id": URL},
        "headline": "Norway counts its ferries",
        "author": {"name": "Nora Quist", "@id": "https://harbor-news.example/#/schema/person/1"},
        "mentions": [{"@id": f"{URL}#harbor"}],
    },
    {"@type": "WebPage", "@id": URL, "name": "Norway counts its ferries", "breadcrumb": {"@id": f"{URL}#breadcrumb"}},
    {"@type": "BreadcrumbList", "@id": f"{URL}#breadcrumb"},
    {"@type": ["Person", "Thing"], "@id": "https://harbor-news.example/#/schema/person/1", "name": "Nora Quist"},
]


@pytest.fixture(scope="module")
def php():
    return shutil.which("php") or missing("no php: apt-get install php-cli")


@pytest.fixture
def story(tmp_path):
    """The story, built as its reader would build it."""
    (tmp_path / "ferries.txt").write_text(STORY, encoding="utf-8")
    return build(tmp_path / "ferries.txt", url=URL, date="2026-03-04")


@pytest.fixture
def run(php, tmp_path):
    """What a scenario leaves behind, and what it prints: PHP after WordPress and the plugin are there, on one post."""
    (tmp_path / "json-ld").mkdir()

    def do(scenario: str, **values: object) -> dict[str, object]:
        code = f"""
        require {str(HERE / "wordpress.php")!r};
        $wp->uploads = {str(tmp_path)!r};
        $given = json_decode( file_get_contents( 'php://stdin' ), true );
        require {str(PLUGIN / "article-ld.php")!r};
        ob_start();
        $result = null;
        {scenario}
        $printed = ob_get_clean();
        echo json_encode( array( 'result' => $result, 'printed' => $printed ) + (array) $wp );
        """
        options = ("-d", "error_reporting=E_ALL", "-d", "display_errors=stderr", "-r", code)
        done = subprocess.run(
            [php, *options], check=False, input=json.dumps(values), capture_output=True, encoding="utf-8"
        )
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout)

    return do


def printed(run, **fields: object) -> str:
    return run("add_post( $given ); do_action( 'wp_head' );", **fields)["printed"]


def document(element: str) -> dict[str, object]:
    text = re.fullmatch(
        r'<script type="application/ld\+json" data-generator="article-ld">([^<>&]*)</script>\n', element
    )
    return json.loads(text[1])


def write(tmp_path, text: str) -> Path:
    file = tmp_path / "json-ld/ferries.jsonld"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_php_takes_each_file(php, file):
    subprocess.run([php, "-l", file], check=True, capture_output=True)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_no_file_does_anything_when_it_is_called_from_the_web(php, file):
    done = subprocess.run([php, file], check=True, capture_output=True)
    assert done.stdout == b""


def test_the_versions_agree():
    header = re.search(r"Version: +(\S+)", (PLUGIN / "article-ld.php").read_text())[1]
    assert f"Stable tag: {header}\n" in (PLUGIN / "readme.txt").read_text()


# A folder.


def test_a_post_gets_the_json_ld_that_embed_would_write(run, tmp_path, story):
    write(tmp_path, story.json_ld())
    assert document(printed(run)) == json.loads(web_json_ld(story.facts))


@pytest.mark.parametrize("payload", PAYLOADS[:4])
def test_no_words_of_an_article_end_the_script(run, tmp_path, payload):
    write(tmp_path, whole_json_ld(map_facts(headed(payload))))
    assert document(printed(run))["headline"] == payload


@pytest.mark.parametrize(
    "fields",
    [{"post_status": "draft"}, {"post_status": "private"}, {"post_password": "ink"}, {"post_type": "page"}],
    ids=str,
)
def test_what_a_reader_may_not_see_is_not_described(run, tmp_path, story, fields):
    write(tmp_path, story.json_ld())
    assert printed(run, **fields) == ""


def test_a_file_older_than_the_post_is_not_used(run, tmp_path, story):
    os.utime(write(tmp_path, story.json_ld()), (0, 1_000_000_000))
    assert printed(run) == ""


@pytest.mark.parametrize("text", ["", "{", "[]", '"ferries"', '{"@type": "Person", "name": "Nora Quist"}'])
def test_what_is_no_article_is_not_put_in(run, tmp_path, text):
    write(tmp_path, text)
    assert printed(run) == ""


def test_a_slug_leads_out_of_the_folder_nowhere(run, tmp_path, story):
    (tmp_path / "ferries.jsonld").write_text(story.json_ld(), encoding="utf-8")
    assert printed(run, post_name="../ferries") == ""


# Yoast.


def merged(run, graph, **options: object) -> tuple[dict[str, dict], str]:
    scenario = """
    add_post( array() );
    $indexable = (object) array( 'object_type' => $given['type'], 'object_id' => '7' );
    $result = apply_filters( 'wpseo_schema_graph', $given['graph'], (object) array( 'indexable' => $indexable ) );
    do_action( 'wp_head' );
    """
    done = run(scenario, graph=graph, **{"type": "post", **options})
    return {node["@id"]: node for node in done["result"]}, done["printed"]


def test_yoast_keeps_all_that_it_says(run, tmp_path, story):
    write(tmp_path, story.json_ld())
    nodes, _ = merged(run, YOAST)
    for node in YOAST:
        kept = {key: nodes[node["@id"]][key] for key in node if key != "mentions"}
        assert kept == {key: value for key, value in node.items() if key != "mentions"}
    assert YOAST[0]["mentions"][0] in nodes[f"{URL}#article"]["mentions"]


def test_yoasts_article_gets_what_ours_has_besides(run, tmp_path, story):
    write(tmp_path, story.json_ld())
    nodes, _ = merged(run, YOAST)
    article = nodes[f"{URL}#article"]
    assert {"@id": "http://www.wikidata.org/entity/Q20"} in article["about"]
    assert nodes["http://www.wikidata.org/entity/Q20"]["sameAs"] == "https://www.wikidata.org/wiki/Q20"
    (quotation,) = (node for node in nodes.values() if node["@type"] == "Quotation")
    assert nodes[quotation["spokenByCharacter"]["@id"]]["name"] == "Ada Quill"


def test_each_node_is_in_the_graph_once_and_each_reference_leads_to_one(run, tmp_path, story):
    write(tmp_path, story.json_ld())
    nodes, _ = merged(run, YOAST)
    ours = [node for name, node in nodes.items() if name not in {each["@id"] for each in YOAST}]
    referred = set(re.findall(r'\{"@id": "([^"]+)"\}', json.dumps(ours)))
    assert ours
    assert referred <= set(nodes)


def test_a_person_of_ours_with_the_name_of_one_of_yoasts_is_that_person(run, tmp_path, story):
    write(tmp_path, story.json_ld())
    nodes, _ = merged(
        run, [*YOAST[:3], {"@type": "Person", "@id": "https://harbor-news.example/#ada", "name": "Ada Quill"}]
    )
    assert [name for name, node in nodes.items() if node.get("name") == "Ada Quill"] == [
        "https://harbor-news.example/#ada"
    ]
    assert nodes["https://harbor-news.example/#ada"]["jobTitle"]


def test_nothing_is_printed_beside_yoasts_graph(run, tmp_path, story):
    write(tmp_path, story.json_ld())
    assert merged(run, YOAST)[1] == ""


def test_a_graph_without_an_article_gets_ours(run, tmp_path, story):
    write(tmp_path, story.json_ld())
    nodes, shown = merged(run, YOAST[1:])
    assert nodes[f"{URL}#article"]["@type"] == "NewsArticle"
    assert shown == ""


def test_graphs_of_other_things_than_posts_stay_as_they_are(run, tmp_path, story):
    write(tmp_path, story.json_ld())
    nodes, _ = merged(run, YOAST, type="term")
    assert list(nodes.values()) == YOAST


def test_a_post_without_json_ld_leaves_the_graph_as_it_is(run):
    nodes, shown = merged(run, YOAST)
    assert (list(nodes.values()), shown) == (YOAST, "")


# A server.

SERVICE = "$wp->options['article_ld'] = array( 'source' => 'service' );"
SAVE = f"{SERVICE} $post = add_post( $given['post'] ?? array() ); do_action( 'wp_after_insert_post', 7, $post );"
ANSWER = "$wp->answer = $given['answer'];"
ANNOTATE = "foreach ( $wp->scheduled as $event ) { do_action( $event[0], ...$event[1] ); } $wp->scheduled = array();"


def test_a_saved_post_is_sent_a_moment_later_with_what_the_page_says(run, story):
    done = run(SAVE + ANSWER + ANNOTATE, answer={"status": 200, "body": story.json_ld()})
    ((address, request),) = done["sent"]
    assert address == (
        f"http://127.0.0.1:8080/annotate?url={URL.replace(':', '%3A').replace('/', '%2F')}"
        "&date=2026-03-04&publisher=Harbor%20%26%20News&lang=en"
    )
    assert "<h1>Norway counts its ferries again</h1><p>Twelve ferries.</p>" in request["body"]
    assert request["headers"]["Accept"] == "application/ld+json"


def test_the_server_can_read_the_page_that_is_sent(run):
    pytest.importorskip("trafilatura")
    words = {"post_content": "".join(f"<p>{line}</p>" for line in STORY.split("\n\n")[2:])}
    ((_, request),) = run(SAVE + ANNOTATE, post=words)["sent"]
    article = json.loads(
        annotated(None, request["body"].encode(), Given(url=URL, date="2026-03-04"), "application/ld+json")
    )
    assert article["headline"] == "Norway counts its ferries again"
    assert article["author"]["name"] == "Nora Quist"
    assert [part["@type"] for part in article["hasPart"]] == ["Claim", "Quotation"]


def test_its_answer_is_put_into_the_page_as_it_came(run, story):
    done = run(SAVE + ANSWER + ANNOTATE + "do_action( 'wp_head' );", answer={"status": 200, "body": story.json_ld()})
    assert document(done["printed"]) == json.loads(web_json_ld(story.facts))


def test_a_post_is_not_sent_again_before_its_words_change(run, story):
    again = "do_action( 'wp_after_insert_post', 7, $post );"
    done = run(SAVE + ANSWER + ANNOTATE + again, answer={"status": 200, "body": story.json_ld()})
    assert done["scheduled"] == []


def test_old_words_leave_the_page_at_once_when_a_post_is_corrected(run, story):
    correct = "$post->post_content = '<p>Eleven ferries.</p>'; do_action( 'wp_head' );"
    done = run(SAVE + ANSWER + ANNOTATE + correct, answer={"status": 200, "body": story.json_ld()})
    assert done["printed"] == ""
    done = run(
        SAVE + ANSWER + ANNOTATE + correct + "do_action( 'wp_after_insert_post', 7, $post );",
        answer={"status": 200, "body": story.json_ld()},
    )
    assert done["scheduled"] == [["article_ld_annotate", [7]]]
    assert not done["meta"]["7"]


@pytest.mark.parametrize("post", [{"post_status": "draft"}, {"post_password": "ink"}, {"post_type": "page"}], ids=str)
def test_what_a_reader_may_not_see_is_sent_nowhere(run, post):
    assert run(SAVE + ANNOTATE, post=post)["scheduled"] == []


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("new WP_Error( 'Connection refused' )", "Connection refused"),
        ("array( 'status' => 422, 'body' => 'no article text found' )", "422: no article text found"),
        ("array( 'status' => 200, 'body' => '<p>hello' )", "is this the address of /annotate?"),
    ],
)
def test_a_refusal_is_shown_to_the_editor_and_nothing_to_the_reader(run, answer, said):
    show = "( new Article_LD\\Meta_Box() )->show( $post ); do_action( 'wp_head' );"
    done = run(f"{SAVE} $wp->answer = {answer}; {ANNOTATE} {show}")
    assert said in done["printed"]
    assert "<script" not in done["printed"]


def test_words_of_the_server_are_escaped(run):
    show = "( new Article_LD\\Meta_Box() )->show( $post );"
    done = run(f"{SAVE} update_post_meta( 7, '_article_ld_error', '<script>alert(1)</script>' ); {show}")
    assert "<script>" not in done["printed"]


# Who may do what.

AGAIN = f"""{SAVE} $wp->scheduled = array(); $_GET = $given['query'];
try {{ do_action( 'admin_post_article_ld_again' ); }} catch ( Exception $e ) {{ $result = $e->getMessage(); }}"""


@pytest.mark.parametrize(
    ("query", "rights", "refusal"),
    [
        ({"post": "7"}, ["edit_post"], "expired"),
        ({"post": "7", "_wpnonce": "nonce-article_ld_again8"}, ["edit_post"], "expired"),
        ({"post": "7", "_wpnonce": "nonce-article_ld_again7"}, [], "You may not edit this post."),
    ],
)
def test_nobody_sends_a_post_without_the_nonce_and_the_right(run, query, rights, refusal):
    done = run("$wp->rights = $given['rights'];" + AGAIN, query=query, rights=rights)
    assert (done["result"], done["sent"]) == (refusal, [])


def test_only_administrators_see_the_settings(run):
    page = "do_action( 'admin_menu' ); list( $result, $show ) = $wp->registers['page']; $show();"
    done = run(page)
    assert (done["result"], done["printed"]) == ("manage_options", "")
    assert '<form action="options.php" method="post">' in run("$wp->rights[] = 'manage_options';" + page)["printed"]


SANITIZE = "do_action( 'admin_init' ); $result = $wp->registers['article_ld']['sanitize_callback']( $given['input'] );"


def test_settings_are_kept_as_they_were_sent(run, tmp_path):
    sent = {"source": "service", "folder": str(tmp_path), "service": "https://desk.harbor-news.example/annotate"}
    done = run(SANITIZE, input={**sent, "else": "x"})
    assert (done["result"], done["refused"]) == (sent, [])


@pytest.mark.parametrize(
    ("sent", "words"),
    [({"folder": "/no/such/folder"}, "There is no folder /no/such/folder"), ({"service": "file:///etc"}, "must begin")],
)
def test_settings_that_cannot_work_are_refused_and_the_former_stay(run, tmp_path, sent, words):
    done = run(SANITIZE, input=sent)
    assert words in done["refused"][0]
    assert done["result"]["folder"] == f"{tmp_path}/json-ld"
    assert done["result"]["service"] == "http://127.0.0.1:8080/annotate"


@pytest.mark.parametrize("sent", [None, "x", {"source": "elsewhere"}, {"source": ["folder"]}])
def test_a_form_of_another_shape_changes_nothing(run, sent):
    assert run(SANITIZE, input=sent)["result"]["source"] == "folder"


def test_values_are_escaped_in_the_form(run):
    value = "$wp->options['article_ld'] = array( 'folder' => '\"><script>' );"
    assert "<script>" not in run(f"{value} ( new Article_LD\\Settings() )->show_folder();")["printed"]


def test_uninstalling_leaves_nothing(run, story):
    uninstall = f"define( 'WP_UNINSTALL_PLUGIN', 'article-ld' ); require {str(PLUGIN / 'uninstall.php')!r};"
    done = run(SAVE + ANSWER + ANNOTATE + uninstall, answer={"status": 200, "body": story.json_ld()})
    assert (done["options"], done["meta"], done["scheduled"]) == ([], {"7": []}, [])
