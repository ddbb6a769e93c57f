# shellcheck shell=bash
# What an operator watches with: alert rules and their own tests, the dashboard, the pages.

run_watching() {
  local check
  count_one alerts_are_rules "$RUN/logs/alert-rules.log" \
    promtool check rules --lint-fatal deploy/prometheus/alerts.yml
  count_one alerts_ring_and_stay_silent "$RUN/logs/alert-tests.log" \
    promtool test rules tests/watching/alerts.test.yml
  count_one scraping_is_configured "$RUN/logs/scrape.log" \
    promtool check config deploy/prometheus/prometheus.yml
  count_one dashboard_can_be_asked "$RUN/logs/dashboard.log" check_panels
  for check in figures notices pages tried; do
    count_one "watching_$check" "$RUN/logs/watching-$check.log" node tests/watching/check.mjs "$check"
  done
}

check_panels() {
  node tests/watching/check.mjs panels "$RUN/panels.json" && promtool check rules "$RUN/panels.json"
}
