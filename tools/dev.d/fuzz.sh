# shellcheck shell=bash
# Programs that try inputs nobody thought of: clang's fuzzer with the sanitizers.

run_fuzz() { return 0; }
