#include "domain/reviews/draw_sample.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/reviews/sample_store.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::reviews {
namespace {

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such record here.", {}};
}

std::string counted_words(const std::vector<DrawnPiece>& pieces) {
  const auto size = std::count_if(pieces.begin(), pieces.end(),
                                  [](const DrawnPiece& piece) { return piece.drawn; });
  return std::to_string(size) + " of " + std::to_string(pieces.size());
}

Problem nothing_to_draw() {
  return {ProblemCode::conflict,
          "nothing-to-draw",
          "No evidence came, so there is nothing to draw from.",
          {{"amount", "No evidence came, so there is nothing to draw from"}}};
}

}  // namespace

Result<SampleId> draw_sample(postgres::BoardTx& tx, const DrawSample& asked, const Hash& hash) {
  auto command = asked;
  if (auto fault = fault_of_draw(command.seed, command.how)) return *fault;
  if (!is_ours(tx, command.return_id, command.audit)) return not_found();
  const bool entered = !command.seed.empty();
  if (!entered) command.seed = made_seed(day_in_england(command.at), random_uuid());
  const auto pieces =
      draw(pieces_to_draw(tx, command.return_id, command.audit), command.seed, command.how, hash);
  if (pieces.empty()) return nothing_to_draw();
  if (!insert_sample(tx, command, entered, pieces)) return command.sample;
  audit_log::record(tx, {"sample.drawn", command.audit ? "audit" : "return",
                         command.audit ? command.audit->text() : command.return_id->text(),
                         counted_words(pieces)});
  return command.sample;
}

Result<Sample> read_sample(postgres::BoardTx& tx, const SampleId& sample) {
  auto found = load_sample(tx, sample);
  if (!found) return not_found();
  return std::move(*found);
}

std::vector<SampleHead> list_samples(postgres::BoardTx& tx, const std::optional<ReturnId>& of) {
  return load_heads(tx, of, std::nullopt);
}

std::vector<std::pair<std::string, std::string>> waves_with_returns(postgres::BoardTx& tx) {
  return load_waves(tx);
}

Result<Done> note_result(postgres::BoardTx& tx, const NoteResult& asked) {
  auto command = asked;
  command.note = tidy_paragraph(command.note);
  const auto length = count_characters(command.note);
  if (!length || *length > paragraph_characters_max) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "The note is too long.",
                   {{"note", "Use 10,000 characters or fewer."}}};
  }
  try {
    if (!insert_result(tx, command)) return not_found();
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() != "evidence_sample_result_key") throw;
    return Problem{ProblemCode::conflict, "changed-meanwhile",
                   "A colleague has said what this piece shows while you were writing."};
  }
  audit_log::record(tx, {"sample.result", "sample", command.sample.text(),
                         std::to_string(command.piece) + " " + word_of(command.outcome)});
  return Done{};
}

std::vector<SampleNote> notes_of_samples(postgres::BoardTx& tx, const ReturnId& id) {
  return load_notes(tx, id);
}

}  // namespace onereturn::reviews
