#include "domain/evaluation/begin_evaluation.hpp"

#include <algorithm>

#include "domain/audit_log/record.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evaluation/release_store.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "domain/fan_out/received_rules.hpp"
#include "domain/fan_out/received_store.hpp"
#include "domain/questions/ask_for_changes.hpp"

namespace onereturn::evaluation {
namespace {

// Keys of what was said about items that say now what they said then.
std::vector<std::string> unchanged_keys(postgres::BoardTx& tx, const ReturnId& id, int from,
                                        int to) {
  const auto changed = changed_boxes(tx, id, from, to);
  const auto copy = fan_out::read_received_version(tx, id, to);
  std::vector<std::string> keys;
  if (!copy) return keys;
  for (const auto& subject : subjects_of(*copy->form)) {
    const bool same = std::none_of(subject.boxes.begin(), subject.boxes.end(),
                                   [&](const auto& box) { return changed.contains(box); });
    if (same) keys.push_back(subject.key);
  }
  return keys;
}

// The older evaluation is over, unless it was released or went back: then it stays what it is.
void give_up(postgres::BoardTx& tx, const Evaluation& older, Instant now) {
  if (older.state == State::finished || older.state == State::returned) return;
  close_look(tx, older.id, "taken_back", "A newer version has come.", now);
  put_state(tx, older.id, State::withdrawn);
}

}  // namespace

Result<Done> begin_evaluation(postgres::BoardTx& tx, const ReturnId& id, Instant now) {
  if (!may_evaluate(tx.actor().role)) {
    return Problem{ProblemCode::forbidden,
                   "not-permitted",
                   "Managers and assistants of the board evaluate.",
                   {}};
  }
  const auto older = lock_evaluation(tx, id);
  const auto facts = find_facts(tx, id);
  if (!facts) return fan_out::no_such_return();
  if (older && older->version_no == facts->latest_version) return Done{};
  const auto carried = older ? std::optional(older->version_no) : std::nullopt;
  const auto begun = insert_evaluation(tx, id, facts->latest_version, carried, now);
  if (!begun) return Done{};
  if (older) {
    const auto keys = unchanged_keys(tx, id, older->version_no, facts->latest_version);
    carry_grades(tx, older->id, *begun, keys, now);
    give_up(tx, *older, now);
    if (older->state == State::returned)
      questions::settle_changes(tx, threads_of(last_sent_back(tx, id), older->version_no));
  }
  fan_out::mark_return(tx, id, facts->latest_version, "being_evaluated");
  audit_log::record(tx, {.what = "evaluation.begun",
                         .subject_kind = "return",
                         .subject_id = id.text(),
                         .detail = "version " + std::to_string(facts->latest_version)});
  return Done{};
}

}  // namespace onereturn::evaluation
