# shellcheck shell=bash
# The demonstration: one police force, five boards, one return; and a sixth board in the middle of
# its year.

# The same build as the tests use, so that whoever runs both commands builds once.
dev_demo() {
  local once="" preset="${ONERETURN_PRESET:-dev}"
  local play=()
  while [[ $# -gt 0 ]]; do
    case "$1" in
      --once) once=yes ;;
      --json)
        [[ $# -gt 1 ]] || refuse "tools/dev demo: --json needs a file"
        play+=(--json "$(realpath -m "$2")")
        shift
        ;;
      --plant-leak) play+=(--plant-leak) ;;
      --at)
        read_at "${2:-}"
        shift
        ;;
      *) refuse "tools/dev demo: unknown option $1" ;;
    esac
    shift
  done
  prepare_service "$preset" demo
  play_main_job "${play[@]}"
  take_papers
  [[ -n "$once" ]] && return 0
  stay_up
}

dev_up() {
  if [[ $# -gt 0 ]]; then
    [[ "$1" == --at && $# -eq 2 ]] || refuse "tools/dev up: unknown option $1"
    read_at "$2"
  fi
  prepare_service "${ONERETURN_PRESET:-dev}" up
  stay_up
}

prepare_service() {
  install_packages
  build_assets
  build "$1" gateway worker admin
  open_run_folder "$2"
  start_service "$1" with-year
  say "The service is up at $URL"
}

play_main_job() { play_in_front node tools/demo/play.mjs "$@"; }

# What one board has on paper, made by the service while its year was played.
take_papers() {
  say ""
  say "Papers of the board of Port Sallow, to look at:"
  node tools/demo/papers.mjs "$ROOT/artefacts/papers"
}

# play_in_front COMMAND...: in front of the exit trap, so that Ctrl-C is answered at once.
play_in_front() {
  local status=0
  set -m
  "$@" </dev/null &
  CHILD=$!
  set +m
  wait "$CHILD" || status=$?
  CHILD=""
  return "$status"
}

stay_up() {
  say ""
  say "Point a browser at $URL"
  say "It will warn about the certificate, which was made for this run; the authority to trust is"
  say "  $CA"
  say "Sign in with any of these addresses and the password  $PASSWORD"
  node tools/demo/people.mjs "$REGION"
  say "Mails arrive at $MAILBOX: links to sign in, invitations, codes to sign."
  say "The boards' people type a code as well as the password: it stands at the top of that page."
  say "Ctrl-C stops everything."
  while is_alive gateway && is_alive worker; do sleep 1; done
  refuse_with_log gateway
}
