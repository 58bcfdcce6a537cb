# Everything here is also a plain command; `make help` lists the short ways.

SWIFT ?= swift
PREFIX ?= /usr/local
RELEASE = .build/release/plateau

# What the system must have besides Swift. macOS has all but Swift in its SDK.
DEBIAN_PACKAGES = libedit-dev libmd-dev libsqlite3-dev pkg-config zlib1g-dev
BREW_PACKAGES = libedit

.DEFAULT_GOAL := help
.PHONY: help demo build test lint bench fuzz fuzz-language install clean system-packages swift-toolchain

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## build, play a short session, and stay at the prompt
	$(RELEASE) run --interactive sessions/quickstart.plateau

build: system-packages ## build the release program
	$(SWIFT) build -c release

# Optimised, because the tests sweep real prices; in a folder of its own, because tests see internals.
test: system-packages ## build with optimisation and run all tests
	$(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build/tests

bench: system-packages ## measure sweeps, loading and ranking, with their answers checked
	$(SWIFT) run -c release plateau-bench

fuzz: system-packages ## try 100,000 wrong lines and 1,000 random sessions on the release program
	$(SWIFT) build -c release --product plateau
	$(SWIFT) run -c release plateau-fuzz

SECONDS = 3600
CORPUS = .build/fuzz/corpus

# Follows the branches that texts reach in the language; needs a toolchain with libFuzzer.
fuzz-language: swift-toolchain ## try texts on the language for SECONDS (3600), following its branches
	PLATEAU_FUZZ_LANGUAGE=1 $(SWIFT) build -c release --product plateau-language-fuzz \
	  --scratch-path .build/fuzz -Xswiftc -sanitize=fuzzer
	mkdir -p $(CORPUS)
	cp -n Tests/PlateauLanguageTests/Seeds/* sessions/*.plateau sessions/*/*.plateau $(CORPUS)
	cd .build/fuzz && release/plateau-language-fuzz corpus -timeout=10 -report_slow_units=1 \
	  -max_len=4096 -max_total_time=$(SECONDS) -print_final_stats=1

lint: swift-toolchain ## check layout and documentation of the sources
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

install: build ## install under PREFIX (default /usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/plateau"
	install -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/plateau"
	cp -R datasets sessions "$(DESTDIR)$(PREFIX)/share/plateau/"

clean: ## remove what was built
	rm -rf .build

swift-toolchain:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Plateau needs Swift 6.3, and there is no '$(SWIFT)' in the path:" >&2; \
	  echo "https://www.swift.org/install" >&2; \
	  exit 1; }

# Installs what is missing and nothing else; with nothing missing it runs no package manager.
system-packages: swift-toolchain
	@set -e; missing=; root=; \
	if command -v dpkg >/dev/null; then \
	  for package in $(DEBIAN_PACKAGES); do \
	    dpkg -s $$package 2>/dev/null | grep -q '^Status:.* installed$$' \
	      || missing="$$missing $$package"; \
	  done; \
	  [ -n "$$missing" ] || exit 0; \
	  [ "$$(id -u)" = 0 ] || root=sudo; \
	  echo "installing:$$missing"; \
	  $$root apt-get update -qq; \
	  $$root apt-get install -y -qq --no-install-recommends $$missing; \
	elif [ "$$(uname)" = Darwin ]; then \
	  [ ! -e "$$(xcrun --show-sdk-path 2>/dev/null)/usr/include/histedit.h" ] || exit 0; \
	  brew list $(BREW_PACKAGES) >/dev/null 2>&1 || brew install $(BREW_PACKAGES); \
	elif ! pkg-config --exists libedit libmd sqlite3 zlib; then \
	  echo "Plateau needs the development files of libedit, libmd, SQLite and zlib, and pkg-config." >&2; \
	  exit 1; \
	fi
