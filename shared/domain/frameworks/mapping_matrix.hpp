#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "domain/frameworks/framework_rules.hpp"
#include "domain/frameworks/frameworks.hpp"

// What each form asks of each requirement: the mappings of all forms side by side. Pure; nothing
// here is stored, and nothing is counted into one figure of how alike two forms are.
namespace onereturn::frameworks {

// One form and its mapping; without a mapping that may fill, nothing of the form is mapped.
struct MappedForm {
  std::shared_ptr<const Template> form;
  std::shared_ptr<const Mapping> mapping;
  bool own = false;  // of the board that looks
  std::optional<Date> published_on;
};

// What a board lays side by side. The index borrows the framework, which stands before it.
struct FormsSideBySide {
  std::shared_ptr<const Framework> framework;
  FrameworkIndex index;
  std::vector<MappedForm> forms;
};

// One item of a form that asks something of one requirement. Borrows from its form and mapping.
struct ItemInCell {
  const Item* item = nullptr;
  const ItemMapping* mapping = nullptr;
  Relation relation = Relation::unmapped;  // of the item to this requirement
  std::set<std::string> facets;            // those of this requirement that it asks
};

// One requirement in one form, the items in the form's order; empty when the form does not ask it.
struct MatrixCell {
  std::vector<ItemInCell> items;
  std::size_t parts_asked = 0;  // parts of the requirement that some item asks

  bool asked() const { return !items.empty(); }
  bool doubted() const;
  bool leaves_over() const;
};

struct MatrixRow {
  const Requirement* requirement = nullptr;
  std::vector<MatrixCell> cells;  // one for each form, in their order
};

struct MatrixStandard {
  const Standard* standard = nullptr;
  std::vector<MatrixRow> rows;
};

// What a form's own column comes to. Items are counted by their relation to everything they touch.
struct MatrixCount {
  int items = 0;
  int equal = 0, subset = 0, superset = 0, intersects = 0, unmapped = 0;
  int residuals = 0, doubts = 0;
  int asked = 0, never_asked = 0;    // requirements
  std::vector<const Item*> without;  // items that are not mapped, in the form's order
};

struct MappingMatrix {
  std::vector<MatrixStandard> standards;
  std::vector<MatrixCount> counts;  // one for each form, in their order
};

// True when the mapping of an item fills boxes: live or reviewed, and naming something.
bool fills(const ItemMapping& item);

// All requirements in the framework's order against all forms in theirs.
MappingMatrix matrix_of(const FrameworkIndex& index, const std::vector<MappedForm>& forms);

// What is shown of it.
struct MatrixPart {
  std::set<std::string> standards;  // by code; none chosen: all
  bool doubts = false;              // rows where some form's mapping is doubted
  bool residuals = false;           // rows where some item leaves something over; with doubts: or
};

// The rows that were asked for; standards without one are left out, counts stay as they are.
MappingMatrix part_of(MappingMatrix matrix, const MatrixPart& part);

}  // namespace onereturn::frameworks
