#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"
#include "platform/postgres/transaction.hpp"

// Who opened what of an agency's records, and what was done in a party's own room.
namespace onereturn::audit_log {

enum class Opened { whole_return, evidence_list, evaluation };

// A board has opened the version of a return that stands, or the one named: one entry in its own
// trail, and one row for the agency where the return is one's that uses the service.
void note_opened(postgres::BoardTx& tx, const ReturnId& id, Opened what, Instant at,
                 const std::optional<int>& version = std::nullopt);
// The same for one version that somebody works through item by item: once in half a day.
void note_looked_through(postgres::BoardTx& tx, const ReturnId& id, int version, Instant at);
// Somebody of the agency has opened the copy that a board holds: one entry.
void note_opened(postgres::AgencyTx& tx, const RequestId& request, int version);
// Somebody has taken a list of openings or of the trail along: one entry.
void note_exported(postgres::AgencyTx& tx, std::size_t rows);
void note_exported(postgres::BoardTx& tx, std::size_t rows);

// Which part of a list: newest first, after `after` (Page::next of the page before; "" from the
// newest), days of England's calendar, both included.
struct Part {
  std::optional<Date> from;
  std::optional<Date> to;
  std::string after;
  int count = 50;
};

// One thing that a board opened.
struct BoardOpening {
  Instant at{};
  BoardId board;
  std::string board_name;
  std::string role;         // "" for what was opened before roles were kept
  std::string looker = {};  // the council that looked through the board; "" for the board itself
  std::string what;         // "return", "evidence_list", "evidence", "evaluation"
  RequestId request;
  std::string form;  // what the board asked for: "Section 11 audit 2027"
  int version = 0;
  EvidenceId evidence;  // of a piece
  std::string title;    // of a piece
};

// One entry of the own trail.
struct OwnEntry {
  Instant at{};
  std::int64_t number = 0;
  PersonId person;   // nobody: a job
  std::string name;  // "" for nobody
  std::string role;
  std::string what;
  std::string subject_kind;
  std::string subject_ref;
  std::string detail;
  std::string personal;  // whom it was about, as far as that is kept and not erased
  bool sealed = false;
};

template <class One>
struct Page {
  std::vector<One> list;
  std::string next;  // "" at the end
};

// The boards that the agency has joined, by name, also those that it has left.
std::vector<std::pair<BoardId, std::string>> boards_joined(postgres::AgencyTx& tx);

// What boards opened of this agency's returns and evidence; of one board when it is named. Refuses
// with forbidden whoever does not lead, and with invalid a Part::after that no page gave.
Result<Page<BoardOpening>> list_board_openings(postgres::AgencyTx& tx,
                                               const std::optional<BoardId>& board,
                                               const Part& part);
// What colleagues of the whole agency opened and took along. Refuses like the other.
Result<Page<OwnEntry>> list_own_openings(postgres::AgencyTx& tx, const Part& part);

// What was done in the board's room, by one person when they are named. Refuses with forbidden
// whoever does not manage, and like the others.
Result<Page<OwnEntry>> list_trail(postgres::BoardTx& tx, const std::optional<PersonId>& person,
                                  const Part& part);

}  // namespace onereturn::audit_log
