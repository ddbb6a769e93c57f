#include "domain/actions/board_action_rules.hpp"

#include <algorithm>
#include <array>

namespace onereturn::actions {

namespace {

using frameworks::VersionRef;

// For an action by hand of a board that has no form.
const StatusScheme& plain_scheme() {
  static const StatusScheme plain = {
      "Plain words",
      {{"complete", "Complete", "Complete", "#1c509b", "square", StatusRole::complete},
       {"on_track", "On track", "On track", "#1c6b3b", "disc", StatusRole::on_track},
       {"at_risk", "At risk", "At risk", "#8a5300", "triangle", StatusRole::at_risk},
       {"off_track", "Off track", "Off track", "#a8211a", "diamond", StatusRole::off_track}}};
  return plain;
}

constexpr std::array<std::optional<StatusRole>, 5> in_order = {
    StatusRole::complete, StatusRole::on_track, StatusRole::at_risk, StatusRole::off_track,
    std::nullopt};

const frameworks::Template* form_of(const BoardAction& action, const Forms& forms) {
  if (!action.form) return nullptr;
  const auto found = forms.find(*action.form);
  return found == forms.end() ? nullptr : found->second.get();
}

void add_words(RoleCount& count, const StatusScheme& scheme) {
  for (const auto& point : scheme.points) {
    if (!count.role || point.role != *count.role) continue;
    const auto& words = words_of(point);
    if (std::find(count.words.begin(), count.words.end(), words) == count.words.end()) {
      count.words.push_back(words);
    }
  }
}

const frameworks::Section* section_with(const frameworks::Template& form, const std::string& code) {
  for (const auto& section : form.sections) {
    if (section.code == code) return &section;
    for (const auto& item : section.items) {
      if (item.code == code) return &section;
    }
  }
  return nullptr;
}

// "2" before "10": numbers as they are counted, the rest as it is written.
bool number_before(const std::string& a, const std::string& b) {
  const auto value = [](const std::string& text) {
    int number = 0;
    for (const char digit : text) {
      if (digit < '0' || digit > '9' || number > 100'000) break;
      number = number * 10 + (digit - '0');
    }
    return number;
  };
  return value(a) != value(b) ? value(a) < value(b) : a < b;
}

bool comes_before(const Standard& a, const Standard& b) {
  if (a.title.empty() != b.title.empty()) return b.title.empty();
  if (a.number.empty() != b.number.empty()) return b.number.empty();
  if (a.number != b.number) return number_before(a.number, b.number);
  return a.title < b.title;
}

}  // namespace

const StatusScheme& scheme_of(const Forms& forms, const std::optional<VersionRef>& form) {
  if (!form) return plain_scheme();
  const auto found = forms.find(*form);
  if (found == forms.end() || found->second == nullptr ||
      found->second->status_scheme.points.empty()) {
    return plain_scheme();
  }
  return found->second->status_scheme;
}

const StatusPoint* point_in(const StatusScheme& scheme, const std::string& code) {
  const auto found = std::find_if(scheme.points.begin(), scheme.points.end(),
                                  [&](const auto& point) { return point.code == code; });
  return found == scheme.points.end() ? nullptr : &*found;
}

const StatusPoint* point_for(const StatusScheme& scheme, StatusRole role) {
  const auto found = std::find_if(scheme.points.begin(), scheme.points.end(),
                                  [&](const auto& point) { return point.role == role; });
  return found == scheme.points.end() ? nullptr : &*found;
}

const std::string& words_of(const StatusPoint& point) {
  return point.meaning.empty() ? point.label : point.meaning;
}

bool is_overdue(const BoardAction& action, Date today) {
  return action.is_open() && action.by_on && *action.by_on < today;
}

std::vector<RoleCount> counts_by_role(const std::vector<StandingCount>& standings,
                                      const Forms& forms) {
  std::vector<RoleCount> counts;
  for (const auto& role : in_order)
    counts.push_back({role, {}, 0, 0});
  for (const auto& standing : standings) {
    const auto& scheme = scheme_of(forms, standing.form);
    for (auto& count : counts) {
      add_words(count, scheme);
      if (count.role == standing.role) {
        (standing.is_open ? count.open : count.ended) += standing.count;
      }
    }
  }
  return counts;
}

Standard standard_of(const BoardAction& action, const Forms& forms) {
  const auto* form = form_of(action, forms);
  for (const auto& place : action.places) {
    const auto* section = form == nullptr ? nullptr : section_with(*form, place);
    if (section != nullptr) return {section->number.value_or(""), section->title};
  }
  return {"", action.area};
}

std::vector<std::string> items_of(const BoardAction& action, const Forms& forms) {
  std::vector<std::string> numbers;
  const auto* form = form_of(action, forms);
  if (form == nullptr) return numbers;
  for (const auto& place : action.places) {
    const auto* section = section_with(*form, place);
    if (section == nullptr) continue;
    const auto item = std::find_if(section->items.begin(), section->items.end(),
                                   [&](const auto& one) { return one.code == place; });
    const auto number = item == section->items.end() ? section->number : item->number;
    if (number && !number->empty()) numbers.push_back(*number);
  }
  return numbers;
}

std::vector<PlanPart> plan_of(std::vector<BoardAction> actions, const Forms& forms) {
  std::vector<PlanPart> parts;
  for (auto& action : actions) {
    const auto standard = standard_of(action, forms);
    auto at = std::find_if(parts.begin(), parts.end(),
                           [&](const auto& part) { return part.standard == standard; });
    if (at == parts.end()) at = parts.insert(parts.end(), PlanPart{standard, {}, {}});
    at->actions.push_back(std::move(action));
  }
  std::sort(parts.begin(), parts.end(),
            [](const auto& a, const auto& b) { return comes_before(a.standard, b.standard); });
  for (auto& part : parts) {
    std::vector<StandingCount> standings;
    for (const auto& action : part.actions)
      standings.push_back({action.form, action.role, action.is_open(), 1});
    part.counts = counts_by_role(standings, forms);
  }
  return parts;
}

std::vector<Section> sections_of(const Forms& forms) {
  std::vector<Section> sections;
  // The newest form's words: later versions come later.
  for (const auto& [ref, form] : forms) {
    if (form == nullptr) continue;
    for (const auto& section : form->sections) {
      auto at = std::find_if(sections.begin(), sections.end(),
                             [&](const auto& one) { return one.code == section.code; });
      if (at == sections.end()) at = sections.insert(sections.end(), Section{section.code, "", {}});
      at->words = section.number && !section.number->empty()
                      ? *section.number + ". " + section.title
                      : section.title;
      at->codes.push_back(section.code);
      for (const auto& item : section.items)
        at->codes.push_back(item.code);
    }
  }
  return sections;
}

}  // namespace onereturn::actions
