#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "domain/evidence/evidence.hpp"

// How a board's question about a piece ends.
namespace onereturn::evidence {

// What the board made of the agency's answer.
struct Decision {
  bool accepted = false;
  std::string reason;
  Instant at;
};

// Until when a piece is wanted, and the end of the question.
struct AskEnd {
  std::optional<Date> due_on;
  std::optional<Decision> decision;
};
using AskEnds = std::map<AskId, AskEnd>;

// Where a question stands: with the agency, or with the board ("answered"), or at its end; closed
// when the organisation was closed in the board's register before it was decided.
enum class AskStanding { waiting, overdue, answered, accepted, not_accepted, closed };
inline constexpr std::size_t ask_standings = 6;
// In addresses and in the database, in their order.
inline constexpr std::array<const char*, ask_standings> standing_words = {
    "waiting", "overdue", "answered", "accepted", "not_accepted", "closed"};
AskStanding standing_of(const Ask& ask, const AskEnd& end, Date today);

// A question in the list of a board's own.
struct AskedPiece {
  Ask ask;
  AskEnd end;
  ReturnId return_id;
  int number = 0;  // of the piece
  std::string organisation;
  bool organisation_closed = false;
};

// The questions of a board: some of them, and how many there are of all, by standing.
struct AskedPieces {
  std::vector<AskedPiece> list;
  std::array<int, ask_standings> counts{};
};

}  // namespace onereturn::evidence
