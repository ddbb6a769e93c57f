# shellcheck shell=bash
# One folder per run holds everything that the run starts: data, sockets, logs, process ids.

RUN=""

# Makes RUN. It is under .run/ unless a unix socket's name would be too long there (107 characters)
# or the user that PostgreSQL runs as cannot reach it; then under /tmp with a link from .run/.
open_run_folder() {
  local name="$1-$$"
  sweep_dead_runs
  mkdir -p "$ROOT/.run"
  RUN="$ROOT/.run/$name"
  if ((${#RUN} > 70)) || ! database_user_reaches "$ROOT/.run"; then
    RUN="$(mktemp -d "/tmp/onereturn-XXXXXX")"
    ln -s "$RUN" "$ROOT/.run/$name"
  else
    mkdir "$RUN"
  fi
  chmod 711 "$RUN"
  mkdir "$RUN/logs"
  echo $$ >"$RUN/owner"
}

database_user_reaches() {
  is_root || return 0
  runuser -u postgres -- test -x "$1"
}

# Ends what an earlier run left when it was killed without a chance to stop.
sweep_dead_runs() {
  local folder owner
  for folder in "$ROOT"/.run/*/; do
    [[ -f "$folder/owner" ]] || continue
    owner="$(cat "$folder/owner")"
    [[ "$owner" =~ ^[0-9]+$ ]] && kill -0 "$owner" 2>/dev/null && continue
    stop_run_folder "${folder%/}"
  done
}

# stop_run_folder FOLDER: services first, then Redis, then PostgreSQL, then the folder itself.
stop_run_folder() {
  local folder="$1" real
  real="$(readlink -f "$folder")"
  stop_processes "$real"
  stop_postgres "$real"
  rm -rf "$real"
  [[ -L "$folder" ]] && rm -f "$folder"
  return 0
}

# Ends every process noted in FOLDER/pids, youngest first, and waits for it.
stop_processes() {
  local note
  while read -r note; do
    end_process "$(cat "$1/pids/$note")" "$note"
    rm -f "$1/pids/$note"
  done < <(find "$1/pids" -type f -printf '%T@ %f\n' 2>/dev/null | sort -rn | cut -d ' ' -f 2)
}

# end_process PID NAME: only when the process of that number still is the program of that name.
end_process() {
  local pid="$1" name="$2" tries=0
  [[ "$(cat "/proc/$pid/comm" 2>/dev/null)" == "${name:0:15}"* ]] || return 0
  kill -TERM "$pid" 2>/dev/null || return 0
  while kill -0 "$pid" 2>/dev/null && ((tries++ < 100)); do sleep 0.1; done
  kill -KILL "$pid" 2>/dev/null || true
}

# start_process NAME COMMAND...: in the background, its own session (Ctrl-C is ours to answer), its
# output in RUN/logs/NAME.log, its number in RUN/pids/NAME.
start_process() {
  local name="$1"
  shift
  mkdir -p "$RUN/pids"
  setsid "$@" >>"$RUN/logs/$name.log" 2>&1 </dev/null &
  echo $! >"$RUN/pids/$name"
  disown
}

is_alive() { kill -0 "$(cat "$RUN/pids/$1" 2>/dev/null)" 2>/dev/null; }

# The exit trap: nothing is left running, whatever happened.
stop_everything() {
  local status=$?
  trap '' INT TERM HUP
  end_child
  if [[ -n "$RUN" && -d "$RUN" ]]; then
    [[ $status -eq 0 || $status -gt 128 ]] || keep_logs
    stop_run_folder "$RUN"
    find "$ROOT/.run" -maxdepth 1 -name "*-$$" -type l -delete 2>/dev/null || true
  fi
  return "$status"
}

keep_logs() {
  local kept="$ROOT/artefacts/logs"
  mkdir -p "$kept"
  cp "$RUN"/logs/*.log "$kept/" 2>/dev/null && complain "Logs of this run are in $kept"
  return 0
}
