#include "domain/evidence/piece_store.hpp"

#include "domain/evidence/sql.hpp"

namespace onereturn::evidence {

namespace {

using postgres::Row;
using postgres::to_bytea;

Scan scan_of(std::string_view word) {
  if (word == "clean") return Scan::clean;
  return word == "blocked" ? Scan::blocked : Scan::pending;
}

AskState state_of(std::string_view word) {
  if (word == "given") return AskState::given;
  return word == "declined" ? AskState::declined : AskState::open;
}

const char* word_of(AskState state) {
  switch (state) {
    case AskState::given:
      return "given";
    case AskState::declined:
      return "declined";
    case AskState::open:
      break;
  }
  return "open";
}

std::optional<std::string> if_any(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<FileFacts> file_of(const Row& row) {
  if (row.is_null("blob_sha256")) return std::nullopt;
  return FileFacts{.sha256 = row.bytes("blob_sha256"),
                   .name = row.text_if("file_name").value_or(""),
                   .media_type = row.text_if("media_type").value_or(""),
                   .size = static_cast<std::uint64_t>(row.integer("size_bytes")),
                   .scan = scan_of(row.view("scan")),
                   .found = row.text_if("found").value_or("")};
}

Ask ask_of(const Row& row) {
  return {.ask = row.id<AskId>("ask_id"),
          .board = {},
          .title = row.text("title"),
          .kept_where = row.text_if("kept_where").value_or(""),
          .words = row.text("words"),
          .asked_at = row.instant("asked_at"),
          .state = state_of(row.view("state")),
          .answer = row.text_if("answer").value_or(""),
          .answered_at = row.instant_if("answered_at"),
          .sha256 = {},
          .agency = {}};
}

// A day is kept as noon of it, which is that day in England all the year round.
std::string noon_of(Date day) { return to_iso(day) + "T12:00:00Z"; }

}  // namespace

std::optional<EvidenceId> same_piece(postgres::AgencyTx& tx, const std::string& sha256,
                                     const std::string& title) {
  const auto rows = tx.run(sql::same_piece, to_bytea(sha256), title);
  return rows.empty() ? std::nullopt : std::optional(rows[0].id<EvidenceId>("evidence_id"));
}

EvidenceId insert_piece(postgres::AgencyTx& tx, const UnitId& unit, const PieceWords& words,
                        const std::optional<FileFacts>& file) {
  postgres::Param sha256, name, media_type, size;
  if (file) {
    sha256 = to_bytea(file->sha256);
    name = file->name;
    media_type = file->media_type;
    size = std::to_string(file->size);
  }
  const auto evidence = tx.run(sql::insert_piece, words.title, sha256, name, media_type, size,
                               words.effective_on, noon_of(words.received_on), words.expires_on,
                               if_any(words.names_reason), if_any(words.kept_where), unit)
                            .one()
                            .id<EvidenceId>("evidence_id");
  tx.run(sql::keep_first_version, evidence, words.at);
  return evidence;
}

bool replace_file(postgres::AgencyTx& tx, const EvidenceId& evidence, const PieceWords& words,
                  const FileFacts& file) {
  return !tx.run(sql::replace_file, evidence, to_bytea(file.sha256), file.name, file.media_type,
                 static_cast<std::int64_t>(file.size), words.effective_on,
                 noon_of(words.received_on), words.expires_on, if_any(words.names_reason), words.at)
              .empty();
}

bool change_piece(postgres::AgencyTx& tx, const EvidenceId& evidence, const PieceWords& words) {
  return !tx.run(sql::change_piece, evidence, words.title, if_any(words.kept_where),
                 words.effective_on, words.expires_on, noon_of(words.received_on),
                 if_any(words.names_reason), words.at)
              .empty();
}

bool withdraw_piece(postgres::AgencyTx& tx, const EvidenceId& evidence,
                    const std::optional<Instant>& at) {
  return tx.run(sql::withdraw_piece, evidence, at).affected() == 1;
}

std::vector<Piece> load_pieces(postgres::AgencyTx& tx, const std::optional<EvidenceId>& one) {
  std::vector<Piece> pieces;
  for (const Row row : tx.run(sql::pieces, one)) {
    Piece piece{.evidence = row.id<EvidenceId>("evidence_id"),
                .title = row.text("title"),
                .kept_where = row.text_if("kept_where").value_or(""),
                .file = file_of(row),
                .effective_on = row.date_if("effective_on"),
                .received_on = row.date("received_on"),
                .expires_on = row.date_if("expires_on"),
                .version = row.number("version"),
                .names_reason = row.text_if("names_reason").value_or(""),
                .granted = {},
                .requirements = row.list("requirements"),
                .unit = row.id_if<UnitId>("unit_id"),
                .unit_name = row.text_if("unit_name").value_or("")};
    for (auto& board : row.list("granted"))
      piece.granted.emplace_back(std::move(board));
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

std::vector<PieceVersion> load_versions(postgres::AgencyTx& tx, const EvidenceId& evidence) {
  std::vector<PieceVersion> versions;
  for (const Row row : tx.run(sql::piece_versions, evidence)) {
    versions.push_back({.version = row.number("version"),
                        .title = row.text("title"),
                        .kept_where = row.text_if("kept_where").value_or(""),
                        .file = file_of(row),
                        .effective_on = row.date_if("effective_on"),
                        .expires_on = row.date_if("expires_on"),
                        .saved_at = row.instant("saved_at"),
                        .saved_by = row.text_if("saved_by").value_or("")});
  }
  return versions;
}

std::vector<Opening> load_openings(postgres::AgencyTx& tx, const EvidenceId& evidence, int most) {
  std::vector<Opening> openings;
  for (const Row row : tx.run(sql::openings, evidence, most)) {
    openings.push_back({.at = row.instant("at"),
                        .who = row.text_if("who").value_or(""),
                        .is_board = row.boolean("is_board"),
                        .what = row.text("what")});
  }
  return openings;
}

bool insert_opening(postgres::BoardTx& tx, const ReturnId& id, int number, Instant at,
                    const std::optional<int>& version) {
  return !tx.run(sql::note_opening, id, number, at, version).empty();
}

bool insert_opening(postgres::BoardTx& tx, const AskId& ask, Instant at) {
  return !tx.run(sql::note_answer_opening, ask, at).empty();
}

std::vector<JoinedBoard> load_boards(postgres::AgencyTx& tx) {
  std::vector<JoinedBoard> boards;
  for (const Row row : tx.run(sql::boards_joined)) {
    boards.push_back({row.id<BoardId>("board_id"), row.text("name")});
  }
  return boards;
}

std::vector<Ask> load_asks(postgres::AgencyTx& tx, const std::optional<AskId>& one) {
  std::vector<Ask> asks;
  for (const Row row : tx.run(sql::asks_of_agency, one)) {
    auto ask = ask_of(row);
    ask.board = row.text("board");
    asks.push_back(std::move(ask));
  }
  return asks;
}

bool answer_ask(postgres::AgencyTx& tx, const AskId& ask, AskState state, const std::string& words,
                const std::string& sha256, const std::optional<Instant>& at) {
  const auto bytes = sha256.empty() ? postgres::Param{} : to_bytea(sha256);
  return tx.run(sql::answer_ask, ask, word_of(state), words, bytes, at).affected() == 1;
}

std::optional<DeliveredEvidence> load_delivered(postgres::BoardTx& tx, const ReturnId& id,
                                                const std::optional<int>& version) {
  const auto head = tx.run(sql::delivered_return, id);
  if (head.empty()) return std::nullopt;
  DeliveredEvidence delivered{.id = id,
                              .agency = head[0].text_if("agency").value_or(""),
                              .title = head[0].text("title"),
                              .pieces = {},
                              .asks = {}};
  for (const Row row : tx.run(sql::delivered_pieces, id, version)) {
    delivered.pieces.push_back(
        {.number = row.number("evidence_no"),
         .title = row.text("title"),
         .kept_where = row.text_if("kept_where").value_or(""),
         .sha256 = row.is_null("blob_sha256") ? std::string{} : row.bytes("blob_sha256"),
         .agency = row.id_if<AgencyId>("agency_id").value_or(AgencyId{}),
         .boxes = row.list("boxes")});
  }
  for (const Row row : tx.run(sql::asks_of_return, id)) {
    auto ask = ask_of(row);
    if (!row.is_null("blob_sha256")) ask.sha256 = row.bytes("blob_sha256");
    ask.agency = row.id<AgencyId>("agency_id");
    delivered.asks.push_back(std::move(ask));
  }
  return delivered;
}

}  // namespace onereturn::evidence
