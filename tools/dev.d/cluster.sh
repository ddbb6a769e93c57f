# shellcheck shell=bash
# A private PostgreSQL 15 and a private Redis 7 in the run's folder, on unix sockets only.

readonly PG_BIN=/usr/lib/postgresql/15/bin

# PostgreSQL refuses to run as root: then it runs as Debian's user for it.
as_database_user() {
  if is_root; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

PG_SOCKETS=""
REDIS_SOCKET=""

# start_postgres [fast|counting]: sets PG_SOCKETS. "fast" gives up safety against a power cut: for
# tests. "counting" can count statements, and does when it is told to.
start_postgres() {
  local home="$RUN/pg"
  mkdir "$home"
  is_root && chown postgres:postgres "$home"
  chmod 700 "$home"
  PG_SOCKETS="$home/sockets"
  as_database_user mkdir -m 700 "$PG_SOCKETS"
  as_database_user "$PG_BIN/initdb" -D "$home/data" -U postgres -A trust -E UTF8 \
    --locale=C.UTF-8 --no-sync >"$RUN/logs/initdb.log" 2>&1 || refuse_with_log initdb
  postgres_settings "$home" "${1:-}" | as_database_user tee -a "$home/data/postgresql.conf" >/dev/null
  as_database_user "$PG_BIN/pg_ctl" -D "$home/data" -l "$home/postgres.log" -w -t 60 -s start \
    >"$RUN/logs/pg_ctl.log" 2>&1 || refuse_with_log pg_ctl
}

postgres_settings() {
  cat <<END
listen_addresses = ''
unix_socket_directories = '$1/sockets'
unix_socket_permissions = 0700
max_connections = 200
shared_buffers = 256MB
max_wal_size = 4GB
log_min_messages = warning
log_line_prefix = '%m [%p] %u@%d '
timezone = 'UTC'
END
  [[ "$2" == fast ]] && printf 'fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n'
  [[ "$2" == counting ]] &&
    printf "shared_preload_libraries = 'pg_stat_statements'\npg_stat_statements.track = none\n"
  return 0
}

stop_postgres() {
  local home="$1/pg"
  [[ -f "$home/data/postmaster.pid" ]] || return 0
  cp "$home/postgres.log" "$1/logs/postgres.log" 2>/dev/null || true
  as_database_user "$PG_BIN/pg_ctl" -D "$home/data" -m fast -w -t 30 -s stop >/dev/null 2>&1 ||
    as_database_user "$PG_BIN/pg_ctl" -D "$home/data" -m immediate -s stop >/dev/null 2>&1 || true
}

# sql DATABASE ARGUMENTS...: psql as the cluster's superuser.
sql() {
  local database="$1"
  shift
  as_database_user psql -X -q -v ON_ERROR_STOP=1 -h "$PG_SOCKETS" -U postgres -d "$database" "$@"
}

# Sets REDIS_SOCKET.
start_redis() {
  local home="$RUN/redis" tries=0
  mkdir -m 700 "$home"
  REDIS_SOCKET="$home/redis.sock"
  start_process redis-server redis-server --port 0 --unixsocket "$REDIS_SOCKET" \
    --unixsocketperm 700 --dir "$home" --save "" --appendonly no --maxmemory-policy noeviction
  until [[ -S "$REDIS_SOCKET" ]]; do
    ((tries++ < 100)) || refuse_with_log redis-server
    sleep 0.05
  done
}

refuse_with_log() {
  tail -n 30 "$RUN/logs/$1.log" >&2 2>/dev/null
  [[ -f "$RUN/pg/postgres.log" ]] && as_database_user tail -n 30 "$RUN/pg/postgres.log" >&2
  refuse "$1 failed"
}
