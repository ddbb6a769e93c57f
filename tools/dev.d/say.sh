# shellcheck shell=bash
# What a person sees while something works: one line, how far it is, how long it took.

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }

refuse() {
  complain "tools/dev: $*"
  exit 1
}

# The child in front, with all that it started, as a process group; stop_everything ends it. One
# that must not be interrupted half way (dpkg) is waited for instead.
CHILD=""
CHILD_MUST_FINISH=""

# quietly WORDS LOG COMMAND...: runs it with its output in LOG, shows progress, and on failure the
# end of the log. Waits in the background, so that Ctrl-C is answered at once.
quietly() {
  local words="$1" log="$2" started=$SECONDS status=0
  shift 2
  mkdir -p "$(dirname "$log")"
  [[ -t 1 ]] || say "$words ..."
  set -m
  "$@" >"$log" 2>&1 </dev/null &
  CHILD=$!
  set +m
  show_progress "$words" "$log" "$CHILD"
  wait "$CHILD" || status=$?
  CHILD=""
  [[ ! -t 1 ]] || printf '\r\033[K'
  if [[ $status -ne 0 ]]; then
    complain "$words: failed ($status). The end of $log:"
    tail -n 60 "$log" >&2
    return "$status"
  fi
  say "$words: done in $((SECONDS - started)) s"
}

# On a terminal one line that changes; in a pipeline a line every half minute.
show_progress() {
  local words="$1" log="$2" child="$3" began=$SECONDS next=$((SECONDS + 30)) last
  while kill -0 "$child" 2>/dev/null; do
    if [[ -t 1 ]]; then
      last="$(tail -c 400 "$log" 2>/dev/null | tail -n 1 | tr -dc '[:print:]')"
      printf '\r\033[K%s ... %d s  %.60s' "$words" $((SECONDS - began)) "$last"
    elif ((SECONDS >= next)); then
      last="$(tail -c 400 "$log" 2>/dev/null | tail -n 1 | tr -dc '[:print:]')"
      printf '  %d s  %.80s\n' $((SECONDS - began)) "$last"
      next=$((SECONDS + 30))
    fi
    sleep 0.2
  done
}

end_child() {
  [[ -n "$CHILD" ]] || return 0
  if [[ -n "$CHILD_MUST_FINISH" ]]; then
    complain "Waiting for the packages to be installed; stopping half way would leave them broken."
  else
    kill -TERM -- "-$CHILD" 2>/dev/null || true
  fi
  while kill -0 -- "-$CHILD" 2>/dev/null; do sleep 0.1; done
}

is_root() { [[ "$(id -u)" -eq 0 ]]; }

as_root() {
  if is_root; then
    "$@"
  else
    sudo "$@"
  fi
}
