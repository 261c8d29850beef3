# The one runner: what a person types here is what the continuous checks run.
# Bare machine: needs python3 (3.11 or later, with venv), make and git.

SHELL := /bin/sh
.NOTPARALLEL:
.DEFAULT_GOAL := help

PYTHON ?= python3
UV ?= uv
BIN := .venv/bin
CODE := $(wildcard kith tests bench)

export PYTHON
# Tests start `kith` hundreds of times: compiled once, it takes a quarter less to start.
unexport PYTHONDONTWRITEBYTECODE
# Checks never read or write a person's own ledger.
CHECK := KITH_HOME=$(CURDIR)/.venv/kith-home DJANGO_SETTINGS_MODULE=kith.config.settings

# The whole of the tests runs on every core (at most four), in the order that tests/conftest.py puts
# their files in; some of them, named by ARGS, on one.
SPREAD = $(if $(ARGS),,--numprocesses=auto --maxprocesses=4 --dist=loadfile --no-loadscope-reorder)

.PHONY: help demo test check lint types migrations pytest pytest-postgres format lock bench soak \
	who-sees-what messages \
	environment system clean

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{printf "%-20s %s\n", $$1, $$2}'

demo: ## Set up, simulate a company in demo-home/ and serve it on 127.0.0.1:8000
	@tools/environment core
	@KITH_HOME=$(CURDIR)/demo-home $(BIN)/kith demo $(ARGS)

test: environment system ## Set up, then run every check (installs what the checks need)
	@$(MAKE) --no-print-directory check

# The whole of the tests comes last, so that its count is the last thing printed.
check: lint types migrations pytest-postgres pytest ## Run every check in an environment that stands

lint: ## Style, format and who may import whom
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-cache

types: ## mypy, strict
	@$(CHECK) $(BIN)/mypy $(CODE)

migrations: ## Do the migrations say what the models say?
	@env -u DATABASE_URL $(CHECK) $(BIN)/django-admin makemigrations --check --dry-run

pytest: ## All tests, on SQLite (ARGS="-k word" for some)
	@env -u DATABASE_URL $(BIN)/python -m pytest $(SPREAD) $(ARGS)

pytest-postgres: ## The tests that use the database, on a PostgreSQL of their own
	@tools/with-postgres $(BIN)/python -m pytest --database-only -m "not (spark or browser or replay)" $(SPREAD) $(ARGS)

format: ## Format the code, sort the imports
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

who-sees-what: ## Make docs/who-sees-what.md from the code
	@$(CHECK) $(BIN)/python -m kith.pipeline.who_sees > docs/who-sees-what.md

messages: environment system ## Bring the catalogues of other languages up to date, and compile them
	@$(CHECK) tools/messages

lock: ## Compile requirements/*.txt from pyproject.toml (needs uv; UPGRADE=1 for newer versions)
	@UV="$(UV)" tools/lock $(if $(UPGRADE),--upgrade)

bench: environment ## Measure (ONLY=name for one figure)
	@tools/system-packages bench
	@$(BIN)/python -m bench $(ONLY)

soak: environment ## What takes hours: 500 kills, an mbox of 10 GB, a line of 4 GB; the demo's alarms and days (ONLY=name)
	@$(BIN)/python -m bench.soak $(ONLY)

environment: ## Make or refresh .venv with everything
	@tools/environment test

system: ## Install the system parts that the checks need and that are missing
	@tools/system-packages test

clean: ## Remove what the commands above made, the demo's ledger included
	@rm -rf .venv demo-home build .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage *.egg-info
	@find kith tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
