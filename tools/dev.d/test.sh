# shellcheck shell=bash
# All tests, or some; ends with "N passed, N failed" and says so by its exit status.

PASSED=0
FAILED=0
SKIPPED=0
FULL=""
FIGURES_FILE=""
SUITES=()
TEST_PRESET="${ONERETURN_PRESET:-dev}"

dev_test() {
  while [[ $# -gt 0 ]]; do
    case "$1" in
      --full) FULL=yes ;;
      --json)
        FIGURES_FILE="${2:-}"
        [[ -n "$FIGURES_FILE" ]] || refuse "tools/dev test: --json needs a file"
        shift
        ;;
      --*) refuse "tools/dev test: unknown option $1" ;;
      *) SUITES+=("$1") ;;
    esac
    shift
  done
  install_packages for-tests
  open_run_folder test
  open_figures
  only_style || prepare_programs
  run_suites
  # What was counted stands before the sanitizers begin, which take as long again and count no more.
  [[ -z "$FIGURES_FILE" ]] || report_figures "$FIGURES_FILE"
  if [[ -n "$FULL" ]]; then
    run_under_sanitizers
    [[ -z "$FIGURES_FILE" ]] || report_figures "$FIGURES_FILE"
  fi
  say ""
  say "$PASSED passed, $FAILED failed$( ((SKIPPED == 0)) || echo ", $SKIPPED skipped")"
  [[ $FAILED -eq 0 && $PASSED -gt 0 ]]
}

dev_handbook() {
  export ONERETURN_HANDBOOK=rewrite
  dev_test journeys year
}

only_style() { [[ "${SUITES[*]}" == style ]]; }

prepare_programs() {
  build_assets
  build "$TEST_PRESET"
  start_postgres fast
  start_redis
  export ONERETURN_TEST_PG="$PG_SOCKETS" ONERETURN_TEST_PG_USER=postgres
  export ONERETURN_TEST_REDIS="$REDIS_SOCKET" ONERETURN_TEST_FULL="$FULL"
  export ONERETURN_TEST_BUILD="$ROOT/build/$TEST_PRESET" ONERETURN_TEST_PRESET="$TEST_PRESET"
}

run_suites() {
  wanted style && run_style
  local executable
  while read -r executable; do
    wanted "$(basename "$executable")" && run_gtest "$executable"
  done < <(test_executables)
  run_node_suites
  run_proof_suites
  wanted watching && run_watching
  run_fuzz
  return 0
}

# Tests with threads of ours in them: pool, server, work loop, wake, caches, and the programs whole.
readonly THREADED=(unit_http unit_postgres unit_gateway database_postgres database_jobs
  functional_framing functional_redis functional_worker)

# With --full: everything without a browser once more under the address and undefined behaviour
# sanitizers, what has threads under the thread sanitizer, the demonstration under both. Larger
# rounds were played before, and what they counted stands.
run_under_sanitizers() {
  anything_to_sanitize || return 0
  local figures="$ONERETURN_FIGURES"
  export ONERETURN_TEST_FULL="" ONERETURN_FIGURES=""
  run_sanitized asan
  run_sanitized tsan "${THREADED[@]}"
  export ONERETURN_FIGURES="$figures"
}

# Nothing is built for a suite that is played by a browser or by Node.
anything_to_sanitize() {
  local executable
  wanted demo && return 0
  while read -r executable; do
    wanted "$(basename "$executable")" && return 0
  done < <(test_executables)
  return 1
}

