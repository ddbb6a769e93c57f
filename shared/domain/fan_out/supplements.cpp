#include "domain/fan_out/supplements.hpp"

#include "base/text.hpp"
#include "domain/audit_log/openings.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "domain/fan_out/received_rules.hpp"
#include "domain/fan_out/supplement_rules.hpp"
#include "domain/fan_out/supplement_store.hpp"
#include "domain/questions/question_rules.hpp"
#include "domain/returns/board_view.hpp"

namespace onereturn::fan_out {

namespace {

Problem decided_meanwhile(const std::string& standing) {
  const std::string now = standing == "accepted"   ? "A colleague accepted this version already."
                          : standing == "declined" ? "A colleague declined this version already."
                          : standing == "replaced" ? "The agency has offered a newer version since."
                                                   : "Somebody decided on it meanwhile.";
  return {ProblemCode::conflict, "decided-meanwhile", now + " Nothing was changed.", {}};
}

}  // namespace

Result<Supplement> open_supplement(postgres::BoardTx& tx, const ReturnId& id, Instant now) {
  auto stands = read_received_return(tx, id);
  if (!stands) return stands.problem();
  Supplement supplement;
  supplement.versions = versions_of(tx, id);
  if (const auto waits = stands->receipt.offered) {
    auto offered = read_received_return(tx, id, *waits);
    if (!offered) return offered.problem();
    audit_log::note_opened(tx, id, audit_log::Opened::whole_return, now, *waits);
    supplement.difference = difference_between(*stands, *offered);
    supplement.offered = std::move(*offered);
  }
  supplement.stands = std::move(*stands);
  return supplement;
}

Result<Done> decide_supplement(postgres::BoardTx& tx, const DecideSupplement& command,
                               Instant now) {
  if (!questions::may_answer(tx.actor().role)) {
    return Problem{
        ProblemCode::forbidden, "not-permitted", "Your board's manager decides on it.", {}};
  }
  const auto words = questions::tidy_words(
      command.words, command.accepts ? nullptr : "Say why, so that the agency knows what to do.");
  if (!words) return words.problem();
  const auto outcome = decide(tx, {command.id, command.version_no, command.accepts, *words, now});
  if (outcome == "gone") return no_such_return();
  if (outcome == (command.accepts ? "accepted" : "declined")) return Done{};
  if (outcome != "done") return decided_meanwhile(outcome);
  announce_decision(tx, command.id);
  audit_log::record(tx, {command.accepts ? "supplement.accepted" : "supplement.declined", "return",
                         command.id.text(), "version " + std::to_string(command.version_no)});
  return Done{};
}

std::vector<HeldCopy> held_copies(postgres::AgencyTx& tx, const returns::Workspace& workspace) {
  std::vector<HeldCopy> all;
  for (auto& stored : stored_copies(tx, workspace.unit)) {
    const auto* board = workspace.find(stored.held.request);
    if (board == nullptr) continue;
    const auto now = contents_of(returns::preview_copy(workspace, *board));
    stored.held.age = age_of(now, stored.stands, stored.newest, stored.held.newest_standing);
    stored.held.changed = changed_boxes(now, stored.stands);
    all.push_back(std::move(stored.held));
  }
  return all;
}

}  // namespace onereturn::fan_out
