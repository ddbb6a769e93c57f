# shellcheck shell=bash
# The whole service with the demonstration region: database, seed, gateway and worker.

# How many this run has started, one after the other: each has a database of its own.
SERVICES=0

# Ends the programs of the service; its database stays behind until the run ends.
stop_service() {
  local name
  for name in worker gateway mailbox clamd; do
    [[ -f "$RUN/pids/$name" ]] || continue
    end_process "$(<"$RUN/pids/$name")" "$name"
    rm -f "$RUN/pids/$name"
  done
  rm -rf "$RUN/gateway.port" "$RUN/gateway.metrics" "$RUN/worker.metrics" "$RUN/mailbox.json" "$RUN/clamd" "$RUN/evidence" "$RUN/anchors" "$RUN/clock"
  CLAMD_SOCKET=""
  CLOCK_FROM=""
}

# start_service PRESET [with-year]: sets URL, CA, PASSWORD, and the environment that tests and tools
# read. With a year two boards are in the middle of it: what their people did is played on the days
# when they did it. Tests of other things begin without.
start_service() {
  local preset="$1" year="${2:-}"
  ADMIN="$(program "$preset" admin)"
  [[ -n "$PG_SOCKETS" ]] || start_postgres
  [[ -n "$REDIS_SOCKET" ]] || start_redis
  [[ -d "$RUN/tls" ]] || make_certificate "$RUN/tls"
  ((SERVICES += 1))
  DATABASE="onereturn$SERVICES"
  make_database "$DATABASE"
  export ONERETURN_DATABASE="host=$PG_SOCKETS dbname=$DATABASE"
  PASSWORD="$(demonstration_password)"
  printf '%s' "$PASSWORD" >"$RUN/password"
  # The authenticator app of everybody who needs one, as the password is everybody's.
  openssl rand -hex 20 >"$RUN/second-factor"
  # What seals it in the database, new for each run.
  draw_secrets_key
  start_mailbox
  start_clamd
  mkdir -p "$RUN/evidence"
  take_region "$year"
  quietly "Opening the demonstration region" "$RUN/logs/region.log" open_region
  CA="$RUN/tls/ca.pem"
  if [[ -n "$year" ]]; then live_until_today "$preset"; else start_programs "$preset"; fi
  quietly "Putting in what agencies have written so far" "$RUN/logs/seed.log" node tools/demo/seed.mjs
  [[ -z "$AT" ]] || go_on_at "$preset" "$AT"
}

# go_on_at PRESET WHEN: what there is was written before; from here on it is that day and time. The
# address stays, as mails with links to it have gone out.
go_on_at() {
  local name port
  port="${URL##*:}"
  for name in worker gateway; do
    end_process "$(<"$RUN/pids/$name")" "$name"
    rm -f "$RUN/pids/$name" "$RUN/$name.port" "$RUN/$name.metrics"
  done
  rm -f "$RUN/clock"
  CLOCK_FROM="$2"
  ONERETURN_PORT="$port" start_programs "$1"
}

# take_region [with-year]: sets REGION, the one that is opened.
take_region() {
  REGION="$FIRST_REGION"
  [[ -n "$1" ]] || return 0
  REGION="$RUN/region.json"
  node tools/demo/year/region.mjs "$FIRST_REGION" "$CONTENT/region/year.json" "$REGION"
}

# live_until_today PRESET: the year's days one after the other, and then the region's own.
live_until_today() {
  local day days=()
  mapfile -t days < <(node tools/demo/year/play.mjs --days)
  CLOCK_FROM="${days[0]}"
  start_programs "$1"
  for day in "${days[@]}"; do
    [[ "$day" == "${days[0]}" ]] || go_on_at "$1" "$day"
    quietly "Two boards' year: $(date -d "$day" "+%-d %B %Y")" "$RUN/logs/year.log" \
      node tools/demo/year/play.mjs "$day"
  done
  go_on_at "$1" ""
}

