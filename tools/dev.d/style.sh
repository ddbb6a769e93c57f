# shellcheck shell=bash
# Layout and lint.

our_cpp() { find shared services tools tests -type f \( -name '*.cpp' -o -name '*.hpp' \) | sort; }
our_scripts() { find services tools tests -type f \( -name '*.mjs' -o -name '*.js' \) | sort; }
laid_out() { our_cpp && our_scripts; }
# Our shell pieces, and whatever says so in its first line.
our_shell() {
  {
    find tools tests schemas services .ci -type f -name '*.sh'
    grep -rlE -m 1 '^#!.*\bbash$' tools tests schemas services .ci
  } | sort -u
}

dev_fmt() {
  install_node_modules
  our_cpp | xargs -r clang-format -i
  our_scripts | xargs -r node_modules/.bin/prettier --log-level warn --write
  say "Laid out $(laid_out | wc -l) files."
}

check_layout() {
  install_node_modules &&
    our_cpp | xargs -r clang-format --dry-run -Werror &&
    our_scripts | xargs -r node_modules/.bin/prettier --log-level warn --check
}
check_shell() { our_shell | xargs -r shellcheck --severity=style; }

# Newer than Debian's default, which cannot read g++ 12's ranges.
readonly TIDY=clang-tidy-16

dev_lint() {
  install_packages
  command -v "$TIDY" >/dev/null ||
    quietly "Installing $TIDY" "$PACKAGE_LOG" without_services apt_install "$TIDY"
  quietly "Layout" "$LOGS/layout.log" check_layout
  quietly "Shell" "$LOGS/shell.log" check_shell
  build dev
  quietly "clang-tidy" "$LOGS/clang-tidy.log" check_tidy "$@"
}

# check_tidy [FILE...]: every source that the build knows, or those named. About ten seconds each.
check_tidy() {
  { if [[ $# -gt 0 ]]; then printf '%s\n' "$@"; else our_cpp | grep '\.cpp$'; fi; } |
    while read -r file; do
      grep -q "\"$ROOT/$file\"" build/dev/compile_commands.json && echo "$file"
    done |
    xargs -r -P "$(nproc)" -n 2 "$TIDY" -p build/dev --quiet \
      --extra-arg=-Wno-unknown-warning-option
}
