#include "domain/questions/log_support.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/questions/question_rules.hpp"
#include "domain/questions/support_store.hpp"

namespace onereturn::questions {

namespace {

constexpr std::size_t entries_max = 500;

Problem no_such_thing() {
  return {ProblemCode::not_found, "not-found", "There is no such record here.", {}};
}

std::optional<Problem> not_permitted(const postgres::BoardTx& tx) {
  if (may_answer(tx.actor().role)) return std::nullopt;
  return Problem{ProblemCode::forbidden, "not-permitted", "Your role reads the log.", {}};
}

bool is_kind(const std::string& kind) {
  return std::any_of(support_kinds.begin(), support_kinds.end(),
                     [&](const auto& one) { return one.first == kind; });
}

std::string wrong_day(const LogSupport& log, Date today) {
  if (!log.on_error.empty()) return log.on_error;
  if (!log.on) return "Enter the day";
  if (days_between(today, *log.on) > 0) return "Enter a day that has been, today at the latest";
  return {};
}

Problem faults_of(const LogSupport& log, const std::string& who, const std::string& notes,
                  Date today) {
  Problem problem{ProblemCode::invalid, "validation", "It cannot be noted like this.", {}};
  const auto add = [&](const char* field, std::string words) {
    problem.fields.push_back({field, std::move(words)});
  };
  if (!is_kind(log.kind)) add("kind-0", "Choose what it was");
  if (auto wrong = wrong_day(log, today); !wrong.empty()) add("on-day", std::move(wrong));
  const auto length = count_characters(who);
  if (!length || *length == 0) {
    add("who", "Enter who was there for the board");
  } else if (*length > line_characters_max) {
    add("who", "Use 300 characters or fewer");
  }
  const auto written = count_characters(notes);
  if (!written || *written > paragraph_characters_max)
    add("notes", "Use 10,000 characters or fewer");
  if (log.entries.empty()) add("entries-0", "Tick at least one organisation");
  if (log.entries.size() > entries_max) add("entries-0", "Tick 500 organisations or fewer");
  return problem;
}

}  // namespace

Result<Done> log_support(postgres::BoardTx& tx, const LogSupport& log, Instant now) {
  if (const auto refused = not_permitted(tx)) return *refused;
  const auto who = tidy_line(log.who);
  const auto notes = tidy_paragraph(log.notes);
  const auto problem = faults_of(log, who, notes, day_in_england(now));
  if (!problem.fields.empty()) return problem;
  Support support;
  support.id = log.id;
  support.kind = log.kind;
  support.on = *log.on;
  support.who = who;
  support.notes = notes;
  support.made_at = now;
  auto entries = log.entries;
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  for (const auto& entry : entries)
    support.organisations.push_back({entry, {}});
  if (!insert_support(tx, support)) return Done{};
  if (!insert_organisations(tx, support)) return no_such_thing();
  audit_log::record(tx, {"support.noted", "support", support.id.text(), support.kind});
  return Done{};
}

Result<Done> strike_support(postgres::BoardTx& tx, const SupportId& id, Instant now) {
  if (const auto refused = not_permitted(tx)) return *refused;
  if (strike(tx, id, now)) {
    audit_log::record(tx, {"support.struck", "support", id.text(), ""});
    return Done{};
  }
  if (!has_support(tx, id)) return no_such_thing();
  return Done{};
}

}  // namespace onereturn::questions
