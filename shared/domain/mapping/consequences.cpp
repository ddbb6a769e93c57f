#include "domain/mapping/consequences.hpp"

#include <algorithm>

#include "domain/frameworks/template_rules.hpp"
#include "domain/mapping/item_ask.hpp"
#include "domain/mapping/rating.hpp"

namespace onereturn::mapping {

using frameworks::Box;
using frameworks::FrameworkIndex;
using frameworks::Item;
using frameworks::Scale;
using frameworks::Section;

namespace {

// One agency-rated box with the items that it rates.
struct Rating {
  const Box* box = nullptr;
  const Item* item = nullptr;
  std::vector<const Item*> items;
};

std::vector<Rating> ratings_of(const frameworks::Template& form) {
  std::vector<Rating> result;
  if (!form.scale) return result;
  for (const Section& section : form.sections) {
    std::vector<const Item*> all;
    for (const Item& item : section.items)
      all.push_back(&item);
    for (const Box& box : section.boxes) {
      if (frameworks::is_agency_rated(box)) result.push_back({&box, nullptr, all});
    }
    for (const Item& item : section.items) {
      for (const Box& box : item.boxes) {
        if (frameworks::is_agency_rated(box)) result.push_back({&box, &item, {&item}});
      }
    }
  }
  return result;
}

// The asked requirement within an ask, answered as supposed; null when the ask does not touch it.
AskedRequirement* suppose(Ask& ask, const std::string& requirement, const Answer& answer) {
  for (AskedRequirement& asked : ask.requirements) {
    if (asked.requirement->code != requirement) continue;
    asked.answer = &answer;
    return &asked;
  }
  return nullptr;
}

// The levels that everything else in the ask may have; empty when there is nothing else.
LevelSet others_of(const Ask& ask, const AskedRequirement& one) {
  Ask others = ask;
  std::erase_if(others.requirements,
                [&](const auto& asked) { return asked.requirement == one.requirement; });
  if (others.requirements.empty() && others.residuals.empty()) return {};
  return explained_levels(others);
}

// Whether what is unknown of `mine` leaves more than one point, whatever the rest turns out to be.
bool leaves_open(const Scale& scale, LevelSet mine, LevelSet others) {
  if (mine.size() < 2) return false;
  if (others.empty()) return meeting_points(scale, mine).size() > 1;
  const std::vector<int> rest = others.levels();
  return std::any_of(rest.begin(), rest.end(), [&](int level) {
    const LevelSet together = joined(mine, LevelSet::only(level));
    return together.size() > 1 && meeting_points(scale, together).size() > 1;
  });
}

OpenRating open_rating(const Asking& board, const Rating& rating, LevelSet mine, LevelSet others) {
  const LevelSet levels = others.empty() ? mine : joined(mine, others);
  return {board.engagement->board.code, rating.box->box_no,
          rating.item == nullptr ? std::string() : rating.item->code,
          meeting_points(*board.engagement->form->scale, levels)};
}

bool something_missing(const Ask& ask, const std::string& requirement) {
  const bool answers = std::any_of(
      ask.requirements.begin(), ask.requirements.end(), [&](const AskedRequirement& asked) {
        return asked.requirement->code != requirement && contribution(asked).empty();
      });
  return answers || std::any_of(ask.residuals.begin(), ask.residuals.end(), [](const auto& asked) {
           return asked.answer == nullptr || !asked.answer->level;
         });
}

Consequence consequence(const Asking& board, const Rating& rating, const Ask& ask,
                        const std::string& requirement) {
  const Scale& scale = *board.engagement->form->scale;
  Consequence result;
  result.board = board.engagement->board.code;
  result.box_no = rating.box->box_no;
  if (rating.item != nullptr) result.item = rating.item->code;
  result.points = meeting_points(scale, explained_levels(ask));
  result.waits = something_missing(ask, requirement);
  result.no_point = result.points.empty();
  std::size_t demanding = 0;
  for (const std::string& code : result.points) {
    const auto* point = frameworks::find_point(*board.engagement->form, code);
    result.labels.push_back(point->label);
    demanding += point->action_demanded ? 1U : 0U;
  }
  result.action_possible = demanding > 0;
  result.action_needed = demanding > 0 && demanding == result.points.size();
  return result;
}

bool touches(const Engagement& engagement, const FrameworkIndex& index, const Item& item,
             const std::string& requirement) {
  const auto* mapping = live_mapping(engagement, item.code);
  return mapping != nullptr &&
         std::any_of(mapping->facets.begin(), mapping->facets.end(), [&](const auto& facet) {
           const auto* found = index.requirement_of(facet);
           return found != nullptr && found->code == requirement;
         });
}

}  // namespace

PartsNeed parts_needed(const FrameworkIndex& index, const std::vector<Asking>& boards,
                       const CommonSide& common, const std::string& requirement,
                       const Answer& answer) {
  PartsNeed need;
  if (!answer.level || answer.not_applicable) return need;
  Answer level_only;
  level_only.level = answer.level;
  for (const Asking& board : boards) {
    for (const Rating& rating : ratings_of(*board.engagement->form)) {
      Ask ask = ask_of(*board.engagement, index, common, *board.side, rating.items);
      AskedRequirement* asked = suppose(ask, requirement, level_only);
      if (asked == nullptr || asked->facets.size() >= asked->requirement->facets.size()) continue;
      const Scale& scale = *board.engagement->form->scale;
      const LevelSet others = others_of(ask, *asked);
      const LevelSet by_level = contribution(*asked);
      if (!leaves_open(scale, by_level, others)) continue;
      need.matters.push_back(open_rating(board, rating, by_level, others));
      asked->answer = &answer;
      const LevelSet by_parts = contribution(*asked);
      if (!leaves_open(scale, by_parts, others)) continue;
      need.open.push_back(open_rating(board, rating, by_parts, others));
      for (const std::string& facet : asked->facets) {
        const auto part = answer.parts.find(facet);
        const bool ticked = part != answer.parts.end() && part->second.low < part->second.high;
        if (ticked) need.to_refine.insert(facet);
      }
    }
  }
  return need;
}

std::vector<Consequence> consequences_of(const FrameworkIndex& index,
                                         const std::vector<Asking>& boards,
                                         const CommonSide& common, const std::string& requirement,
                                         int level) {
  Answer supposed;
  supposed.level = level;
  return consequences_of(index, boards, common, requirement, supposed);
}

std::vector<Consequence> consequences_of(const FrameworkIndex& index,
                                         const std::vector<Asking>& boards,
                                         const CommonSide& common, const std::string& requirement,
                                         const Answer& supposed) {
  std::vector<Consequence> result;
  for (const Asking& board : boards) {
    bool rated = false;
    for (const Rating& rating : ratings_of(*board.engagement->form)) {
      Ask ask = ask_of(*board.engagement, index, common, *board.side, rating.items);
      if (suppose(ask, requirement, supposed) == nullptr) continue;
      rated = true;
      result.push_back(consequence(board, rating, ask, requirement));
    }
    if (rated) continue;
    bool worded = false;
    for (const Section& section : board.engagement->form->sections) {
      for (const Item& item : section.items) {
        worded = worded || touches(*board.engagement, index, item, requirement);
      }
    }
    if (worded) {
      Consequence words;
      words.board = board.engagement->board.code;
      result.push_back(std::move(words));
    }
  }
  return result;
}

std::string in_words(const Consequence& consequence) {
  if (consequence.box_no.empty()) return "text only";
  if (consequence.no_point) return "nothing on its scale: you will be asked";
  std::string text;
  for (std::size_t i = 0; i < consequence.labels.size(); ++i) {
    if (i > 0) text += i + 1 == consequence.labels.size() ? " or " : ", ";
    text += consequence.labels[i];
  }
  if (consequence.action_needed) {
    text += " (an action will be needed)";
  } else if (consequence.action_possible) {
    text += " (an action may be needed)";
  }
  return text;
}

}  // namespace onereturn::mapping
