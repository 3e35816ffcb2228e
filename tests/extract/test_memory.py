"""What an article leaves behind in memory once its facts are there."""

import gc


def test_a_text_is_freed_as_soon_as_its_facts_are_there(facts):
    def read():
        return facts(
            "Nora Quist, the mayor of Leeds, spoke on Monday.",
            "“The ferry will not sail,” Quist said. She added that the pier had burned in May.",
            "He denied it, police said. “It is late,” she added.",
        )

    read()  # what is made once, for all texts
    gc.collect()
    gc.disable()
    try:
        read()
        assert gc.collect() == 0, (
            "objects that hold one another wait for the garbage collector, and there are thousands"
        )
    finally:
        gc.enable()
