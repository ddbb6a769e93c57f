#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "domain/reviews/sample.hpp"
#include "domain/reviews/sample_rules.hpp"
#include "platform/postgres/transaction.hpp"

// A board draws a sample, and says what each piece of it shows. Nothing of it is changed later: a
// second draw is a second sample.
namespace onereturn::reviews {

// The sample's own id comes with the form, so that a button pressed twice draws once.
struct DrawSample {
  SampleId sample;
  std::optional<ReturnId> return_id;  // of one return, or
  std::optional<AuditId> audit;       // of each return of a wave
  HowMany how;
  std::string seed;  // "" for one that the service makes
  Instant at;
};
// Refuses with invalid (seed, amount); with not_found for a return or wave that is not this
// board's; with conflict `nothing-to-draw` when no evidence came.
Result<SampleId> draw_sample(postgres::BoardTx& tx, const DrawSample& command, const Hash& hash);

Result<Sample> read_sample(postgres::BoardTx& tx, const SampleId& sample);
// Of one return (also in the samples of its wave), or all of the board's: the newest first.
std::vector<SampleHead> list_samples(postgres::BoardTx& tx, const std::optional<ReturnId>& of);

// The waves of the board of which something has arrived, the newest first: number and name.
std::vector<std::pair<std::string, std::string>> waves_with_returns(postgres::BoardTx& tx);

struct NoteResult {
  SampleId sample;
  ReturnId return_id;
  int piece = 0;
  int after = 0;  // the number of the result that was on the page, 0 for none
  Outcome outcome = Outcome::supports;
  std::string note;
  Instant at;
};
// Refuses with not_found for a piece that was not drawn; with invalid (note); with conflict when a
// colleague has said something else meanwhile.
Result<Done> note_result(postgres::BoardTx& tx, const NoteResult& command);

// What the samples of a return say of its items, the newest first.
std::vector<SampleNote> notes_of_samples(postgres::BoardTx& tx, const ReturnId& id);

}  // namespace onereturn::reviews
