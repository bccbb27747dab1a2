# The only entry a newcomer needs; `make` lists what there is.

PYTHON ?=
HOST ?= 127.0.0.1
PORT ?= 8000
WORKERS ?= 2
PG15 ?= /usr/lib/postgresql/15/bin
ARGS ?=
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test check bench e2e pictures guides environment environment-dev

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

run: environment  ## start everything and print the address; Ctrl-C stops it (PORT=8000 HOST=127.0.0.1)
	@exec $(BIN)/motcua run --host $(HOST) --port $(PORT) $(ARGS)

test: environment-dev  ## run the whole suite against a throw-away database
	$(BIN)/pytest -n $(WORKERS) -m "not e2e" $(ARGS)

check: environment-dev  ## formatting, types, floors, templates, migrations, architecture
	$(BIN)/ruff check --no-cache .
	$(BIN)/ruff format --no-cache --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint src --lint --quiet
	$(BIN)/motcua migrate --check
	$(BIN)/pytest tests/architecture

bench: environment-dev  ## measure, and print the table of the README
	$(BIN)/python -m bench $(ARGS)

e2e: environment-dev  ## browser journeys, then the suite once more on PostgreSQL 15
	$(BIN)/pytest --override-ini addopts="-q --strict-markers -rs" -n $(WORKERS) --dist loadfile tests/browser $(ARGS)
	$(BIN)/pytest -m e2e $(ARGS)
	@sh .ci/postgres15 $(PG15) $(BIN) -n $(WORKERS) $(ARGS)

pictures: environment-dev  ## take the README's pictures of what `make run` runs
	$(BIN)/python -m docs.pictures.make http://$(HOST):$(PORT) $${MOTCUA_VAR:-var}

guides: environment-dev  ## play what the guides tell and take their pictures, in Vietnamese and in English
	MOTCUA_GUIDES=docs/guide/pictures $(BIN)/pytest --override-ini addopts="-q --strict-markers -rs" tests/browser/test_guides.py $(ARGS)

environment:
	@PYTHON="$(PYTHON)" sh .ci/environment requirements.lock

environment-dev:
	@PYTHON="$(PYTHON)" sh .ci/environment requirements-dev.lock
