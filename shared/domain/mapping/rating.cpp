#include "domain/mapping/rating.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "domain/frameworks/template_rules.hpp"
#include "domain/frameworks/words.hpp"
#include "domain/mapping/explain.hpp"

namespace onereturn::mapping {

using frameworks::NotApplicableBy;
using frameworks::NotApplicableRule;
using frameworks::Scale;
using frameworks::ScalePoint;
using frameworks::Template;

std::vector<std::string> meeting_points(const Scale& scale, LevelSet levels) {
  std::vector<std::string> result;
  for (const ScalePoint& point : scale.points) {
    const std::vector<int> possible = levels.levels();
    const bool meets = std::any_of(possible.begin(), possible.end(),
                                   [&](int level) { return point.levels.contains(level); });
    if (meets) result.push_back(point.code);
  }
  return result;
}

std::string not_applicable_label(const Template& form) {
  const bool printed = form.scale && !form.scale->not_applicable_label.empty();
  return printed ? form.scale->not_applicable_label : "Not applicable";
}

bool may_choose(const RenderedBox& box, const std::string& point) {
  return std::find(box.points.begin(), box.points.end(), point) != box.points.end();
}

namespace {

std::vector<std::string> every_point(const Scale& scale) {
  std::vector<std::string> result;
  for (const ScalePoint& point : scale.points)
    result.push_back(point.code);
  return result;
}

bool agency_may_say_so(const NotApplicableRule& rule) {
  return rule.allowed && rule.by == NotApplicableBy::agency;
}

bool board_alone_says_so(const NotApplicableRule& rule) {
  return rule.allowed && rule.by == NotApplicableBy::board;
}

void take(RenderedBox& box, BoxState state, const Template& form, const std::string& point) {
  box.state = state;
  box.point = point;
  const ScalePoint* found = frameworks::find_point(form, point);
  box.point_label = found == nullptr ? point : found->label;
}

void take_not_applicable(RenderedBox& box, const Template& form) {
  box.state = BoxState::not_applicable;
  box.point.clear();
  box.point_label = not_applicable_label(form);
}

// A person's choice, when there is one and it still fits.
void choose(RenderedBox& box, const Template& form, const Choice* choice) {
  if (choice == nullptr || !may_choose(box, choice->point)) return;
  if (choice->point == not_applicable_point) {
    take_not_applicable(box, form);
  } else {
    take(box, BoxState::chosen, form, choice->point);
  }
  box.chosen_by = choice->by;
  box.chosen_on = choice->on;
}

void rate_answered(RenderedBox& box, LevelSet possible, const Scale& scale, const Template& form) {
  box.possible = possible;
  box.points = meeting_points(scale, possible);
  const std::vector<int> uncovered = frameworks::uncovered_levels(scale);
  const bool certain = std::none_of(uncovered.begin(), uncovered.end(),
                                    [&](int level) { return possible.contains(level); });
  if (box.points.empty()) {
    box.state = BoxState::no_point;
    box.points = every_point(scale);
  } else if (box.points.size() == 1 && certain) {
    take(box, BoxState::set, form, box.points.front());
  } else {
    box.state = BoxState::choose;
  }
}

void rate_not_applicable(RenderedBox& box, const Scale& scale, const Template& form,
                         const NotApplicableRule& rule) {
  if (agency_may_say_so(rule)) {
    take_not_applicable(box, form);
    box.rule = "not-applicable";
  } else if (board_alone_says_so(rule)) {
    // The reason stands in the words; whether it is accepted, the board says.
    box.state = BoxState::not_applicable;
    box.point_label.clear();
    box.rule = "not-applicable-left-to-board";
  } else {
    box.state = BoxState::choose;
    box.points = every_point(scale);
    box.rule = "not-applicable-unknown-here";
  }
}

}  // namespace

void rate(RenderedBox& box, const Ask& ask, const Template& form, const NotApplicableRule& rule,
          const Choice* choice) {
  ENSURE(form.scale.has_value(), "a rating box needs its template's scale");
  const Scale& scale = *form.scale;
  const Standing standing = standing_of(ask);
  box.rule = frameworks::word_of(frameworks::relation_words, ask.relation);
  switch (standing.state) {
    case AskState::answered:
      rate_answered(box, standing.possible, scale, form);
      break;
    case AskState::not_applicable:
      rate_not_applicable(box, scale, form, rule);
      break;
    case AskState::mixed:
      box.state = BoxState::choose;
      box.points = every_point(scale);
      if (agency_may_say_so(rule)) box.points.emplace_back(not_applicable_point);
      box.rule = "mixed-not-applicable";
      break;
    case AskState::unanswered:
      box.state = BoxState::unanswered;
      break;
    case AskState::contradiction:
      box.state = BoxState::unanswered;
      box.rule = "parts-disagree";
      break;
  }
  if (box.state == BoxState::choose || box.state == BoxState::no_point) {
    choose(box, form, choice);
  }
  box.rule_text = explain_rating(box, ask, form);
}

void rate_directly(RenderedBox& box, const DirectBox* direct, const Template& form,
                   const NotApplicableRule& rule) {
  ENSURE(form.scale.has_value(), "a rating box needs its template's scale");
  box.rule = "direct";
  box.points = every_point(*form.scale);
  if (agency_may_say_so(rule)) box.points.emplace_back(not_applicable_point);
  if (direct != nullptr && (direct->not_applicable || direct->point == not_applicable_point)) {
    rate_not_applicable(box, *form.scale, form, rule);
  } else if (direct != nullptr && frameworks::find_point(form, direct->point) != nullptr) {
    take(box, BoxState::chosen, form, direct->point);
    box.chosen_by = direct->confirmed.by;
    box.chosen_on = direct->confirmed.on;
  } else {
    box.state = BoxState::unanswered;
  }
  box.rule_text = explain_direct(box);
}

}  // namespace onereturn::mapping
