# shellcheck shell=bash
# The attack: everybody tries to get at what is somebody else's, in a running demonstration.

dev_attack() {
  local preset="${ONERETURN_PRESET:-dev}" running
  local play=()
  while [[ $# -gt 0 ]]; do
    case "$1" in
      --json)
        [[ $# -gt 1 ]] || refuse "tools/dev attack: --json needs a file"
        play+=(--json "$(realpath -m "$2")")
        shift
        ;;
      --everything) play+=(--everything) ;;
      *) refuse "tools/dev attack: unknown option $1" ;;
    esac
    shift
  done
  running="$(running_demonstration)"
  if [[ -n "$running" ]]; then
    go_to_demonstration "$preset" "$running"
    say "Attacking the demonstration that runs at $ONERETURN_URL"
  else
    prepare_service "$preset" attack
  fi
  ONERETURN_GATEWAY="$(program "$preset" gateway)"
  export ONERETURN_GATEWAY
  play_in_front node tools/attack/attack.mjs "${play[@]}"
}

# The folder of what tools/dev demo or tools/dev up has running here; nothing when there is none.
running_demonstration() {
  local folder owner
  for folder in "$ROOT"/.run/up-*/ "$ROOT"/.run/demo-*/; do
    [[ -s "$folder/gateway.port" && -s "$folder/mailbox.json" && -f "$folder/owner" ]] || continue
    owner="$(<"$folder/owner")"
    kill -0 "$owner" 2>/dev/null || continue
    readlink -f "$folder"
    return 0
  done
}

# go_to_demonstration PRESET FOLDER: sets what the attack reads, and leaves the folder to its owner.
go_to_demonstration() {
  local preset="$1" folder="$2" web
  web="$(sed -n 's/.*"web":\([0-9]*\).*/\1/p' "$folder/mailbox.json")"
  ONERETURN_URL="https://localhost:$(tr -dc 0-9 <"$folder/gateway.port")"
  ONERETURN_PASSWORD="$(<"$folder/password")"
  ONERETURN_ADMIN="$(program "$preset" admin)"
  export ONERETURN_URL ONERETURN_PASSWORD ONERETURN_ADMIN
  export ONERETURN_CA="$folder/tls/ca.pem" NODE_EXTRA_CA_CERTS="$folder/tls/ca.pem"
  export ONERETURN_REGION="$REGION" ONERETURN_PG="$folder/pg/sockets"
  export ONERETURN_DATABASE="host=$folder/pg/sockets dbname=onereturn1"
  export ONERETURN_MAILBOX="http://127.0.0.1:$web"
  export ONERETURN_SECOND_FACTOR="$folder/second-factor"
}
