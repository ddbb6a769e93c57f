#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/evidence/evidence.hpp"
#include "domain/frameworks/framework_rules.hpp"
#include "domain/frameworks/frameworks.hpp"
#include "domain/mapping/mapping.hpp"
#include "domain/returns/units.hpp"

// Everything that one agency's page is made of. Loaded whole in a constant number of statements
// (load_workspace.hpp); every view below is a pure function of it.
namespace onereturn::returns {

// The board as the agency knows it.
struct BoardRef {
  BoardId board;
  std::string name;  // "Eldervale Safeguarding Children Board"
  std::string area;  // "Eldervale": the short name on pages
  std::string mark;  // "EL"
};

// Where the newest copy for a request stands.
enum class CopyState { not_sent, on_its_way, delivered, received, parked };

struct SentCopy {
  SubmissionId submission;
  Instant submitted_at;
  CopyState state = CopyState::on_its_way;
};

// An item of a template whose mapping is live, with the requirements that it touches.
struct AskedItem {
  const frameworks::Section* section = nullptr;
  const frameworks::Item* item = nullptr;
  const frameworks::ItemMapping* mapping = nullptr;
  std::set<std::string> requirements;
};

// One board's open request to this unit, with what belongs to it.
struct Engaged {
  RequestId request;
  BoardRef board;
  UnitId unit;
  std::string unit_name;
  std::string audit_name;  // "Section 11 return 2027"
  std::string period;      // "2027", as the board calls it
  Date due_on;
  Date asked_on;
  // Sections of the form; empty: the whole of it. `form` has no others.
  std::vector<std::string> parts;
  std::shared_ptr<const frameworks::Template> form;
  std::shared_ptr<const frameworks::Mapping> mapping;
  mapping::BoardIdentity identity;
  mapping::BoardSide side;
  // Saved and not confirmed: whole, parts, residuals and direct, each in the place that it has in
  // `side` once somebody stands by it. See drafts.hpp.
  mapping::BoardSide drafts;
  std::map<std::string, std::string> profile;  // what differs from the common profile
  // Versions to send back with a save: of whole and part answers by requirement, of boxes by
  // box_version_key (a residual goes by its item).
  std::map<std::string, int> answer_versions;
  std::map<std::string, int> box_versions;
  std::map<std::string, Instant> answer_saved_at;  // under the same names
  std::map<std::string, Instant> box_saved_at;
  std::optional<SentCopy> sent;
  // By box_no, in the board's own form: what stands above, and what was taken over from there.
  std::map<std::string, CommonText> common_texts;
  std::map<std::string, InheritedText> inherited_texts;
  // By box_no, in the board's own form: what the same board was told last time, not yet said again.
  std::map<std::string, EarlierText> earlier_texts;
  // From template and mapping, by index_asked (asked.hpp): in the template's order; none in a
  // board's own form.
  std::vector<AskedItem> asked;
  std::set<std::string> requirements;        // that this board asks
  std::set<std::string> rated_requirements;  // those of them that a scale of the agency's touches
};

// A unit of the agency that somebody asks, or that is above such units.
struct UnitRef {
  UnitId unit;
  std::string name;
  int requests = 0;
  bool common = false;  // not asked itself: what it answers is for the units below
};

using evidence::KeptEvidence;

// A commitment as the agency edits it: with the subjects of every board.
struct KeptCommitment {
  CommitmentId commitment;
  std::optional<BoardId> board;  // set: for this board alone
  mapping::Commitment words;
  int version = 1;
};

struct Workspace {
  mapping::Way way = mapping::Way::canonical;  // own_form where one board asks
  UnitId unit;
  std::string unit_name;
  std::vector<UnitRef> units;  // every unit with an open request, this one included
  Date today;
  std::shared_ptr<const frameworks::Framework> framework;
  std::shared_ptr<const frameworks::FrameworkIndex> index;  // of the framework
  std::vector<Engaged> boards;                              // by due date, then name; never empty
  mapping::CommonSide common;
  // By requirement: what stands above this unit, and what it took over from there.
  std::map<std::string, CommonAnswer> above;
  std::map<std::string, InheritedAnswer> inherited;
  // Nobody asks this unit itself; `boards` are those that ask the units below, each form once.
  bool common_only = false;
  std::map<std::string, Instant> saved_at;  // when each common answer was last saved
  std::vector<KeptEvidence> evidence;
  std::vector<KeptCommitment> commitments;

  // The engine's input for one board. Borrows from this workspace.
  mapping::Engagement engagement(const Engaged& of) const;
  std::vector<mapping::Engagement> engagements() const;
  // What this board is told of the common side: the same, but for details of its own. `own` is
  // where a side that differs is put together.
  const mapping::CommonSide& common_for(const Engaged& of, mapping::CommonSide& own) const;
  // Nothing when no such request is open here.
  const Engaged* find(const RequestId& request) const;
  const Engaged* find_board(const BoardId& board) const;
  // Nothing when the framework has no such requirement.
  const frameworks::Requirement* requirement(const std::string& code) const;
};

// Under which name the version of a box is kept in Engaged::box_versions: kind and number, since
// one box may have a choice and an override.
std::string box_version_key(const std::string& kind, const std::string& box_no);

}  // namespace onereturn::returns
