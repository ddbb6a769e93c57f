# shellcheck shell=bash
# Layout of everything, and lint of the shell pieces.

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
# The API's description, by redocly. It asks nobody and tells nobody.
check_api() {
  install_node_modules &&
    REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true \
      node_modules/.bin/redocly lint --config schemas/api/redocly.yaml schemas/api/openapi.yaml
}
# redocly needs a newer Node than Debian 12 has; everything else does not.
api_can_be_checked() {
  node -e 'const [a, b] = process.versions.node.split(".").map(Number);
    process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
}
check_shell() { our_shell | xargs -r shellcheck --severity=style; }
