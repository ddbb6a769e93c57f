# shellcheck shell=bash
# What the tests of proof counted: each writes SECTION.PART.json into FIGURES, one report says it all.

# open_figures: sets ONERETURN_FIGURES, where tests/support/figures writes.
open_figures() {
  export ONERETURN_FIGURES="$RUN/figures"
  mkdir -p "$ONERETURN_FIGURES"
}

# report_figures FILE: the parts put together, numbers added up, with what ran and how it ended.
report_figures() {
  node tools/dev.d/put_together.mjs "$ONERETURN_FIGURES" "$PASSED" "$FAILED" "$SKIPPED" >"$1"
}
