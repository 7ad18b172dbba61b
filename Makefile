# Factcheck: `make run` opens the app, `make test` runs the tests; both set up what they need. `make help` lists all.
SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
PY := .venv/bin/python
ARGS ?=
BUDGET ?= 600

.DEFAULT_GOAL := help
.PHONY: help setup run test exports hostile fuzz trust lint types format bench shots docs wheel chroot-test clean

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: ## make .venv and install what is missing
	@scripts/setup.sh

run: setup ## open the app on the sample project; without a screen, do the same job on the command line
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then .venv/bin/factcheck-app --sample; else .venv/bin/factcheck demo out; fi

test: setup ## run the tests (ARGS="tests/core -k anchors" for some of them)
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2 -q $(ARGS)

exports: ## open everything that goes out in another program (ARGS="-k html" for some of it)
	@scripts/setup.sh --exports
	@$(PY) -m pytest -q tests/exports $(ARGS)

hostile: setup ## the tests with hostile input, with bombs of a gigabyte
	@HOSTILE_MB=1000 $(PY) -m pytest -q tests/core/importing/test_hostile.py

fuzz: setup ## fuzz importing and opening for ten minutes (BUDGET=1200 seconds for longer); ends with what was found
	@$(PY) -c 'import atheris' 2>/dev/null || $(PY) -m pip install -q -c constraints.txt -e '.[fuzz]'
	@nice $(PY) scripts/fuzz.py --seconds $(BUDGET)

trust: ## simulate faults: kills, power cuts, full disks, damage, a soak, hostile files; ends with the table (minutes)
	@scripts/setup.sh --compiler
	@TRUST=1 QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2 -q tests/trust tests/store/test_strangers.py \
	    tests/core/importing/test_hostile.py $(ARGS)

lint: setup ## style, complexity and the direction of imports
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/lint-imports --no-logo

types: setup ## check the types strictly
	@.venv/bin/mypy --strict factcheck tests $(wildcard benchmarks/*.py scripts/*.py scripts/*/*.py)

format: setup ## lay the code out as `make lint` wants it
	@.venv/bin/ruff check --fix --quiet
	@.venv/bin/ruff format

bench: setup ## measure what we claim about speed and quality
	@set -e; for file in benchmarks/bench_*.py; do \
	    name=$$(basename "$$file" .py); echo "== $$name"; $(PY) -m "benchmarks.$$name"; \
	done

shots: ## take pictures of every view into out/shots, and renew those of the guide (ARGS="finding --theme dark")
	@scripts/setup.sh --screen
	@xvfb-run -a -s "-screen 0 3840x2400x24 -dpi 96" $(PY) -m scripts.shots $(ARGS)

docs: ## build the documentation into build/site, with every link checked (ARGS=serve shows it while you write)
	@scripts/setup.sh --docs
	@NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs -q $(if $(ARGS),$(ARGS),build --strict)

wheel: setup ## build the wheel into dist/
	@$(PY) -m build --wheel --no-isolation

chroot-test: ## show both commands in a bare Debian 12 (needs root and debootstrap)
	@scripts/chroot-test.sh

clean: ## remove what was built, not .venv
	@rm -rf build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
