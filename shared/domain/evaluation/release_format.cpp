#include "domain/evaluation/release_format.hpp"

#include "base/ensure.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/frameworks/template_rules.hpp"
#include "platform/json/json.hpp"

namespace onereturn::evaluation {
namespace {

using json::Array;
using json::Object;
using json::Value;

constexpr const char* format = "onereturn.evaluation/1";

std::string label_of(const frameworks::Template& form, const std::string& code) {
  const auto* point = frameworks::find_point(form, code);
  return point == nullptr ? code : point->label;
}

std::string section_title(const frameworks::Template& form, const std::string& code) {
  for (const auto& section : form.sections) {
    if (section.code != code) continue;
    return section.number ? *section.number + ". " + section.title : section.title;
  }
  return {};
}

ReleasedItem item_of(const Workbench& bench, const Subject& subject) {
  const auto& form = *bench.copy.form;
  const auto& grade = bench.grade(subject.key);
  ReleasedItem item{.key = subject.key,
                    .section = section_title(form, subject.section),
                    .number = subject.number,
                    .wording = subject.wording,
                    .essential = subject.essential,
                    .theirs = label_of(form, bench.self_point(subject)),
                    .ours = label_of(form, grade.point),
                    .ours_meaning = {},
                    .symbol = {},
                    .colour = {},
                    .not_applicable = grade.not_applicable,
                    .reason = grade.reason,
                    .comment = grade.comment};
  if (const auto* point = frameworks::find_point(form, grade.point)) {
    item.ours_meaning = point->descriptor;
    item.symbol = point->symbol;
    item.colour = point->colour;
  }
  return item;
}

std::string text_of(const Value& value, const char* key) {
  const auto* found = value.find(key);
  ENSURE(found != nullptr && found->if_text() != nullptr, "a release without one of its texts");
  return *found->if_text();
}

int number_of(const Value& value, const char* key) {
  const auto* found = value.find(key);
  ENSURE(found != nullptr && found->if_integer() != nullptr, "a release without a number");
  return static_cast<int>(*found->if_integer());
}

bool flag_of(const Value& value, const char* key) {
  const auto* found = value.find(key);
  ENSURE(found != nullptr && found->if_bool() != nullptr, "a release without one of its flags");
  return *found->if_bool();
}

ReleasedItem read_item(const Value& value) {
  return {.key = text_of(value, "box"),
          .section = text_of(value, "section"),
          .number = text_of(value, "number"),
          .wording = text_of(value, "wording"),
          .essential = flag_of(value, "essential"),
          .theirs = text_of(value, "self"),
          .ours = text_of(value, "grade"),
          .ours_meaning = text_of(value, "meaning"),
          .symbol = text_of(value, "symbol"),
          .colour = text_of(value, "colour"),
          .not_applicable = flag_of(value, "not_applicable"),
          .reason = text_of(value, "reason"),
          .comment = text_of(value, "comment")};
}

}  // namespace

Released released_of(const Workbench& bench, int number) {
  Released released{.board = bench.copy.board,
                    .agency = bench.copy.agency,
                    .audit = bench.copy.audit,
                    .form_name = bench.copy.form->name,
                    .version_no = bench.copy.receipt.version_no,
                    .number = number,
                    .graded = false,
                    .summary = bench.grade(summary_key).comment,
                    .items = {}};
  for (const auto& subject : bench.subjects) {
    released.graded = released.graded || subject.graded();
    released.items.push_back(item_of(bench, subject));
  }
  return released;
}

std::string write_release(const Released& released) {
  Array items;
  for (const auto& item : released.items) {
    items.push_back(Object{{"box", item.key},
                           {"section", item.section},
                           {"number", item.number},
                           {"wording", item.wording},
                           {"essential", item.essential},
                           {"self", item.theirs},
                           {"grade", item.ours},
                           {"meaning", item.ours_meaning},
                           {"symbol", item.symbol},
                           {"colour", item.colour},
                           {"not_applicable", item.not_applicable},
                           {"reason", item.reason},
                           {"comment", item.comment}});
  }
  return json::write(Object{{"format", format},
                            {"board", released.board},
                            {"agency", released.agency},
                            {"audit", released.audit},
                            {"form", released.form_name},
                            {"version", released.version_no},
                            {"release", released.number},
                            {"graded", released.graded},
                            {"summary", released.summary},
                            {"items", std::move(items)}});
}

Released read_release(std::string_view body) {
  const auto parsed = json::parse(body);
  ENSURE(parsed.value && text_of(*parsed.value, "format") == format,
         "a release that does not read back");
  const auto& value = *parsed.value;
  Released released{.board = text_of(value, "board"),
                    .agency = text_of(value, "agency"),
                    .audit = text_of(value, "audit"),
                    .form_name = text_of(value, "form"),
                    .version_no = number_of(value, "version"),
                    .number = number_of(value, "release"),
                    .graded = flag_of(value, "graded"),
                    .summary = text_of(value, "summary"),
                    .items = {}};
  const auto* items = value.find("items");
  ENSURE(items != nullptr && items->if_array() != nullptr, "a release without its items");
  for (const auto& item : *items->if_array())
    released.items.push_back(read_item(item));
  return released;
}

}  // namespace onereturn::evaluation
