# `make demo` and `make test` are all a newcomer needs; both work from a clean clone with Python 3.11 alone.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test setup lint types contracts check bench slow manual clean

demo: setup
	$(BIN)/fazhi demo --port $(PORT)

test: setup
	$(BIN)/python -m pytest -n 2

setup: $(STAMP)

$(STAMP): requirements-dev.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(STAMP)

lint: setup
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench

types: setup
	$(BIN)/mypy

contracts: setup
	$(BIN)/lint-imports

slow: setup
	$(BIN)/python -m pytest -m "slow or browser or postgres or office"

manual: setup
	$(BIN)/python -m fazhi.project.manual

bench: setup
	$(BIN)/python -m bench

check: lint types contracts test

clean:
	rm -rf $(VENV) var build
