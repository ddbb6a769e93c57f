#include "domain/returns/asked.hpp"

#include <algorithm>

#include "domain/frameworks/template_rules.hpp"

namespace onereturn::returns {

using frameworks::Item;
using frameworks::Section;

namespace {

bool is_rated(const std::vector<frameworks::Box>& boxes) {
  return std::any_of(boxes.begin(), boxes.end(),
                     [](const frameworks::Box& box) { return frameworks::is_agency_rated(box); });
}

void index_board(const Workspace& workspace, Engaged& board) {
  const auto engagement = workspace.engagement(board);
  for (const auto& section : board.form->sections) {
    for (const auto& item : section.items) {
      const auto* live = mapping::live_mapping(engagement, item.code);
      if (live == nullptr) continue;
      AskedItem each{&section, &item, live, {}};
      for (const auto& facet : live->facets) {
        if (const auto* requirement = workspace.index->requirement_of(facet)) {
          each.requirements.insert(requirement->code);
        }
      }
      board.requirements.insert(each.requirements.begin(), each.requirements.end());
      if (is_rated(section.boxes) || is_rated(item.boxes)) {
        board.rated_requirements.insert(each.requirements.begin(), each.requirements.end());
      }
      board.asked.push_back(std::move(each));
    }
  }
}

}  // namespace

void index_asked(Workspace& workspace) {
  workspace.index = std::make_shared<frameworks::FrameworkIndex>(*workspace.framework);
  if (workspace.way == mapping::Way::own_form) return;
  for (auto& board : workspace.boards)
    index_board(workspace, board);
}

std::vector<std::pair<const Section*, const Item*>> unmapped_items(const Workspace& workspace,
                                                                   const Engaged& board) {
  std::vector<std::pair<const Section*, const Item*>> items;
  const auto engagement = workspace.engagement(board);
  const bool own = workspace.way == mapping::Way::own_form;
  for (const auto& section : board.form->sections) {
    for (const auto& item : section.items) {
      if (own || mapping::live_mapping(engagement, item.code) == nullptr) {
        items.emplace_back(&section, &item);
      }
    }
  }
  return items;
}

std::string place_of(const Section& section) {
  return section.number ? *section.number + ". " + section.title : section.title;
}

std::string place_of(const Section& section, const Item& item) {
  return item.number ? *item.number : place_of(section);
}

std::string RatedBox::place() const {
  return items.size() == 1 ? place_of(*section, *items.front()) : place_of(*section);
}

std::vector<RatedBox> rated_boxes(const frameworks::Template& form) {
  std::vector<RatedBox> rated;
  for (const auto& section : form.sections) {
    for (const auto& box : section.boxes) {
      if (!frameworks::is_agency_rated(box)) continue;
      RatedBox each{&section, &box, {}};
      for (const auto& item : section.items)
        each.items.push_back(&item);
      rated.push_back(std::move(each));
    }
    for (const auto& item : section.items) {
      for (const auto& box : item.boxes) {
        if (frameworks::is_agency_rated(box)) rated.push_back({&section, &box, {&item}});
      }
    }
  }
  return rated;
}

bool level_needed(const Workspace& workspace, const std::string& requirement) {
  return std::any_of(workspace.boards.begin(), workspace.boards.end(), [&](const Engaged& board) {
    return board.rated_requirements.contains(requirement);
  });
}

}  // namespace onereturn::returns
