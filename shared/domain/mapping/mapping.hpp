#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "domain/frameworks/frameworks.hpp"

// What an agency answers, and the copies that follow from it. The engine works on these values
// alone: no clock, no store, no text format.
namespace onereturn::mapping {

using frameworks::LevelRange;
using frameworks::VersionRef;

// --- what the agency wrote ---

struct Texts {
  std::string describes;  // how we meet this
  std::string knows;      // how do you know?
  std::string improve;    // areas for improvement

  bool empty() const { return describes.empty() && knows.empty() && improve.empty(); }
  bool operator==(const Texts&) const = default;
};

// Who last stood by an answer, when, and in which version.
struct Confirmation {
  std::string by;
  std::optional<Date> on;
  int version = 1;
  bool carried = false;     // taken over from the last cycle and not confirmed since
  bool superseded = false;  // the common answer that it took over says something else by now

  bool operator==(const Confirmation&) const = default;
};

// One agency's answer to one requirement: the common one, or the one for a board where the
// requirement is wholly about that board.
struct Answer {
  std::optional<int> level;
  bool not_applicable = false;
  std::string not_applicable_reason;
  Texts texts;
  std::map<std::string, Texts> part_texts;  // by facet: a part with its own paragraph
  // By facet. An exact level, or the ticks of level 1: [2,4] ticked, [0,1] not.
  std::map<std::string, LevelRange> parts;
  Confirmation confirmed;

  bool operator==(const Answer&) const = default;
};

// What one board alone is told beside a common answer.
struct LocalPart {
  Texts texts;
  Confirmation confirmed;

  bool operator==(const LocalPart&) const = default;
};

struct ResidualAnswer {
  std::string text;
  std::optional<int> level;  // needed where the agency fills the scale
  bool not_applicable = false;
  std::string not_applicable_reason;
  Confirmation confirmed;

  bool operator==(const ResidualAnswer&) const = default;
};

// Written straight into one box of one board: an unmapped item, or the board's own form.
struct DirectBox {
  std::string text;
  std::string point;  // code of the scale point, in a rating box
  bool not_applicable = false;
  std::string not_applicable_reason;
  Confirmation confirmed;

  bool operator==(const DirectBox&) const = default;
};

// The choice's point when a person says "not applicable" in a rating box.
inline constexpr const char* not_applicable_point = "not-applicable";

struct Choice {
  std::string point;
  std::string by;
  std::optional<Date> on;

  bool operator==(const Choice&) const = default;
};

// Replaces what the rules gave, for this board only. An absent text or point leaves it as it is.
struct Override {
  std::optional<std::string> text;
  std::optional<std::string> point;
  std::string reason;
  std::string by;
  std::optional<Date> on;

  bool operator==(const Override&) const = default;
};

// "Not to hand, will be supplied by <date>, by <person>."
struct Promise {
  std::optional<Date> by_on;
  std::string by_whom;

  bool operator==(const Promise&) const = default;
};

struct Evidence {
  std::string id;
  std::string title;
  std::string kept_where;  // empty for an upload; else "available on request" and where
  std::optional<Date> effective_on;
  std::set<std::string> requirements;  // answers that cite it
  std::set<std::string> boxes;         // boxes of one board that cite it (direct)

  bool operator==(const Evidence&) const = default;
};

// What a commitment belongs to: a requirement (of every board that asks it, or of `board` alone),
// or an item of one board.
struct CommitmentSubject {
  std::string requirement;
  std::string board;
  std::string item;

  bool operator==(const CommitmentSubject&) const = default;
};

// The agency's word: what, how, who, when.
struct Commitment {
  std::string id;
  std::string what;
  std::string how;
  std::string lead;
  std::optional<Date> by_on;
  std::string area;    // area for development, where a board's table has that column
  std::string change;  // what will be different
  std::vector<CommitmentSubject> subjects;

  bool operator==(const Commitment&) const = default;
};

// What is the same for every board.
struct CommonSide {
  std::map<std::string, Answer> answers;       // by requirement
  std::map<std::string, std::string> profile;  // "agency.name" and so on
  std::vector<Commitment> commitments;         // without those of one board

  bool operator==(const CommonSide&) const = default;
};

// Everything local to one board: nothing of it may reach another.
struct BoardSide {
  std::map<std::string, Answer> whole;              // by requirement
  std::map<std::string, LocalPart> parts;           // by requirement
  std::map<std::string, ResidualAnswer> residuals;  // by item
  std::map<std::string, DirectBox> direct;          // by box_no
  std::map<std::string, Choice> choices;            // by box_no
  std::map<std::string, Override> overrides;        // by box_no
  std::map<std::string, Promise> promises;          // by box_no
  std::map<std::string, std::string> explanations;  // by key of the query explained
  std::vector<Evidence> evidence;                   // what this board was granted, no more
  std::vector<Commitment> commitments;              // for this board alone

