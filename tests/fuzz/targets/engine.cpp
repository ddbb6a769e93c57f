// The engine over the templates that the product ships: any answers give a copy, the same one each
// time, and no board's box holds what is not the agency's to fill. The input is a file of answers
// or, when it begins with anything but a brace, what answers are made from.

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "domain/frameworks/template_format.hpp"
#include "domain/mapping/answers_format.hpp"
#include "domain/mapping/check_copy.hpp"
#include "domain/mapping/copy_counts.hpp"
#include "domain/mapping/copy_format.hpp"
#include "domain/mapping/render_copy.hpp"
#include "domain/mapping/seal.hpp"
#include "fuzz/target.hpp"
#include "platform/json/json.hpp"

namespace onereturn::fuzz {
namespace {

using namespace mapping;

std::string text_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Form {
  frameworks::Template form;
  frameworks::Mapping mapping;
};

class Shipped {
 public:
  static const Shipped& content() {
    static const Shipped known;
    return known;
  }
  frameworks::Framework framework;
  frameworks::FrameworkIndex index;
  std::map<std::string, Form> forms;

 private:
  Shipped()
      : framework(frameworks::read_framework(text_of_file(folder() / "frameworks/section11-2.json"))
                      .value()),
        index(framework) {
    for (const auto& entry : std::filesystem::directory_iterator(folder() / "templates")) {
      auto form = frameworks::read_template(text_of_file(entry.path())).value();
      auto mapping = frameworks::read_mapping(
                         text_of_file(folder() / "mappings" / entry.path().filename()), form, index)
                         .value();
      const auto code = form.ref.code;
      forms[code] = {std::move(form), std::move(mapping)};
    }
  }
  static std::filesystem::path folder() {
    return std::filesystem::path(ONERETURN_SOURCE_DIR) / "schemas/content";
  }
};

void look_at_box(const RenderedBox& box, const frameworks::Template& form) {
  must(is_utf8(box.text), "a box holds text");
  if (box.state == BoxState::left_to_board)
    must(box.text.empty() && box.point.empty(), "what the board fills is empty");
  if (box.filled_by == frameworks::FilledBy::board)
    must(box.state == BoxState::left_to_board, "what the board fills is left to it");
  must(form.scale.has_value() || box.points.empty(), "without a scale nothing is rated");
  if (box.state == BoxState::set) must(!box.point.empty(), "a light that follows is there");
  if (box.state == BoxState::unanswered) must(box.point.empty(), "no answer gives no light");
}

void look_at_copy(const Engagement& engagement, const CommonSide& common, const BoardSide& side) {
  const auto& index = Shipped::content().index;
  const auto copy = render_copy(engagement, index, common, side);
  must(render_copy(engagement, index, common, side) == copy, "the same answers give the same copy");
  for (const auto& box : copy.boxes)
    look_at_box(box, *engagement.form);
  must(sealed_lines(copy).size() == copy.boxes.size(), "each box is sealed");
  const auto digest = [](std::string_view bytes) { return std::to_string(bytes.size()); };
  must(fingerprint(copy, digest) == fingerprint(copy, digest), "a copy has one fingerprint");
  must(counts_of(copy, *engagement.form).grades == 0, "no grade of a board is ever filled");
  const auto written = json::write(copy_to_json(copy));
  must(json::parse(written).value.has_value(), "a copy is written as JSON");
  const Date today{std::chrono::year{2027}, std::chrono::March, std::chrono::day{3}};
  std::set<std::string> keys;
  for (const auto& finding :
       check_copy(engagement, index, common, side, copy, {engagement.board}, today)) {
    must(keys.insert(finding.key).second, "each finding is named once: " + finding.key);
    must(!finding.message.empty() && is_utf8(finding.message), "a finding has a sentence");
  }
}

const char* const words[] = {"",
                             "We train everybody.",
                             "In Westmarch we meet monthly.",
                             "born 3 March 2019",
                             "NHS 943 476 5919",
                             "A\nB\n\nC",
                             "\xC3\xA9"};

std::string some_words(Taker& taker) {
  return taker.flag() ? words[taker.number(std::size(words))]
                      : "x" + std::to_string(taker.number(9));
}

Answer some_answer(Taker& taker, const frameworks::Requirement& requirement) {
  Answer answer;
  answer.not_applicable = taker.number(8) == 0;
  if (answer.not_applicable) {
    answer.not_applicable_reason = some_words(taker);
  } else if (taker.number(4) != 0) {
    answer.level = static_cast<int>(taker.number(5));
  }
  answer.texts = {some_words(taker), some_words(taker), some_words(taker)};
  for (const auto& facet : requirement.facets) {
    const int low = static_cast<int>(taker.number(8));
    if (low < 5) answer.parts[facet] = {low, taker.flag() ? low : 4};
    if (low == 7) answer.part_texts[facet] = {some_words(taker), "", ""};
  }
  return answer;
}

void fill_boxes(Taker& taker, const frameworks::Template& form, BoardSide& side) {
  const auto fill = [&](const frameworks::Box& box) {
    const auto what = taker.number(12);
    const std::string point = form.scale && !form.scale->points.empty() && taker.flag()
                                  ? form.scale->points[taker.number(form.scale->points.size())].code
                                  : not_applicable_point;
    if (what == 0) side.choices[box.box_no] = {point, "A person", {}};
    if (what == 1) side.overrides[box.box_no] = {some_words(taker), point, "why", "A person", {}};
    if (what == 2) side.promises[box.box_no] = {{}, some_words(taker)};
    if (what == 3) side.direct[box.box_no].text = some_words(taker);
  };
  for (const auto& section : form.sections) {
    for (const auto& box : section.boxes)
      fill(box);
    for (const auto& item : section.items) {
      for (const auto& box : item.boxes)
        fill(box);
      if (taker.number(6) == 0) side.residuals[item.code].text = some_words(taker);
    }
  }
}

void play_made_up(Taker taker) {
  const auto& content = Shipped::content();
  const auto chosen = std::next(content.forms.begin(),
                                static_cast<std::ptrdiff_t>(taker.number(content.forms.size())));
  const auto& [form, mapping] = chosen->second;
  CommonSide common;
  BoardSide side;
  for (const auto& requirement : content.framework.requirements) {
    const auto kind = taker.number(6);
    if (kind < 3) common.answers[requirement.code] = some_answer(taker, requirement);
    if (kind == 3) side.whole[requirement.code] = some_answer(taker, requirement);
    if (kind == 4) side.parts[requirement.code].texts = {some_words(taker), "", some_words(taker)};
  }
  if (taker.flag()) fill_boxes(taker, form, side);
  const BoardIdentity board{form.board, "Westmarch Board", "Westmarch", {"WB"}, {}};
  look_at_copy({board, &form, &mapping, taker.number(5) == 0 ? Way::own_form : Way::canonical},
               common, side);
}

void one_input(std::string_view bytes) {
  if (!bytes.starts_with('{')) {
    play_made_up(Taker(bytes));
    return;
  }
  const auto read = read_answers(bytes);
  if (!read) return;
  const auto& forms = Shipped::content().forms;
  for (const auto& entry : read->boards) {
    const auto found = forms.find(entry.form.code);
    if (found == forms.end()) continue;
    look_at_copy({entry.board, &found->second.form, &found->second.mapping, entry.way},
                 read->common, entry.side);
  }
}

const Known known("engine", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
