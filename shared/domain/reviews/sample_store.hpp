#pragma once

#include <optional>
#include <vector>

#include "domain/reviews/draw_sample.hpp"
#include "platform/postgres/transaction.hpp"

// The door to samples of evidence.
namespace onereturn::reviews {

// Whether the return, or the wave, is this board's; exactly one of them is named.
bool is_ours(postgres::BoardTx& tx, const std::optional<ReturnId>& return_id,
             const std::optional<AuditId>& audit);
// The pieces of the newest version of the return, or of each return of the wave.
std::vector<PieceRef> pieces_to_draw(postgres::BoardTx& tx,
                                     const std::optional<ReturnId>& return_id,
                                     const std::optional<AuditId>& audit);
// False when this very sample stands already.
bool insert_sample(postgres::BoardTx& tx, const DrawSample& command, bool seed_entered,
                   const std::vector<DrawnPiece>& pieces);
std::vector<SampleHead> load_heads(postgres::BoardTx& tx, const std::optional<ReturnId>& of,
                                   const std::optional<SampleId>& one);
std::optional<Sample> load_sample(postgres::BoardTx& tx, const SampleId& sample);
std::vector<std::pair<std::string, std::string>> load_waves(postgres::BoardTx& tx);
// False when there is no such drawn piece. Throws ConstraintViolated when there is such a result.
bool insert_result(postgres::BoardTx& tx, const NoteResult& command);
std::vector<SampleNote> load_notes(postgres::BoardTx& tx, const ReturnId& id);

}  // namespace onereturn::reviews