# run_sanitized PRESET [TEST...]: those tests, or all, in that build. Reports go to files, because a
# program that a test starts and stops has nobody who reads what it says at its end.
run_sanitized() {
  local preset="$1" executable name
  shift
  build "$preset" ${1:+gateway worker admin "$@"}
  TEST_PRESET="$preset"
  export ONERETURN_TEST_BUILD="$ROOT/build/$preset" ONERETURN_TEST_PRESET="$preset"
  local options="log_path=$RUN/logs/report-$preset:halt_on_error=1:print_stacktrace=1"
  export ASAN_OPTIONS="$options:detect_leaks=1:detect_stack_use_after_return=1"
  export UBSAN_OPTIONS="$options" TSAN_OPTIONS="$options:second_deadlock_stack=1"
  TSAN_OPTIONS+=":suppressions=$ROOT/tests/support/thread_sanitizer_suppressions.txt"
  while read -r executable; do
    name="$(basename "$executable")"
    [[ $# -eq 0 || " $* " == *" $name "* ]] || continue
    wanted "$name" && run_gtest "$executable"
  done < <(test_executables)
  wanted demo && run_node demo 2400 "$(node_tests demo)"
  count_one "no_report_of_$preset" "$RUN/logs/no-report-$preset.log" show_reports "$preset"
}

# Fails when there are any.
show_reports() {
  local report found=""
  for report in "$RUN/logs/report-$1".*; do
    [[ -f "$report" ]] || continue
    found=yes
    head -n 40 "$report"
  done
  [[ -z "$found" ]]
}

# wanted NAME: no suite was named, or this one, or its kind (the word before the first underscore).
wanted() {
  local suite
  [[ ${#SUITES[@]} -eq 0 ]] && return 0
  for suite in "${SUITES[@]}"; do
    [[ "$1" == "$suite" || "${1%%_*}" == "$suite" ]] && return 0
  done
  return 1
}

run_style() {
  local check
  for check in check_layout check_shell; do
    count_one "$check" "$RUN/logs/$check.log" "$check"
  done
  if api_can_be_checked; then
    count_one check_api "$RUN/logs/check_api.log" check_api
  else
    report check_api 0 0 1
  fi
}

# count_one NAME LOG COMMAND...: one test that passes when the command does.
count_one() {
  local name="$1" log="$2" status=0
  shift 2
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [[ $status -eq 0 ]]; then
    report "$name" 1 0 0
  else
    report "$name" 0 1 0
    tail -n 40 "$log"
  fi
}

report() {
  PASSED=$((PASSED + $2))
  FAILED=$((FAILED + $3))
  SKIPPED=$((SKIPPED + $4))
  remember "$@"
  local skipped=""
  [[ $4 -eq 0 ]] || skipped=", $4 left out"
  printf '%-44s %6d good, %d bad%s\n' "$1" "$2" "$3" "$skipped"
}

# Quick kinds first, so that a mistake is seen early.
test_executables() {
  local kind
  for kind in house unit property fuzz database functional golden; do
    find "build/$TEST_PRESET/tests" -maxdepth 3 -type f -perm -u+x -name "${kind}_*" 2>/dev/null | sort
  done
}

run_gtest() {
  local name log status=0
  name="$(basename "$1")"
  was_good "$name" && return
  log="$RUN/logs/$name.log"
  run_for_at_most "$([[ -z "$FULL" ]] && echo 900 || echo 3600)" "$log" "$1" --gtest_color=no || status=$?
  local good bad out
  good="$(number_after "$log" 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p')"
  bad="$(number_after "$log" 's/^\[  FAILED  \] \([0-9]*\) test.*/\1/p')"
  out="$(number_after "$log" 's/^\[  SKIPPED \] \([0-9]*\) test.*/\1/p')"
  # One that died, or ran nothing, is a failure whatever it printed.
  [[ ($status -ne 0 || $((good + out)) -eq 0) && $bad -eq 0 ]] && bad=1
  report "$name" "$good" "$bad" "$out"
  [[ $bad -eq 0 ]] || show_failures "$log"
}

number_after() {
  local n
  n="$(sed -n "$2" "$1" | tail -n 1)"
  echo "${n:-0}"
}

show_failures() {
  grep -nE '(^\[  FAILED|Failure$|^not ok|error:)' "$1" | head -n 40 || true
  tail -n 60 "$1"
}

# run_for_at_most SECONDS LOG COMMAND...: in front of the exit trap, so that Ctrl-C ends it too.
run_for_at_most() {
  local seconds="$1" log="$2" status=0
  shift 2
  set -m
  timeout --foreground -k 10 "$seconds" "$@" >"$log" 2>&1 </dev/null &
  CHILD=$!
  set +m
  wait "$CHILD" || status=$?
  CHILD=""
  return "$status"
}

run_node_suites() {
  local suite
  wanted demo && run_node demo 900 "$(node_tests demo)"
  for suite in functional journeys again year; do
    if wanted "$suite" && [[ -n "$(node_tests "$suite")" ]]; then
      was_good "$suite" && continue
      # The one that looks at a board in the middle of its year.
      start_service_anew "$TEST_PRESET" "$([[ "$suite" != year ]] || echo with-year)"
      run_node "$suite" "$([[ -z "$FULL" ]] && echo 1500 || echo 5400)" "$(node_tests "$suite")"
      count_one "logs_of_$suite" "$RUN/logs/logs-of-$suite.log" \
        node tests/watching/logs_of_journeys.mjs "$RUN/logs"
    fi
  done
  return 0
}

# tests/proof/NAME is the suite proof_NAME, with a service to itself. These begin their own, as they
# end it in every way there is.
readonly OWN_STAGE=(faults)
# With --full these are played with the programs as they are installed: what they measure is told.
readonly MEASURED=(load)

run_proof_suites() {
  local folder name preset
  for folder in tests/proof/*/; do
    name="$(basename "$folder")"
    [[ -n "$(node_tests "proof/$name")" ]] || continue
    wanted "proof_$name" || continue
    was_good "proof_$name" && continue
    preset="$TEST_PRESET"
    if [[ -n "$FULL" && " ${MEASURED[*]} " == *" $name "* ]]; then
      preset=release
      build release gateway worker admin load
    fi
    [[ " ${OWN_STAGE[*]} " == *" $name "* ]] || start_service_anew "$preset"
    ONERETURN_TEST_BUILD="$ROOT/build/$preset" \
      run_node "proof_$name" "$([[ -z "$FULL" ]] && echo 900 || echo 5400)" "$(node_tests "proof/$name")"
  done
  return 0
}

node_tests() { find "tests/$1" -name '*.test.mjs' 2>/dev/null | sort; }

# Tests that need the whole service find it in ONERETURN_URL and its neighbours (service.sh). Each
# suite has one to itself, with the region as it is on its first day.
# start_service_anew [PRESET] [with-year]
start_service_anew() {
  [[ -z "${ONERETURN_URL:-}" ]] || stop_service
  start_service "${1:-$TEST_PRESET}" "${2:-}"
}

# run_node NAME SECONDS FILES: one report for all; a runner that dies counts as a failure.
run_node() {
  local name="$1" seconds="$2" files="$3" log="$RUN/logs/$1.log" status=0 good bad out
  [[ -n "$files" ]] || return 0
  was_good "$name" && return
  # shellcheck disable=SC2086
  run_for_at_most "$seconds" "$log" node --test --test-reporter=tap $files || status=$?
  good="$(number_after "$log" 's/^# pass \([0-9]*\)$/\1/p')"
  bad="$(number_after "$log" 's/^# fail \([0-9]*\)$/\1/p')"
  out="$(number_after "$log" 's/^# skipped \([0-9]*\)$/\1/p')"
  [[ ($status -ne 0 || $((good + out)) -eq 0) && $bad -eq 0 ]] && bad=1
  report "$name" "$good" "$bad" "$out"
  [[ $bad -eq 0 ]] || show_failures "$log"
}
