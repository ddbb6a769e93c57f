# shellcheck shell=bash
# A private virus scanner in the run's folder, on a unix socket, with one signature of our own: it
# downloads nothing, and the system's own scanner is left alone.

CLAMD_SOCKET=""

# Sets CLAMD_SOCKET. Leaves it empty where there is no clamd: files then stay unchecked.
start_clamd() {
  local home="$RUN/clamd" tries=0
  command -v clamd >/dev/null || return 0
  mkdir -m 700 "$home" "$home/db"
  clamd_signature >"$home/db/onereturn.ndb"
  clamd_settings "$home" >"$home/clamd.conf"
  CLAMD_SOCKET="$home/clamd.sock"
  start_process clamd clamd --foreground --config-file="$home/clamd.conf"
  until [[ -S "$CLAMD_SOCKET" ]]; do
    is_alive clamd || refuse_with_log clamd
    ((tries++ < 400)) || refuse_with_log clamd
    sleep 0.05
  done
}

# What a test puts into a file that is to be refused.
readonly CLAMD_FINDS="onereturn-planted-for-the-virus-check"

clamd_signature() {
  printf 'OneReturn.Planted:0:*:%s\n' "$(printf '%s' "$CLAMD_FINDS" | od -An -v -tx1 | tr -d ' \n')"
}

# A member of an archive beyond MaxFileSize would be skipped and called clean: larger ones than
# these are refused before they get here.
clamd_settings() {
  cat <<END
LocalSocket $1/clamd.sock
LocalSocketMode 600
FixStaleSocket yes
DatabaseDirectory $1/db
TemporaryDirectory $1
Foreground yes
LogTime no
StreamMaxLength 30M
MaxFileSize 60M
MaxScanSize 300M
MaxRecursion 12
MaxFiles 5000
AlertEncrypted yes
AlertOLE2Macros yes
AlertExceedsMax yes
ConcurrentDatabaseReload no
MaxThreads 2
END
}
