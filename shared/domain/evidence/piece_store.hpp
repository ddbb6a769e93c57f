#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/evidence/evidence.hpp"
#include "platform/postgres/transaction.hpp"

// The door to evidence as files: pieces, their versions, who opened them, and what boards ask for.
namespace onereturn::evidence {

// The piece with this title and this very content, when there is one.
std::optional<EvidenceId> same_piece(postgres::AgencyTx& tx, const std::string& sha256,
                                     const std::string& title);

struct PieceWords {
  std::string title;
  std::string kept_where;
  std::optional<Date> effective_on;
  std::optional<Date> expires_on;
  Date received_on;
  std::string names_reason;
  std::optional<Instant> at = {};  // business time; nothing: the database's clock
};

// The whole agency's unit makes it common to all.
EvidenceId insert_piece(postgres::AgencyTx& tx, const UnitId& unit, const PieceWords& words,
                        const std::optional<FileFacts>& file);
// False when the piece has this very content already, or there is none.
bool replace_file(postgres::AgencyTx& tx, const EvidenceId& evidence, const PieceWords& words,
                  const FileFacts& file);
bool change_piece(postgres::AgencyTx& tx, const EvidenceId& evidence, const PieceWords& words);
bool withdraw_piece(postgres::AgencyTx& tx, const EvidenceId& evidence,
                    const std::optional<Instant>& at);

std::vector<Piece> load_pieces(postgres::AgencyTx& tx, const std::optional<EvidenceId>& one);
std::vector<PieceVersion> load_versions(postgres::AgencyTx& tx, const EvidenceId& evidence);
// The latest first, no more than `most`.
std::vector<Opening> load_openings(postgres::AgencyTx& tx, const EvidenceId& evidence, int most);
// Of the version that stands, or of another that the board holds. False when it has no such piece.
bool insert_opening(postgres::BoardTx& tx, const ReturnId& id, int number, Instant at,
                    const std::optional<int>& version);
bool insert_opening(postgres::BoardTx& tx, const AskId& ask, Instant at);
std::vector<JoinedBoard> load_boards(postgres::AgencyTx& tx);

std::vector<Ask> load_asks(postgres::AgencyTx& tx, const std::optional<AskId>& one);
// False when there is no such open request.
bool answer_ask(postgres::AgencyTx& tx, const AskId& ask, AskState state, const std::string& words,
                const std::string& sha256, const std::optional<Instant>& at);

// With the pieces of the version that stands, or of another. Nothing when the board has no such
// return.
std::optional<DeliveredEvidence> load_delivered(postgres::BoardTx& tx, const ReturnId& id,
                                                const std::optional<int>& version);
}  // namespace onereturn::evidence
