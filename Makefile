# `make lint FILES="draft.md"` and `make test` do everything on a fresh machine: they install what is missing, build, run.

SHELL := /bin/bash
PREFIX ?= /usr/local
FILES ?=
BUILD_FLAGS := --explicit-target-dependency-import-check error
RELEASE_FLAGS := -c release --static-swift-stdlib $(BUILD_FLAGS)
CALQUE := .build/release/calque

.PHONY: lint test build release setup format format-check install uninstall clean bench

# Without FILES, shows what is found in the samples, and succeeds.
lint: release
ifeq ($(strip $(FILES)),)
	$(CALQUE) lint --fail-on never Fixtures/sample
else
	$(CALQUE) lint $(FILES)
endif

build: setup
	swift build $(BUILD_FLAGS)

release: setup
	swift build $(RELEASE_FLAGS) --product calque

test: setup
	swift build --build-tests $(BUILD_FLAGS)
	swift test --skip-build $(BUILD_FLAGS)

setup:
	@scripts/setup

format:
	swift format format --in-place --recursive Sources Tests Plugins Package.swift

format-check:
	swift format lint --strict --recursive Sources Tests Plugins Package.swift

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(CALQUE) "$(DESTDIR)$(PREFIX)/bin/calque"
	@echo "installed $(DESTDIR)$(PREFIX)/bin/calque"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/calque"

clean:
	rm -rf .build
