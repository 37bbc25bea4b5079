# make; make test; make demo; see README.md

VERSION = 0.1
PREFIX = /usr/local
DESTDIR =
CC = cc
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wvla
CFLAGS = -O2 -g
BUILD = build
ifdef SAN
BUILD = build/san
CFLAGS = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined \
	-fno-sanitize-recover=all
endif
TIME = 30

ALL_CFLAGS = -std=c17 -pthread -D_DEFAULT_SOURCE -Iinclude -Ilib $(WARN) $(CFLAGS) \
	$$(pkg-config --cflags jansson sqlite3)
LIBS = -pthread -lcsv $$(pkg-config --libs jansson sqlite3) -lm

TOOLS = $(patsubst cmd/%.c,%,$(wildcard cmd/sp-*.c))
LIBSRC = $(wildcard lib/*/*.c lib/*/*/*.c)
LIBOBJ = $(LIBSRC:%.c=$(BUILD)/%.o) $(BUILD)/lib/store/steps.o
CLIOBJ = $(patsubst %.c,$(BUILD)/%.o,$(wildcard cmd/cli*.c))
UNITS = $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(wildcard tests/unit/*.c))
FUZZED = $(patsubst tests/fuzz/%.c,$(BUILD)/tests/fuzz/%,\
	$(filter-out %/replay.c,$(wildcard tests/fuzz/*.c)))
STEPS = $(sort $(wildcard lib/store/schema/*.sql))
TORTURE = $(BUILD)/tests/torture/faults.so
CATALOGUE = $(BUILD)/locale/nl/LC_MESSAGES/sp.mo
BINARIES = $(TOOLS:%=$(BUILD)/bin/%)

all: $(BINARIES) $(CATALOGUE)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -DSP_VERSION='"$(VERSION)"' -MMD -MP -c -o $@ $<

# each schema step becomes a string
$(BUILD)/lib/store/steps.c: $(STEPS) Makefile
	@mkdir -p $(@D)
	@{ echo '#include "store/schema.h"'; \
	echo 'const struct sp_schema_step sp_schema_steps[] = {'; \
	for f in $(STEPS); do n=$${f##*/}; echo "{ $${n%%-*},"; \
	sed 's/[\\"]/\\&/g; s/.*/"&\\n"/' $$f; echo '},'; done; \
	echo '};'; echo 'const size_t sp_schema_steps_n = $(words $(STEPS));'; \
	} >$@

$(BUILD)/lib/store/steps.o: $(BUILD)/lib/store/steps.c
	$(CC) -std=c17 -Iinclude -Ilib -Wno-overlength-strings -c -o $@ $<

$(BUILD)/libsp.a: $(LIBOBJ)
	@rm -f $@
	ar rcs $@ $(LIBOBJ)

$(BUILD)/bin/sp-%: $(BUILD)/cmd/sp-%.o $(CLIOBJ) $(BUILD)/libsp.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/tests/bench/%: tests/bench/%.c $(BUILD)/libsp.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -o $@ $< $(BUILD)/libsp.a $(LIBS)

$(BUILD)/tests/unit/%: tests/unit/%.c $(BUILD)/libsp.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests/unit -MMD -MP -o $@ $< $(BUILD)/libsp.a $(LIBS)

# a harness and its corpus, without a fuzzer
$(BUILD)/tests/fuzz/%: tests/fuzz/%.c tests/fuzz/replay.c tests/fuzz/fuzz.h \
	$(BUILD)/libsp.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -o $@ $< tests/fuzz/replay.c $(BUILD)/libsp.a $(LIBS)

# what breaks the machine under a tool; sanitizers have their own memory
$(TORTURE): tests/torture/faults.c
	@mkdir -p $(@D)
	$(CC) -std=c17 -O1 $(WARN) $(if $(SAN),,-DFAULTS_MEMORY) -shared -fPIC -o $@ $<

$(CATALOGUE): lib/po/nl.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

