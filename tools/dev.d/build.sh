# shellcheck shell=bash
# C++ programs and front-end files.

readonly LOGS="$ROOT/build/logs"
# A second clone finds what the first has compiled: paths count from the project's own folder.
export CCACHE_BASEDIR="${CCACHE_BASEDIR:-$ROOT}" CCACHE_NOHASHDIR=true

# Two runs may happen at once; only one at a time installs and builds.
one_at_a_time() {
  mkdir -p "$ROOT/build"
  exec {BUILD_LOCK}>"$ROOT/build/lock"
  flock -n "$BUILD_LOCK" && return 0
  say "Waiting for another tools/dev that is building ..."
  flock "$BUILD_LOCK"
}

let_others_build() { exec {BUILD_LOCK}>&-; }

# build PRESET [TARGET...]: configures once, builds what changed.
build() {
  one_at_a_time
  build_targets "$@"
  let_others_build
}

build_targets() {
  local preset="$1"
  shift
  [[ -f "$ROOT/build/$preset/build.ninja" ]] ||
    quietly "Configuring the $preset build" "$LOGS/configure-$preset.log" \
      cmake --preset "$preset"
  quietly "Building ($preset)" "$LOGS/build-$preset.log" \
    cmake --build "$ROOT/build/$preset" -j "$(build_jobs)" ${1:+--target "$@"}
}

# As many compilers as cores, but no more than the memory can feed at 1.5 GB each.
build_jobs() {
  local cores memory
  cores="$(nproc)"
  memory="$(awk '/^MemAvailable/ { print int($2 / 1500000) }' /proc/meminfo)"
  ((memory < 1)) && memory=1
  echo $((cores < memory ? cores : memory))
}

# program PRESET NAME: its path.
program() {
  local found
  found="$(find "$ROOT/build/$1/services" "$ROOT/build/$1/tools" -maxdepth 2 -type f -name "$2" -perm -u+x 2>/dev/null | head -n 1)"
  [[ -n "$found" ]] && echo "$found"
}

# Front-end packages when the lock file changed, front-end files when a source did.
build_assets() {
  one_at_a_time
  build_assets_alone
  let_others_build
}

build_assets_alone() {
  [[ -f "$ROOT/package-lock.json" ]] || return 0
  install_node_modules
  local stamp="$ROOT/build/assets.stamp"
  if [[ ! -e "$stamp" || -n "$(find "$ROOT/services/gateway/assets" package.json -newer "$stamp" -print -quit 2>/dev/null)" ]]; then
    quietly "Building the front-end files" "$LOGS/assets.log" npm run --silent build:assets -- "$ROOT/build/assets"
    touch "$stamp"
  fi
  return 0
}

install_node_modules() {
  local stamp="$ROOT/node_modules/.onereturn-lock" now
  now="$(sha256sum <"$ROOT/package-lock.json")"
  [[ -f "$stamp" && "$(cat "$stamp")" == "$now" ]] && return 0
  quietly "Installing front-end packages" "$LOGS/npm.log" npm ci --ignore-scripts --no-audit --no-fund
  echo "$now" >"$stamp"
}
