PYTHON ?= python3
EVAL ?= ../shared/eval
VENV := .venv
BIN := $(VENV)/bin
TRAIN ?= $(EVAL)/names/train.jsonl.gz
WEIGHTS := ld/extract/entities/typer/data/name_weights.tsv
SAMPLE := tests/articles/un-command-meeting.txt
SAMPLE_URL := https://www.straitcourier.example/2024/09/11/world/asia/un-command-members-press-russia-and-north-korea-over-arms-deals

# Spark has half a gigabyte: only who tests it installs it, with .ci/install-spark.
EXTRAS := corpus gliner languages lsp mcp pages report serve spacy
PINNED := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade

.PHONY: demo test lint check format lock eval manual picture site names bench clean

demo: $(VENV)/core  ## build the sample article into output/
	$(BIN)/article-ld build $(SAMPLE) --url $(SAMPLE_URL) --date 2024-09-11 -o output

test: $(VENV)/ready  ## run the tests; options for pytest in TESTS
	$(BIN)/pytest $(TESTS)

lint: $(VENV)/ready  ## format, lint, types, imports
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint  ## the same, and the tests with coverage
	$(BIN)/coverage run -m pytest $(TESTS)
	$(BIN)/coverage report

format: $(VENV)/ready  ## format the code
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

eval: $(VENV)/ready  ## score the facts against real news with gold answers in EVAL
	$(BIN)/python tests/benchmarks/evaluation.py $(EVAL)

manual: $(VENV)/ready  ## write the manual page anew from the parsers
	COLUMNS=120 SOURCE_DATE_EPOCH=0 $(BIN)/argparse-manpage --module ld.cli --function whole_parser \
		--prog article-ld --project-name article-ld --manual-title article-ld --author "The article-ld authors" \
		--format single-commands-section --output docs/article-ld.1

picture: $(VENV)/ready  ## take the picture of the desk anew, which the documents show
	$(BIN)/python website/pictures.py

site: $(VENV)/ready  ## build the site of the documents into build/website/site
	$(BIN)/python website/build.py

names: $(VENV)/names/ready  ## learn again what tells names: from TRAIN, and from WORKS if it is given (docs/names.md)
	$(VENV)/names/bin/python tests/generate/name_weights.py $(TRAIN) $(WORKS:%=--works %) --output $(WEIGHTS)

bench: $(VENV)/ready $(VENV)/bench/ready $(VENV)/peers/ready  ## measure speed beside others, write docs/performance.md; PARTS, options in BENCH
	PYTHONPATH=tests/benchmarks $(BIN)/python -m speed $(PARTS) --engines $(VENV)/bench/bin/python --peers $(VENV)/peers/bin/python $(BENCH)

lock:  ## pin every version again, with hashes and without addresses
	uv pip compile pyproject.toml $(EXTRAS:%=--extra %) --group dev $(PINNED) --output-file requirements.lock
	uv pip compile pyproject.toml --group build --constraints requirements.lock $(PINNED) --output-file core.lock
	uv pip compile pyproject.toml --extra pages --extra report --extra serve --constraints requirements.lock $(PINNED) --output-file container/requirements.lock
	uv pip compile pyproject.toml --extra spark --constraints requirements.lock $(PINNED) --output-file .ci/spark.lock

clean:  ## remove what the other targets made, apart from output/
	rm -rf $(VENV) .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis

# A failed install leaves no "core" or "ready", so that the next run starts it again.
$(VENV)/core: core.lock pyproject.toml hatch_build.py knowledge/people.csv knowledge/organizations.csv knowledge/places.csv
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r core.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

# Whoever works on the program needs ten times as much as the program.
$(VENV)/ready: requirements.lock $(VENV)/core
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	touch $@

# scikit-learn serves nothing but this, and other versions of it give other weights.
$(VENV)/names/ready: pyproject.toml | $(VENV)/core
	$(PYTHON) -m venv $(VENV)/names
	$(VENV)/names/bin/python -m pip install --quiet --upgrade pip
	$(VENV)/names/bin/python -m pip install --quiet --group names --editable .
	touch $@

# The mapping engines to measure beside need other versions of much, so they get an environment of their own.
# What cannot be installed is missing in the page, and said there.
$(VENV)/bench/ready $(VENV)/peers/ready: $(VENV)/%/ready: pyproject.toml | $(VENV)/ready
	$(PYTHON) -m venv $(VENV)/$*
	$(VENV)/$*/bin/python -m pip install --quiet --upgrade pip
	-$(VENV)/$*/bin/python -m pip install --quiet --group $*
	touch $@
