#include <memory>
#include <stdexcept>

#include "domain/actions/sql.hpp"
#include "domain/agency_register/sql.hpp"
#include "domain/notifications/sql.hpp"
#include "domain/reporting/sql.hpp"
#include "domain/returns/sql.hpp"
#include "tools/bench/https_client.hpp"
#include "tools/bench/reading.hpp"
#include "tools/bench/scenarios.hpp"
#include "tools/bench/sql.hpp"

namespace onereturn::bench {
namespace {

constexpr int connections = 4;

constexpr postgres::Statement enter{
    "enter",
    "select e.* from identity.enter($1::bytea) as e,"
    " pg_catalog.set_config('onereturn.request_ref', $2::text, true)"};

struct Facts {
  std::string token_hash, today, soon, now_wave, wave_before, year;
};

Facts facts_of(const Arguments& arguments) {
  Straight database(arguments.database);
  const auto row = database.execute(
      "select sha256(convert_to('" + manager_token() +
      "', 'UTF8')), (now() at time zone 'Europe/London')::date, (now() at time zone"
      " 'Europe/London')::date + 90, md5('bench wave 2027')::uuid, md5('bench wave 2025')::uuid,"
      " date_trunc('year', now() at time zone 'Europe/London')::date")[0];
  return {row[0], row[1], row[2], row[3], row[4], row[5]};
}

std::vector<Asked> home_statements(const Facts& facts) {
  return {{enter, {facts.token_hash, "00000000000000be"}},
          {returns::sql::waves, {std::nullopt, facts.today, "300"}},
          {reporting::sql::in_on, {"{" + facts.now_wave + "," + facts.wave_before + "}"}},
          {reporting::sql::waiting_returns, {"8"}},
          {reporting::sql::waiting_questions, {"8"}},
          {reporting::sql::waiting_evidence, {"8"}},
          {reporting::sql::waiting_actions, {"8"}},
          {reporting::sql::waiting_versions, {"8"}},
          {reporting::sql::waiting_looks, {"8"}},
          {reporting::sql::waiting_plans, {"8"}},
          {reporting::sql::waiting_bounces, {"8"}},
          {actions::sql::board_now, {}},
          {actions::sql::board_actions,
           {std::nullopt, "{overdue}", facts.today, "{}", "{}", "{}", "{}", "{}", "", "{}",
            std::nullopt, std::nullopt, "due", "false", "6", "0"}},
          {actions::sql::action_tabs, {facts.today}},
          {reporting::sql::late_with_them, {facts.today}},
          {agency_register::sql::register_counts, {"{}", facts.today}},
          {notifications::sql::chase_settings, {}}};
}

std::vector<Asked> register_statements(const Facts& facts) {
  return {{enter, {facts.token_hash, "00000000000000be"}},
          {agency_register::sql::entry_types, {}},
          {returns::sql::waves, {std::nullopt, facts.today, "50"}},
          {agency_register::sql::register_counts, {"{}", facts.today}},
          {agency_register::sql::register_rows,
           {"", "{}", "{}", "{}", "{}", facts.today, "{}", "{}", "name", "false", "50", "0"}}};
}

std::vector<Asked> action_statements(const Facts& facts) {
  return {{enter, {facts.token_hash, "00000000000000be"}},
          {actions::sql::action_tabs, {facts.today}},
          {actions::sql::action_standings, {facts.year}},
          {actions::sql::action_organisations, {}},
          {actions::sql::board_now, {}},
          {actions::sql::board_forms, {}},
          {actions::sql::board_actions,
           {std::nullopt, "{open}", facts.today, "{}", "{}", "{}", "{}", "{}", "", "{}",
            std::nullopt, std::nullopt, "due", "false", "50", "0"}}};
}

void check(const HttpsAnswer& answer, const std::string& words) {
  if (answer.status != 200 || answer.body.find(words) == std::string::npos) {
    throw std::runtime_error("a board's page answered " + std::to_string(answer.status) +
                             " without \"" + words + "\"");
  }
}

Comparison read_page(const Arguments& arguments, const std::string& name, const std::string& path,
                     const std::string& words, const std::vector<Asked>& statements) {
  const Watched watched{{arguments.gateway_pid}, arguments.postmaster_pid};
  const std::chrono::milliseconds warm_up(arguments.warm_up_ms);
  const std::chrono::milliseconds length(arguments.round_ms);
  std::vector<std::unique_ptr<HttpsClient>> https(connections);
  // The service ends a connection that was silent for as long as the other side's round may take.
  const auto connect = [&] {
    for (auto& each : https)
      each = std::make_unique<HttpsClient>(arguments.host, arguments.port, arguments.ca_file);
  };
  connect();
  std::vector<std::unique_ptr<StraightReader>> straight;
  for (int at = 0; at < connections; ++at) {
    straight.push_back(
        std::make_unique<StraightReader>(arguments, std::vector<std::vector<Asked>>{statements}));
  }
  StatementCounter counter(arguments);
  check(https[0]->page(path, manager_token()), words);
  counter.restart();
  check(https[0]->page(path, manager_token()), words);
  const int run = counter.statements();
  if (run != static_cast<int>(statements.size())) {
    throw std::runtime_error(name + " runs " + std::to_string(run) +
                             " statements, the straight side " + std::to_string(statements.size()));
  }
  Comparison comparison{name, {"HTTPS", {}}, {"straight", {}}, 0};
  const auto at = [](int thread) { return static_cast<std::size_t>(thread); };
  for (int rounds = 0; rounds < arguments.rounds; ++rounds) {
    comparison.limit.rounds.push_back(
        timed_round(watched, connections, warm_up, length,
                    [&](int thread, std::int64_t) { straight[at(thread)]->read(0); }));
    connect();
    comparison.service.rounds.push_back(
        timed_round(watched, connections, warm_up, length, [&](int thread, std::int64_t) {
          check(https[at(thread)]->page(path, manager_token()), words);
        }));
  }
  comparison.ratio = comparison.limit.per_second() / comparison.service.per_second();
  comparison.facts = {{"statements", run},
                      {"ms a page", 1000.0 * connections / comparison.service.per_second()}};
  return comparison;
}

}  // namespace

std::string manager_token() {
  std::string token = "bench-manager-1500";
  token.resize(43, '-');
  return token;
}

Comparison read_board_home(const Arguments& arguments) {
  return read_page(arguments, "board home", "/board", "1500 returns due by",
                   home_statements(facts_of(arguments)));
}

Comparison read_register(const Arguments& arguments) {
  return read_page(arguments, "register of 1,500", "/register", "1500 organisations",
                   register_statements(facts_of(arguments)));
}

Comparison read_actions(const Arguments& arguments) {
  return read_page(arguments, "actions of 5,000", "/actions", "Bench action",
                   action_statements(facts_of(arguments)));
}

int verify_counts(const Arguments& arguments) {
  Straight database(arguments.database);
  const auto wrong = database.execute(sql::miscounted.text);
  if (!wrong.empty()) {
    throw std::runtime_error("the counts of exercise " + wrong[0][1] + " differ: " + wrong[0][2]);
  }
  return std::stoi(database.execute("select count(*) from tenant.audit_count")[0][0]);
}

}  // namespace onereturn::bench
