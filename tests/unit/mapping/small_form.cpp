#include "unit/mapping/small_form.hpp"

#include <gtest/gtest.h>

#include "domain/mapping/copy_format.hpp"

namespace onereturn::mapping::test {

namespace {

fw::ScalePoint point(const char* code, const char* label, LevelRange levels, bool action) {
  fw::ScalePoint result;
  result.code = code;
  result.label = label;
  result.levels = levels;
  result.action_demanded = action;
  return result;
}

Date day(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

}  // namespace

SmallForm::SmallForm() : today(day(2027, 3, 16)) {
  const std::vector<std::pair<const char*, std::vector<std::string>>> all = {
      {"A", {"a1", "a2", "a3"}}, {"B", {"b1"}}, {"C", {"c1"}}, {"D", {"d1"}}, {"E", {"e1"}}};
  for (const auto& [code, facets] : all) {
    fw::Requirement requirement;
    requirement.code = code;
    requirement.name = std::string("On ") + code;
    requirement.facets = facets;
    if (requirement.code == "C") requirement.local = fw::LocalKind::whole;
    if (requirement.code == "D") requirement.local = fw::LocalKind::part;
    requirement.local_question = "And here?";
    for (const std::string& facet : facets)
      framework.facets.push_back({facet, code, facet});
    framework.requirements.push_back(requirement);
  }
  framework.ref = {"small", 1};
  form.ref = {"small-form", 3};
  form.board = "vale";
  form.not_applicable = {true, fw::NotApplicableBy::agency, true};
  fw::Scale scale;
  scale.points = {point("red", "Red", {0, 0}, true), point("amber", "Amber", {1, 1}, true),
                  point("green", "Green", {2, 4}, false)};
  form.scale = scale;
  mapping.version = 7;
  board.code = "vale";
  board.name = "Vale Board";
  board.area = "the Vale";
  BoardIdentity other;
  other.code = "harbour";
  other.name = "Harbour Board";
  other.area = "Harbour";
  engaged = {board, other};
  add_section("S1");
}

fw::Section& SmallForm::add_section(const std::string& code) {
  fw::Section section;
  section.code = code;
  section.number = code;
  section.title = "Section " + code;
  form.sections.push_back(section);
  return form.sections.back();
}

void SmallForm::add_section_box(const std::string& box_no, fw::BoxContent content) {
  fw::Box box;
  box.box_no = box_no;
  box.label = box_no;
  box.content = content;
  form.sections.back().boxes.push_back(box);
}

fw::Item& SmallForm::add(const std::string& number, const std::set<std::string>& facets,
                         const std::string& residual) {
  fw::Item item;
  item.code = number;
  item.number = number;
  fw::Box words;
  words.box_no = number + ".words";
  words.label = "Words " + number;
  words.content = fw::BoxContent::describes_then_knows;
  item.boxes.push_back(words);
  if (form.scale) {
    fw::Box light;
    light.box_no = number + ".light";
    light.label = "Light " + number;
    light.content = fw::BoxContent::rating;
    item.boxes.push_back(light);
  }
  fw::ItemMapping mapped;
  mapped.item = number;
  mapped.facets = facets;
  mapped.status = fw::MappingStatus::live;
  if (!residual.empty()) mapped.residual = fw::Residual{residual, "Besides", {}};
  mapping.items[number] = mapped;
  form.sections.back().items.push_back(item);
  return form.sections.back().items.back();
}

Answer& SmallForm::answer(const std::string& code, std::optional<int> level) {
  Answer& result = common.answers[code];
  result.level = level;
  result.texts.describes = code + " does";
  result.texts.knows = code + " knows";
  result.confirmed = {"Dee Okafor", day(2027, 3, 3), 4, false};
  return result;
}

Answer& SmallForm::whole(const std::string& code, std::optional<int> level) {
  Answer result = answer(code, level);
  common.answers.erase(code);
  return side.whole[code] = result;
}

void SmallForm::local_part(const std::string& code, const std::string& words) {
  side.parts[code].texts.describes = words;
  side.parts[code].confirmed = {"Dee Okafor", day(2027, 3, 3), 1, false};
}

void SmallForm::not_applicable(const std::string& code, const std::string& reason) {
  Answer& result = common.answers[code];
  result = {};
  result.not_applicable = true;
  result.not_applicable_reason = reason;
  result.confirmed = {"Dee Okafor", day(2027, 3, 3), 4, false};
}

Engagement SmallForm::engagement() const { return {board, &form, &mapping, way}; }

RenderedCopy SmallForm::copy() const {
  return render_copy(engagement(), fw::FrameworkIndex(framework), common, side);
}

RenderedBox SmallForm::box(const std::string& box_no) const {
  for (const RenderedBox& box : copy().boxes) {
    if (box.box_no == box_no) return box;
  }
  ADD_FAILURE() << "there is no box " << box_no;
  return {};
}

std::vector<CopyFinding> SmallForm::findings() const {
  return check_copy(engagement(), fw::FrameworkIndex(framework), common, side, copy(), engaged,
                    today);
}

std::string SmallForm::findings_in_words() const {
  std::string text;
  for (const CopyFinding& finding : findings()) {
    text += std::string(to_word(finding.severity)) + " " + finding.key + "\n";
  }
  return text;
}

}  // namespace onereturn::mapping::test
