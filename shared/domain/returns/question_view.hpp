#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/returns/home_view.hpp"
#include "domain/returns/workspace.hpp"

// One requirement's page in the canonical form.
namespace onereturn::returns {

// An item of a board that asks this requirement.
struct AskingItem {
  const frameworks::Section* section = nullptr;
  const frameworks::Item* item = nullptr;
  frameworks::Relation relation = frameworks::Relation::equal;
};

struct AskingBoard {
  RequestId request;
  BoardRef board;
  std::vector<AskingItem> items;
};

// Evidence that papers suggest, once, with the boards that do.
struct Prompt {
  std::string words;
  std::vector<BoardRef> boards;
};

// What one level would mean in one rated box of one board.
struct Consequence {
  BoardRef board;
  std::string box_no;
  std::string item;  // "2.5", or the standard's title
  mapping::BoxState state = mapping::BoxState::unanswered;
  std::vector<std::string> points;   // labels of the possible points, in the scale's order
  std::vector<std::string> colours;  // of the same points
  std::vector<std::string> symbols;  // of the same points
  bool action_needed = false;        // any of them demands an action
  bool waits = false;                // depends on answers that are not there yet
};

struct LevelChoice {
  frameworks::Anchor anchor;
  std::vector<Consequence> consequences;
  bool parts_matter = false;  // at this level some box stays open until parts are stated
};

// A part of the requirement, as the "is every part at this level?" controls show it.
struct PartChoice {
  std::string facet;
  std::string statement;
  std::optional<frameworks::LevelRange> level;
  bool matters = false;  // some board asks it without the rest
};

// The place for one board's own words beside a common answer, or for the whole answer.
struct LocalPlace {
  RequestId request;
  BoardRef board;
  bool demanded = false;  // the board asks for it
  std::string question;
  std::string hint;
  mapping::Answer answer;  // level only where the requirement is wholly about the board
  bool draft = false;      // saved, and not confirmed
  std::optional<Instant> saved_at;
  int version = 0;  // 0: nothing written yet
};

struct QuestionView {
  const frameworks::Requirement* requirement = nullptr;
  const frameworks::Standard* standard = nullptr;
  int number = 0;  // "Question 5 of 9"
  int of = 0;
  std::string previous;
  std::string next;
  std::vector<std::pair<const frameworks::Requirement*, AnswerState>> siblings;
  std::vector<AskingBoard> asked_by;
  std::vector<Prompt> prompts;
  bool whole_local = false;  // nothing in common: only `local` below
  bool level_needed = false;
  std::vector<LevelChoice> levels;  // empty when no level is needed
  std::vector<PartChoice> parts;    // empty where parts never matter
  bool not_applicable_allowed = false;
  mapping::Answer answer;
  int version = 0;  // 0: nothing written yet
  std::optional<Instant> saved_at;
  AnswerState state = AnswerState::not_started;
  std::vector<Consequence> now;  // what the present answer means
  std::vector<LocalPlace> local;
  const CommonAnswer* above = nullptr;             // of a unit above, to take over
  const InheritedAnswer* inherited = nullptr;      // set: the answer was taken over
  std::vector<const KeptEvidence*> evidence;       // cited here
  std::vector<const KeptCommitment*> commitments;  // about this requirement
};

// Borrows from the workspace. Refuses with not_found when no engaged board asks it.
Result<QuestionView> question_view(const Workspace& workspace, const std::string& requirement);

}  // namespace onereturn::returns
