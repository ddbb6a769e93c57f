#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "domain/actions/board_actions.hpp"

namespace onereturn::actions {

using frameworks::StatusPoint;
using frameworks::StatusScheme;
using Forms = std::map<frameworks::VersionRef, std::shared_ptr<const frameworks::Template>>;

// The scheme of an action: its form's, or four plain words where there is no form.
const StatusScheme& scheme_of(const Forms& forms,
                              const std::optional<frameworks::VersionRef>& form);
// Null for a code that the scheme does not have.
const StatusPoint* point_in(const StatusScheme& scheme, const std::string& code);
// The first point of that meaning; null when the scheme has none.
const StatusPoint* point_for(const StatusScheme& scheme, StatusRole role);
// What a point says: its meaning, or its label where it gives none.
const std::string& words_of(const StatusPoint& point);

// Open, and its day is over. On the day itself it is not late.
bool is_overdue(const BoardAction& action, Date today);

// How many open ones, and ended ones, stand at each meaning, in this order: complete, on track, at
// risk, off track, and nothing said yet.
struct RoleCount {
  std::optional<StatusRole> role;
  std::vector<std::string> words;  // every scheme's own, each once
  int open = 0;
  int ended = 0;
};
std::vector<RoleCount> counts_by_role(const std::vector<StandingCount>& standings,
                                      const Forms& forms);

// Where an action belongs in the plan: the section of its form, its area, or nothing.
struct Standard {
  std::string number;
  std::string title;  // "" where nothing says it

  auto operator<=>(const Standard&) const = default;
};
Standard standard_of(const BoardAction& action, const Forms& forms);

// The numbers of the items as the form prints them, "3.4 and 3.6"; "" where none is known.
std::vector<std::string> items_of(const BoardAction& action, const Forms& forms);

// The plan, by standard in the order of the form; what has none comes last.
struct PlanPart {
  Standard standard;
  std::vector<BoardAction> actions;
  std::vector<RoleCount> counts;
};
std::vector<PlanPart> plan_of(std::vector<BoardAction> actions, const Forms& forms);

// Sections of the forms, each code once, with every code that stands below it.
struct Section {
  std::string code;
  std::string words;
  std::vector<std::string> codes;
};
std::vector<Section> sections_of(const Forms& forms);

}  // namespace onereturn::actions
