# shellcheck shell=bash
# The database's migrations, and the files that are written from it.

dev_new_migration() {
  local name="${1:-}" folder=schemas/database/migrations last
  [[ "$name" =~ ^[a-z][a-z0-9_]*$ ]] || refuse "name the migration in snake_case: new-migration add_a_thing"
  last="$(find "$folder" -name '[0-9][0-9][0-9][0-9]_*.sql' -printf '%f\n' | sort | tail -n 1)"
  printf -v last '%04d' $((10#${last:0:4} + 1))
  printf -- '-- Why:\n' >"$folder/${last}_$name.sql"
  say "$folder/${last}_$name.sql"
  say "Written? Then tools/dev golden rewrites the structure and the data-model page."
}

# Rewrites what tests compare with: the structure, the data-model page, expected pages and documents.
dev_golden() {
  install_packages
  build "$TEST_PRESET" admin
  open_run_folder golden
  start_postgres fast
  # shellcheck disable=SC2034  # read by make_database
  ADMIN="$(program "$TEST_PRESET" admin)"
  make_database golden
  schemas/database/write-structure "$PG_SOCKETS" golden postgres
  stop_run_folder "$RUN"
  if find tests/golden -name '*.cpp' 2>/dev/null | grep -q .; then
    ONERETURN_GOLDEN=rewrite dev_test golden
  fi
  say "Review the difference: git diff schemas docs tests"
}
