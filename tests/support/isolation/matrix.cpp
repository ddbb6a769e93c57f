#include "support/isolation/matrix.hpp"

#include <algorithm>

namespace onereturn::testing::isolation {
namespace {

const std::string no_right = "42501";
const std::string no_seal = "OR001";

const Columns& granted(const Table& table, const Actor& actor) {
  static const Columns none;
  const auto found = table.granted.find(actor.role());
  return found == table.granted.end() ? none : found->second;
}

// The owner of the tables has every right and, under forced row security, no row.
bool is_let(const Actor& actor, const Table& table, const Verb& verb) {
  return actor.kind == Actor::owner ? table.schema == "tenant" : verb.is_let(table, actor.role());
}

// Reading what is published; what only the owner of a thing can do with it; and what a role without
// a seal is refused because its role has no right, which the same role with a seal shows.
bool is_no_question(const Actor& actor, const Table& table, const Verb& verb) {
  if (actor.kind == Actor::owner) {
    return table.schema != "tenant" || verb.needs == "-";
  }
  if (actor.kind == Actor::sealless && !verb.is_let(table, actor.role())) {
    return true;
  }
  return table.is_public() && !table.secured && verb.needs == "r" &&
         !granted(table, actor).readable.empty();
}

bool touched_nothing(const Actor& actor, const Verb& verb, bool let, const Outcome& outcome) {
  if (verb.needs == "-") {
    return outcome.refusal == no_right || (outcome.refusal.empty() && outcome.rows == 0);
  }
  if (!let) {
    return outcome.refusal == no_right;
  }
  if (actor.kind == Actor::sealless && outcome.refusal == no_seal) {
    return true;
  }
  return verb.is_insert() ? outcome.refusal == no_right
                          : outcome.refusal.empty() && outcome.rows == 0;
}

// A value of the foreign row that a refusal named without having been told it.
std::string told(const Outcome& outcome, const std::string& statement, const Row& row) {
  constexpr std::size_t telling = 6;
  for (const auto& [column, value] : row) {
    if (value && value->size() >= telling && outcome.message.find(*value) != std::string::npos &&
        statement.find(*value) == std::string::npos) {
      return *value;
    }
  }
  return {};
}

}  // namespace

Matrix::Matrix(pqxx::transaction_base& work, std::vector<Table> tables,
               const std::vector<Actor>& actors)
    : stage_(work), tables_(std::move(tables)), actors_(actors) {}

Report Matrix::run() {
  for (const auto& table : tables_) {
    if (table.rows.empty()) {
      report_.broken.push_back(table.qualified() + " holds no row to try");
    }
  }
  std::erase_if(tables_, [](const Table& table) { return table.rows.empty(); });
  for (const auto& actor : actors_) {
    for_each_question(actor, &Matrix::demand_twin);
    stage_.enter(actor);
    for_each_question(actor, &Matrix::play);
  }
  std::ranges::sort(report_.broken);
  const auto again = std::ranges::unique(report_.broken);
  report_.broken.erase(again.begin(), again.end());
  return report_;
}

void Matrix::for_each_question(const Actor& actor, Step step) {
  for (const auto& table : tables_) {
    for (const auto& verb : verbs()) {
      if (!is_no_question(actor, table, verb)) {
        (this->*step)(actor, table, verb, is_let(actor, table, verb));
      }
    }
  }
}

void Matrix::play(const Actor& actor, const Table& table, const Verb& verb, bool let) {
  for (const auto& row : targets(actor, table, let)) {
    judge(actor, table, verb, row, let);
  }
}

// Where there is no right at all, it is refused before any row is looked at: one party stands for
// all.
std::vector<Row> Matrix::targets(const Actor& actor, const Table& table, bool let) const {
  if (!let) {
    return {table.rows.front()};
  }
  std::vector<Row> foreign;
  std::ranges::copy_if(table.rows, std::back_inserter(foreign),
                       [&](const Row& row) { return is_foreign(actor, table, row); });
  return one_of_each_owner(table, foreign);
}

void Matrix::judge(const Actor& actor, const Table& table, const Verb& verb, const Row& row,
                   bool let) {
  const auto statement = verb.statement(table, granted(table, actor), row);
  const auto outcome = stage_.attempt(statement);
  ++report_.attempts;
  const auto who = actor.name + ": " + statement;
  if (!touched_nothing(actor, verb, let, outcome)) {
    report_.leaks.push_back(who + " -> " + outcome.refusal + " " + std::to_string(outcome.rows) +
                            " rows " + outcome.message);
  } else if (const auto value = told(outcome, statement, row); !value.empty()) {
    report_.leaks.push_back(who + " was told " + value + ": " + outcome.message);
  }
}

void Matrix::demand_twin(const Actor& actor, const Table& table, const Verb& verb, bool let) {
  if (actor.kind == Actor::honest && let) {
    if (!succeeds_for(actor, table, verb)) {
      report_.broken.push_back(actor.name + " cannot " + verb.name + " a row of its own in " +
                               table.qualified());
    }
    return;
  }
  if (!somebody_succeeds(table, verb)) {
    report_.broken.push_back("nobody can " + verb.name + " a row of " + table.qualified());
  }
}

bool Matrix::succeeds_for(const Actor& actor, const Table& table, const Verb& verb) {
  const Case key{actor.name, table.qualified(), verb.name};
  if (const auto known = twins_.find(key); known != twins_.end()) {
    return known->second;
  }
  ++report_.twins;
  stage_.enter(actor);
  const bool works = std::ranges::any_of(table.rows, [&](const Row& row) {
    if (is_foreign(actor, table, row)) {
      return false;
    }
    const auto statement = verb.statement(table, granted(table, actor), row);
    const auto outcome = verb.is_insert() ? stage_.attempt_after(removing(table, row), statement)
                                          : stage_.attempt(statement);
    return outcome.refusal.empty() && outcome.rows > 0;
  });
  return twins_[key] = works;
}

bool Matrix::somebody_succeeds(const Table& table, const Verb& verb) {
  const bool anybody = std::ranges::any_of(actors_, [&](const Actor& actor) {
    return actor.kind == Actor::honest && verb.is_let(table, actor.role()) &&
           succeeds_for(actor, table, verb);
  });
  return anybody || succeeds_for_superuser(table, verb);
}

bool Matrix::succeeds_for_superuser(const Table& table, const Verb& verb) {
  const Case key{"", table.qualified(), verb.name};
  if (const auto known = twins_.find(key); known != twins_.end()) {
    return known->second;
  }
  ++report_.twins;
  const auto& row = table.rows.front();
  const auto statement = verb.statement(table, {}, row);
  const auto arranging = verb.is_insert() ? removing(table, row)
                         : verb.needs == "rd"
                             ? std::string("set local session_replication_role = replica; ")
                             : std::string();
  const auto outcome = stage_.attempt_as_superuser(arranging + statement);
  return twins_[key] = outcome.refusal.empty() && (outcome.rows > 0 || verb.name == "truncate");
}

}  // namespace onereturn::testing::isolation
