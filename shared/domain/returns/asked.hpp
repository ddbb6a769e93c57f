#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/frameworks/framework_rules.hpp"
#include "domain/mapping/item_ask.hpp"
#include "domain/returns/workspace.hpp"

// Who asks what: the templates of the engaged boards seen from the requirements.
namespace onereturn::returns {

// Fills in what follows from framework, templates and mappings alone. Once, when these are there.
void index_asked(Workspace& workspace);

// The items that nothing in the framework covers; in a board's own form that is every item.
std::vector<std::pair<const frameworks::Section*, const frameworks::Item*>> unmapped_items(
    const Workspace& workspace, const Engaged& board);

// A rating box that the agency fills, with the items that it rates.
struct RatedBox {
  const frameworks::Section* section = nullptr;
  const frameworks::Box* box = nullptr;
  std::vector<const frameworks::Item*> items;  // one, or the section's all

  // "2.5", or the standard's title.
  std::string place() const;
};
std::vector<RatedBox> rated_boxes(const frameworks::Template& form);

// "2.5", or a short form of its wording.
std::string place_of(const frameworks::Section& section, const frameworks::Item& item);
std::string place_of(const frameworks::Section& section);

// True when an agency-filled scale of some board touches the requirement.
bool level_needed(const Workspace& workspace, const std::string& requirement);

}  // namespace onereturn::returns
