# shellcheck shell=bash
# Debian packages: what is missing is installed, nothing of the system is started or changed by it.

readonly POSTGRES_AT_LEAST="15.20"
readonly PACKAGE_LOG="$ROOT/build/logs/packages.log"

# install_packages [for-tests]: with those that only tests need.
install_packages() {
  local missing installed also="${1:-}"
  installed="$(dpkg-query -W -f '${db:Status-Status} ${Package}\n')"
  is_debian_12 || complain "Not Debian 12: packages are not installed; the build may still work."
  is_debian_12 || return 0
  # shellcheck disable=SC2034  # read by end_child
  CHILD_MUST_FINISH=yes
  mapfile -t missing < <(missing_packages)
  if [[ ${#missing[@]} -gt 0 ]]; then
    may_become_root
    prepare_package_lists "${missing[@]}"
    quietly "Installing ${#missing[@]} packages" "$PACKAGE_LOG" \
      without_services apt_install "${missing[@]}"
    keep_new_services_disabled "${missing[@]}"
  fi
  need_safe_postgres
  # shellcheck disable=SC2034
  CHILD_MUST_FINISH=""
}

is_debian_12() { grep -q '^VERSION_CODENAME=bookworm' /etc/os-release 2>/dev/null; }

may_become_root() {
  is_root && return 0
  command -v sudo >/dev/null || refuse "packages are missing (${missing[*]}): run as root, or install sudo."
  sudo -v || refuse "packages are missing (${missing[*]}): sudo is needed to install them."
}

# Names of tools/packages.txt that are not among the installed ones.
missing_packages() {
  wanted_packages | while read -r name; do
    grep -qx "installed $name" <<<"$installed" || say "$name"
  done
}

wanted_packages() {
  local name word unless
  while read -r name word unless _; do
    [[ -z "$name" ]] && continue
    [[ "$word" == unless ]] && command -v "$unless" >/dev/null && continue
    [[ "$word" == for-tests && "$also" != for-tests ]] && continue
    say "$name"
  done < <(sed 's/#.*//' "$ROOT/tools/packages.txt")
}

# Fetches the lists only when a package, or a PostgreSQL that is safe, is not in those at hand.
prepare_package_lists() {
  if lists_suffice "$@"; then return 0; fi
  quietly "Fetching the lists of packages" "$PACKAGE_LOG" as_root apt-get update
}

lists_suffice() {
  local name
  for name in "$@"; do
    [[ -n "$(candidate_of "$name")" ]] || return 1
  done
  postgres_is_safe "$(candidate_of postgresql-15)"
}

candidate_of() {
  apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: //p' | grep -v '(none)' || true
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" && return 0
  say "A package could not be had; trying once more with fresh lists."
  as_root apt-get update &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# without_services COMMAND...: while it runs, installing PostgreSQL makes no cluster and no package
# starts a service. Both notes are taken away again; a machine's own policy is left as it is.
without_services() {
  local policy=/usr/sbin/policy-rc.d create=/etc/postgresql-common/createcluster.d/onereturn.conf
  local made_policy="" made_create="" status=0
  trap 'take_notes_away' EXIT
  trap 'exit 130' INT TERM HUP
  if [[ ! -e $policy ]]; then
    made_policy=$policy
    printf '#!/bin/sh\nexit 101\n' | as_root tee $policy >/dev/null
    as_root chmod 755 $policy
  fi
  if [[ ! -e $create ]]; then
    made_create=$create
    as_root mkdir -p "$(dirname $create)"
    printf 'create_main_cluster = false\n' | as_root tee $create >/dev/null
  fi
  "$@" || status=$?
  exit "$status"
}

take_notes_away() {
  [[ -z "${made_policy:-}" ]] || as_root rm -f "$made_policy"
  [[ -z "${made_create:-}" ]] || as_root rm -f "$made_create"
}

# Debian enables new services for the next start of the machine; ours are private ones, and nothing
# of ours fetches signatures.
keep_new_services_disabled() {
  local name
  [[ -d /run/systemd/system ]] || return 0
  for name in redis-server clamav-daemon pgbouncer prometheus; do
    [[ " $* " == *" $name "* ]] || continue
    as_root systemctl disable --quiet "$name" 2>/dev/null || true
    [[ $name != clamav-daemon ]] ||
      as_root systemctl disable --quiet clamav-daemon.socket clamav-freshclam 2>/dev/null || true
  done
}

postgres_is_safe() { [[ -n "$1" ]] && dpkg --compare-versions "$1" ge "$POSTGRES_AT_LEAST"; }

installed_postgres() { dpkg-query -W -f '${Version}' postgresql-15 2>/dev/null; }

# Row security itself has holes below 15.20. A newer one is installed when Debian offers it and no
# cluster of this machine would notice.
need_safe_postgres() {
  postgres_is_safe "$(installed_postgres)" && return 0
  if ! runs_own_cluster; then
    may_become_root
    prepare_package_lists postgresql-15
    postgres_is_safe "$(candidate_of postgresql-15)" &&
      quietly "Updating PostgreSQL to $(candidate_of postgresql-15)" "$PACKAGE_LOG" \
        without_services apt_install postgresql-15 postgresql-client-15
  fi
  postgres_is_safe "$(installed_postgres)" || explain_old_postgres
}

runs_own_cluster() { pg_lsclusters -h 2>/dev/null | awk '$1 == 15 { print $4 }' | grep -q online; }

explain_old_postgres() {
  complain "PostgreSQL $(installed_postgres) is installed. OneReturn needs $POSTGRES_AT_LEAST or later: row"
  complain "security, which keeps one board's data from another's, has known holes before that."
  complain "Debian's security suite has it. See that /etc/apt/sources.list names the suite"
  complain "bookworm-security, then: apt-get update && apt-get install postgresql-15"
  runs_own_cluster && complain "(This machine runs a cluster of its own, so that is left to you.)"
  exit 1
}
