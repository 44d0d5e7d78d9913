# Clew. `make run` shows it, `make test` checks it; `make help` lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
# Bytecode is what makes the second start quick.
unexport PYTHONDONTWRITEBYTECODE

# The machine's own Python if it is new enough; another by: make PYTHON=/path/to/python install
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV := .venv
BIN := $(VENV)/bin
LOCKS := requirements/setup.txt pyproject.toml scripts/install.py
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

.PHONY: help run install dev components packages frontend test check lint lock screenshots bench clean

help: ## List what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 22

run: install frontend ## Start Clew with a sample workspace and simulated phones; ARGS="--port 9000"
	@exec $(BIN)/clew demo $(ARGS)

install: $(VENV)/.runtime ## Make .venv with the clew command in it

dev: $(VENV)/.dev

$(VENV)/.runtime: requirements/runtime.txt $(LOCKS)
	@$(python) scripts/install.py runtime

$(VENV)/.dev: requirements/dev.txt $(LOCKS)
	@$(python) scripts/install.py dev

frontend: ## Build the front end if its sources changed
	@$(python) scripts/frontend.py build

components: dev
	@$(BIN)/python scripts/components.py

packages:
	@$(python) scripts/frontend.py packages

test: dev components packages frontend ## Set up what is missing, then lint, types, contracts and all tests
	@$(BIN)/python scripts/checks.py $(ARGS)

check: dev components packages frontend ## The same, quickest first, ending at the first failure
	@$(BIN)/python scripts/checks.py --staged $(ARGS)

lint: dev ## Put imports and layout in order, then show what is left
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet . ; $(BIN)/ruff check --quiet .

lock: dev ## Resolve the dependencies anew
	@$(COMPILE) --upgrade pyproject.toml -o requirements/runtime.txt
	@$(COMPILE) --upgrade --group setup -c requirements/runtime.txt -o requirements/setup.txt
	@$(COMPILE) --upgrade pyproject.toml --group dev \
		-c requirements/runtime.txt -c requirements/setup.txt -o requirements/dev.txt
	@cd frontend && npm update --package-lock-only --ignore-scripts && node scripts/clean-lock.mjs

screenshots: dev components frontend ## Take pictures of the main screens into screenshots/
	@CLEW_SCREENSHOTS=screenshots $(BIN)/pytest -p no:randomly -m screenshots tests/journeys $(ARGS)
	@ls screenshots

bench: dev frontend ## Measure throughput, latency and memory
	@$(BIN)/python -m benchmarks $(ARGS)

clean: ## Remove what was built and cached, but neither .venv nor data
	@rm -rf build dist screenshots clew/static .cache .mypy_cache .pytest_cache .ruff_cache \
		.hypothesis .import_linter_cache frontend/node_modules
	@find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# The environment's own Python once there is one, else the machine's.
python = $(if $(wildcard $(BIN)/python),$(BIN)/python,$(or $(PYTHON),$(error Clew needs Python 3.11 or newer)))
