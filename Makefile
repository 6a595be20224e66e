# The one way in. Needs a JDK (17 or later) and Maven; libaio1 for MySQL, which `make test` and `make demo` install
# themselves where they may.
.POSIX:
.PHONY: help demo test test-all test-clients faults fuzz dist docs site format bench clean

MVN = mvn -B -q -ntp -Dstyle.color=never
ASSEMBLE = $(MVN) -DskipTests -Dspotless.check.skip=true package -pl distribution -am

help: ## lists what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | awk -F'|' '{ printf "make %-13s%s\n", $$1, $$2 }'

demo: ## loads 600,572 rows from S3 into MySQL, MariaDB and an Aurora stand-in, all of them on this machine
	@build/demo

test: ## builds and tests everything on the oldest JDK found, and the distribution on the newest
	@build/test

test-all: ## builds and tests everything on every JDK found
	@build/test all

test-clients: ## tests the command line with clients that Debian's stable release lacks, from Debian's mirror and Ubuntu's
	@build/test-clients

faults: ## has every fault in every mode on every way of the data, and writes how many were survived into docs/reliability.md
	@build/faults

fuzz: ## throws hostile input at statements, templates, specs, option files and words: 100,000 cases and more
	@build/fuzz

dist: ## assembles distribution/target/lava4j/ and its archives, one of them with a Java of its own
	@$(ASSEMBLE)
	@build/runtime >/dev/null
	@ls -d distribution/target/lava4j distribution/target/lava4j-*.tar.gz

docs: ## writes docs/reference anew from what the distribution says of itself
	@$(ASSEMBLE)
	@build/docs

site: ## builds the site from docs/ and the rest into target/site, and checks it, also in Chromium where it is there
	@build/site

format: ## formats the code
	@$(MVN) spotless:apply -pl '!bom'
	@$(MVN) -f site/pom.xml spotless:apply

bench: ## measures speed and memory, see bench/RESULTS.md
	@bench/run

clean: ## removes what was built
	@$(MVN) clean
	@rm -rf target build/tpch/target site/target site/*/target
