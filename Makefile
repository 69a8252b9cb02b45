# A thin face over meson: each target installs the Debian packages it lacks, then does one thing.
BUILD ?= build
PREFIX ?= /usr/local

.PHONY: all run check check-debian13 bench shots fuzz install clean

all:
	@build-aux/build $(BUILD)

run:
	@build-aux/run $(BUILD)

check:
	@build-aux/check $(BUILD)

check-debian13:
	@build-aux/check-debian13 $(BUILD)-debian13

bench:
	@build-aux/bench $(BUILD)-bench $(BENCH)

shots:
	@build-aux/shots $(BUILD)

fuzz:
	@build-aux/fuzz $(BUILD)-fuzz

install:
	@PREFIX=$(PREFIX) build-aux/install $(BUILD)-release

clean:
	rm -rf $(BUILD) $(BUILD)-asan $(BUILD)-bench $(BUILD)-fuzz $(BUILD)-release $(BUILD)-debian13
