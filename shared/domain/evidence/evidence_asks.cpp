#include "domain/evidence/evidence_asks.hpp"

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evidence/ask_store.hpp"
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

Problem asked_already() {
  return {ProblemCode::conflict, "conflict", "Your board has asked for this piece already.", {}};
}

Problem too_long_problem(std::string field) {
  return invalid(std::move(field), "Use 10,000 characters or fewer.");
}

constexpr int year_at_most = 366;

// Nothing when the day will do.
std::optional<Problem> fault_of_day(const std::optional<Date>& due_on, const Instant& at) {
  if (!due_on) return std::nullopt;
  const int days = days_between(day_in_england(at), *due_on);
  if (days < 0) return invalid("due", to_words(*due_on) + " is over. Give a day from today on");
  if (days > year_at_most) return invalid("due", "Give a day within a year");
  return std::nullopt;
}

bool too_long(const std::string& text) {
  const auto length = count_characters(text);
  return !length || *length > paragraph_characters_max;
}

}  // namespace

Result<Done> ask_for_evidence(postgres::BoardTx& tx, const ReturnId& id, int number,
                              const std::string& words, const std::optional<Instant>& at,
                              const std::optional<Date>& due_on,
                              const std::optional<int>& version) {
  const auto tidy = tidy_paragraph(words);
  if (too_long(tidy)) return too_long_problem("words");
  if (at) {
    if (auto fault = fault_of_day(due_on, *at)) return *fault;
  }
  try {
    if (!insert_ask(tx, id, number, tidy, at, due_on, version)) return not_found();
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() != "return_evidence_ask_open_once") throw;
    return asked_already();
  }
  audit_log::record(tx, {"evidence.asked_for", "return", id.text(), std::to_string(number)});
  return Done{};
}

Result<Done> decide_on_evidence(postgres::BoardTx& tx, const AskId& ask,
                                const DecideOnEvidence& decision) {
  const auto reason = tidy_paragraph(decision.reason);
  if (too_long(reason)) return too_long_problem("reason");
  if (!decision.accepted && reason.empty()) return invalid("reason", "Say what is missing");
  if (!decision.accepted && decision.ask_again) {
    if (auto fault = fault_of_day(decision.due_on, decision.at)) return *fault;
  }
  const auto state = state_of_ask(tx, ask);
  if (!state) return not_found();
  if (*state == AskState::open) {
    return Problem{ProblemCode::conflict, "conflict", "They have not answered yet.", {}};
  }
  try {
    insert_decision(tx, ask, decision.accepted, reason, decision.at);
    if (!decision.accepted && decision.ask_again) {
      ask_again(tx, ask, reason, decision.due_on, decision.at);
    }
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() == "return_evidence_ask_open_once") return asked_already();
    if (violated.constraint() != "return_evidence_decision_key") throw;
    return Problem{
        ProblemCode::conflict, "conflict", "A colleague has decided on this answer already.", {}};
  }
  audit_log::record(tx, {decision.accepted ? "evidence.accepted" : "evidence.not_accepted",
                         "evidence_ask", ask.text(), decision.ask_again ? "asked again" : ""});
  return Done{};
}

AskedPieces list_asked_pieces(postgres::BoardTx& tx, Date today,
                              const std::optional<AskStanding>& only, int offset, int count) {
  AskedPieces asked;
  asked.list = load_asked(tx, today, only, offset, count);
  asked.counts = count_asked(tx, today);
  return asked;
}

Result<AskedPiece> read_asked_piece(postgres::BoardTx& tx, const AskId& ask, Date today) {
  auto found = find_asked(tx, ask, today);
  if (!found) return not_found();
  return std::move(*found);
}

AskStanding standing_of(const Ask& ask, const AskEnd& end, Date today) {
  if (end.decision) {
    return end.decision->accepted ? AskStanding::accepted : AskStanding::not_accepted;
  }
  if (ask.state != AskState::open) return AskStanding::answered;
  return end.due_on && *end.due_on < today ? AskStanding::overdue : AskStanding::waiting;
}

AskEnds ends_of_asks(postgres::BoardTx& tx, const ReturnId& id) { return load_ends(tx, id); }

AskEnds ends_of_asks(postgres::AgencyTx& tx) { return load_ends(tx); }

Result<DeliveredEvidence> read_delivered_evidence(postgres::BoardTx& tx, const ReturnId& id,
                                                  const std::optional<int>& version) {
  auto delivered = load_delivered(tx, id, version);
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
  if (too_long(words)) return too_long_problem("answer");
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
