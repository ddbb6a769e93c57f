#include "domain/returns/asked.hpp"

#include <algorithm>

#include "domain/frameworks/template_rules.hpp"

namespace onereturn::returns {

using frameworks::Item;
using frameworks::Section;

std::vector<AskedItem> asked_items(const Workspace& workspace, const Engaged& board) {
  std::vector<AskedItem> asked;
  if (workspace.way == mapping::Way::own_form) return asked;
  const frameworks::FrameworkIndex index(*workspace.framework);
  const auto engagement = workspace.engagement(board);
  for (const auto& section : board.form->sections) {
    for (const auto& item : section.items) {
      const auto* live = mapping::live_mapping(engagement, item.code);
      if (live == nullptr) continue;
      AskedItem each{&section, &item, live, {}};
      for (const auto& facet : live->facets) {
        if (const auto* requirement = index.requirement_of(facet)) {
          each.requirements.insert(requirement->code);
        }
      }
      asked.push_back(std::move(each));
    }
  }
  return asked;
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

std::set<std::string> requirements_of(const Workspace& workspace, const Engaged& board) {
  std::set<std::string> codes;
  for (const auto& asked : asked_items(workspace, board)) {
    codes.insert(asked.requirements.begin(), asked.requirements.end());
  }
  return codes;
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

bool level_needed(const Workspace& workspace, const Engaged& board,
                  const std::string& requirement) {
  if (!frameworks::is_agency_rated(*board.form)) return false;
  const auto asked = asked_items(workspace, board);
  const auto touches = [&](const Item* item) {
    return std::any_of(asked.begin(), asked.end(), [&](const AskedItem& each) {
      return each.item == item && each.requirements.contains(requirement);
    });
  };
  const auto rated = rated_boxes(*board.form);
  return std::any_of(rated.begin(), rated.end(), [&](const RatedBox& box) {
    return std::any_of(box.items.begin(), box.items.end(), touches);
  });
}

bool level_needed(const Workspace& workspace, const std::string& requirement) {
  return std::any_of(workspace.boards.begin(), workspace.boards.end(), [&](const Engaged& board) {
    return level_needed(workspace, board, requirement);
  });
}

}  // namespace onereturn::returns
