# The commands of the market. They need Python 3.11 or newer, make, and a package index for pip.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
WORKERS ?= $(shell nproc 2>/dev/null || echo 2)
DEMO := MARKET_MODE=demo

.PHONY: help run stop check style types contracts templates migrations translations \
	build test test-browser test-slow mutants bench pictures structure lock run-packages dev-packages

help:  ## Say what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

run: run-packages  ## Everything on this machine, with the demonstration market (HOST PORT VAR_DIR SEED)
	@exec $(BIN)/python -m marketplace.running

stop:  ## Stop what `make run` and the tests left running
	@test -x $(BIN)/python && $(BIN)/python -m marketplace.running stop || echo "Nothing is installed yet."

check: dev-packages  ## Style, types, import contracts, templates, migrations, translations
	@$(MAKE) --no-print-directory --keep-going style types contracts templates migrations translations

style:
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types:
	@$(DEMO) $(BIN)/mypy

contracts:
	@$(BIN)/lint-imports --no-cache

templates:
	@$(BIN)/djlint templates --lint --quiet

migrations:
	@$(DEMO) $(BIN)/python manage.py makemigrations --check --dry-run

translations:
	@$(DEMO) $(BIN)/python manage.py translations check

build: dev-packages  ## Static files, fonts and translations alone (`make run` does it too)
	@$(DEMO) $(BIN)/python manage.py build

test: dev-packages  ## All tests that need no browser
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m "not browser and not slow"

test-browser: dev-packages  ## The journeys in a real browser (Debian: apt-get install chromium)
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m browser

test-slow: dev-packages  ## The long tests
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m "slow and not browser"

mutants: dev-packages  ## Change the code of seals, matching, ledger and shares; say which changes no test notices (hours)
	@$(PYTHON) requirements/install.py mutants
	@$(DEMO) $(BIN)/python -m mutmut run --max-children 1
	@$(DEMO) $(BIN)/python -m mutmut results

bench: dev-packages  ## What a page costs beside the baseline
	@$(BIN)/python -m bench

pictures: dev-packages  ## Take the pictures of README and guides from the running demonstration
	@$(BIN)/python docs/pictures/take.py

structure: dev-packages  ## Write anew what a new database begins with (once in ten migrations)
	@$(DEMO) $(BIN)/python manage.py save_structure

lock: dev-packages  ## Compile requirements/*.in with hashes, naming no index
	@for kind in uv run dev mutants; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --no-annotate \
		requirements/$$kind.in --output-file requirements/$$kind.txt || exit 1; done

run-packages:
	@$(PYTHON) requirements/install.py run

dev-packages:
	@$(PYTHON) requirements/install.py dev
