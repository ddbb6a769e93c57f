#include "tools/bench/reading.hpp"

#include <chrono>
#include <stdexcept>
#include <thread>

#include "domain/evidence/sql.hpp"
#include "domain/frameworks/sql.hpp"
#include "domain/returns/sql.hpp"
#include "tools/bench/scenarios.hpp"

namespace onereturn::bench {
namespace {

constexpr postgres::Statement enter{
    "enter",
    "select e.* from identity.enter($1::bytea) as e,"
    " pg_catalog.set_config('onereturn.request_ref', $2::text, true)"};

// Time for every process of the server to hear of a changed setting.
constexpr auto settled = std::chrono::milliseconds(200);

std::string array_of(const std::string& element, std::size_t count) {
  std::string text = "{";
  for (std::size_t at = 0; at < count; ++at)
    text += (at == 0 ? "" : ",") + element;
  return text + "}";
}

void add_notes_of_colleagues(std::vector<Asked>& asked, const std::string& unit,
                             const std::string& section, const std::string& now) {
  namespace sql = returns::sql;
  asked.push_back({sql::assignments, {unit}});
  asked.push_back({sql::remarks, {unit, "section", section}});
  asked.push_back({sql::present, {unit, "section", section, now}});
  asked.push_back({sql::colleagues_here, {unit}});
  asked.push_back({sql::note_presence, {unit, "section", section, now}});
}

}  // namespace

std::vector<Asked> statements_of(const Arguments& arguments, const ReadPlace& place) {
  namespace sql = returns::sql;
  Straight database(arguments.database);
  const auto facts = database.execute(
      "select bench.agency(" + std::to_string(place.agency) + "), sha256(convert_to('" +
      token_of("lead", place.agency) +
      "', 'UTF8')), now(), min(template_code), count(*) from tenant.request where agency_id = "
      "bench.agency(" +
      std::to_string(place.agency) + ")")[0];
  const auto& unit = facts[0];
  const auto boards = std::stoul(facts[4]);
  std::vector<Asked> asked{{enter, {facts[1], "00000000000000be"}},
                           {sql::open_requests, {}},
                           {sql::colleagues, {}},
                           {sql::profile, {}}};
  for (const auto* of_unit :
       {&sql::answers, &sql::answer_texts, &sql::answer_parts, &sql::board_answers, &sql::boxes,
        &sql::explanations, &sql::promises, &sql::commitments, &sql::commitment_subjects,
        &sql::lead_officers, &evidence::sql::kept_evidence, &sql::earlier_boxes}) {
    asked.push_back({*of_unit, {unit}});
  }
  asked.push_back({frameworks::sql::live_mapping_hashes,
                   {array_of(facts[3], boards), array_of("1", boards), "section11", "2"}});
  if (!place.section.empty()) add_notes_of_colleagues(asked, unit, place.section, facts[2]);
  return asked;
}

StraightReader::StraightReader(const Arguments& arguments,
                               const std::vector<std::vector<Asked>>& pages)
    : database_(arguments.database + " user=gateway"), counts_(pages.size()) {
  // Only who has entered may know that these tables exist.
  database_.execute("begin");
  for (const auto& asked : pages.at(0)) {
    database_.prepare(asked.statement.name, asked.statement.text);
    if (asked.statement.name == enter.name) database_.run(asked.statement.name, asked.params);
  }
  database_.execute("commit");
  for (const auto& page : pages) {
    auto& steps = pages_.emplace_back();
    for (const auto& asked : page)
      steps.push_back({asked.statement.name, asked.params});
  }
}

void StraightReader::read(std::size_t at) {
  auto counts = database_.run_all(pages_[at]);
  // Only the note that somebody looks is written or not.
  counts.pop_back();
  if (counts_[at].empty()) counts_[at] = counts;
  if (counts != counts_[at]) throw std::runtime_error("a straight read answered other rows");
}

StatementCounter::StatementCounter(const Arguments& arguments) : database_(arguments.database) {
  database_.execute("create extension if not exists pg_stat_statements schema bench");
  database_.execute("alter system set pg_stat_statements.track = 'top'");
  database_.execute("select pg_reload_conf()");
  std::this_thread::sleep_for(settled);
}

StatementCounter::~StatementCounter() {
  try {
    database_.execute("alter system set pg_stat_statements.track = 'none'");
    database_.execute("select pg_reload_conf()");
    std::this_thread::sleep_for(settled);
  } catch (const std::exception&) {
    // Counting goes on: figures are a little worse, not wrong.
  }
}

void StatementCounter::restart() { database_.execute("select bench.pg_stat_statements_reset()"); }

int StatementCounter::statements() {
  const auto rows = database_.execute(
      "select coalesce(sum(calls), 0) from bench.pg_stat_statements s join pg_roles r "
      "on r.oid = s.userid where r.rolname in ('gateway', 'scope_agency', 'scope_board') "
      "and s.query !~* '^(begin|commit|reset)\\M' and s.query <> 'select 1 as one'");
  return std::stoi(rows[0][0]);
}

}  // namespace onereturn::bench
