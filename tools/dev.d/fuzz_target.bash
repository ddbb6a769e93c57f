#!/usr/bin/env bash
# fuzz_target.bash FOLDER SECONDS NAME: plays one target from its corpus. Leaves FOLDER/NAME.log,
# NAME.good when every property held, and NAME-* when an input ended it.
set -euo pipefail

folder="$1" seconds="$2" name="$3"
grown="$folder/grown-$name"
mkdir -p "$grown"
options=(-max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384
  -print_final_stats=1 -artifact_prefix="$folder/$name-")
words="tests/fuzz/dictionaries/$name.dict"
[[ ! -f "$words" ]] || options+=(-dict="$words")

if "build/fuzz/tests/fuzz/fuzz_$name" "${options[@]}" "$grown" "tests/fuzz/corpus/$name" \
  >"$folder/$name.log" 2>&1; then
  touch "$folder/$name.good"
fi
