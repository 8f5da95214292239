# `make captions` and `make test` work on a fresh machine with Python 3.11 or later, make and a network.
# PYTHON=/path/to/python selects the interpreter of the environment.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$name; break; fi; done)

READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev

# Reading or writing text without naming its encoding is an error in the tests (EncodingWarning). An option and
# not a variable, so that the programs the tests start run as they do for everyone.
PYTHON_STRICT := $(BIN)/python -X warn_default_encoding
export PIP_DISABLE_PIP_VERSION_CHECK = 1

# A process for each core; tests in one xdist_group go to the same. Tests that are marked `programs` are slow by nature.
JOBS ?= $(shell nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)
PYTEST := $(PYTHON_STRICT) -m pytest -q
PARALLEL := -n $(JOBS) --dist loadgroup

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help captions test test-all test-programs explore fmt lint type imports cov gen gen-check bench site check clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

# Exit code 1 means that the files were made but break a limit; the summary says which.
SEED := $(wildcard seeds/*.txt)
MADE := captions/$(basename $(notdir $(SEED)))
TIMES := --duration 1:08:21 --anchor "3:12=Yeah, thank you for the invitation"

captions: $(READY) ## set up, and make captions, everything to publish, preview and report of the seed interview
	@$(BIN)/captious caption $(SEED) --style youtube $(TIMES) --to srt,vtt -o captions --force || test $$? -eq 1
	@printf '\n'
	@$(BIN)/captious publish $(SEED) --style youtube $(TIMES) -o $(MADE) --force --quiet || test $$? -eq 1
	@printf 'Everything to publish, with what to do with each file: %s\n' "$(CURDIR)/$(MADE)/NEXT.md"
	@printf '\n'
	@$(BIN)/captious preview $(MADE).vtt -o captions --force
	@$(BIN)/captious check $(MADE).vtt --output-format html --output-file $(MADE).report.html
	@for file in $(MADE).srt $(MADE).vtt; do \
		printf '\n%s begins:\n\n' "$(CURDIR)/$$file"; head -n 19 "$$file"; \
	done
	@printf '\nTo look at: %s, %s, %s\n' "$(CURDIR)/$(MADE)/transcript.html" "$(CURDIR)/$(MADE).preview.html" "$(CURDIR)/$(MADE).report.html"
	@printf '\nTo call captious from now on: %s, or just captious after: . %s\n' "$(CURDIR)/$(BIN)/captious" "$(CURDIR)/$(BIN)/activate"

# One pattern of names is a matter of seconds: every test that fits, in this process.
test: $(READY_DEV) ## set up, and run the tests; K=name runs those whose names match
ifdef K
	$(PYTEST) -k '$(K)'
else
	$(PYTEST) $(PARALLEL) -m 'not programs' $(COVERAGE)
	@echo 'Left out: tests that build wheels and environments, or drive a browser, a cluster, a shell or pre-commit.'
	@echo '`make test-all` runs everything, `make test-programs` only those.'
endif

test-programs: $(READY_DEV) ## run the tests that `make test` leaves out
	$(PYTEST) $(PARALLEL) -m programs

test-all: $(READY_DEV) ## run every test
	$(PYTEST) $(PARALLEL)

explore: $(READY_DEV) ## search for new counterexamples, at random
	HYPOTHESIS_PROFILE=explore $(PYTEST) $(PARALLEL) tests/invariants tests/segment tests/timing tests/formats tests/checks/rules/timing

fmt: $(READY_DEV) ## format, and apply ruff's autofixes
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

lint: $(READY_DEV) ## ruff: lint and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

type: $(READY_DEV) ## mypy, strict
	$(BIN)/mypy

imports: $(READY_DEV) ## import-linter: imports go one way
	$(BIN)/lint-imports --no-cache

cov: COVERAGE := --cov=captious
cov: test ## `make test`, with branch coverage

gen: $(READY_DEV) ## write the generated pages
	$(BIN)/python .ci/gen.py

gen-check: $(READY_DEV) ## check that the generated pages are up to date
	$(BIN)/python .ci/gen.py --check

bench: $(READY_DEV) ## print the figures of bench/
	$(BIN)/python -m pip install --quiet --group bench
	@for script in $$(grep -l __main__ bench/*.py); do printf '\n== %s\n' "$$script"; $(BIN)/python "$$script" || exit 1; done

site: $(READY_DEV) ## build the documentation site in build/site, and check its links
	@$(BIN)/python -m pip install --quiet --group docs
	$(BIN)/python .ci/documentation.py

check: lint type imports gen-check cov ## lint, type, imports, gen-check and cov

clean: ## remove what was made, the environment included
	rm -rf $(VENV) captions build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "captious needs Python 3.11 or later; name one with PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); $(PYTHON) -m virtualenv --quiet $(VENV); } || { \
		rm -rf $(VENV); echo "$(PYTHON) cannot make a virtual environment (on Debian: apt install python3-venv)" >&2; \
		exit 1; }

# pyproject.toml names the dependencies; a change of it installs again.
$(READY): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

# --group came with pip 25.1; the pip inside a new environment may be older.
$(READY_DEV): $(READY)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@
