#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/frameworks/frameworks.hpp"
#include "domain/mapping/mapping.hpp"

// A review of returns by a member of the board who comes from another organisation.
namespace onereturn::reviews {

using ReviewId = Id<struct ReviewTag>;

// Before its first day, between its days, after its last one, or ended by the board.
enum class ReviewState { ahead, open, over, ended };

// What a member says of one item, or of the whole return where the item is "".
struct ReviewNote {
  std::string item;
  int version = 1;
  std::string grade;  // a point of the form's scale, or ""
  std::string comment;
  Instant at;
};

struct ReviewedReturn {
  ReturnId return_id;
  int version = 1;
  std::string organisation;
  std::string title;  // of what was asked for
  frameworks::VersionRef form;
  std::optional<Instant> sent_at;  // when the member sent the notes to the board
  int noted = 0;                   // items with a note; for the board once they are sent
};

struct Review {
  ReviewId review;
  PersonId person;
  std::string reviewer;  // for the board: the member's name
  bool here = true;      // still a member or reviewer of the board
  std::string home;      // where the member comes from
  std::string words;
  Date from_on;
  Date until_on;
  std::string invited_by;
  Instant invited_at;
  std::optional<Instant> ended_at;
  std::vector<ReviewedReturn> returns;
};

// Whom a board may invite: its members and reviewers.
struct PossibleReviewer {
  PersonId person;
  std::string name;
  std::string position;
};

// A return that a member reads: its form, what was written, and the member's own notes.
struct ReturnToReview {
  Review review;
  ReviewedReturn reviewed;
  std::shared_ptr<const frameworks::Template> form;
  std::vector<mapping::RenderedBox> boxes;
  std::vector<std::string> evidence;  // titles
  std::vector<ReviewNote> notes;      // the newest of each item
};

// Notes as the board reads them, once sent.
struct SentNotes {
  ReviewedReturn reviewed;
  std::shared_ptr<const frameworks::Template> form;
  std::vector<ReviewNote> notes;
};

}  // namespace onereturn::reviews