# start_programs PRESET: sets URL, and says to the environment where everything is.
start_programs() {
  start_gateway "$1"
  start_worker "$1"
  ONERETURN_GATEWAY_PID="$(<"$RUN/pids/gateway")"
  export ONERETURN_GATEWAY_PID
  export ONERETURN_URL="$URL" ONERETURN_CA="$CA" ONERETURN_PASSWORD="$PASSWORD"
  export ONERETURN_ADMIN="$ADMIN" ONERETURN_REGION="$REGION" ONERETURN_PG="$PG_SOCKETS" ONERETURN_ANCHORS="$RUN/anchors"
  export ONERETURN_MAILBOX="$MAILBOX" ONERETURN_SECOND_FACTOR="$RUN/second-factor"
  export NODE_EXTRA_CA_CERTS="$CA" ONERETURN_LOGS="$RUN/logs"
  ONERETURN_GATEWAY_WATCHED="$(watched gateway)"
  ONERETURN_WORKER_WATCHED="$(watched worker)"
  export ONERETURN_GATEWAY_WATCHED ONERETURN_WORKER_WATCHED
}

# A new database, as an operator would make it: roles, rights, then migrations as the migrator.
make_database() {
  sql postgres <schemas/database/bootstrap.sql
  sql postgres -c "create database $1"
  sql "$1" <schemas/database/prepare-database.sql
  ONERETURN_DATABASE="host=$PG_SOCKETS dbname=$1" "$ADMIN" migrate >"$RUN/logs/migrate.log" 2>&1 ||
    refuse_with_log migrate
}

# What seals the secrets of authenticator apps in this run's database.
draw_secrets_key() {
  ONERETURN_SECRETS_KEY="$(openssl rand -hex 32)"
  export ONERETURN_SECRETS_KEY
}

# Three words and a number, new for each run: long enough for the rules, short enough to type.
demonstration_password() {
  local words=(amber barley cedar dune elm fern garnet heron iris juniper kestrel larch maple nettle
    orchard pebble quartz rowan sorrel thistle umber violet willow yarrow)
  shuf --random-source=/dev/urandom -n 3 -e "${words[@]}" | tr '\n' '-'
  printf '%d' $((SRANDOM % 90 + 10))
}

readonly CONTENT=schemas/content
readonly FIRST_REGION="$CONTENT/region/region.json"
REGION="$FIRST_REGION"

# Parties and people, the catalogue, registers and requests.
open_region() {
  "$ADMIN" region load "$REGION" --catalogue "$CONTENT" --password-file "$RUN/password" \
    --second-factor-file "$RUN/second-factor"
}

# Business time of the demonstration is the region's own day; it goes on from there.
region_day() { sed -n 's/^ *"today": *"\([0-9-]*\)".*/\1/p' "$REGION" | head -n 1; }

# When the service goes on after the region is there, as `date` reads it in London; nothing: at once.
AT=""
CLOCK_FROM=""

# read_at DATE[ TIME]: sets AT. A day of the region's time or later, nine o'clock unless said.
read_at() {
  local said="$1" day time
  day="${said%%[ T]*}"
  time="${said#"$day"}"
  time="${time:1}"
  [[ "$day" =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ && "$(date -d "$day" +%F 2>/dev/null)" == "$day" ]] ||
    refuse "there is no day $day; --at takes one like 2027-04-06, or \"2027-04-06 09:25\""
  [[ -z "$time" || "$time" =~ ^([01][0-9]|2[0-3]):[0-5][0-9]$ ]] ||
    refuse "there is no time $time; --at takes one like \"2027-04-06 09:25\""
  AT="$day ${time:-09:00}"
  [[ ! "$AT" < "$(region_day) 09:00" ]] ||
    refuse "the demonstration's story begins on $(region_day) at 09:00; --at takes that or a later time"
}

# Business time now, the same for every program of this run however late it is started: where it
# begins, and what has passed since the first one asked. The region's own day is before summer time.
service_clock() {
  local began="$RUN/clock" from now
  now="$(date +%s%3N)"
  [[ -s "$began" ]] || echo "$now" >"$began"
  local passed=$((now - $(<"$began")))
  from="$(date -d "TZ=\"Europe/London\" ${CLOCK_FROM:-$(region_day) 09:00}" +%s)"
  # For the mailbox, which goes on when the service is started again at another time.
  printf '{"began":%s,"from":%s000}' "$(<"$began")" "$from" >"$RUN/clock.json.$BASHPID"
  mv "$RUN/clock.json.$BASHPID" "$RUN/clock.json"
  printf '%s.%03dZ' "$(date -u -d "@$((from + passed / 1000))" +%Y-%m-%dT%H:%M:%S)" $((passed % 1000))
}

