# shellcheck shell=bash
# Programs that try inputs nobody thought of: clang's fuzzer with the sanitizers. One for each file
# of tests/fuzz/targets; docs/guides/fuzzing.md says how to play one alone.

readonly FUZZ_KEPT="$ROOT/artefacts/fuzz"

# Two at once: 5 seconds each, 120 with --full. Each is a test; what ends one is kept, and the
# command that plays it again is said.
run_fuzz() {
  local name names=() seconds=5
  for name in tests/fuzz/targets/*.cpp; do
    name="$(basename "$name" .cpp)"
    wanted "fuzz_$name" && names+=("$name")
  done
  [[ ${#names[@]} -gt 0 ]] || return 0
  all_were_good "${names[@]/#/fuzz_}" && return 0
  [[ -z "$FULL" ]] || seconds=120
  build fuzz "${names[@]/#/fuzz_}"
  mkdir -p "$RUN/fuzz"
  printf '%s\n' "${names[@]}" >"$RUN/fuzz/names"
  run_for_at_most $((60 + seconds * 3 * ${#names[@]} / 2)) "$RUN/logs/fuzz.log" \
    xargs -a "$RUN/fuzz/names" -P 2 -n 1 \
    bash tools/dev.d/fuzz_target.bash "$RUN/fuzz" "$seconds" || true
  for name in "${names[@]}"; do
    report_fuzz "$name"
  done
  fuzz_figures "${names[@]}" >"$ONERETURN_FIGURES/fuzz.targets.json"
}

report_fuzz() {
  local name="$1" kept="" found
  if [[ -f "$RUN/fuzz/$name.good" ]]; then
    report "fuzz_$name" 1 0 0
    return
  fi
  report "fuzz_$name" 0 1 0
  tail -n 40 "$RUN/fuzz/$name.log" 2>/dev/null || say "It did not begin."
  mkdir -p "$FUZZ_KEPT"
  for found in "$RUN/fuzz/$name"-*; do
    [[ -f "$found" ]] || continue
    kept="$FUZZ_KEPT/$(basename "$found")"
    cp "$found" "$kept"
    say "Kept. Again: build/fuzz/tests/fuzz/fuzz_$name ${kept#"$ROOT"/}"
  done
}

# {"targets": …, "executions": …, "crashes": …, "by_target": {name: executions}}
fuzz_figures() {
  local name count all=0 crashes=0 each=""
  for name in "$@"; do
    count="$(number_after "$RUN/fuzz/$name.log" 's/^stat::number_of_executed_units: *\([0-9]*\)$/\1/p')"
    all=$((all + count))
    [[ -f "$RUN/fuzz/$name.good" ]] || crashes=$((crashes + 1))
    each+="${each:+,}\"$name\":$count"
  done
  echo "{\"targets\":$#,\"executions\":$all,\"crashes\":$crashes,\"by_target\":{$each}}"
}
