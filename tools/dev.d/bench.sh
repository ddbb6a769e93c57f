# shellcheck shell=bash
# Measures the hot paths on data of the bench's own: 52,500 agencies with 45 answers each.

# "verify" counts again what is kept as counts, and measures nothing.
dev_bench() {
  [[ "${1:-}" != verify ]] || set -- --only verify "${@:2}"
  install_packages
  open_run_folder bench
  build_assets
  build release gateway worker admin bench
  start_postgres counting
  start_redis
  make_certificate "$RUN/tls"
  ADMIN="$(program release admin)"
  export ONERETURN_DATABASE="host=$PG_SOCKETS dbname=bench"
  make_database bench
  quietly "Loading the catalogue" "$RUN/logs/seed.log" seed_bench_catalogue
  quietly "Making 2.4 million answers" "$RUN/logs/seed.log" seed_bench
  mkdir -p "$RUN/evidence"
  draw_secrets_key
  start_gateway release
  start_worker release
  env "${WORKER_SETTINGS[@]}" "$(program release bench)" --database "host=$PG_SOCKETS dbname=bench user=postgres" \
    --port "${URL##*:}" --ca "$RUN/tls/ca.pem" --goals tools/bench/goals.txt --folder "$RUN" \
    --gateway-pid "$(cat "$RUN/pids/gateway")" --worker-pid "$(cat "$RUN/pids/worker")" \
    --worker "$(program release worker)" \
    --postmaster-pid "$(as_database_user head -n 1 "$RUN/pg/data/postmaster.pid")" "$@"
}

readonly BENCH_TEMPLATE=westmarch-s11

seed_bench_catalogue() {
  "$ADMIN" framework load "$CONTENT/frameworks/section11-2.json" &&
    "$ADMIN" template load "$CONTENT/frameworks/section11-2.json" "$CONTENT/templates/$BENCH_TEMPLATE-1.json" \
      "$CONTENT/mappings/$BENCH_TEMPLATE-1.json"
}

seed_bench() {
  local part
  for part in seed seed_reads seed_board; do
    sql bench -v template="$BENCH_TEMPLATE" <"tools/bench/$part.sql"
  done
}
