#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/evidence/evidence.hpp"
#include "platform/postgres/transaction.hpp"

// The door to evidence as files: pieces, their versions, their contents, and what boards ask for.
namespace onereturn::evidence {

// Remembers a content of the agency's, once; has it checked for viruses when it is new, or was
// refused before.
void keep_blob(postgres::AgencyTx& tx, const FileFacts& file);

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
};

EvidenceId insert_piece(postgres::AgencyTx& tx, const PieceWords& words,
                        const std::optional<FileFacts>& file);
// False when the piece has this very content already, or there is none.
bool replace_file(postgres::AgencyTx& tx, const EvidenceId& evidence, const PieceWords& words,
                  const FileFacts& file);
bool change_piece(postgres::AgencyTx& tx, const EvidenceId& evidence, const PieceWords& words);
bool withdraw_piece(postgres::AgencyTx& tx, const EvidenceId& evidence);

std::vector<Piece> load_pieces(postgres::AgencyTx& tx, const std::optional<EvidenceId>& one);
std::vector<PieceVersion> load_versions(postgres::AgencyTx& tx, const EvidenceId& evidence);
std::vector<JoinedBoard> load_boards(postgres::AgencyTx& tx);

std::vector<Ask> load_asks(postgres::AgencyTx& tx, const std::optional<AskId>& one);
// False when there is no such open request.
bool answer_ask(postgres::AgencyTx& tx, const AskId& ask, AskState state, const std::string& words,
                const std::string& sha256);

// Nothing when the board has no such return.
std::optional<DeliveredEvidence> load_delivered(postgres::BoardTx& tx, const ReturnId& id);
// False when there is no such piece, or it was delivered as a file. Throws ConstraintViolated when
// it is asked for already.
bool insert_ask(postgres::BoardTx& tx, const ReturnId& id, int number, const std::string& words);

// For the job that checks a content.
struct BlobToScan {
  AgencyId agency;
  std::string sha256;
  Scan scan = Scan::pending;
};
std::optional<BlobToScan> blob_to_scan(postgres::AgencyJobTx& tx);
// Writes the verdict down ("" found: clean), and closes the job. Throws StaleFence.
void note_scan(postgres::AgencyJobTx& tx, const std::string& found, const JobId& job,
               std::int64_t fence);

}  // namespace onereturn::evidence
