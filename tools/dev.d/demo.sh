# shellcheck shell=bash
dev_demo() { refuse "the demonstration is not built yet"; }
dev_up() { refuse "the demonstration is not built yet"; }
dev_bench() { refuse "the bench is not built yet"; }
