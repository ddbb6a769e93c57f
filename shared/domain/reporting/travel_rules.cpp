#include "domain/reporting/travel_rules.hpp"

#include <algorithm>

#include "domain/evaluation/evaluation_rules.hpp"

namespace onereturn::reporting {
namespace {

using frameworks::ItemMapping;
using frameworks::Template;

const frameworks::ScalePoint* point_in(const Template& form, const std::string& code) {
  if (!form.scale) return nullptr;
  const auto& points = form.scale->points;
  const auto found = std::ranges::find(points, code, &frameworks::ScalePoint::code);
  return found == points.end() ? nullptr : &*found;
}

bool same_scale(const Template& now, const Template& then) {
  if (!now.scale || !then.scale) return false;
  return std::ranges::equal(now.scale->points, then.scale->points,
                            [](const auto& one, const auto& other) {
                              return one.code == other.code && one.levels == other.levels;
                            });
}

Move move_of(std::ptrdiff_t steps) {
  return steps > 0 ? Move::better : steps < 0 ? Move::worse : Move::same;
}

const ItemMapping* mapped(const FormSide& side, const std::string& item) {
  if (side.mapping == nullptr) return nullptr;
  const auto found = side.mapping->items.find(item);
  return found == side.mapping->items.end() ? nullptr : &found->second;
}

// What stands in the same place of the same form, in whichever version.
bool same_place(const Judged& now, const Judged& then) {
  if (now.item.empty() || then.item.empty())
    return now.item.empty() && then.item.empty() && now.section == then.section;
  return now.lineage == then.lineage;
}

struct Counterpart {
  const Judged* found = nullptr;
  Apart why = Apart::not_in_form_then;
};

Counterpart in_same_form(const Judged& now, const std::vector<const Judged*>& then) {
  Counterpart made;
  for (const auto* each : then) {
    if (!same_place(now, *each) || each->by_board != now.by_board) continue;
    // An item with two ratings: the box tells them apart.
    if (made.found == nullptr || each->box == now.box) made.found = each;
  }
  return made;
}

// Exactly the same facets and nothing of a board's own beside them.
Counterpart through_framework(const Judged& now, const FormSide& side_now,
                              const std::vector<const Judged*>& then, const FormSide& side_then) {
  if (side_now.mapping == nullptr || side_then.mapping == nullptr ||
      side_now.mapping->framework != side_then.mapping->framework)
    return {nullptr, Apart::no_common_mapping};
  const auto* asks = mapped(side_now, now.item);
  if (asks == nullptr || asks->facets.empty()) return {};
  Counterpart made;
  for (const auto* each : then) {
    const auto* asked = mapped(side_then, each->item);
    if (asked == nullptr) continue;
    const bool equal = asked->facets == asks->facets && !asked->residual && !asks->residual;
    if (equal && each->by_board == now.by_board) return {each, Apart::not_in_form_then};
    const bool touch = std::ranges::any_of(
        asks->facets, [&](const auto& facet) { return asked->facets.contains(facet); });
    if (touch) made.why = Apart::partly_the_same;
  }
  return made;
}

void compare(const Judged& now, const Counterpart& then, const FormSide& side_now,
             const FormSide& side_then, ItemTravel& travel) {
  const auto apart = [&travel](Apart why) { ++travel.apart[why]; };
  if (then.found == nullptr) return apart(then.why);
  if (now.not_applicable || then.found->not_applicable) return apart(Apart::not_applicable);
  if (now.point().empty()) return apart(Apart::no_grade_now);
  if (then.found->point().empty()) return apart(Apart::no_grade_then);
  // Of one judge both times: the board, or the organisation itself.
  const bool boards = now.graded() && then.found->graded();
  const auto& point = boards ? now.grade : now.own;
  const auto& before = boards ? then.found->grade : then.found->own;
  if (point.empty() || before.empty()) return apart(Apart::another_judge);
  const auto move = move_between(*side_now.form, point, *side_then.form, before);
  if (!move) return apart(Apart::scales_overlap);
  ++(*move == Move::better ? travel.better : *move == Move::worse ? travel.worse : travel.same);
}

}  // namespace

const char* words_of(Apart why) {
  switch (why) {
    case Apart::not_asked_then:
      return "no return last time";
    case Apart::not_in_form_then:
      return "not asked in that form";
    case Apart::partly_the_same:
      return "only partly the same question";
    case Apart::no_common_mapping:
      return "nothing joins the two forms";
    case Apart::no_grade_now:
      return "no grade now";
    case Apart::no_grade_then:
      return "no grade then";
    case Apart::another_judge:
      return "graded by the board one time only";
    case Apart::not_applicable:
      return "did not apply";
    case Apart::scales_overlap:
      return "the two scales leave it open";
  }
  return "";
}

std::optional<Move> move_between(const Template& now, const std::string& point_now,
                                 const Template& then, const std::string& point_then) {
  const auto* one = point_in(now, point_now);
  const auto* other = point_in(then, point_then);
  if (one == nullptr || other == nullptr) return std::nullopt;
  if (same_scale(now, then)) {
    const auto order = evaluation::points_in_order(now);
    return move_of(std::ranges::find(order, point_now) - std::ranges::find(order, point_then));
  }
  if (one->levels.low > other->levels.high) return Move::better;
  if (one->levels.high < other->levels.low) return Move::worse;
  const bool exact = one->levels.low == one->levels.high && one->levels == other->levels;
  return exact ? std::optional(Move::same) : std::nullopt;
}

int ItemTravel::all() const {
  int sum = compared();
  for (const auto& [why, count] : apart)
    sum += count;
  return sum;
}

std::vector<ItemTravel> travel_of(const std::vector<Judged>& now, const FormSide& form_now,
                                  const std::vector<Judged>& then, const FormSide& form_then) {
  std::vector<ItemTravel> all;
  if (form_now.form == nullptr || form_then.form == nullptr) return all;
  std::map<std::string, std::vector<const Judged*>> then_of, now_of;
  for (const auto& each : then)
    then_of[each.entry].push_back(&each);
  for (const auto& each : now)
    now_of[each.box].push_back(&each);
  const bool same_form = form_now.form->ref.code == form_then.form->ref.code;
  for (const auto& subject : evaluation::subjects_of(*form_now.form)) {
    ItemTravel travel{
        subject.section, subject.number, evaluation::short_title(subject), 0, 0, 0, {}};
    for (const auto& box : subject.boxes) {
      // Taken out: an item with two ratings is two subjects of the same boxes.
      const auto here = now_of.extract(box);
      if (here.empty()) continue;
      for (const auto* each : here.mapped()) {
        const auto theirs = then_of.find(each->entry);
        if (theirs == then_of.end()) {
          ++travel.apart[Apart::not_asked_then];
          continue;
        }
        const auto counterpart =
            same_form ? in_same_form(*each, theirs->second)
                      : through_framework(*each, form_now, theirs->second, form_then);
        compare(*each, counterpart, form_now, form_then, travel);
      }
    }
    if (travel.all() > 0) all.push_back(std::move(travel));
  }
  return all;
}

std::string apart_words(const std::map<Apart, int>& apart) {
  std::string words;
  for (const auto& [why, count] : apart)
    words += (words.empty() ? "" : ", ") + std::string(words_of(why)) + " (" +
             std::to_string(count) + ")";
  return words;
}

}  // namespace onereturn::reporting
