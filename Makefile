# Each command sets up what it needs: Python 3.11 or newer, make and a package index are enough.
# EXTRAS=web,spark sets up Spark as well, which needs Java 17; EXTRAS=web,spark,privacy OpenDP, too.
.DEFAULT_GOAL := help
.PHONY: help run test check fix bench docs clean

PYTHON ?= python3
OUT    ?= out
PORT   ?= 8000
SERVE  ?= yes
EXTRAS ?= web
READY  := .venv/.ready$(addprefix -,$(EXTRAS))

# Trust the certificates that this machine trusts, and never fetch a Python: both fail in guarded networks.
export UV_SYSTEM_CERTS := 1
export UV_PYTHON_DOWNLOADS := never

help:
	@echo "make run     assess the sample council, then serve the web service on http://127.0.0.1:$(PORT) (SERVE=no stops after the report)"
	@echo "make test    run the tests on every core"
	@echo "make check   lint, format, types, import direction, generated pages"
	@echo "make fix     mend what lint and format can mend"
	@echo "make bench   speed and memory beside a peer or a floor"
	@echo "make docs    write the generated pages again"
	@echo "make clean   remove everything that these commands made"

run: $(READY)
	.venv/bin/footing demo --out "$(OUT)"
ifneq ($(SERVE),no)
	.venv/bin/footing serve --demonstration --data "$(OUT)/service" --port "$(PORT)"
endif

test: $(READY)
	.venv/bin/pytest -n auto --dist loadgroup

check: $(READY)
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/python docs/generate.py --check

fix: $(READY)
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

bench: $(READY)
	.venv/bin/python -m benchmarks

docs: $(READY)
	.venv/bin/python docs/generate.py

clean:
	rm -rf .venv .venv-tools out dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamp is younger than the lock file once everything is installed, so the second time takes no time.
$(READY): pyproject.toml uv.lock .ci/set-up
	@PYTHON="$(PYTHON)" EXTRAS="$(EXTRAS)" .ci/set-up
	@rm -f .venv/.ready*; touch $(READY)
