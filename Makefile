# What there is to do here; `make help` reads the notes after each target.
# Each task has one definition, in the flask commands or in setup.cfg: this file only calls them.

PYTHON ?= python3
WORKERS ?= 2
ARGS ?=
FLASK := .venv/bin/flask --app portal

# What WeasyPrint needs to draw letters, and fonts for the names of children from anywhere.
RUN_PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation fonts-noto-core
# What the tests look through: a browser, a PostgreSQL server of their own, readers of PDFs, and a date that moves.
TEST_PACKAGES := chromium postgresql poppler-utils libfaketime

# Whether the settings say that this is a demonstration: nobody is made up in a real area.
MADE_UP := .venv/bin/python -c 'import sys, portal.settings as s; sys.exit(not s.read_settings().area.demonstration)'

# The environment is up to date when it holds a stamp with the digest of today's lock.
STAMP := .venv/made-from-$(shell sha256sum requirements.lock | cut -c1-16)

.DEFAULT_GOAL := help
.PHONY: help setup run test test-ahead bench lint lock run-packages test-packages

help: ## Say what there is to do
	@echo "make TARGET, where TARGET is one of:"
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  \1\t\2/' | expand -t 14
	@echo "PORT, INSTANCE_PATH and DATABASE_URL say where a copy runs: see docs/running.md."

setup: $(STAMP) ## Make the environment in .venv, and nothing else

$(STAMP): | venv-package
	@test -x .venv/bin/python && .venv/bin/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@echo "Installing what requirements.lock lists into .venv ..."
	@.venv/bin/python -m pip install -qq --no-input --disable-pip-version-check --require-hashes -r requirements.lock
	@rm -f .venv/made-from-* && touch $@

run: run-packages setup ## Serve it at http://127.0.0.1:8000, with a demonstration area the first time
	@$(FLASK) db upgrade
	@$(FLASK) rebuild
	@if $(MADE_UP); then $(FLASK) seed --cases 250 --seed 1 --as-of today; fi
	@exec $(FLASK) serve

test: run-packages test-packages setup ## Run every test; ARGS="-k worklist" runs some
	@.venv/bin/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

test-ahead: run-packages test-packages setup ## Run the tests of dates with the machine’s date a year ahead
	@.venv/bin/python -m tests.ahead $(ARGS)

bench: run-packages setup ## Measure, as ratios in one run
	@.venv/bin/python -m bench

lint: setup ## Check the style of the code, and that the tables agree with it
	@.venv/bin/python -m flake8
	@$(FLASK) check

lock: setup ## Pin every dependency of setup.cfg again, with hashes and without addresses
	@.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --all-extras --generate-hashes --upgrade \
		--no-emit-index-url --no-emit-find-links setup.cfg -o requirements.lock

.PHONY: venv-package
venv-package:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "This needs Python 3.11 or later: install it, or name it with make PYTHON=/path/to/python3." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || .ci/packages python3-venv

run-packages:
	@.ci/packages $(RUN_PACKAGES)

test-packages:
	@.ci/packages $(TEST_PACKAGES)