  bool operator==(const BoardSide&) const = default;
};

// Whom the copy is for; names and area feed the headings and the guards.
struct BoardIdentity {
  std::string code;
  std::string name;
  std::string area;
  std::vector<std::string> aliases;
  std::vector<std::string> procedures;

  bool operator==(const BoardIdentity&) const = default;
};

// canonical: the agency answers several boards, once. own_form: one board's own form, direct boxes.
enum class Way { canonical, own_form };

// One board that asks this agency, with its template and mapping. The pointers are borrowed.
struct Engagement {
  BoardIdentity board;
  const frameworks::Template* form = nullptr;
  const frameworks::Mapping* mapping = nullptr;
  Way way = Way::canonical;
};

// --- what follows ---

// Which of the levels 0 to 4 are possible.
class LevelSet {
 public:
  LevelSet() = default;
  static LevelSet only(int level) { return LevelSet(1U << static_cast<unsigned>(level)); }
  static LevelSet range(LevelRange range);
  static LevelSet all() { return LevelSet(0x1FU); }

  bool empty() const { return bits_ == 0; }
  bool contains(int level) const { return (bits_ >> static_cast<unsigned>(level) & 1U) != 0; }
  void add(int level) { bits_ |= 1U << static_cast<unsigned>(level); }
  int size() const;
  // The smallest interval around the levels. Must not be empty.
  LevelRange interval() const;
  std::vector<int> levels() const;

  bool operator==(const LevelSet&) const = default;

 private:
  explicit LevelSet(unsigned bits) : bits_(bits) {}
  unsigned bits_ = 0;
};

// A box's state. Of a rating that the agency gives: set (one point follows), choose (several are
// possible and nobody has chosen), chosen (a person did), no_point (the owner listed the level),
// unanswered, not_applicable. Of words: written, unanswered, not_applicable. left_to_board: the
// board fills it, and it is empty here, ever.
enum class BoxState {
  written,
  left_to_board,
  set,
  choose,
  chosen,
  no_point,
  unanswered,
  not_applicable
};

enum class SourceKind {
  requirement,
  local_whole,
  local_part,
  residual,
  direct,
  choice,
  replacement,
  profile,
  evidence,
  promise
};

// Where something in a box comes from.
struct Source {
  SourceKind kind = SourceKind::requirement;
  std::string code;  // requirement, item, box_no, evidence id or profile key
  std::string name;
  std::optional<int> level;
  bool not_applicable = false;
  std::optional<frameworks::Relation> relation;  // of the item to that requirement
  Confirmation confirmed;

  bool operator==(const Source&) const = default;
};

// One paragraph of a composed box: its heading (may be empty), words, and where they come from.
struct Paragraph {
  std::string heading;
  std::string text;
  SourceKind kind = SourceKind::requirement;
  std::string source;      // code as in Source
  bool reference = false;  // the text is "See 6.1"

  bool operator==(const Paragraph&) const = default;
};

struct RenderedBox {
  std::string box_no;
  std::string section;
  std::string item;  // empty for a section's box and a detail
  std::string label;
  frameworks::BoxContent content = frameworks::BoxContent::text;
  frameworks::FilledBy filled_by = frameworks::FilledBy::agency;
  BoxState state = BoxState::unanswered;
  std::string text;  // as the board receives it
  std::vector<Paragraph> paragraphs;
  LevelSet possible;                // of a rating with an interval
  std::vector<std::string> points;  // possible point codes, in the scale's order
  std::string point;                // the one taken; empty when none
  std::string point_label;
  std::string chosen_by;
  std::optional<Date> chosen_on;
  bool overridden = false;
  std::string override_reason;
  std::string rule;       // stable code: "equal", "subset", "mixed-not-applicable", ...
  std::string rule_text;  // the same as a sentence
  std::vector<Source> sources;

  bool operator==(const RenderedBox&) const = default;
};

// Where an action stands in the form.
struct ActionPlace {
  std::string section;
  std::string item;

  auto operator<=>(const ActionPlace&) const = default;
};

struct RenderedAction {
  std::string commitment;  // id, or "promise:<box_no>"
  std::string what;
  std::string how;
  std::string lead;
  std::optional<Date> by_on;
  std::string area;
  std::string change;
  std::vector<ActionPlace> places;  // in the template's order

  bool operator==(const RenderedAction&) const = default;
};

// One board's copy, whole.
struct RenderedCopy {
  std::string board;
  VersionRef form;
  VersionRef framework;
  int mapping_version = 0;
  std::vector<RenderedBox> boxes;  // details first, then the template's own order
  std::vector<RenderedAction> actions;
  std::vector<Evidence> evidence;

  bool operator==(const RenderedCopy&) const = default;
};

}  // namespace onereturn::mapping
