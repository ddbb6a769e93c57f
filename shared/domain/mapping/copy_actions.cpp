#include "domain/mapping/copy_actions.hpp"

#include <algorithm>

#include "domain/mapping/item_ask.hpp"

namespace onereturn::mapping {

using frameworks::FrameworkIndex;
using frameworks::Item;
using frameworks::LocalKind;
using frameworks::Section;

namespace {

// What one item asks, by requirement: enough to place actions.
struct PlacedItem {
  ActionPlace place;
  std::set<std::string> requirements;
};

std::vector<PlacedItem> placed_items(const Engagement& engagement, const FrameworkIndex& index) {
  std::vector<PlacedItem> result;
  for (const Section& section : engagement.form->sections) {
    for (const Item& item : section.items) {
      PlacedItem placed{{section.code, item.code}, {}};
      if (const auto* mapping = live_mapping(engagement, item.code)) {
        for (const std::string& facet : mapping->facets) {
          const auto* requirement = index.requirement_of(facet);
          if (requirement != nullptr) placed.requirements.insert(requirement->code);
        }
      }
      result.push_back(std::move(placed));
    }
  }
  return result;
}

bool belongs(const CommitmentSubject& subject, const PlacedItem& item, const std::string& board,
             bool of_board_alone, const FrameworkIndex& index) {
  if (!subject.board.empty() && subject.board != board) return false;
  const bool for_this_board = of_board_alone || subject.board == board;
  if (!subject.item.empty()) return for_this_board && subject.item == item.place.item;
  if (!item.requirements.contains(subject.requirement)) return false;
  const auto* requirement = index.requirement(subject.requirement);
  const bool local = requirement != nullptr && requirement->local == LocalKind::whole;
  return for_this_board || !local;
}

void add(std::vector<RenderedAction>& actions, const Commitment& commitment,
         const std::vector<PlacedItem>& items, const std::string& board, bool of_board_alone,
         const FrameworkIndex& index) {
  RenderedAction action;
  for (const PlacedItem& item : items) {
    const bool here = std::any_of(
        commitment.subjects.begin(), commitment.subjects.end(),
        [&](const auto& subject) { return belongs(subject, item, board, of_board_alone, index); });
    if (here) action.places.push_back(item.place);
  }
  if (action.places.empty()) return;
  action.commitment = commitment.id;
  action.what = commitment.what;
  action.how = commitment.how;
  action.lead = commitment.lead;
  action.by_on = commitment.by_on;
  action.area = commitment.area;
  action.change = commitment.change;
  actions.push_back(std::move(action));
}

}  // namespace

std::vector<RenderedAction> actions_of(const Engagement& engagement, const FrameworkIndex& index,
                                       const CommonSide& common, const BoardSide& side,
                                       const RenderedCopy& copy) {
  std::vector<RenderedAction> actions;
  const std::vector<PlacedItem> items = placed_items(engagement, index);
  for (const Commitment& commitment : common.commitments) {
    add(actions, commitment, items, engagement.board.code, false, index);
  }
  for (const Commitment& commitment : side.commitments) {
    add(actions, commitment, items, engagement.board.code, true, index);
  }
  for (const RenderedBox& box : copy.boxes) {
    const auto promise = side.promises.find(box.box_no);
    const bool stands = std::any_of(box.sources.begin(), box.sources.end(), [](const auto& source) {
      return source.kind == SourceKind::promise;
    });
    if (!stands || promise == side.promises.end()) continue;
    RenderedAction action;
    action.commitment = "promise:" + box.box_no;
    action.what = "Supply what is missing: " + box.label;
    action.lead = promise->second.by_whom;
    action.by_on = promise->second.by_on;
    action.places.push_back({box.section, box.item});
    actions.push_back(std::move(action));
  }
  return actions;
}

bool has_dated_action(const RenderedCopy& copy, const std::string& section,
                      const std::string& item) {
  return std::any_of(copy.actions.begin(), copy.actions.end(), [&](const RenderedAction& action) {
    if (action.what.empty() || !action.by_on || action.commitment.starts_with("promise:")) {
      return false;
    }
    return std::any_of(action.places.begin(), action.places.end(), [&](const ActionPlace& place) {
      return item.empty() ? place.section == section : place.item == item;
    });
  });
}

}  // namespace onereturn::mapping
