#pragma once

#include <optional>
#include <vector>

#include "domain/returns/commitments.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to the tables of commitments.
namespace onereturn::returns {

// A subject with the board of its request; nothing but the requirement when it is for all.
struct PlacedSubject {
  std::string requirement;
  std::optional<RequestId> request;
  std::optional<BoardId> board;
  std::string item;
};

struct StoredCommitment {
  UnitId unit;
  std::optional<BoardId> board;
  WriteCommitment words;  // without subjects
  bool sent = false;      // a copy that carries it was submitted
};

CommitmentId insert_commitment(postgres::AgencyTx& tx, const UnitId& unit,
                               const std::optional<BoardId>& board, const WriteCommitment& words);
// False when there is none. `state` is "open", "done" or "withdrawn".
bool update_commitment(postgres::AgencyTx& tx, const CommitmentId& commitment,
                       const WriteCommitment& words, const char* state);
std::optional<StoredCommitment> read_commitment(postgres::AgencyTx& tx,
                                                const CommitmentId& commitment);
// Throws ConstraintViolated for a requirement that does not exist.
void replace_subjects(postgres::AgencyTx& tx, const CommitmentId& commitment,
                      const std::vector<PlacedSubject>& subjects);

}  // namespace onereturn::returns
