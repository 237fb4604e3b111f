# Broadsheet's front door: every target does its own set-up. `make help` lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
export BROADSHEET_HOME ?= $(CURDIR)/var

COMPILE := $(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'
INSTALL := $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes
STAMPS := $(VENV)/.stamps
NGINX := nginx libnginx-mod-http-brotli-static

##@ A newcomer's three

.PHONY: demo
demo: $(STAMPS)/voices ## Serve the demo newsroom on http://127.0.0.1:8000 (PORT= for another)
	@$(BIN)/broadsheet demo --port $(PORT)

.PHONY: demo-reset
demo-reset: $(STAMPS)/voices ## Put the demo newsroom back to its first day
	@$(BIN)/broadsheet demo --reset --port $(PORT)

.PHONY: test
test: setup ## Run the whole suite, on SQLite and again on PostgreSQL
	@scripts/test

##@ For those who change it

.PHONY: setup
setup: $(STAMPS)/dev $(STAMPS)/system ## Make .venv and install what checks and tests need

.PHONY: check
check: $(STAMPS)/dev ## Lint, types, import rule, migrations, templates, docs
	@scripts/check

.PHONY: audit
audit: setup ## Check every kind of page with the Nu HTML checker and axe
	@scripts/audit

.PHONY: bench-edge
bench-edge: $(STAMPS)/dev $(STAMPS)/bench ## Measure how fast readers are served (QUICK=1; ARCHIVE=500 for one archive)
	@$(BIN)/python -m benchmarks.edge

.PHONY: bench-wire
bench-wire: $(STAMPS)/dev $(STAMPS)/bench ## Measure the News Feed's stream with 10,000 open pages (QUICK=1 for 2,000)
	@$(BIN)/python -m benchmarks.wire

.PHONY: bench-mail
bench-mail: $(STAMPS)/dev $(STAMPS)/bench-mail ## Measure how fast an edition leaves, beside smtp-source (QUICK=1 for 20,000)
	@$(BIN)/python -m benchmarks.mail

.PHONY: bench-narration
bench-narration: $(STAMPS)/dev ## Measure how fast stories are voiced, and what an edit costs (QUICK=1 for a short story)
	@$(BIN)/python -m benchmarks.narration

.PHONY: check-archive
check-archive: $(STAMPS)/dev ## Import FILE= (MEDIA= its uploads) into an empty newsroom and ask for all it published
	@$(BIN)/python tests/imports/check_archive.py $(FILE) $(if $(MEDIA),--media $(MEDIA))

# djlint answers 1 where it had something to set.
.PHONY: format
format: $(STAMPS)/dev ## Format the code and the templates
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .
	@$(BIN)/djlint --reformat --quiet src || true

.PHONY: lock
lock: $(STAMPS)/bootstrap ## Compile requirements/*.txt anew, with hashes
	@$(COMPILE) requirements/bootstrap.in -o requirements/bootstrap.txt
	@$(COMPILE) pyproject.toml -o requirements/base.txt
	@$(COMPILE) pyproject.toml --extra narration -c requirements/base.txt -o requirements/narration.txt
	@$(COMPILE) pyproject.toml --all-extras -c requirements/narration.txt -o requirements/production.txt
	@$(COMPILE) pyproject.toml --all-extras --group dev -c requirements/production.txt -o requirements/dev.txt

.PHONY: clean
clean: ## Remove .venv and caches; newsroom data in var/ stays
	@rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

.PHONY: help
help: ## List the targets
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} \
		/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Stamps remember which lock file is installed, so that a second run starts at once.
$(STAMPS)/bootstrap: requirements/bootstrap.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Broadsheet needs Python 3.11 or newer: set PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(BIN)/python || { PYTHON=$(PYTHON) scripts/install-system-packages python3-venv && $(PYTHON) -m venv $(VENV); }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/base: requirements/base.txt pyproject.toml $(STAMPS)/bootstrap
	@test -e $(STAMPS)/dev || $(INSTALL) -r $<
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

# The demo reads its stories aloud.
$(STAMPS)/voices: requirements/narration.txt $(STAMPS)/base
	@test -e $(STAMPS)/dev || $(INSTALL) -r $<
	@touch $@

$(STAMPS)/dev: requirements/dev.txt $(STAMPS)/base
	@$(INSTALL) -r $<
	@touch $@

# Playwright's own Node.js needs libatomic1.
$(STAMPS)/system: scripts/install-system-packages $(STAMPS)/bootstrap
	@scripts/install-system-packages chromium libatomic1 postgresql redis-server varnish varnish-modules $(NGINX) \
		dovecot-imapd
	@touch $@

$(STAMPS)/bench: scripts/install-system-packages $(STAMPS)/bootstrap
	@scripts/install-system-packages wrk $(NGINX)
	@touch $@

# For its smtp-sink and smtp-source alone; Postfix itself is not started.
$(STAMPS)/bench-mail: scripts/install-system-packages $(STAMPS)/bootstrap
	@scripts/install-system-packages postfix
	@touch $@
