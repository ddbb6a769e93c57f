#include "domain/sharing/grant_sight.hpp"

#include <algorithm>

#include "domain/audit_log/record.hpp"
#include "domain/sharing/sight_rules.hpp"
#include "domain/sharing/sight_store.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::sharing {
namespace {

Problem not_yours() {
  return {ProblemCode::forbidden, "not-permitted", "Only a manager of the board grants sight."};
}

std::string joined(const std::vector<std::string>& parts) {
  std::string words;
  for (const auto& part : parts) {
    words += (words.empty() ? "" : ", ") + part;
  }
  return words;
}

}  // namespace

std::vector<Grant> list_grants(postgres::BoardTx& tx) { return load_grants(tx); }

Result<Done> count_number(postgres::BoardTx& tx, const std::string& number) {
  if (tx.actor().role != "manager") return not_yours();
  const auto tidy = tidy_number(number);
  if (!tidy.empty()) (void)find_council(tx, tidy);
  return Done{};
}

Result<SightId> grant_sight(postgres::BoardTx& tx, const GrantSight& asked) {
  if (tx.actor().role != "manager") return not_yours();
  auto command = asked;
  Problem problem{ProblemCode::invalid, "validation", "This cannot be granted yet.", {}};
  problem.fields = check_grant(command, day_in_england(command.at));
  const auto council =
      command.number.empty() ? std::optional<Council>{} : find_council(tx, command.number);
  if (!command.number.empty() && !council) {
    problem.fields.insert(
        problem.fields.begin(),
        {"number", "No council has this number. Ask its children's lead to read it to you"});
  }
  if (!problem.fields.empty()) return problem;
  end_grants_to(tx, council->id, command.at);
  const auto id = SightId::random();
  try {
    insert_grant(tx, id, *council, command);
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() != "sight_stands_once") throw;
    return Problem{ProblemCode::conflict, "changed-meanwhile",
                   "A colleague has granted sight to this council at this very moment."};
  }
  audit_log::record(tx, {"sight.granted", "sight", id.text(),
                         joined(command.parts) + ", " + to_words(*command.from) + " until " +
                             to_words(*command.until),
                         council->name});
  return id;
}

Result<Done> end_sight(postgres::BoardTx& tx, const SightId& id, Instant at) {
  if (tx.actor().role != "manager") return not_yours();
  const auto grants = load_grants(tx);
  const auto found = std::ranges::find(grants, id, &Grant::id);
  if (found == grants.end()) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such grant."};
  }
  if (!end_grant(tx, id, at)) {
    return Problem{ProblemCode::conflict, "conflict", "It has ended already."};
  }
  audit_log::record(tx, {"sight.ended", "sight", id.text(), "", found->council_name});
  return Done{};
}

}  // namespace onereturn::sharing
