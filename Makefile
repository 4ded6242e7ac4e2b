# make demo   install into .venv, read the bundled examples, print a chronology with sources
# make test   everything: style, types, import rule, tests with the coverage gate
# make help   the rest
#
# PYTHON chooses the interpreter (3.11 or later), VENV the folder of the environment:
#   make test PYTHON=python3.13 VENV=/tmp/qatynas-313

.SHELLFLAGS := -eu -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

VENV ?= .venv
BIN := $(VENV)/bin
RECENT := import sys; sys.exit(sys.version_info < (3, 11))
# The first that runs and is recent: a name on the path may be an old one, or a pyenv shim that leads nowhere.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c '$(RECENT)' >/dev/null 2>&1 && echo $$p && break; done)
PIP = $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
EXAMPLES = $(sort $(wildcard examples/*.txt))

.PHONY: help demo install test lint score bench tagger confidence reading docs lock build clean

help: ## this list
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 16

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or later is wanted and none was found. Install it (Debian: apt-get install python3 python3-venv) or name it: make PYTHON=/path/to/python3' >&2; exit 1; }
	@'$(PYTHON)' -c '$(RECENT)' || { echo "Python 3.11 or later is wanted; $(PYTHON) is $$('$(PYTHON)' --version 2>&1). Name another: make PYTHON=python3.12" >&2; exit 1; }
	@'$(PYTHON)' -c 'import ensurepip, venv' 2>/dev/null || { echo 'Python has no venv here. Debian keeps it apart: apt-get install python3-venv' >&2; exit 1; }
	@'$(PYTHON)' -m venv --clear '$(VENV)'

# Two stamps: what the package needs to run, and what its tests need beside that.
$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo 'Installing into $(VENV) …'
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps -e .
	@touch $@

$(VENV)/.tools: requirements-dev.lock $(VENV)/.installed
	@echo 'Installing what the tests need into $(VENV) …'
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

install: $(VENV)/.installed ## the package and what it needs, into .venv

demo: $(VENV)/.installed ## read the bundled examples and print a chronology with sources
	@test -n '$(EXAMPLES)' || { echo 'examples/ holds no .txt file' >&2; exit 1; }
	@rm -f $(VENV)/demo.db*
	@export QATYNAS_RECORD=$(VENV)/demo.db; \
	$(BIN)/qatynas read $(EXAMPLES); \
	$(BIN)/qatynas show; \
	$(BIN)/qatynas show $(DEMO); \
	echo; \
	echo 'Further: QATYNAS_RECORD=$(VENV)/demo.db $(BIN)/qatynas show KAZ TUR shows another relation, … show fact ID the words of one fact; the web page is still to come.'
# The relation that the demonstration tells: two codes that the examples speak of.
DEMO ?= KAZ CHN

test: lint ## everything; pytest's closing line stands last
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --cov --cov-report=term

lint: $(VENV)/.tools ## style, types and the import rule
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

score: $(VENV)/.tools ## every scorer of ../shared/score that applies, as a table (QUICK=1: one fold of names)
	@$(BIN)/python benchmarks/score.py $(if $(QUICK),--quick)

bench: $(VENV)/.tools ## start-up, speed and memory
	@$(BIN)/python benchmarks/startup.py
	@$(BIN)/python benchmarks/reading.py
	@$(BIN)/python benchmarks/naming.py
	@$(BIN)/python benchmarks/language.py

tagger: $(VENV)/.tools ## train the tagger of names again, when words, lists or rules for dates have changed (minutes)
	@$(BIN)/python benchmarks/train_tagger.py

confidence: $(VENV)/.tools ## train the weights of confidence again, when rules have changed (seconds)
	@$(BIN)/python benchmarks/train_confidence.py --write

reading: $(VENV)/.installed ## store the reading of examples/ anew, when it has changed as it should
	@$(BIN)/qatynas facts $(sort $(wildcard examples/kazakhstan-*)) > $(VENV)/reading; cp $(VENV)/reading tests/reading/examples.jsonl

docs: $(VENV)/.tools ## make again what is generated in docs/
	@for page in commands settings; do \
		$(BIN)/python -m qatynas.cli.reference $$page > $(VENV)/page; cp $(VENV)/page docs/$$page.md; done
	@$(BIN)/python docs/picture.py
	@$(BIN)/python docs/session.py
	@$(BIN)/python benchmarks/score.py --write

build: $(VENV)/.tools ## wheel and sdist, into dist/
	@$(BIN)/python -m build --no-isolation

# No address of a registry may get into a lock file: the hashes say what is meant, wherever it comes from.
LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)
lock: $(VENV)/.tools ## lock the dependencies again (UPGRADE=1: to the newest)
	@$(LOCK) -o requirements.lock
	@$(LOCK) --group dev --constraint requirements.lock -o requirements-dev.lock

clean: ## remove the environment and everything that was made
	@rm -rf '$(VENV)' dist build .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find src tests benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} +
