#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

// The nouns of the catalogue: the framework that every agency answers, the boards' templates with
// their scales, and the mappings between the two. All of it is content: data that tools/admin loads
// and nobody compiles in. Levels are the anchor levels 0 to 4.
namespace onereturn::frameworks {

inline constexpr int lowest_level = 0;
inline constexpr int highest_level = 4;

// A code and its version, as in "section11, version 2".
struct VersionRef {
  std::string code;
  int version = 0;

  auto operator<=>(const VersionRef&) const = default;
};

// Levels from `low` to `high`, both included.
struct LevelRange {
  int low = lowest_level;
  int high = highest_level;

  bool contains(int level) const { return low <= level && level <= high; }
  auto operator<=>(const LevelRange&) const = default;
};

// --- the framework ---

// What one level means, in the words that stand beside the control.
struct Anchor {
  int level = 0;
  std::string name;
  std::string meaning;
  std::string example;

  bool operator==(const Anchor&) const = default;
};

struct Term {
  std::string word;
  std::string meaning;

  bool operator==(const Term&) const = default;
};

struct Standard {
  std::string code;  // "1" to "8"
  std::string name;
  std::string basis;  // the duty that it rests on

  bool operator==(const Standard&) const = default;
};

// common: one answer for all boards. part: one answer for all and a part in words per board.
// whole: nothing in common, one answer with its level per board.
enum class LocalKind { common, part, whole };

// What an agency answers.
struct Requirement {
  std::string code;  // "C1.1", frozen
  std::string name;
  std::string standard;
  std::string statement;
  std::string question;
  std::string guidance;
  LocalKind local = LocalKind::common;
  std::string local_question;        // empty when common
  std::string local_hint;            // empty, or why a part for one board is offered
  std::string not_applicable_hint;   // empty, or when "not applicable" is fair
  std::vector<std::string> related;  // requirements whose answers may help with this one
  std::vector<std::string> facets;   // at least one, in the order of the file

  bool operator==(const Requirement&) const = default;
};

// The smallest thing that some template asks by itself; mappings refer to facets.
struct Facet {
  std::string code;  // "1l", frozen
  std::string requirement;
  std::string statement;

  bool operator==(const Facet&) const = default;
};

// Codes that are never used again, by what they stood for: a code's look does not tell.
struct Retired {
  std::vector<std::string> requirements;
  std::vector<std::string> facets;

  bool operator==(const Retired&) const = default;
};

struct Framework {
  VersionRef ref;
  std::string name;
  std::string about;
  std::string duty_note;
  std::vector<std::string> rules;
  std::vector<Term> terms;
  std::vector<Anchor> anchors;  // five, by level
  std::vector<Standard> standards;
  std::vector<Requirement> requirements;
  std::vector<Facet> facets;
  Retired retired;

  bool operator==(const Framework&) const = default;
};

// --- a template ---

enum class TemplateKind { narrative, composed, traffic_light, board_grade, self_grade };
enum class BoxContent {
  describes,
  knows,
  describes_then_knows,
  evidence,
  improvement,
  rating,
  detail,
  text
};
enum class FilledBy { agency, board, agency_then_board };
enum class NotApplicableBy { agency, board };

// What somebody writes in. `box_no` names it for good within its template version.
struct Box {
  std::string box_no;
  std::string label;
  BoxContent content = BoxContent::text;
  FilledBy filled_by = FilledBy::agency;
  bool lists_evidence = false;    // after the words, the evidence that this board may open
  bool required = true;           // an empty box that the agency fills keeps the copy back
  std::optional<int> max_length;  // characters
  std::optional<int> max_words;

  bool operator==(const Box&) const = default;
};

// Whether "not applicable" may be said, by whom, and with a reason or not.
struct NotApplicableRule {
  bool allowed = false;
  NotApplicableBy by = NotApplicableBy::agency;
  bool reason_required = true;

  bool operator==(const NotApplicableRule&) const = default;
};

struct Item {
  std::string code;                   // "1.1", unique in the template, used by mappings
  std::optional<std::string> number;  // as printed, or nothing
  std::string wording;
  std::vector<std::string> guidance;
  std::vector<std::string> prompts;  // evidence that the paper suggests
  bool essential = false;
  std::string essential_doubt;                      // empty, or why the flag is unsure
  std::string lineage;                              // the same through versions and editions
  std::optional<NotApplicableRule> not_applicable;  // else the template's rule
  std::vector<Box> boxes;                           // may be none: then the section's boxes speak

