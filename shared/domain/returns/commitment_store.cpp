#include "domain/returns/commitment_store.hpp"

#include "domain/returns/sql.hpp"

namespace onereturn::returns {

namespace {

postgres::Param code_or_nothing(const std::string& code) {
  return code.empty() ? postgres::Param() : postgres::Param(code);
}

}  // namespace

CommitmentId insert_commitment(postgres::AgencyTx& tx, const UnitId& unit,
                               const std::optional<BoardId>& board, const WriteCommitment& words) {
  return tx
      .run(sql::insert_commitment, unit, board, words.what, words.how, words.lead, words.by_on,
           words.area, words.change)
      .one()
      .id<CommitmentId>("commitment_id");
}

bool update_commitment(postgres::AgencyTx& tx, const CommitmentId& commitment,
                       const WriteCommitment& words, const char* state) {
  return !tx.run(sql::update_commitment, commitment, words.what, words.how, words.lead, words.by_on,
                 words.area, words.change, state)
              .empty();
}

std::optional<StoredCommitment> read_commitment(postgres::AgencyTx& tx,
                                                const CommitmentId& commitment) {
  const auto rows = tx.run(sql::read_commitment, commitment);
  if (rows.empty()) return std::nullopt;
  const auto row = rows[0];
  StoredCommitment stored;
  stored.unit = row.id<UnitId>("unit_id");
  stored.board = row.id_if<BoardId>("board_id");
  stored.words = {stored.unit,          row.text("what"), row.text("how"),    row.text("lead"),
                  row.date_if("by_on"), row.text("area"), row.text("change"), {}};
  stored.sent = row.boolean("sent");
  return stored;
}

void replace_subjects(postgres::AgencyTx& tx, const CommitmentId& commitment,
                      const std::vector<PlacedSubject>& subjects) {
  std::vector<postgres::Param> requirements, items;
  std::vector<std::optional<RequestId>> requests;
  std::vector<std::optional<BoardId>> boards;
  for (const auto& subject : subjects) {
    requirements.push_back(code_or_nothing(subject.requirement));
    requests.push_back(subject.request);
    boards.push_back(subject.board);
    items.push_back(code_or_nothing(subject.item));
  }
  tx.run(sql::remove_subjects, commitment);
  tx.run(sql::insert_subjects, commitment, requirements, requests, boards, items);
}

}  // namespace onereturn::returns
