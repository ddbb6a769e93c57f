# shellcheck shell=bash
# The long look: layout, shell, and clang-tidy of what has changed since it was last found good.

# Newer than Debian's default, which cannot read g++ 12's ranges.
readonly TIDY=clang-tidy-16
readonly TIDY_GOOD="$ROOT/build/tidy"

dev_lint() {
  install_packages
  command -v "$TIDY" >/dev/null ||
    quietly "Installing $TIDY" "$PACKAGE_LOG" without_services apt_install "$TIDY"
  quietly "Layout" "$LOGS/layout.log" check_layout
  quietly "Shell" "$LOGS/shell.log" check_shell
  build dev
  quietly "clang-tidy" "$LOGS/clang-tidy.log" check_tidy "$@"
}

# check_tidy [FILE...]: every source that the build knows, or those named. About ten seconds each,
# but one found good with the same text, headers and rules is not looked at again.
check_tidy() {
  mkdir -p "$TIDY_GOOD"
  tidy_keys >"$TIDY_GOOD/keys"
  { if [[ $# -gt 0 ]]; then printf '%s\n' "$@"; else our_cpp | grep '\.cpp$'; fi; } |
    sort | join - <(sort "$TIDY_GOOD/keys") |
    while read -r file key; do
      [[ -e "$TIDY_GOOD/$key" ]] || echo "$file $key"
    done >"$TIDY_GOOD/left"
  say "$(wc -l <"$TIDY_GOOD/left") of $(wc -l <"$TIDY_GOOD/keys") sources to look at."
  export TIDY TIDY_GOOD
  # shellcheck disable=SC2016  # for the shell within
  xargs -r -a "$TIDY_GOOD/left" -P "$(nproc)" -n 2 bash -c '
    "$TIDY" -p build/dev --quiet --extra-arg=-Wno-unknown-warning-option "$0" &&
      touch "$TIDY_GOOD/$1" && echo "good: $0"'
}

# Each source of the build with the digest of all that it includes of ours and of the rules.
tidy_keys() {
  local rules sums="$TIDY_GOOD/sums" source text
  rules="$({ "$TIDY" --version && cat .clang-tidy tests/.clang-tidy; } | sha256sum)"
  ninja -C build/dev -t deps | grep -v '^    /usr/' >"$TIDY_GOOD/deps"
  grep '^    ' "$TIDY_GOOD/deps" | sort -u |
    (cd build/dev && xargs sha256sum 2>/dev/null) >"$sums" || true
  awk 'NR == FNR { sum[$2] = $1; next }
    /^[^ ]/ { source = ""; next }
    !NF { if (source != "") print source, text; next }
    source == "" { source = $1; text = "" }
    { text = text sum[$1] }' "$sums" "$TIDY_GOOD/deps" |
    while read -r source text; do
      source="${source#../../}"
      echo "${source#"$ROOT"/} $(sha256sum <<<"$rules$text" | cut -d ' ' -f 1)"
    done | sort -u
}