start_gateway() {
  local port_file="$RUN/gateway.port" database="$ONERETURN_DATABASE" tries=0
  ONERETURN_DATABASE="$database user=gateway" \
    ONERETURN_AUTH_DATABASE="$database user=auth" ONERETURN_REDIS="$REDIS_SOCKET" \
    ONERETURN_EVIDENCE="$RUN/evidence" \
    ONERETURN_LISTEN_ADDRESS=127.0.0.1 ONERETURN_LISTEN_PORT="${ONERETURN_PORT:-0}" \
    ONERETURN_PORT_FILE="$port_file" ONERETURN_HOSTS=localhost \
    ONERETURN_METRICS_ADDRESS=127.0.0.1 ONERETURN_METRICS_PORT=0 \
    ONERETURN_METRICS_PORT_FILE="$RUN/gateway.metrics" \
    ONERETURN_TLS_CERTIFICATE="$RUN/tls/server.pem" ONERETURN_TLS_KEY="$RUN/tls/server.key" \
    ONERETURN_DENIED_PASSWORDS="$ROOT/schemas/content/passwords/tried-first.txt" \
    ONERETURN_TEMPLATES="$ROOT/services/gateway/templates" ONERETURN_ASSETS="$ROOT/build/assets" \
    ONERETURN_CLOCK="$(service_clock)" ONERETURN_CLOCK_MODE=running \
    ONERETURN_DRAIN_NOTICE_SECONDS="${ONERETURN_DRAIN_NOTICE_SECONDS:-0}" \
    start_process gateway "$(program "$1" gateway)"
  until [[ -s "$port_file" ]]; do
    is_alive gateway || refuse_with_log gateway
    ((tries++ < 200)) || refuse_with_log gateway
    sleep 0.05
  done
  URL="https://localhost:$(tr -dc 0-9 <"$port_file")"
}

# The mail server that takes every mail and shows it on a page: sets MAILBOX and SMTP_PORT.
start_mailbox() {
  local file="$RUN/mailbox.json" tries=0
  start_process mailbox node tools/demo/mailbox.mjs "$RUN"
  until [[ -s "$file" ]]; do
    ((tries++ < 200)) || refuse_with_log mailbox
    sleep 0.05
  done
  SMTP_PORT="$(sed -n 's/.*"smtp":\([0-9]*\).*/\1/p' "$file")"
  MAILBOX="http://127.0.0.1:$(sed -n 's/.*"web":\([0-9]*\).*/\1/p' "$file")"
}

# What a worker is told. Without the mailbox its mails wait, without the scanner what came stays unseen:
# the bench has neither.
worker_settings() {
  WORKER_SETTINGS=(
    ONERETURN_DATABASE="$ONERETURN_DATABASE user=worker" ONERETURN_REDIS="$REDIS_SOCKET"
    ONERETURN_EVIDENCE="$RUN/evidence" ONERETURN_CLAMD="${CLAMD_SOCKET:-}"
    ONERETURN_ANCHORS="$RUN/anchors" ONERETURN_SEAL_SECONDS=1 ONERETURN_ANCHOR_SECONDS=2
    ONERETURN_SMTP_HOST="${SMTP_PORT:+localhost}" ONERETURN_SMTP_PORT="${SMTP_PORT:-587}"
    ONERETURN_SMTP_CA="$RUN/tls/ca.pem" ONERETURN_SMTP_FROM=no-reply@onereturn.example
    ONERETURN_PUBLIC_ORIGIN="$URL"
    ONERETURN_METRICS_ADDRESS=127.0.0.1 ONERETURN_METRICS_PORT=0
    ONERETURN_METRICS_PORT_FILE="$RUN/worker.metrics"
    ONERETURN_CLOCK="$(service_clock)" ONERETURN_CLOCK_MODE=running
  )
}

start_worker() {
  local tries=0
  worker_settings
  start_process worker env "${WORKER_SETTINGS[@]}" "$(program "$1" worker)"
  until [[ -s "$RUN/worker.metrics" ]]; do
    is_alive worker || refuse_with_log worker
    ((tries++ < 200)) || refuse_with_log worker
    sleep 0.05
  done
}

# Where the figures of a program are: watched gateway.
watched() { printf 'http://127.0.0.1:%s' "$(tr -dc 0-9 <"$RUN/$1.metrics")"; }
