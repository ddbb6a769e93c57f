#include "domain/returns/save_answer.hpp"

#include "domain/audit_log/record.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/identity/roles.hpp"
#include "domain/identity/standards_limit.hpp"
#include "domain/returns/answer_rules.hpp"
#include "domain/returns/answer_store.hpp"
#include "domain/returns/box_store.hpp"

namespace onereturn::returns {

namespace {

// Nothing where the requirement cannot be answered for that board.
const frameworks::Requirement* find_requirement(const frameworks::Framework& framework,
                                                const std::string& code) {
  for (const auto& requirement : framework.requirements) {
    if (requirement.code == code) return &requirement;
  }
  return nullptr;
}

}  // namespace

Result<UnitId> unit_to_answer(const PartyId& agency, const std::optional<UnitId>& own,
                              const std::optional<UnitId>& asked) {
  if (own && asked && *own != *asked) return answer_not_found();
  if (own) return *own;
  return asked.value_or(UnitId(agency.text()));
}

Result<SaveOutcome> save_answer(postgres::Database& database, const postgres::TokenHash& session,
                                const SaveAnswer& command) {
  auto tidied = command;
  auto problem = tidy(tidied);
  if (!problem.fields.empty()) return problem;
  return call_save_answer(database, session, tidied);
}

Result<SaveOutcome> save_board_answer(postgres::AgencyTx& tx, const SaveBoardAnswer& command) {
  if (!identity::may_write(tx.actor().role)) return not_permitted_to_write();
  auto tidied = command;
  auto problem = tidy(tidied);
  if (!problem.fields.empty()) return problem;
  const auto open = find_open_request(tx, command.request);
  if (!open || open->framework.version == 0) return answer_not_found();
  const auto framework = frameworks::load_framework(tx, open->framework);
  const auto* requirement = find_requirement(*framework, command.requirement);
  if (requirement == nullptr) return answer_not_found();
  if (!identity::may_write_requirement(tx, command.requirement)) {
    return identity::not_among_your_standards();
  }
  if (requirement->local != frameworks::LocalKind::whole) {
    tidied.level.reset();
    tidied.not_applicable = false;
  }
  const BoardPlace place{open->engaged.unit, command.request, open->engaged.board.board};
  const auto written = write_board_answer(tx, place, tidied);
  SaveOutcome outcome;
  if (!written) {
    auto other = read_board_answer(tx, place, command.requirement);
    if (!other) return answer_not_found();
    outcome.version = other->version;
    outcome.saved_at = other->at;
    outcome.conflict = std::move(*other);
    return outcome;
  }
  audit_log::record(tx, {"board_answer.saved", "answer", command.requirement,
                         "version " + std::to_string(written->version)});
  outcome.version = written->version;
  outcome.saved_at = written->saved_at;
  return outcome;
}

}  // namespace onereturn::returns
