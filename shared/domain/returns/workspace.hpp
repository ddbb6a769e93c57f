#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/frameworks/frameworks.hpp"
#include "domain/mapping/mapping.hpp"

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

// One board's open request to this unit, with what belongs to it.
struct Engaged {
  RequestId request;
  BoardRef board;
  UnitId unit;
  std::string unit_name;
  std::string audit_name;  // "Section 11 return 2027"
  Date due_on;
  std::shared_ptr<const frameworks::Template> form;
  std::shared_ptr<const frameworks::Mapping> mapping;
  mapping::BoardIdentity identity;
  mapping::BoardSide side;
  // Versions to send back with a save: of whole and part answers by requirement, of boxes by
  // box_no (a residual's by its item).
  std::map<std::string, int> answer_versions;
  std::map<std::string, int> box_versions;
  std::optional<SentCopy> sent;
};

// A unit of the agency that somebody asks.
struct UnitRef {
  UnitId unit;
  std::string name;
  int requests = 0;
};

// Evidence of the agency, with the boards that may open it.
struct KeptEvidence {
  EvidenceId evidence;
  std::string title;
  std::string kept_where;
  std::optional<Date> effective_on;
  std::set<std::string> requirements;
  std::set<BoardId> granted;
};

// A commitment as the agency edits it: with the subjects of every board.
struct KeptCommitment {
  CommitmentId commitment;
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
  std::vector<Engaged> boards;  // by due date, then name; never empty
  mapping::CommonSide common;
  std::map<std::string, Instant> answered_at;  // when each common answer was last saved
  std::vector<KeptEvidence> evidence;
  std::vector<KeptCommitment> commitments;

  // The engine's input for one board. Borrows from this workspace.
  mapping::Engagement engagement(const Engaged& of) const;
  std::vector<mapping::Engagement> engagements() const;
  // Nothing when no such request is open here.
  const Engaged* find(const RequestId& request) const;
  const Engaged* find_board(const BoardId& board) const;
};

}  // namespace onereturn::returns
