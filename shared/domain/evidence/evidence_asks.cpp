#include "domain/evidence/evidence_asks.hpp"

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evidence/content_store.hpp"
#include "domain/evidence/piece_store.hpp"
#include "domain/identity/roles.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::evidence {

namespace {

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such record here.", {}};
}

Problem invalid(std::string field, std::string words) {
  Problem problem{ProblemCode::invalid, "validation", words, {}};
  problem.fields.push_back({std::move(field), std::move(words)});
  return problem;
}

bool too_long(const std::string& text) {
  const auto length = count_characters(text);
  return !length || *length > paragraph_characters_max;
}

}  // namespace

Result<Done> ask_for_evidence(postgres::BoardTx& tx, const ReturnId& id, int number,
                              const std::string& words, const std::optional<Instant>& at) {
  const auto tidy = tidy_paragraph(words);
  if (too_long(tidy)) return invalid("words", "Use 10,000 characters or fewer.");
  try {
    if (!insert_ask(tx, id, number, tidy, at)) return not_found();
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() != "return_evidence_ask_open_once") throw;
    return Problem{
        ProblemCode::conflict, "conflict", "Your board has asked for this piece already.", {}};
  }
  audit_log::record(tx, {"evidence.asked_for", "return", id.text(), std::to_string(number)});
  return Done{};
}

Result<DeliveredEvidence> read_delivered_evidence(postgres::BoardTx& tx, const ReturnId& id) {
  auto delivered = load_delivered(tx, id);
  if (!delivered) return not_found();
  return std::move(*delivered);
}

Result<Done> answer_evidence_ask(postgres::AgencyTx& tx, const AskId& ask,
                                 const AnswerAsk& answer) {
  if (!identity::may_choose(tx.actor().role)) {
    return Problem{
        ProblemCode::forbidden, "not-permitted", "Your lead answers what boards ask for.", {}};
  }
  const auto words = tidy_paragraph(answer.words);
  if (too_long(words)) return invalid("answer", "Use 10,000 characters or fewer.");
  if (!answer.file && words.empty()) {
    return invalid("answer", "Choose a file, or say why the board cannot have it.");
  }
  const auto asks = load_asks(tx, ask);
  if (asks.empty()) return not_found();
  if (answer.file) keep_blob(tx, *answer.file, answer.at);
  const auto state = answer.file ? AskState::given : AskState::declined;
  if (!answer_ask(tx, ask, state, words, answer.file ? answer.file->sha256 : std::string{},
                  answer.at)) {
    return Problem{
        ProblemCode::conflict, "conflict", "Somebody has answered this board already.", {}};
  }
  audit_log::record(
      tx, {answer.file ? "evidence.given" : "evidence.declined", "evidence_ask", ask.text(), ""});
  return Done{};
}

}  // namespace onereturn::evidence