  bool operator==(const Item&) const = default;
};

enum class ActionField { what, area, how, lead, by_on, change, progress, evidence };

struct ActionColumn {
  std::string label;
  ActionField field = ActionField::what;

  bool operator==(const ActionColumn&) const = default;
};

struct Section {
  std::string code;
  std::optional<std::string> number;
  std::string title;
  std::string key_question;  // may be empty
  std::vector<std::string> guidance;
  std::vector<Box> boxes;  // filled from every item of the section
  std::vector<Item> items;
  std::vector<ActionColumn> action_table;  // none: no table of actions here

  bool operator==(const Section&) const = default;
};

// One point of a scale: a label (the printed number is a label, not an order) and the levels that
// it stands for.
struct ScalePoint {
  std::string code;
  std::string label;
  std::string descriptor;
  std::string colour;  // "#rrggbb" or empty
  std::string symbol;  // a silhouette: square, disc, triangle, diamond, ring, half-disc, bar
  LevelRange levels;
  bool action_demanded = false;  // this point needs an action with it

  bool operator==(const ScalePoint&) const = default;
};

// Overlapping points are allowed (the agency chooses); levels that no point covers are listed by
// the owner in `uncovered`.
struct Scale {
  std::string code;
  std::vector<ScalePoint> points;
  std::string not_applicable_label;  // empty when the scale prints none; never a point
  std::vector<int> uncovered;
  bool confirmed = false;

  bool operator==(const Scale&) const = default;
};

enum class StatusRole { complete, on_track, at_risk, off_track };

struct StatusPoint {
  std::string code;
  std::string label;
  std::string meaning;
  std::string colour;
  std::string symbol;
  StatusRole role = StatusRole::on_track;

  bool operator==(const StatusPoint&) const = default;
};

// How a board speaks of the state of its actions.
struct StatusScheme {
  std::string name;
  std::vector<StatusPoint> points;

  bool operator==(const StatusScheme&) const = default;
};

// A detail of the agency, filled from its profile: "agency.name", "completed_by.position".
struct DetailBox {
  std::string box_no;
  std::string label;
  std::string source;

  bool operator==(const DetailBox&) const = default;
};

struct SignOffParty {
  std::string party;
  std::string role;  // "agency" or "board": who signs
  std::vector<std::string> fields;

  bool operator==(const SignOffParty&) const = default;
};

// A board's form: immutable once published.
struct Template {
  VersionRef ref;
  std::string name;
  std::string board;  // the owner's code
  TemplateKind kind = TemplateKind::narrative;
  bool shared = false;                   // an edition that other boards may adopt
  std::optional<VersionRef> edition_of;  // adopted, with own items after the edition's
  std::string about;
  NotApplicableRule not_applicable;
  bool repeat_texts = false;                // the same words again, never "See 6.1"
  bool local_demanded = false;              // what is particular to the board's area is asked for
  bool improvement_demands_action = false;  // every area for improvement needs its action
  std::optional<Scale> scale;
  StatusScheme status_scheme;
  std::vector<DetailBox> details;
  std::vector<Section> sections;
  std::vector<SignOffParty> sign_off;

  bool operator==(const Template&) const = default;
};

// --- a mapping ---

// Derived from the sets, never stored.
enum class Relation { equal, subset, superset, intersects, unmapped };
enum class Confidence { high, medium, low };
enum class MappingStatus { draft, live, reviewed, stale };

// What an item asks beyond the framework, as the question that the agency gets for that board.
struct Residual {
  std::string question;
  std::string name;                  // the short heading over its answer
  std::vector<std::string> related;  // requirements whose answers may be offered as a draft

  bool operator==(const Residual&) const = default;
};

struct ItemMapping {
  std::string item;
  std::size_t position = 0;  // in the document, for messages
  std::set<std::string> facets;
  std::optional<Residual> residual;
  std::string rationale;
  Confidence confidence = Confidence::high;
  std::string doubt;
  std::string author;
  std::string reviewer;
  MappingStatus status = MappingStatus::draft;

  bool operator==(const ItemMapping&) const = default;
};

struct Mapping {
  VersionRef of_template;
  VersionRef framework;
  int version = 0;
  std::map<std::string, ItemMapping> items;  // by item code; an item without one is unmapped

  bool operator==(const Mapping&) const = default;
};

}  // namespace onereturn::frameworks
