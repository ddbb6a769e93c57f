#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "domain/frameworks/frameworks.hpp"
#include "domain/questions/questions.hpp"

// How a board judges what it received: item by item, in versions that only grow, looked at by a
// second person where the board wants that, and released to the agency as a frozen copy. Until
// then nothing of it leaves the board.
namespace onereturn::evaluation {

using EvaluationId = Id<struct EvaluationTag>;
using TaskId = Id<struct EvaluationTaskTag>;

// open: being graded. second_look: with a second person. agreed: they agreed, and nobody changed a
// grade since. returned: the version went back for changes. finished: released. withdrawn: given
// up for a newer version.
enum class State { open, second_look, agreed, returned, finished, withdrawn };
const char* to_string(State state);
State state_of(std::string_view text);

// What the board does with an item: says something about it, grades it alone, or grades what the
// agency has graded too.
enum class Judging { comment, board_only, both };

// One thing to judge: an item, or a section whose boxes stand for all its items.
struct Subject {
  std::string key;  // the box under whose number its grades are kept
  std::string section;
  std::string item;    // "" for a section
  std::string number;  // as printed, or ""
  std::string title;   // in few words, where something else gives it one
  std::string wording;
  std::string about;  // what the form prints below it: of a section, the wording of its items
  bool essential = false;
  Judging judging = Judging::comment;
  bool may_not_apply = false;  // the board may say so
  bool not_applicable_needs_reason = true;
  std::set<std::string> boxes;  // all of the item, its own included

  bool graded() const { return judging != Judging::comment; }
};

// The words about the whole return are kept like those about an item.
inline constexpr const char* summary_key = "*";

enum class How { graded, carried, second_look };

// What stands about one subject. Version 0: nothing yet.
struct Grade {
  std::string key;
  int version = 0;
  std::string point;  // of the form's scale; "" when none is given
  bool not_applicable = false;
  std::string comment;  // to the agency
  std::string reason;   // to the agency: why it differs from its own, or why it does not apply
  How how = How::graded;
  std::string why;  // of a second person who changed it, for the board alone
  PersonId by;
  std::string by_name;
  Instant at{};

  bool judged() const { return !point.empty() || not_applicable; }
};
using Grades = std::map<std::string, Grade, std::less<>>;

struct Evaluation {
  EvaluationId id;
  int version_no = 0;
  State state = State::open;
  PersonId started_by;
  Instant started_at{};
  int releases = 0;
  std::optional<int> carried_from;  // the version whose grades are drafts here
};

// What is known of a return besides what it says.
struct ReturnFacts {
  ReturnId id;
  RequestId request;
  std::optional<AgencyId> agency;  // nobody: it was typed in by the board
  std::optional<UnitId> unit;
  int latest_version = 1;
  std::optional<int> offered_version;  // waits for the board to take it, or not
  std::string state;                   // of the return, as the database has it
  Instant latest_at{};
  int newest_form = 1;  // the newest version of the form's template
  // What the version that is evaluated, or the latest, was made by; nothing where no mapping did.
  std::optional<frameworks::VersionRef> framework;
  int mapping_version = 0;
  std::optional<Evaluation> evaluation;  // of the newest version that has one
};

// A second person's look. outcome: "" while it is open, "agreed", "handed_back", "taken_back".
struct Look {
  int number = 0;
  std::string words;
  PersonId sent_by;
  std::string sent_by_name;
  Instant sent_at{};
  std::string outcome;
  std::string answer;
  std::string closed_by_name;
  std::optional<Instant> closed_at;
};

// Who has a return, or one section of it ("" is all of it).
struct Task {
  TaskId id;
  ReturnId of_return;
  std::string section;
  PersonId person;
  std::string person_name;
  bool here = true;  // still of this board
};

struct Evaluator {
  PersonId person;
  std::string name;
  std::string role;
};

// Somebody else who looks at an item just now.
struct Present {
  std::string name;
  std::string key;
};

struct ReleaseLine {
  int number = 0;
  int version_no = 0;
  std::string by_name;  // for the board
  Instant at{};
};

// What a version went back for.
struct AskedChange {
  std::string key;
  std::string title;  // "3.4 The organisation gives staff …"
  std::string words;
  std::vector<std::string> requirements;  // the agency's answers that the item was made from
  std::optional<questions::ThreadId> thread = {};  // in which both sides go on about it
};
struct SentBack {
  int round = 0;
  int version_no = 0;
  std::string words;
  Date due_on{};
  Instant asked_at{};
  std::string asked_by_name;  // for the board
  std::vector<AskedChange> items;
};

// How this board evaluates, and how this person likes to.
struct Settings {
  bool second_look = false;
  bool keys = false;
};

// Everything that a page of evaluating shows.
struct Workbench {
  ReturnFacts facts;
  fan_out::DeliveredCopy copy;  // of the version that is evaluated
  std::vector<Subject> subjects;
  Grades grades;
  std::vector<Task> tasks;
  std::vector<Evaluator> people;  // who may be given something
  std::vector<Present> present;
  std::vector<Look> looks;  // oldest first
  std::vector<ReleaseLine> releases;
  std::optional<SentBack> sent_back;  // what waits for the agency
  std::set<PersonId> authors;         // who has graded something here
  Settings settings;

  const Subject* find(std::string_view key) const;
  const Grade& grade(std::string_view key) const;
  // The agency's own point for a subject that both grade; "" when there is none.
  std::string self_point(const Subject& subject) const;
  const Look* open_look() const;
};

}  // namespace onereturn::evaluation
