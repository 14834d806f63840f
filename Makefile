# Udha. Two commands are enough: `make run` and `make test`. Both set up all they need, in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
TESTS ?=

.PHONY: run test check format lock texts pictures benchmark clean

run: $(READY)  ## Telegram with UDHA_TELEGRAM_TOKEN set, else the sandbox
	@$(BIN)/udha run --or-sandbox

test: $(READY_DEV) browser  ## every test, with a real PostgreSQL and a real browser
	@sh tools/tests.sh $(BIN)/python $(TESTS)

check: $(READY_DEV) dictionary  ## what must hold before a test is worth running
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/udha content check

format: $(READY_DEV)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: $(READY_DEV)  ## pin every dependency with its hashes
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group dev -c requirements.lock -o requirements-dev.lock

texts: $(READY_DEV)  ## take new phrases of the interface into locales/
	$(BIN)/pybabel -q extract -F babel.cfg --no-wrap --omit-header --sort-output --add-location=file -o locales/messages.pot bot
	$(BIN)/pybabel -q update --no-wrap --ignore-obsolete --no-fuzzy-matching --ignore-pot-creation-date -i locales/messages.pot -d locales
	@# Babel writes dates and names that change from one run to the next; the header keeps language, plurals and encoding.
	sed -i.bak -E '/^"(Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By):/d' locales/*/LC_MESSAGES/messages.po
	rm -f locales/*/LC_MESSAGES/*.bak

pictures: $(READY_DEV) browser  ## take the pictures of docs/counsellors.md anew
	$(BIN)/python -m pytest -q tests/end_to_end/test_counsellors_guide.py
	cp build/pages/counsellors-*.png docs/images/

benchmark: $(READY_DEV)
	$(BIN)/python -m benchmarks.turn
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.nearest
	$(BIN)/python -m benchmarks.console

clean:
	rm -rf $(VENV) build data

# A step of the set-up is done again only when what it depends on has changed.
$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Udha needs Python 3.11 or newer; '$(PYTHON)' is older. Install it, or run: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "Python cannot make a virtual environment here. On Debian: apt-get install python3-venv"; exit 1; }

$(READY): requirements.lock pyproject.toml | $(VENV)/bin/pip
	@echo "Setting up (once, about a minute) ..."
	@sh tools/install.sh $(BIN) requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(READY_DEV): requirements-dev.lock $(READY)
	@echo "Setting up what the tests need (once) ..."
	@sh tools/install.sh $(BIN) requirements-dev.lock
	@touch $@

.PHONY: browser
browser:
	@sh tools/browser.sh

.PHONY: dictionary
dictionary:
	@sh tools/dictionary.sh
