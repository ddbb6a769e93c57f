#include "domain/reporting/board_home_store.hpp"

#include <algorithm>

#include "domain/reporting/sql.hpp"

namespace onereturn::reporting {

namespace {

constexpr int shown_of_a_kind = 8;
constexpr int shown_in_all = 8;
constexpr int overdue_shown = 6;

struct Kind {
  const char* kind;
  const char* what;
  const char* many;
  const char* all;   // where all of them stand
  const char* path;  // before the id of one
  postgres::Statement statement;
};

// One line for each kind. Its statement answers id, from_name, since and total.
const std::vector<Kind>& waiting_kinds() {
  static const std::vector<Kind> kinds = {
      {"evaluate", "Evaluate return", "returns to evaluate", "/returns", "/returns/",
       sql::waiting_returns},
  };
  return kinds;
}

}  // namespace

void load_waiting(postgres::BoardTx& tx, BoardHome& home, Instant /*now*/) {
  for (const auto& kind : waiting_kinds()) {
    WaitingKind some{kind.kind, kind.what, kind.all, kind.many};
    for (const auto row : tx.run(kind.statement, shown_of_a_kind)) {
      some.count = row.number("total");
      Waiting each{kind.kind, kind.what, kind.path + row.text("id"), row.text("from_name"), {}};
      if (const auto since = row.instant_if("since")) each.since = day_in_england(*since);
      home.waiting.push_back(std::move(each));
    }
    home.waiting_in_all += some.count;
    if (some.count > 0) home.kinds.push_back(std::move(some));
  }
  std::stable_sort(home.waiting.begin(), home.waiting.end(),
                   [](const Waiting& a, const Waiting& b) { return a.since < b.since; });
  if (home.waiting.size() > shown_in_all) home.waiting.resize(shown_in_all);
}

void load_overdue(postgres::BoardTx& tx, BoardHome& home, Date today) {
  for (const auto row : tx.run(sql::overdue_actions, today, overdue_shown)) {
    home.actions_open = row.number("open");
    home.actions_overdue = row.number("overdue");
    if (row.is_null("by_on")) continue;
    home.overdue.push_back({row.text("what"), row.text("from_name"), row.date("by_on"),
                            row.is_null("return_id") ? "" : "/returns/" + row.text("return_id")});
  }
}

std::vector<InOn> load_in_on(postgres::BoardTx& tx, const std::vector<AuditId>& waves) {
  std::vector<InOn> all;
  for (const auto row : tx.run(sql::in_on, waves))
    all.push_back({row.id<AuditId>("audit_id"), row.date("day"), row.number("n")});
  return all;
}

void load_register_figures(postgres::BoardTx& tx, BoardHome& home) {
  const auto rows = tx.run(sql::register_figures);
  const auto row = rows.one();
  home.organisations = row.number("organisations");
  home.not_invited = row.number("not_invited");
}

}  // namespace onereturn::reporting
