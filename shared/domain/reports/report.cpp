#include "domain/reports/report.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace onereturn::reports {
namespace {

constexpr std::array<std::pair<Kind, const char*>, 6> kinds = {
    {{Kind::organisation, "organisation"},
     {Kind::overview, "overview"},
     {Kind::improvement_plan, "improvement_plan"},
     {Kind::highlight, "highlight"},
     {Kind::exception, "exception"},
     {Kind::pack, "pack"}}};

constexpr std::array<std::pair<Format, const char*>, 7> formats = {{{Format::html, "html"},
                                                                    {Format::pdf, "pdf"},
                                                                    {Format::docx, "docx"},
                                                                    {Format::odt, "odt"},
                                                                    {Format::xlsx, "xlsx"},
                                                                    {Format::ods, "ods"},
                                                                    {Format::csv, "csv"}}};

template <class Table, class One>
const char* word_of(const Table& table, One one) {
  return std::ranges::find(table, one, [](const auto& pair) { return pair.first; })->second;
}

template <class Table>
auto one_of(const Table& table, std::string_view text)
    -> std::optional<typename Table::value_type::first_type> {
  for (const auto& [one, word] : table) {
    if (text == word) return one;
  }
  return std::nullopt;
}

}  // namespace

const char* to_string(Kind kind) { return word_of(kinds, kind); }
std::optional<Kind> kind_of(std::string_view text) { return one_of(kinds, text); }

const char* to_string(Format format) { return word_of(formats, format); }
std::optional<Format> format_of(std::string_view text) { return one_of(formats, text); }

bool is_table(Format format) {
  return format == Format::xlsx || format == Format::ods || format == Format::csv;
}

bool is_on_its_way(const PaperFile& file, Instant now) {
  const bool under_way = file.state == FileState::asked || file.state == FileState::making;
  return under_way && now - file.asked_at < given_up_after;
}

const char* to_string(ConclusionKind kind) {
  return kind == ConclusionKind::conclusion ? "conclusion" : "recommendation";
}

const EditedSection* ReportVersion::find(std::string_view key) const {
  const auto found = std::ranges::find(sections, key, &EditedSection::key);
  return found == sections.end() ? nullptr : &*found;
}

}  // namespace onereturn::reports
