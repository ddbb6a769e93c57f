#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/frameworks/frameworks.hpp"

// A board's own records of what is to be done: where each stands, in that board's words, and how it
// came to stand there. No row of them says what else an agency does, or for whom.
namespace onereturn::actions {

using frameworks::StatusRole;

// One of a board's actions, as it stands.
struct BoardAction {
  ActionId action;
  std::string organisation;  // as the register calls it
  std::optional<AgencyId> agency;
  std::string source;  // "commitment", "promise", "evaluation", "review", "hand"
  std::optional<ReturnId> from_return;
  std::string area;
  std::vector<std::string> places;  // items, or sections, of the form
  std::string what, how, lead, change;
  std::optional<Date> by_on;
  std::string progress, evidence, risks;
  std::optional<frameworks::VersionRef> form;  // whose scheme it stands in
  std::string point;                           // "" until the board has said
  std::optional<StatusRole> role;              // what that point means
  std::string state = "open";                  // "open", "verified", "closed"
  std::string said;                            // by the agency: "", "under_way", "done"
  bool asked_again = false;
  bool withheld = false;         // the agency has it from the release of its evaluation on
  std::optional<PersonId> with;  // of the board, as it was given
  std::string with_name;         // "" when nobody, or somebody who has left
  int version = 1;
  Instant made_at;
  std::optional<Instant> news_at;
  std::optional<Instant> ended_at;

  bool is_open() const { return state == "open"; }
};

// A piece that came with a report, given to this board.
struct ActionPiece {
  int status_no = 0;
  int number = 0;
  std::string title;
  std::string kept_where;
  std::string sha256;  // "" for what is kept elsewhere
  AgencyId agency;
};

// One line of the history, never changed.
struct HistoryEntry {
  int number = 0;
  // "made", "progress", "status", "moved", "changed", "with", "mailed", "asked", "verified",
  // "closed", "reopened"
  std::string kind;
  std::string point, was_point;
  std::string text;  // the board's own words, or the agency's when it reports
  std::string told;  // the board's words that the agency reads
  std::optional<Date> was_on, by_on;
  std::string said;  // "", "under_way", "done", "not_yet"
  std::string by_name;
  std::string by_kind = "board";  // "board", "agency", "link"
  Instant at;
};

struct BoardActionFile {
  BoardAction action;
  std::vector<HistoryEntry> history;  // newest first
  std::vector<ActionPiece> pieces;
};

enum class SortBy { due, organisation, status, news, lead };

// Which of them, and in what order. Several values of one kind mean any of them; none means all.
struct ActionFilter {
  // "open", "overdue", "to_verify", "with_nobody", "closed", "gone", "all". Of an organisation that
  // has closed only with "gone" and "all", or when it is asked for itself.
  std::vector<std::string> shows = {"open"};
  std::vector<std::string> organisations;  // ids of entries or agencies
  std::vector<std::string> codes;          // items and sections of a standard
  std::vector<std::string> areas;          // beside the codes
  std::vector<std::string> statuses;       // a role's word, or "none"
  std::vector<std::string> sources;        // as in BoardAction
  std::vector<std::string> with;           // ids of people, or "nobody"
  std::string text;                        // part of what it says, of whose it is, or who leads
  // Of a plan: not ended before the one day, and made no later than the other.
  std::optional<Date> not_before, not_after;
  SortBy sort = SortBy::due;
  bool descending = false;
  int count = 50;
  int from = 0;
};

struct ListedActions {
  std::vector<BoardAction> list;
  int all = 0;  // that the filter lets through, on every page
};

// How many stand where, by the form whose scheme they stand in. Codes and colours of two schemes
// are never added up: only what they mean is.
struct StandingCount {
  std::optional<frameworks::VersionRef> form;
  std::optional<StatusRole> role;
  bool is_open = true;
  int count = 0;
};

struct TabCounts {
  int open = 0, overdue = 0, to_verify = 0, with_nobody = 0, closed = 0;
  int gone = 0;  // open, of organisations that have closed: in none of the others
};

struct Named {
  std::string id;
  std::string name;
};

// What a list's page needs beside its rows.
struct ActionsAround {
  TabCounts tabs;
  std::vector<StandingCount> standings;
  std::vector<Named> organisations;
  std::vector<Named> people;  // of the board, now
};

}  // namespace onereturn::actions
