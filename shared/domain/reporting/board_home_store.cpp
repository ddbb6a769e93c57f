#include "domain/reporting/board_home_store.hpp"

#include <algorithm>
#include <map>

#include "domain/actions/board_action_store.hpp"
#include "domain/reporting/sql.hpp"

namespace onereturn::reporting {

namespace {

constexpr int shown_of_a_kind = 8;
constexpr int shown_in_all = 8;

struct Kind {
  const char* kind;
  const char* what;
  const char* one;
  const char* many;
  const char* of_words;
  const char* all;   // where exactly these stand
  const char* path;  // before the id of one, and after it
  const char* tail;
  bool can_be_given;
  postgres::Statement statement;
};

// One line for each kind. Its statement answers id, from_name, since, with_person, total and
// of_all, in one row without an id where nothing waits.
const std::vector<Kind>& waiting_kinds() {
  static const std::vector<Kind> kinds = {
      {"evaluate", "Evaluate return", "return to evaluate", "returns to evaluate", "that are in",
       "/returns?state=to_evaluate", "/returns/", "", true, sql::waiting_returns},
      {"question", "Answer a question", "question to answer", "questions to answer",
       "that wait for an answer", "/questions?turn=us", "/threads/", "", true,
       sql::waiting_questions},
      {"evidence", "Accept evidence", "answer about evidence to accept",
       "answers about evidence to accept", "not decided yet", "/evidence-asked?state=answered",
       "/evidence-asked/", "", false, sql::waiting_evidence},
      {"verify", "Verify a finished action", "finished action to verify",
       "finished actions to verify", "open", "/actions?show=to_verify", "/actions/", "", true,
       sql::waiting_actions},
      {"version", "Changed answers offered", "newer version to decide on",
       "newer versions to decide on", "that are in", "/returns?state=offered", "/returns/",
       "/supplement", false, sql::waiting_versions},
      {"look", "Look a second time", "second look to take", "second looks to take", "in the making",
       "/returns?state=second_look", "/returns/", "/evaluation/finish", false, sql::waiting_looks},
      {"plan", "Ratify a plan", "plan to ratify", "plans to ratify", "demanded",
       "/plans?state=offered", "/plans/", "", false, sql::waiting_plans},
      {"bounce", "Mend an address", "address that mail came back from",
       "addresses that mail came back from", "in all", "/contacts?mail=bounced", "/register/",
       "/contacts", false, sql::waiting_bounces},
  };
  return kinds;
}

std::map<std::string, std::string> names_now(postgres::BoardTx& tx) {
  std::map<std::string, std::string> names;
  for (auto& person : actions::read_people_now(tx))
    names.emplace(std::move(person.id), std::move(person.name));
  return names;
}

}  // namespace

void ask_ahead(postgres::BoardTx& tx, Date today) {
  for (const auto& kind : waiting_kinds())
    tx.ahead(kind.statement, shown_of_a_kind);
  tx.ahead(sql::late_with_them, today);
}

void load_waiting(postgres::BoardTx& tx, BoardHome& home) {
  const auto names = names_now(tx);
  for (const auto& kind : waiting_kinds()) {
    WaitingKind some{kind.kind, kind.all, kind.one, kind.many, kind.of_words, 0, 0};
    for (const auto row : tx.run(kind.statement, shown_of_a_kind)) {
      some.count = row.number("total");
      some.of_all = row.number("of_all");
      if (row.is_null("id")) continue;
      Waiting each;
      each.kind = kind.kind;
      each.what = kind.what;
      each.href = kind.path + row.text("id") + kind.tail;
      each.from = row.text("from_name");
      if (const auto since = row.instant_if("since")) each.since = day_in_england(*since);
      each.can_be_given = kind.can_be_given;
      const auto with = names.find(row.text_if("with_person").value_or(""));
      if (with != names.end()) each.with = with->second;
      home.waiting.push_back(std::move(each));
    }
    home.waiting_in_all += some.count;
    if (some.count > 0) home.kinds.push_back(std::move(some));
  }
  std::stable_sort(home.waiting.begin(), home.waiting.end(),
                   [](const Waiting& a, const Waiting& b) { return a.since < b.since; });
  if (home.waiting.size() > shown_in_all) home.waiting.resize(shown_in_all);
}

std::vector<InOn> load_in_on(postgres::BoardTx& tx, const std::vector<AuditId>& waves) {
  std::vector<InOn> all;
  for (const auto row : tx.run(sql::in_on, waves))
    all.push_back({row.id<AuditId>("audit_id"), row.date("day"), row.number("n")});
  return all;
}

void load_late(postgres::BoardTx& tx, BoardHome& home, Date today) {
  const auto rows = tx.run(sql::late_with_them, today);
  const auto row = rows.one();
  const LateKind kinds[] = {
      {"/plans?state=overdue", "plan late", "plans late", "demanded and not here",
       row.number("plans_late"), row.number("plans_wanted")},
      {"/evidence-asked?state=overdue", "piece of evidence late", "pieces of evidence late",
       "asked for and not answered", row.number("evidence_late"), row.number("evidence_wanted")}};
  for (const auto& kind : kinds) {
    if (kind.of_all > 0) home.late.push_back(kind);
  }
}

}  // namespace onereturn::reporting
