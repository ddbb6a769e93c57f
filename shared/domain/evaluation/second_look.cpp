#include "domain/evaluation/second_look.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evaluation/read_evaluation.hpp"
#include "domain/evaluation/release_store.hpp"
#include "domain/fan_out/received_rules.hpp"

namespace onereturn::evaluation {
namespace {

Problem forbidden(const char* words) {
  return {ProblemCode::forbidden, "not-permitted", words, {}};
}

Problem moved_on() {
  return {ProblemCode::conflict,
          "moved-on",
          "This evaluation has moved on meanwhile. Look at it again.",
          {}};
}

Problem invalid(const char* field, std::string words) {
  return {ProblemCode::invalid, "validation", words, {{field, words}}};
}

bool too_long(const std::string& text) {
  const auto length = count_characters(text);
  return !length || *length > paragraph_characters_max;
}

void note(postgres::BoardTx& tx, const ReturnId& id, const char* what) {
  audit_log::record(tx, {.what = what, .subject_kind = "return", .subject_id = id.text()});
}

}  // namespace

Result<Done> send_for_second_look(postgres::BoardTx& tx, const ReturnId& id,
                                  const std::string& words, Instant now) {
  if (!may_evaluate(tx.actor().role)) return forbidden("Managers and assistants evaluate.");
  const auto evaluation = lock_evaluation(tx, id);
  if (!evaluation) return fan_out::no_such_return();
  if (evaluation->state == State::second_look) return Done{};
  if (evaluation->state != State::open) return moved_on();
  const auto tidy = tidy_paragraph(words);
  if (too_long(tidy)) return invalid("words", "Use 10,000 characters or fewer");
  auto bench = read_evaluation(tx, id, now);
  if (!bench) return bench.problem();
  bench->settings.second_look = false;
  const auto missing = missing_for_release(*bench);
  if (!missing.empty()) {
    return invalid("words", "Grade everything first: " + std::to_string(missing.size()) +
                                (missing.size() == 1 ? " thing is" : " things are") + " missing");
  }
  insert_look(tx, evaluation->id, tidy, now);
  std::vector<PersonId> left_out(bench->authors.begin(), bench->authors.end());
  left_out.push_back(tx.actor().person);
  tell_second_look(tx, left_out, day_in_england(now));
  put_state(tx, evaluation->id, State::second_look);
  note(tx, id, "evaluation.sent_for_second_look");
  return Done{};
}

Result<Done> take_back(postgres::BoardTx& tx, const ReturnId& id, Instant now) {
  if (!may_evaluate(tx.actor().role)) return forbidden("Managers and assistants evaluate.");
  const auto evaluation = lock_evaluation(tx, id);
  if (!evaluation) return fan_out::no_such_return();
  if (evaluation->state == State::open) return Done{};
  if (evaluation->state != State::second_look) return moved_on();
  close_look(tx, evaluation->id, "taken_back", "", now);
  put_state(tx, evaluation->id, State::open);
  note(tx, id, "evaluation.taken_back");
  return Done{};
}

Result<Done> answer_second_look(postgres::BoardTx& tx, const ReturnId& id, bool agreed,
                                const std::string& answer, Instant now) {
  const auto& actor = tx.actor();
  if (!may_look(actor.role)) return forbidden("Managers, assistants and the chair look again.");
  const auto evaluation = lock_evaluation(tx, id);
  if (!evaluation) return fan_out::no_such_return();
  if (evaluation->state != State::second_look) return moved_on();
  const auto looks = looks_of(tx, evaluation->id);
  const auto open = std::find_if(looks.begin(), looks.end(),
                                 [](const auto& look) { return look.outcome.empty(); });
  const bool sent = open != looks.end() && open->sent_by == actor.person;
  if (sent || authors(tx, evaluation->id).contains(actor.person)) {
    return forbidden("Nobody looks at their own work: somebody else of the board has to.");
  }
  const auto tidy = tidy_paragraph(answer);
  if (too_long(tidy)) return invalid("answer", "Use 10,000 characters or fewer");
  if (!agreed && tidy.empty()) return invalid("answer", "Say what should be looked at again");
  close_look(tx, evaluation->id, agreed ? "agreed" : "handed_back", tidy, now);
  put_state(tx, evaluation->id, agreed ? State::agreed : State::open);
  note(tx, id, agreed ? "evaluation.agreed" : "evaluation.handed_back");
  return Done{};
}

}  // namespace onereturn::evaluation
