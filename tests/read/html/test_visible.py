"""The lines of a page that a reader sees."""

from ld.read.html.tree import tree_of
from ld.read.html.visible import visible_lines


def lines(markup: str) -> list[str]:
    return [line.text for line in visible_lines(tree_of(markup))]


def test_blocks_are_lines_and_inline_elements_are_not():
    assert lines("<h1>Full</h1><p>The <b>port</b>  is\n<a href=x>full</a>.</p>") == ["Full", "The port is full."]


def test_one_line_break_is_a_space_and_two_end_a_paragraph():
    assert lines("<p>The port<br>is full.<br><br>So is the quay.</p>") == ["The port is full.", "So is the quay."]


def test_what_is_hidden_or_no_text_is_left_out():
    hidden = "<p hidden>a</p><p style='display: none'>b</p><script>c</script><template>d</template><nav>e</nav>"
    assert lines(f"<p>The port is full.</p>{hidden}<button>f</button>") == ["The port is full."]


def test_words_that_a_style_sheet_sets_apart_stay_apart():
    assert lines("<p><span>By</span><a href=x>Jane Doe</a></p>") == ["By Jane Doe"]


def test_a_drop_cap_stays_with_its_word():
    assert lines("<p><span>T</span>he port</p>") == ["The port"]


def test_a_line_knows_the_elements_around_it_and_its_share_of_links():
    (line,) = visible_lines(tree_of("<figure><figcaption>ab<a href=x>cd</a></figcaption></figure>"))
    assert {"figure", "figcaption"} <= line.within
    assert line.linked == 0.5


def test_text_between_blocks_is_a_line_too():
    assert lines("<div>one<p>two</p>three</div>") == ["one", "two", "three"]


def test_a_line_knows_the_boxes_around_it_from_the_outermost_in():
    first, second, third = visible_lines(tree_of("<div><p>one</p><p>two</p><div><p>three</p></div></div>"))
    assert first.path == second.path
    assert third.path[: len(first.path)] == first.path
    assert len(third.path) == len(first.path) + 1


def test_a_line_knows_what_the_elements_around_it_call_themselves():
    markup = "<div class='story__newsletter signup'><p id='bio'>one</p></div><p class='biology'>two</p>"
    assert [set(line.labels) for line in visible_lines(tree_of(markup))] == [{"newsletter", "signup", "bio"}, set()]
