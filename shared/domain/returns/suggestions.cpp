#include "domain/returns/suggestions.hpp"

#include <algorithm>
#include <map>

#include "domain/mapping/backwards.hpp"
#include "domain/returns/asked.hpp"
#include "domain/returns/drafts.hpp"

namespace onereturn::returns {

namespace {

using frameworks::Box;
using frameworks::BoxContent;

struct Gathered {
  Suggestion suggestion;
  bool levels_differ = false;
};
using ByRequirement = std::map<std::string, Gathered>;

std::string* place_for(mapping::Texts& texts, BoxContent content) {
  switch (content) {
    case BoxContent::knows:
      return &texts.knows;
    case BoxContent::improvement:
      return &texts.improve;
    case BoxContent::describes:
    case BoxContent::describes_then_knows:
    case BoxContent::text:
      return &texts.describes;
    default:
      return nullptr;
  }
}

void offer_text(Gathered& gathered, const Engaged& board, const std::string& place,
                BoxContent content, const std::string& text) {
  auto* to = place_for(gathered.suggestion.texts, content);
  if (to == nullptr || text.empty()) return;
  if (to->find(text) == std::string::npos) *to += (to->empty() ? "" : "\n\n") + text;
  gathered.suggestion.sources.push_back({board.board, place, text});
}

void offer_level(Gathered& gathered, const frameworks::Requirement& requirement,
                 const AskedItem& item, const Engaged& board, const std::string& point) {
  if (!board.form->scale) return;
  for (const auto& each : board.form->scale->points) {
    if (each.code != point) continue;
    const auto level = mapping::level_from_item(requirement, item.mapping->facets,
                                                item.mapping->residual.has_value(), each.levels);
    auto& offered = gathered.suggestion.level;
    gathered.levels_differ = gathered.levels_differ || (level && offered && *level != *offered);
    if (level && !offered) offered = level;
  }
}

// What stands in `box`, for everything that the item asks.
void offer_box(const Workspace& workspace, ByRequirement& all, const Engaged& board,
               const AskedItem& item, const Box& box, const std::string& place, bool whole_item) {
  // A draft too: what is offered is confirmed by whoever takes it, and no word is lost.
  const auto* written = kept(board, &mapping::BoardSide::direct, box.box_no).written;
  if (written == nullptr || written->not_applicable) return;
  for (const auto& code : item.requirements) {
    const auto* requirement = workspace.requirement(code);
    const bool answered = workspace.common.answers.contains(code);
    if (requirement == nullptr || answered || requirement->local == frameworks::LocalKind::whole) {
      continue;
    }
    auto& gathered = all[code];
    gathered.suggestion.requirement = requirement;
    offer_text(gathered, board, place, box.content, written->text);
    if (whole_item && box.content == BoxContent::rating) {
      offer_level(gathered, *requirement, item, board, written->point);
    }
  }
}

}  // namespace

std::vector<Suggestion> suggestions_of(const Workspace& workspace) {
  if (workspace.way == mapping::Way::own_form) return {};
  ByRequirement all;
  for (const auto& board : workspace.boards) {
    for (const auto& item : board.asked) {
      for (const auto& box : item.item->boxes)
        offer_box(workspace, all, board, item, box, place_of(*item.section, *item.item), true);
      for (const auto& box : item.section->boxes)
        offer_box(workspace, all, board, item, box, place_of(*item.section), false);
    }
  }
  std::vector<Suggestion> offered;
  for (auto& [code, gathered] : all) {
    if (gathered.levels_differ) gathered.suggestion.level.reset();
    if (gathered.suggestion.texts.empty() && !gathered.suggestion.level) continue;
    offered.push_back(std::move(gathered.suggestion));
  }
  std::sort(offered.begin(), offered.end(), [&](const auto& a, const auto& b) {
    return workspace.index->order_of(a.requirement->code) <
           workspace.index->order_of(b.requirement->code);
  });
  return offered;
}

}  // namespace onereturn::returns
