#include "domain/reports/report_format.hpp"

#include "base/ensure.hpp"
#include "domain/reports/block_format.hpp"
#include "platform/json/json.hpp"

namespace onereturn::reports {
namespace {

using json::Array;
using json::Object;
using json::Value;

constexpr const char* format = "onereturn.report/1";

std::string text_of(const Value& value, const char* key) {
  const auto* found = value.find(key);
  ENSURE(found != nullptr && found->if_text() != nullptr, "a section without one of its texts");
  return *found->if_text();
}

}  // namespace

std::string write_sections(const std::vector<reporting::Section>& sections) {
  Array all;
  for (const auto& section : sections) {
    all.push_back(
        Object{{"key", section.key}, {"heading", section.heading}, {"text", section.text}});
  }
  return json::write(all);
}

std::vector<reporting::Section> read_sections(std::string_view text) {
  const auto parsed = json::parse(text);
  ENSURE(parsed.value && parsed.value->if_array() != nullptr, "sections that do not read back");
  std::vector<reporting::Section> sections;
  for (const auto& value : *parsed.value->if_array()) {
    reporting::Section section;
    section.key = text_of(value, "key");
    section.heading = text_of(value, "heading");
    section.text = text_of(value, "text");
    sections.push_back(std::move(section));
  }
  return sections;
}

std::string canonical_text(const Report& report, const ReportVersion& version) {
  Array sections;
  for (const auto& section : version.sections) {
    sections.push_back(
        Object{{"key", section.key}, {"heading", section.heading}, {"words", section.words}});
  }
  return json::write(Object{{"format", format},
                            {"report", report.number},
                            {"version", version.number},
                            {"kind", to_string(report.subject.kind)},
                            {"title", report.title},
                            {"subtitle", version.subtitle},
                            {"sections", std::move(sections)},
                            {"facts", blocks_value(version.facts)}});
}

}  // namespace onereturn::reports
