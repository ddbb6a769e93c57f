# shellcheck shell=bash
# What the tests of proof counted: each writes SECTION.PART.json into FIGURES, one report says it all.
# The full tier takes hours: what was good for the very same sources is not played again, so that a
# run that was interrupted goes on where it was. A check that was mended is played again alone.

GOOD_BEFORE=""
SUITE_BEGAN=$SECONDS
SUITE_ITSELF=""

# open_figures: sets ONERETURN_FIGURES, where tests/support/figures writes.
open_figures() {
  export ONERETURN_FIGURES="$RUN/figures"
  if [[ -n "$FULL" ]]; then
    GOOD_BEFORE="$ROOT/build/full/$(digest_of_sources)"
    ONERETURN_FIGURES="$GOOD_BEFORE/figures"
  fi
  mkdir -p "$ONERETURN_FIGURES"
}

# Of everything but what is only read by people, and what is one suite's own.
digest_of_sources() {
  local kind own=(':!docs' ':!*.md')
  for kind in again demo database fuzz functional journeys proof property unit watching year; do
    own+=(":!tests/$kind")
  done
  digest_of . "${own[@]}"
}

# digest_of PATHSPEC...
digest_of() {
  git ls-files -co --exclude-standard -- "$@" | sort |
    xargs -d '\n' sha256sum 2>/dev/null | sha256sum | cut -c 1-16
}

# of_itself SUITE: the digest of what is the suite's own, which nothing else reads; the house's
# tests read everything.
of_itself() {
  local folders
  case "$1" in
    house_*) folders=(.) ;;
    # Mutants are held against the catalogue's rules.
    database_catalogue | database_mutants) folders=(tests/database/{catalogue,mutants}) ;;
    # Each reads the other's list of secrets.
    journeys) folders=(tests/journeys tests/watching tests/proof/watching) ;;
    again | year) folders=("tests/$1" tests/journeys) ;;
    proof_watching) folders=(tests/watching tests/proof/watching) ;;
    # Its programs are built from here, and their corpora played by tests.
    fuzz_*) folders=(tests/fuzz) ;;
    *_*) folders=("tests/${1/_//}" "tests/${1%%_*}/CMakeLists.txt") ;;
    *) folders=("tests/$1") ;;
  esac
  digest_of "${folders[@]}"
}

# line_of NAME: what is remembered of it.
line_of() {
  grep -s -m 1 "^$TEST_PRESET/$1 $(of_itself "$1") " "$GOOD_BEFORE/suites"
}

# begin_suite NAME: what it is made of as it begins, whatever is edited meanwhile.
begin_suite() {
  SUITE_BEGAN=$SECONDS
  SUITE_ITSELF="$([[ -z "$GOOD_BEFORE" ]] || of_itself "$1")"
}

# was_good NAME: in an earlier full run of these sources; then its figures count again.
was_good() {
  local line
  begin_suite "$1"
  [[ -n "$GOOD_BEFORE" ]] || return 1
  line="$(line_of "$1")" || return 1
  local good out when
  read -r _ _ good out when <<<"$line"
  PASSED=$((PASSED + good))
  SKIPPED=$((SKIPPED + out))
  printf '%-44s %6d good, 0 bad (at %s, same sources)\n' "$1" "$good" "$when"
}

# all_were_good NAME...: those that count together, or none of them.
all_were_good() {
  local name
  begin_suite "$1"
  [[ -n "$GOOD_BEFORE" ]] || return 1
  for name in "$@"; do
    line_of "$name" >/dev/null || return 1
  done
  for name in "$@"; do was_good "$name"; done
}

# remember NAME GOOD BAD LEFT-OUT: what was good and took more than a moment.
remember() {
  [[ -n "$GOOD_BEFORE" && $3 -eq 0 && $2 -gt 0 && $((SECONDS - SUITE_BEGAN)) -gt 10 ]] || return 0
  printf '%s/%s %s %d %d %s\n' "$TEST_PRESET" "$1" "$SUITE_ITSELF" "$2" "$4" "$(date +%H:%M)" \
    >>"$GOOD_BEFORE/suites"
}

# report_figures FILE: the parts put together, numbers added up, with what ran and how it ended.
report_figures() {
  node tools/dev.d/put_together.mjs "$ONERETURN_FIGURES" "$PASSED" "$FAILED" "$SKIPPED" >"$1"
}
