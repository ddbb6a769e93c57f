#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/evidence/asked.hpp"
#include "domain/evidence/evidence.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"
#include "platform/http/fields.hpp"

// What the pages of evidence are filled with.
namespace onereturn::gateway::views {

using BoardNames = std::map<BoardId, std::string>;
BoardNames names_of(const std::vector<evidence::JoinedBoard>& boards);

// The agency's list: what boards ask for, what runs out, all pieces.
html::Data evidence_page(const std::vector<evidence::Piece>& pieces,
                         const std::vector<evidence::Ask>& asks, const evidence::AskEnds& ends,
                         const BoardNames& boards, Date today, bool may_write,
                         const std::optional<UnitId>& own_unit);

// Whose the piece is, in words, for a session of that unit (nothing: of the whole agency); "" for
// what is everybody's anyway.
std::string owner_words(const evidence::Piece& piece, const std::optional<UnitId>& own_unit,
                        bool may_change);

// Who opened it, the latest first.
html::Data opening_rows(const std::vector<evidence::Opening>& openings);

// One piece. What was typed and refused comes back through `typed`, empty when nothing was.
html::Data piece_page(const evidence::Piece& piece,
                      const std::vector<evidence::PieceVersion>& versions, const BoardNames& boards,
                      Date today, bool may_write);

// The fields that a piece is described with: filled from the form when there is one.
html::Data piece_fields(const http::Fields& form, const std::vector<PageError>& errors);
http::Fields fields_of(const evidence::Piece& piece);

// Board by board, what each of them gets with its next copy.
html::Data who_gets_what_page(const std::vector<evidence::Piece>& pieces, const BoardNames& boards);

// What a change of boards would do, before it is done.
html::Data grant_page(const evidence::Piece& piece, const std::vector<BoardId>& chosen,
                      const std::vector<evidence::Piece>& pieces, const BoardNames& boards);

// pages/evidence_asked: everything that boards ever asked to see, the open ones first.
html::Data all_asks_page(const std::vector<evidence::Ask>& asks, const evidence::AskEnds& ends,
                         Date today);

html::Data ask_page(const evidence::Ask& ask, const evidence::AskEnd& end, const std::string& typed,
                    const std::vector<PageError>& errors, bool may_answer);

// The board's side. `standing` says of each file, by its digest, what can be said of it.
struct FileStanding {
  bool here = false;      // may be downloaded
  bool checking = false;  // waits for the virus check
  std::string size;
};
using FileStandings = std::map<std::string, FileStanding>;
// A question that was refused, as it was typed.
struct TypedQuestion {
  int number = 0;  // of the piece
  std::string words;
  TypedDate due;
  std::vector<PageError> errors;
};

// pages/board_evidence: what came with a return.
struct DeliveredInput {
  const evidence::DeliveredEvidence& delivered;
  std::optional<int> version;  // asked for by number; nothing: the one that stands
  const evidence::AskEnds& ends;
  FileStandings standings;
  Date today;
  bool may_ask = false;
  TypedQuestion typed;
};
html::Data delivered_page(const DeliveredInput& input);

// pages/asked_pieces: every question about evidence, where it stands, and what waits for the board.
html::Data asked_pieces_page(const evidence::AskedPieces& asked, Date today,
                             const std::optional<evidence::AskStanding>& only, int page);

// pages/asked_piece: one question with its history, and the board's decision.
struct TypedDecision {
  std::string reason;
  bool again = true;
  TypedDate due;
  std::vector<PageError> errors;
};
html::Data asked_piece_page(const evidence::AskedPiece& piece, const FileStandings& standings,
                            Date today, bool may_decide, const TypedDecision& typed);

// bits/status of a question: "With them, by 30 March 2027", "Answered, waits for you".
html::Data ask_status(const evidence::Ask& ask, const evidence::AskEnd& end, Date today);
// How the question ends; one without an end for what is not there.
const evidence::AskEnd& end_of(const evidence::AskEnds& ends, const evidence::AskId& ask);
inline constexpr int asked_on_a_page = 50;

// "Checked", "Being checked for viruses", "Refused by the virus check".
html::Data scan_status(const evidence::FileFacts& file);

}  // namespace onereturn::gateway::views
