#include "domain/evidence/ask_store.hpp"

#include "domain/evidence/sql.hpp"

namespace onereturn::evidence {
namespace {

using postgres::Row;

AskStanding standing_in(const Row& row) {
  const auto word = row.view("standing");
  for (std::size_t at = 0; at < standing_words.size(); ++at) {
    if (word == standing_words.at(at)) return static_cast<AskStanding>(at);
  }
  return AskStanding::waiting;
}

AskState state_in(const Row& row) {
  const auto word = row.view("state");
  if (word == "given") return AskState::given;
  return word == "declined" ? AskState::declined : AskState::open;
}

AskEnd end_of(const Row& row) {
  AskEnd end{row.date_if("due_on"), std::nullopt};
  if (!row.is_null("accepted")) {
    end.decision = Decision{row.boolean("accepted"), row.text("reason"), row.instant("decided_at")};
  }
  return end;
}

AskedPiece asked_piece_of(const Row& row) {
  AskedPiece piece;
  piece.ask.ask = row.id<AskId>("ask_id");
  piece.ask.title = row.text("title");
  piece.ask.kept_where = row.text_if("kept_where").value_or("");
  piece.ask.words = row.text("words");
  piece.ask.asked_at = row.instant("asked_at");
  piece.ask.state = state_in(row);
  piece.ask.answer = row.text_if("answer").value_or("");
  piece.ask.answered_at = row.instant_if("answered_at");
  piece.ask.agency = row.id<AgencyId>("agency_id");
  if (!row.is_null("blob_sha256")) piece.ask.sha256 = row.bytes("blob_sha256");
  piece.end = end_of(row);
  piece.return_id = row.id<ReturnId>("return_id");
  piece.number = row.number("evidence_no");
  piece.organisation = row.text_if("organisation").value_or("");
  piece.organisation_closed = row.boolean("organisation_closed");
  return piece;
}

AskEnds ends_in(const postgres::Rows& rows) {
  AskEnds ends;
  for (const Row row : rows) {
    ends.emplace(row.id<AskId>("ask_id"), end_of(row));
  }
  return ends;
}

}  // namespace

bool insert_ask(postgres::BoardTx& tx, const ReturnId& id, int number, const std::string& words,
                const std::optional<Instant>& at, const std::optional<Date>& due_on,
                const std::optional<int>& version) {
  return tx.run(sql::insert_ask, id, number, words, at, due_on, version).affected() == 1;
}

std::optional<AskState> state_of_ask(postgres::BoardTx& tx, const AskId& ask) {
  const auto rows = tx.run(sql::state_of_ask, ask);
  if (rows.empty()) return std::nullopt;
  return state_in(rows.one());
}

void insert_decision(postgres::BoardTx& tx, const AskId& ask, bool accepted,
                     const std::string& reason, const Instant& at) {
  tx.run(sql::insert_decision, ask, accepted, reason, at);
}

void ask_again(postgres::BoardTx& tx, const AskId& ask, const std::string& words,
               const std::optional<Date>& due_on, const Instant& at) {
  tx.run(sql::ask_again, ask, words, due_on, at);
}

std::vector<AskedPiece> load_asked(postgres::BoardTx& tx, Date today,
                                   const std::optional<AskStanding>& only, int offset, int count) {
  std::optional<std::string> word;
  if (only) word = standing_words.at(static_cast<std::size_t>(*only));
  const std::optional<AskId> any;
  std::vector<AskedPiece> list;
  for (const Row row : tx.run(sql::asked_pieces, today, word, offset, count, any)) {
    list.push_back(asked_piece_of(row));
  }
  return list;
}

std::optional<AskedPiece> find_asked(postgres::BoardTx& tx, const AskId& ask, Date today) {
  const std::optional<std::string> any;
  const auto rows = tx.run(sql::asked_pieces, today, any, 0, 1, ask);
  if (rows.empty()) return std::nullopt;
  return asked_piece_of(rows.one());
}

std::array<int, ask_standings> count_asked(postgres::BoardTx& tx, Date today) {
  std::array<int, ask_standings> counts{};
  for (const Row row : tx.run(sql::asked_pieces_counted, today)) {
    counts.at(static_cast<std::size_t>(standing_in(row))) = row.number("pieces");
  }
  return counts;
}

AskEnds load_ends(postgres::BoardTx& tx, const ReturnId& id) {
  return ends_in(tx.run(sql::ends_of_return, id));
}

AskEnds load_ends(postgres::AgencyTx& tx) { return ends_in(tx.run(sql::ends_of_agency)); }

}  // namespace onereturn::evidence
