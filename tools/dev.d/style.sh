# shellcheck shell=bash
# Layout and lint.

our_cpp() { find shared services tools tests -type f \( -name '*.cpp' -o -name '*.hpp' \) | sort; }
our_shell() {
  find . \( -path ./build -o -path ./node_modules -o -path ./.git -o -path ./.run \) -prune -o \
    -type f \( -name '*.sh' -o -path ./tools/dev -o -path ./.ci/run \) -print | sort
}

dev_fmt() { our_cpp | xargs -r clang-format -i && say "Laid out $(our_cpp | wc -l) files."; }

check_layout() { our_cpp | xargs -r clang-format --dry-run -Werror; }
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

# Expected pages and documents are rewritten by the tests that compare them.
dev_golden() {
  install_packages
  ONERETURN_GOLDEN=rewrite dev_test golden
  say "Review the difference: git diff tests"
}

dev_new_migration() {
  local name="${1:-}" folder=schemas/database/migrations last
  [[ "$name" =~ ^[a-z][a-z0-9_]*$ ]] || refuse "name the migration in snake_case: new-migration add_a_thing"
  last="$(find "$folder" -name '[0-9][0-9][0-9][0-9]_*.sql' -printf '%f\n' | sort | tail -n 1)"
  printf -v last '%04d' $((10#${last:0:4} + 1))
  printf -- '-- Why:\n' >"$folder/${last}_$name.sql"
  say "$folder/${last}_$name.sql"
}
