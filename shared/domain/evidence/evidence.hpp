#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"

namespace onereturn::evidence {

using AskId = Id<struct AskTag>;

// Evidence of the agency, what cites it in one unit, and the boards that may open it. A board that
// may not does not learn that it exists.
struct KeptEvidence {
  EvidenceId evidence;
  std::string title;
  std::string kept_where;  // "available on request", and where; empty for an upload
  std::optional<Date> effective_on;
  int version = 1;
  std::set<std::string> requirements;                 // answers that cite it
  std::set<std::pair<RequestId, std::string>> boxes;  // boxes of a board's own form that do
  std::set<BoardId> granted;
  std::optional<UnitId> unit;  // nothing: common to all units
  bool is_file = false;
  bool is_checked = false;  // a file, and the virus check passed it
  bool is_ours = false;     // this session says which boards may open it
};

enum class Scan { pending, clean, blocked };

// A file of the agency: where it is in the store, and what the virus check said.
struct FileFacts {
  std::string sha256;  // 32 bytes
  std::string name;    // as it was called where it came from; never shown to a board
  std::string media_type;
  std::uint64_t size = 0;
  Scan scan = Scan::pending;
  std::string found;  // what the check found in it

  bool operator==(const FileFacts&) const = default;
};

// Evidence as its own page shows it: a file, or something available on request, or both.
struct Piece {
  EvidenceId evidence;
  std::string title;
  std::string kept_where;
  std::optional<FileFacts> file;
  std::optional<Date> effective_on;
  Date received_on;
  std::optional<Date> expires_on;
  int version = 1;
  std::string names_reason;  // why words that look like a child's may stay
  std::vector<BoardId> granted;
  std::vector<std::string> requirements;  // the answers that cite it, in the units that one sees
  std::optional<UnitId> unit = {};        // nothing: the whole agency's, common to its units
  std::string unit_name = {};
};

struct PieceVersion {
  int version = 1;
  std::string title;
  std::string kept_where;
  std::optional<FileFacts> file;
  std::optional<Date> effective_on;
  std::optional<Date> expires_on;
  Instant saved_at;
  std::string saved_by;
};

// Somebody opened a piece: a colleague, or somebody of a board that was given it.
struct Opening {
  Instant at;
  std::string who;  // a board by its name; "" for a colleague who is no longer one
  bool is_board = false;
  std::string what;  // "version 2"
};

struct JoinedBoard {
  BoardId board;
  std::string name;
};

enum class AskState { open, given, declined };

// A board's wish to see a piece that is available on request, as each side sees it.
struct Ask {
  AskId ask;
  std::string board;  // for the agency: who asks
  std::string title;
  std::string kept_where;
  std::string words;
  Instant asked_at;
  AskState state = AskState::open;
  std::string answer;
  std::optional<Instant> answered_at;
  std::string sha256;  // for the board, when a file was given
  AgencyId agency;
};

// A piece as it was delivered to a board.
struct DeliveredPiece {
  int number = 0;  // within this return
  std::string title;
  std::string kept_where;
  std::string sha256;  // empty: available on request
  AgencyId agency;
  std::vector<std::string> boxes;
};

struct DeliveredEvidence {
  ReturnId id;
  std::string agency;
  std::string title;
  std::vector<DeliveredPiece> pieces;
  std::vector<Ask> asks;
};

}  // namespace onereturn::evidence
