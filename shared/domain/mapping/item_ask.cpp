#include "domain/mapping/item_ask.hpp"

#include <algorithm>
#include <functional>

namespace onereturn::mapping {

using frameworks::FrameworkIndex;
using frameworks::Item;
using frameworks::ItemMapping;
using frameworks::LocalKind;
using frameworks::MappingStatus;
using frameworks::Requirement;

namespace {

template <class Map>
auto find_or_null(const Map& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

AskedRequirement asked_requirement(const Requirement& requirement, const CommonSide& common,
                                   const BoardSide& side) {
  AskedRequirement asked;
  asked.requirement = &requirement;
  asked.whole_local = requirement.local == LocalKind::whole;
  asked.answer = find_or_null(asked.whole_local ? side.whole : common.answers, requirement.code);
  if (!asked.whole_local) asked.local = find_or_null(side.parts, requirement.code);
  return asked;
}

// The requirements that one item touches, in the framework's order, whatever the order of facets.
std::vector<const Requirement*> touched_by(const ItemMapping& mapping,
                                           const FrameworkIndex& index) {
  std::vector<const Requirement*> touched;
  for (const std::string& facet : mapping.facets) {
    const Requirement* requirement = index.requirement_of(facet);
    if (requirement == nullptr) continue;
    if (std::find(touched.begin(), touched.end(), requirement) == touched.end()) {
      touched.push_back(requirement);
    }
  }
  // They are elements of one vector, in the framework's order.
  std::sort(touched.begin(), touched.end(), std::less<>());
  return touched;
}

}  // namespace

const ItemMapping* live_mapping(const Engagement& engagement, const std::string& item) {
  if (engagement.way == Way::own_form || engagement.mapping == nullptr) return nullptr;
  const ItemMapping* mapping = find_or_null(engagement.mapping->items, item);
  if (mapping == nullptr || mapping->facets.empty()) return nullptr;
  const bool live =
      mapping->status == MappingStatus::live || mapping->status == MappingStatus::reviewed;
  return live ? mapping : nullptr;
}

Ask ask_of(const Engagement& engagement, const FrameworkIndex& index, const CommonSide& common,
           const BoardSide& side, const std::vector<const Item*>& items) {
  Ask ask;
  std::set<std::string> of_several;
  const std::set<std::string>* facets = &of_several;
  for (const Item* item : items) {
    ask.items.push_back(item->code);
    const ItemMapping* mapping = live_mapping(engagement, item->code);
    if (mapping == nullptr) {
      ask.unmapped.push_back(item->code);
      continue;
    }
    for (const Requirement* requirement : touched_by(*mapping, index)) {
      auto known = std::find_if(ask.requirements.begin(), ask.requirements.end(),
                                [&](const auto& a) { return a.requirement == requirement; });
      if (known == ask.requirements.end()) {
        ask.requirements.push_back(asked_requirement(*requirement, common, side));
        known = std::prev(ask.requirements.end());
      }
      for (const std::string& facet : requirement->facets) {
        if (mapping->facets.contains(facet)) known->facets.insert(facet);
      }
    }
    if (items.size() == 1) {
      facets = &mapping->facets;
    } else {
      of_several.insert(mapping->facets.begin(), mapping->facets.end());
    }
    if (mapping->residual) {
      ask.residuals.push_back(
          {item->code, &*mapping->residual, find_or_null(side.residuals, item->code)});
    }
  }
  const bool more = !ask.residuals.empty();
  std::vector<const Requirement*> touched;
  for (AskedRequirement& asked : ask.requirements) {
    asked.relation = frameworks::relation_to(*asked.requirement, *facets, more);
    touched.push_back(asked.requirement);
  }
  ask.relation = frameworks::relation_of(touched, *facets, more);
  return ask;
}

LevelSet contribution(const AskedRequirement& asked) {
  if (asked.answer == nullptr || asked.answer->not_applicable) return {};
  const Statement statement = statement_of(*asked.answer);
  if (!says_enough(asked.facets, statement)) return {};
  return possible_levels(asked.requirement->facets, asked.facets, statement);
}

namespace {

struct Tally {
  bool unanswered = false;
  bool contradiction = false;
  int answered = 0;
  int not_applicable = 0;
  std::vector<LevelSet> levels;
};

void count_requirement(const AskedRequirement& asked, Tally& tally) {
  if (asked.answer != nullptr && asked.answer->not_applicable) {
    ++tally.not_applicable;
    return;
  }
  if (asked.answer == nullptr || !says_enough(asked.facets, statement_of(*asked.answer))) {
    tally.unanswered = true;
    return;
  }
  const LevelSet levels = contribution(asked);
  tally.contradiction = tally.contradiction || levels.empty();
  ++tally.answered;
  tally.levels.push_back(levels);
}

void count_residual(const AskedResidual& asked, Tally& tally) {
  if (asked.answer != nullptr && asked.answer->not_applicable) {
    ++tally.not_applicable;
  } else if (asked.answer == nullptr || !asked.answer->level) {
    tally.unanswered = true;
  } else {
    ++tally.answered;
    tally.levels.push_back(LevelSet::only(*asked.answer->level));
  }
}

LevelSet join_all(const std::vector<LevelSet>& levels) {
  LevelSet result;
  for (const LevelSet each : levels)
    result = result.empty() ? each : joined(result, each);
  return result;
}

}  // namespace

Standing standing_of(const Ask& ask) {
  if (!ask.mapped() || !ask.unmapped.empty()) return {AskState::unanswered, {}};
  Tally tally;
  for (const AskedRequirement& asked : ask.requirements)
    count_requirement(asked, tally);
  for (const AskedResidual& asked : ask.residuals)
    count_residual(asked, tally);
  if (tally.contradiction) return {AskState::contradiction, {}};
  if (tally.unanswered) return {AskState::unanswered, {}};
  if (tally.answered == 0) return {AskState::not_applicable, {}};
  if (tally.not_applicable > 0) return {AskState::mixed, {}};
  return {AskState::answered, join_all(tally.levels)};
}

LevelSet explained_levels(const Ask& ask) {
  std::vector<LevelSet> levels;
  const auto put = [&](LevelSet known) {
    levels.push_back(known.empty() ? LevelSet::all() : known);
  };
  for (const AskedRequirement& asked : ask.requirements)
    put(contribution(asked));
  for (const AskedResidual& asked : ask.residuals) {
    const bool known = asked.answer != nullptr && asked.answer->level;
    put(known ? LevelSet::only(*asked.answer->level) : LevelSet());
  }
  return join_all(levels);
}

}  // namespace onereturn::mapping