test: all $(UNITS) $(FUZZED) $(TORTURE)
	@PATH="$(CURDIR)/$(BUILD)/bin:$$PATH" SP_SOURCE="$(CURDIR)" \
	DATA="$(if $(DATA),$(abspath $(DATA)))" \
	prove --merge $(if $(JOBS),-j$(JOBS)) tests/*.t $(UNITS)

lint:
	clang-format --dry-run -Werror $$(git ls-files '*.[ch]')
	cppcheck --quiet --error-exitcode=1 --std=c11 --inline-suppr \
	--library=tests/lint.cfg --enable=warning,portability -Iinclude -Ilib -DSP_VERSION='""' cmd lib
	shellcheck -x -P SCRIPTDIR tests/*.sh tests/bench/*.sh tests/*.t examples/*.sh \
	lib/po/extract .ci/run .ci/deps
	for page in man/*; do mandoc -Tlint -Wwarning $$page || exit 1; done

# takes new sentences into the catalogue, drops old ones, and prints those
# that have no Dutch yet
po:
	@mkdir -p $(BUILD)
	@lib/po/extract >$(BUILD)/sp.pot
	@msgmerge --quiet --no-fuzzy-matching -o $(BUILD)/nl.po lib/po/nl.po \
	$(BUILD)/sp.pot
	@msgattrib --no-obsolete -o lib/po/nl.po $(BUILD)/nl.po
	@msgattrib --untranslated --no-wrap lib/po/nl.po | sed 1,/^$$/d

fuzz:
	tests/fuzz/run $(TIME)

bench: all $(BUILD)/tests/bench/rank
	@PATH="$(CURDIR)/$(BUILD)/bin:$(CURDIR)/$(BUILD)/tests/bench:$$PATH" \
	tests/bench.sh $(ROWS)

demo: all
	@PATH="$(CURDIR)/build/bin:$$PATH" examples/demo.sh

# the kinds in sp-formats(5), from the tables of columns
.PHONY: manual
manual: $(BUILD)/tests/unit/manual
	@$(BUILD)/tests/unit/manual print >$(BUILD)/kinds.mdoc
	@sed -i -e '/^\.\\" kinds:/,/^\.\\" end of kinds/{//!d}' \
	-e '/^\.\\" kinds:/r $(BUILD)/kinds.mdoc' man/sp-formats.5

deps:
	@.ci/deps

install: all
	for d in bin share/man/man1 share/man/man5 share/man/man7 \
	share/bash-completion/completions share/zsh/site-functions \
	share/locale/nl/LC_MESSAGES share/doc/sp; do \
	install -d "$(DESTDIR)$(PREFIX)/$$d" || exit 1; done
	install $(BINARIES) "$(DESTDIR)$(PREFIX)/bin"
	for page in man/*; do install -m 644 $$page \
	"$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}" || exit 1; done
	for t in $(TOOLS); do \
	$(BUILD)/bin/$$t --completion bash | install -m 644 /dev/stdin \
	"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/$$t" && \
	$(BUILD)/bin/$$t --completion zsh | install -m 644 /dev/stdin \
	"$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_$$t" || exit 1; done
	install -m 644 $(CATALOGUE) "$(DESTDIR)$(PREFIX)/share/locale/nl/LC_MESSAGES"
	cp -R examples LICENSE README.md "$(DESTDIR)$(PREFIX)/share/doc/sp"
	chmod -R u=rwX,go=rX "$(DESTDIR)$(PREFIX)/share/doc/sp"

uninstall:
	cd "$(DESTDIR)$(PREFIX)" && rm -rf share/doc/sp \
	share/locale/nl/LC_MESSAGES/sp.mo $(TOOLS:%=bin/%) \
	$(TOOLS:%=share/bash-completion/completions/%) \
	$(TOOLS:%=share/zsh/site-functions/_%) \
	$(patsubst man/%,share/man/man?/%,$(wildcard man/*))

clean:
	rm -rf build

.PHONY: all po test lint fuzz bench demo deps install uninstall clean
.SECONDARY:
-include $(LIBOBJ:.o=.d) $(CLIOBJ:.o=.d) $(TOOLS:%=$(BUILD)/cmd/%.d) $(UNITS:=.d)
