#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/frameworks/framework_rules.hpp"
#include "domain/mapping/levels.hpp"
#include "domain/mapping/mapping.hpp"

// What an item (or a section, through its items) asks of the agency, joined with what the agency
// answered.
namespace onereturn::mapping {

struct AskedRequirement {
  const frameworks::Requirement* requirement = nullptr;
  std::set<std::string> facets;      // those of this requirement that are asked
  const Answer* answer = nullptr;    // null: nothing was written at all
  const LocalPart* local = nullptr;  // what this board alone is told beside the answer
  bool whole_local = false;          // the answer is this board's own
  frameworks::Relation relation = frameworks::Relation::equal;
};

struct AskedResidual {
  std::string item;
  const frameworks::Residual* residual = nullptr;
  const ResidualAnswer* answer = nullptr;
};

// Borrows from the engagement, the framework and both sides.
struct Ask {
  std::vector<AskedRequirement> requirements;  // in the template's order, then the framework's
  std::vector<AskedResidual> residuals;
  std::vector<std::string> items;
  std::vector<std::string> unmapped;  // items that nothing live maps
  frameworks::Relation relation = frameworks::Relation::unmapped;

  bool mapped() const { return !requirements.empty(); }
};

// What the given items ask together. In an agency's own form of one board nothing is mapped.
Ask ask_of(const Engagement& engagement, const frameworks::FrameworkIndex& index,
           const CommonSide& common, const BoardSide& side,
           const std::vector<const frameworks::Item*>& items);

// The live mapping of an item: null when there is none, when it is a draft or stale, and when it
// names no facet.
const frameworks::ItemMapping* live_mapping(const Engagement& engagement, const std::string& item);

enum class AskState { answered, unanswered, not_applicable, mixed, contradiction };

struct Standing {
  AskState state = AskState::unanswered;
  LevelSet possible;  // when answered: every level consistent with the answers
};

// What follows from the answers. Anything asked that is unanswered, a residual included, leaves the
// whole unanswered; not applicable only when everything asked is.
Standing standing_of(const Ask& ask);

// The levels that one asked requirement contributes; empty when unanswered, not applicable or
// contradictory.
LevelSet contribution(const AskedRequirement& asked);

// For explaining, never for filling: whatever is unanswered or not applicable may be at any level.
LevelSet explained_levels(const Ask& ask);

}  // namespace onereturn::mapping
