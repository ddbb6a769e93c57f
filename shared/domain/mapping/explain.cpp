#include "domain/mapping/explain.hpp"

#include "domain/frameworks/template_rules.hpp"
#include "domain/mapping/rating.hpp"

namespace onereturn::mapping {

using frameworks::Relation;
using frameworks::Template;

namespace {

std::string listed(const std::vector<std::string>& words, const std::string& last) {
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) result += i + 1 == words.size() ? last : ", ";
    result += words[i];
  }
  return result;
}

std::string names_of(const Ask& ask) {
  std::vector<std::string> names;
  for (const AskedRequirement& asked : ask.requirements)
    names.push_back(asked.requirement->name);
  return listed(names, " and ");
}

std::string one_requirement(const Ask& ask) {
  switch (ask.requirements.front().relation) {
    case Relation::equal:
      return "the same as the answer on " + names_of(ask);
    case Relation::subset:
      return "a part of the answer on " + names_of(ask);
    case Relation::superset:
      return "all of the answer on " + names_of(ask) + " and more";
    case Relation::intersects:
      return "a part of the answer on " + names_of(ask) + " and more";
    case Relation::unmapped:
      return "something else";
  }
  return "";
}

std::string outcome(const RenderedBox& box, const Template& form) {
  switch (box.state) {
    case BoxState::set:
      return "One fits: " + box.point_label + ".";
    case BoxState::choose:
      return "Fits: " + labels_of(box.points, form) + ". A person chooses.";
    case BoxState::chosen:
      return "Fits: " + labels_of(box.points, form) + ". " + box.point_label + " was chosen by " +
             box.chosen_by + ".";
    case BoxState::no_point:
      return "The scale has nothing for that. A person chooses.";
    default:
      return "";
  }
}

std::string circumstances(const RenderedBox& box, const Template& form) {
  if (box.rule == "mixed-not-applicable") {
    return "Some of what it asks is not applicable and some is not. " + outcome(box, form);
  }
  if (box.rule == "not-applicable") return "Nothing of what it asks applies.";
  if (box.rule == "not-applicable-left-to-board") {
    return "Nothing of what it asks applies; only the board may say so here, so it stays empty.";
  }
  if (box.rule == "not-applicable-unknown-here") {
    return "Nothing of what it asks applies, but this form knows no such answer. " +
           outcome(box, form);
  }
  if (box.rule == "parts-disagree") return "The level and the levels of its parts disagree.";
  if (box.state == BoxState::unanswered) return "Something that it asks is not answered yet.";
  return "The answers put it at " + levels_in_words(box.possible) + ". " + outcome(box, form);
}

}  // namespace

std::string levels_in_words(LevelSet levels) {
  if (levels.empty()) return "no level";
  const LevelRange range = levels.interval();
  if (range.low == range.high) return "level " + std::to_string(range.low);
  return "levels " + std::to_string(range.low) + " to " + std::to_string(range.high);
}

std::string labels_of(const std::vector<std::string>& points, const Template& form) {
  std::vector<std::string> labels;
  for (const std::string& code : points) {
    const frameworks::ScalePoint* point = frameworks::find_point(form, code);
    labels.push_back(point == nullptr ? not_applicable_label(form) : point->label);
  }
  return listed(labels, " or ");
}

std::string explain_ask(const Ask& ask) {
  if (ask.requirements.empty()) return "Written straight into this form.";
  std::string text = "Asks ";
  if (ask.requirements.size() == 1) {
    text += one_requirement(ask);
  } else {
    text += ask.relation == Relation::intersects ? "of several answers, not all of each: "
                                                 : "several answers together: ";
    text += names_of(ask);
  }
  if (!ask.residuals.empty()) {
    text += ask.residuals.size() == 1 ? "; this board puts a question of its own"
                                      : "; this board puts questions of its own";
  }
  return text + ".";
}

std::string explain_rating(const RenderedBox& box, const Ask& ask, const Template& form) {
  return explain_ask(ask) + " " + circumstances(box, form);
}

std::string explain_direct(const RenderedBox& box) {
  switch (box.state) {
    case BoxState::unanswered:
      return "Written straight into this form. Not answered yet.";
    case BoxState::choose:
      return "It was said not to apply, but this form knows no such answer. A person chooses.";
    case BoxState::not_applicable:
      return "Written straight into this form: it does not apply.";
    default:
      return "Written straight into this form.";
  }
}

}  // namespace onereturn::mapping
