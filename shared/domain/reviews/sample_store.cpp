#include "domain/reviews/sample_store.hpp"

#include <algorithm>
#include <map>

#include "domain/reviews/sql.hpp"

namespace onereturn::reviews {
namespace {

using postgres::Row;

PieceRef piece_of(const Row& row) {
  return {row.id<ReturnId>("return_id"), row.number("version_no"), row.number("evidence_no")};
}

SampleHead head_of(const Row& row) {
  SampleHead head;
  head.sample = row.id<SampleId>("sample_id");
  head.return_id = row.id_if<ReturnId>("return_id");
  head.audit = row.id_if<AuditId>("audit_id");
  head.about = row.text("about");
  head.seed = row.text("seed");
  head.seed_entered = row.boolean("seed_entered");
  head.how = {row.boolean("by_percent"), row.number("amount")};
  head.population = row.number("population");
  head.size = row.number("size");
  head.seen = row.number("seen");
  head.drawn_by = row.text_if("drawn_by_name").value_or("");
  head.drawn_at = row.instant("drawn_at");
  return head;
}

SampleResult result_of(const Row& row) {
  return {row.number("result_no"), outcome_of(row.view("outcome")).value_or(Outcome::not_seen),
          row.text("note"), row.text_if("by_name").value_or(""), row.instant("at")};
}

using PieceKey = std::pair<ReturnId, int>;

void add_pieces(postgres::BoardTx& tx, const SampleId& id, Sample& sample,
                std::map<PieceKey, std::size_t>& places) {
  for (const Row row : tx.run(sql::sample_pieces, id)) {
    const DrawnPiece drawn{piece_of(row), row.number("place"), row.boolean("drawn")};
    sample.population.push_back(drawn);
    if (!drawn.drawn) continue;
    places[{drawn.piece.return_id, drawn.piece.number}] = sample.pieces.size();
    SamplePiece piece;
    piece.drawn = drawn;
    piece.organisation = row.text_if("organisation").value_or("");
    piece.title = row.text("title");
    piece.kept_where = row.text_if("kept_where").value_or("");
    piece.is_file = row.boolean("is_file");
    piece.boxes = row.list("boxes");
    sample.pieces.push_back(std::move(piece));
  }
}

std::pair<evidence::Ask, evidence::AskEnd> ask_of(const Row& row) {
  evidence::Ask ask;
  ask.ask = row.id<evidence::AskId>("ask_id");
  ask.words = row.text("words");
  ask.asked_at = row.instant("asked_at");
  const auto state = row.view("state");
  ask.state = state == "given"      ? evidence::AskState::given
              : state == "declined" ? evidence::AskState::declined
                                    : evidence::AskState::open;
  evidence::AskEnd end{row.date_if("due_on"), std::nullopt};
  if (!row.is_null("accepted")) {
    end.decision =
        evidence::Decision{row.boolean("accepted"), row.text("reason"), row.instant("decided_at")};
  }
  return {std::move(ask), std::move(end)};
}

}  // namespace

bool is_ours(postgres::BoardTx& tx, const std::optional<ReturnId>& return_id,
             const std::optional<AuditId>& audit) {
  return !tx.run(sql::return_or_wave, return_id, audit).empty();
}

std::vector<PieceRef> pieces_to_draw(postgres::BoardTx& tx,
                                     const std::optional<ReturnId>& return_id,
                                     const std::optional<AuditId>& audit) {
  std::vector<PieceRef> pieces;
  for (const Row row : tx.run(sql::pieces_to_draw, return_id, audit)) {
    pieces.push_back(piece_of(row));
  }
  return pieces;
}

bool insert_sample(postgres::BoardTx& tx, const DrawSample& command, bool seed_entered,
                   const std::vector<DrawnPiece>& pieces) {
  const auto size = std::count_if(pieces.begin(), pieces.end(),
                                  [](const DrawnPiece& piece) { return piece.drawn; });
  const auto inserted = tx.run(sql::insert_sample, command.sample, command.audit, command.return_id,
                               command.seed, seed_entered, command.how.percent, command.how.amount,
                               pieces.size(), size, command.at);
  if (inserted.affected() == 0) return false;
  std::vector<std::string> returns;
  std::vector<int> versions, numbers, places, drawn;
  for (const auto& one : pieces) {
    returns.push_back(one.piece.return_id.text());
    versions.push_back(one.piece.version);
    numbers.push_back(one.piece.number);
    places.push_back(one.place);
    drawn.push_back(one.drawn ? 1 : 0);
  }
  tx.run(sql::insert_sample_pieces, command.sample, returns, versions, numbers, places, drawn);
  return true;
}

std::vector<SampleHead> load_heads(postgres::BoardTx& tx, const std::optional<ReturnId>& of,
                                   const std::optional<SampleId>& one) {
  std::vector<SampleHead> heads;
  for (const Row row : tx.run(sql::samples, of, one)) {
    heads.push_back(head_of(row));
  }
  return heads;
}

std::optional<Sample> load_sample(postgres::BoardTx& tx, const SampleId& id) {
  const auto heads = load_heads(tx, std::nullopt, id);
  if (heads.empty()) return std::nullopt;
  Sample sample{heads.front(), {}, {}};
  std::map<PieceKey, std::size_t> places;
  add_pieces(tx, id, sample, places);
  for (const Row row : tx.run(sql::sample_results, id)) {
    const auto found = places.find({row.id<ReturnId>("return_id"), row.number("evidence_no")});
    if (found != places.end()) sample.pieces[found->second].results.push_back(result_of(row));
  }
  for (const Row row : tx.run(sql::sample_asks, id)) {
    const auto found = places.find({row.id<ReturnId>("return_id"), row.number("piece_no")});
    if (found != places.end()) sample.pieces[found->second].asks.push_back(ask_of(row));
  }
  return sample;
}

std::vector<std::pair<std::string, std::string>> load_waves(postgres::BoardTx& tx) {
  std::vector<std::pair<std::string, std::string>> waves;
  for (const Row row : tx.run(sql::waves_with_returns)) {
    waves.emplace_back(row.text("audit_id"), row.text("title"));
  }
  return waves;
}

bool insert_result(postgres::BoardTx& tx, const NoteResult& command) {
  return tx.run(sql::insert_sample_result, command.sample, command.return_id, command.piece,
                command.after + 1, word_of(command.outcome), command.note, command.at)
             .affected() == 1;
}

std::vector<SampleNote> load_notes(postgres::BoardTx& tx, const ReturnId& id) {
  std::vector<SampleNote> notes;
  for (const Row row : tx.run(sql::sample_notes, id)) {
    SampleNote note;
    note.sample = row.id<SampleId>("sample_id");
    note.seed = row.text("seed");
    note.population = row.number("population");
    note.size = row.number("size");
    note.number = row.number("evidence_no");
    note.title = row.text("title");
    note.box = row.text_if("box_no").value_or("");
    note.asked = row.boolean("asked");
    if (!row.is_null("result_no")) note.result = result_of(row);
    notes.push_back(std::move(note));
  }
  return notes;
}

}  // namespace onereturn::reviews
