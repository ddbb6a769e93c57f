#include <algorithm>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "domain/frameworks/template_rules.hpp"
#include "domain/mapping/check_copy.hpp"
#include "domain/mapping/render_copy.hpp"
#include "unit/mapping_cases/case_file.hpp"
#include "unit/mapping_cases/content.hpp"

// Every form's case table against the engine and the real content.
namespace onereturn::mapping_cases {
namespace {

namespace fs = std::filesystem;

using mapping::BoxState;
using mapping::Paragraph;
using mapping::RenderedBox;
using mapping::RenderedCopy;
using mapping::SourceKind;

const fs::path root = ONERETURN_SOURCE_DIR;
const Date today{std::chrono::year{2027}, std::chrono::March, std::chrono::day{16}};

bool is_rating(const RenderedBox& box) { return box.content == frameworks::BoxContent::rating; }

// A copy with what is missing in it.
struct Checked {
  const frameworks::Template& form;
  RenderedCopy copy;
  std::vector<mapping::CopyFinding> findings;
};

// Something stops the copy, and it is about this box or about an item that writes in it.
bool is_incomplete(const RenderedBox& box, const Checked& checked) {
  return std::any_of(checked.findings.begin(), checked.findings.end(), [&](const auto& finding) {
    if (finding.severity != mapping::Severity::error) return false;
    if (finding.box_no == box.box_no) return true;
    if (!box.item.empty()) return finding.item == box.item;
    const auto* section = frameworks::section_of_item(checked.form, finding.item);
    return section != nullptr && section->code == box.section;
  });
}

std::string levels_of(const RenderedBox& box) {
  if (box.possible.empty()) return "";
  const auto interval = box.possible.interval();
  return "; levels " + std::to_string(interval.low) + " to " + std::to_string(interval.high);
}

std::string open_between(const RenderedBox& box) {
  std::string points;
  for (const std::string& point : box.points)
    points += (points.empty() ? "" : ", ") + point;
  return points;
}

// The box's state in the words of the tables.
std::string said_of(const RenderedBox& box) {
  switch (box.state) {
    case BoxState::left_to_board:
      return "is left to the board";
    case BoxState::not_applicable:
      return "is not applicable";
    case BoxState::unanswered:
      return "is unanswered";
    case BoxState::no_point:
      return "is no point";
    case BoxState::written:
      return "is written";
    case BoxState::set:
      return "is " + box.point + levels_of(box);
    case BoxState::chosen:
      return "is " + box.point + (box.rule == "direct" ? "" : ", chosen") + levels_of(box);
    case BoxState::choose:
      return box.rule.find("not-applicable") != std::string::npos
                 ? "is a question"
                 : "is open between " + open_between(box) + levels_of(box);
  }
  return "";
}

bool holds(const RenderedBox& box, const std::string& says, const Checked& checked) {
  const auto after = [&](const std::string& word) { return says.substr(word.size()); };
  const std::string& text = box.text;
  if (says.starts_with("has heading: ")) {
    const std::string heading = after("has heading: ");
    return std::any_of(box.paragraphs.begin(), box.paragraphs.end(),
                       [&](const Paragraph& paragraph) { return paragraph.heading == heading; });
  }
  if (says.starts_with("has: ")) return text.find(after("has: ")) != std::string::npos;
  if (says.starts_with("lacks: ")) return text.find(after("lacks: ")) == std::string::npos;
  if (says.starts_with("says: ")) return text == after("says: ");
  if (says == "is incomplete") return is_incomplete(box, checked);
  return said_of(box) == says;
}

// No box was rated, and none asks to be.
bool has_no_ratings(const RenderedCopy& copy) {
  return std::all_of(copy.boxes.begin(), copy.boxes.end(), [](const RenderedBox& box) {
    return box.point.empty() && (!is_rating(box) || box.state == BoxState::left_to_board);
  });
}

void check(const Expectation& expected, const Checked& checked) {
  const RenderedCopy& copy = checked.copy;
  if (expected.box_no.empty()) {
    EXPECT_TRUE(has_no_ratings(copy)) << "line " << expected.line;
    return;
  }
  const auto box = std::find_if(copy.boxes.begin(), copy.boxes.end(),
                                [&](const auto& b) { return b.box_no == expected.box_no; });
  ASSERT_NE(box, copy.boxes.end()) << "line " << expected.line << ": no box " << expected.box_no;
  EXPECT_TRUE(holds(*box, expected.says, checked))
      << "line " << expected.line << ": " << expected.box_no << " " << expected.says << "\nbut it "
      << said_of(*box) << "\nrule " << box->rule << "\n"
      << box->text;
}

class CaseTable : public testing::TestWithParam<std::string> {};

TEST_P(CaseTable, agrees_with_the_engine) {
  const std::string text = project_file("tests/unit/mapping_cases/" + GetParam());
  const frameworks::FrameworkIndex index(content().framework);
  const frameworks::Template& form = content().forms.at(form_of(text));
  const frameworks::Mapping& items = content().mappings.at(form.ref.code);

  mapping::Engagement engagement;
  engagement.board.code = form.board;
  engagement.board.area = "this area";
  engagement.form = &form;
  engagement.mapping = &items;

  const CaseFile file = read_cases(text, index, items);
  EXPECT_GE(file.cases.size(), 15U);
  for (const Case& one : file.cases) {
    SCOPED_TRACE("line " + std::to_string(one.line) + ", case: " + one.name);
    EXPECT_FALSE(one.expectations.empty());
    Checked checked{form, mapping::render_copy(engagement, index, one.common, one.side), {}};
    checked.findings = mapping::check_copy(engagement, index, one.common, one.side, checked.copy,
                                           {engagement.board}, today);
    for (const Expectation& expected : one.expectations)
      check(expected, checked);
  }
}

std::vector<std::string> tables() {
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(root / "tests/unit/mapping_cases")) {
    if (entry.path().extension() == ".cases") paths.push_back(entry.path().filename().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string name_of(const testing::TestParamInfo<std::string>& info) {
  std::string name = fs::path(info.param).stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Forms, CaseTable, testing::ValuesIn(tables()), name_of);

TEST(CaseTables, there_is_one_for_each_form) {
  for (const auto& [code, form] : content().forms) {
    EXPECT_TRUE(fs::exists(root / "tests/unit/mapping_cases" / (code + ".cases"))) << code;
  }
  EXPECT_EQ(tables().size(), content().forms.size());
}

}  // namespace
}  // namespace onereturn::mapping_cases
