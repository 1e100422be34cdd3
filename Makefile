.DEFAULT_GOAL := help
SHELL := /bin/bash
PORT ?= 8000
export PORT

.PHONY: help setup run test lint format bench proof docs requirements

help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Prepare everything: .venv, Python packages, axe-core, Chromium, PostgreSQL (no cost when nothing changed)
	@bin/setup

run: setup ## Serve the portal with its demonstration town on 127.0.0.1:8000 (PORT= changes it); Ctrl-C stops all
	@exec .venv/bin/python -m portal.run --port $(PORT)

test: setup ## Run every test: the whole suite on SQLite, then the gate's on PostgreSQL
	@bin/test

lint: setup ## Check style, templates, imports, settings and migrations
	@bin/lint

format: setup ## Rewrite Python and templates in the project's style
	@.venv/bin/ruff check --fix . && .venv/bin/ruff format .
	@.venv/bin/djlint --quiet --reformat .

bench: setup ## Measure speed and the weight of pages, as ratios, and with BENCH= (a directory of labelled pages) accuracy
	@bin/bench

proof: setup ## Run the long proofs; each has a small twin in make test
	@.venv/bin/python -m pytest -m proof tests

docs: setup ## Write again what the rules document of themselves: coverage of the RGAA, a page for each rule
	@.venv/bin/python -m accessibility.documentation tests/accessibility/rules/fixtures docs

requirements: setup ## Compile requirements.txt from the two .in files
	@.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url \
		--custom-compile-command "make requirements" \
		requirements.in requirements-dev.in --output-file requirements.txt
