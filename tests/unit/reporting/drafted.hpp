#pragma once

#include <string>
#include <vector>

#include "domain/actions/board_action_rules.hpp"
#include "domain/documents/marked_text.hpp"
#include "domain/reporting/draft.hpp"

// What the tests of reports are made from and looked at with.
namespace onereturn::testing::drafted {

inline Date day(const char* iso) { return *parse_date(iso); }
inline Instant noon(const char* iso) { return *parse_instant(std::string(iso) + "T12:00:00Z"); }

// A section as it is read, without its marks: paragraphs and points on lines of their own.
inline std::string text_of(const reporting::Draft& draft, const std::string& key) {
  for (const auto& section : draft.sections) {
    if (section.key == key) return documents::plain_words(documents::read_marked(section.text));
  }
  return "no such section";
}

inline std::vector<documents::Table> tables_of(const std::vector<documents::Block>& blocks) {
  std::vector<documents::Table> tables;
  for (const auto& block : blocks) {
    if (const auto* table = std::get_if<documents::Table>(&block)) tables.push_back(*table);
  }
  return tables;
}

inline std::string words_of(const documents::Cell& cell) {
  std::string words;
  for (const auto& paragraph : cell.paragraphs) {
    if (!words.empty()) words += "|";
    for (const auto& span : paragraph.spans)
      words += span.text;
  }
  return words;
}

// Every word of the blocks, tables included.
inline std::string all_words(const std::vector<documents::Block>& blocks) {
  std::string words;
  for (const auto& block : blocks) {
    if (const auto* title = std::get_if<documents::Heading>(&block)) words += title->text + "\n";
    if (const auto* paragraph = std::get_if<documents::Paragraph>(&block)) {
      for (const auto& span : paragraph->spans)
        words += span.text;
      words += "\n";
    }
    if (const auto* table = std::get_if<documents::Table>(&block)) {
      for (const auto& row : table->rows) {
        for (const auto& cell : row)
          words += words_of(cell) + "\n";
      }
    }
  }
  return words;
}

inline const documents::Table* table_named(const std::vector<documents::Block>& blocks,
                                           const std::string& name) {
  for (const auto& block : blocks) {
    const auto* table = std::get_if<documents::Table>(&block);
    if (table != nullptr && table->name == name) return table;
  }
  return nullptr;
}

// Each row is as wide as the table: what no reader of a table can do without.
inline bool is_whole(const documents::Table& table) {
  for (const auto& row : table.rows) {
    int width = 0;
    for (const auto& cell : row)
      width += cell.columns;
    if (width != static_cast<int>(table.columns.size())) return false;
  }
  return !table.caption.empty() && !table.name.empty() && !table.columns.empty();
}

struct Made {
  const char* what;
  const char* organisation = "Fenwick Lane";
  const char* by = "2027-03-10";  // "" for no day
  const char* made = "2027-01-05";
  const char* ended = "";          // the day on which it was verified
  const char* point = "on_track";  // of the plain scheme
  const char* lead = "R. Dunmore";
};
inline actions::BoardAction action(const Made& made) {
  actions::BoardAction one;
  one.action = ActionId::random();
  one.organisation = made.organisation;
  one.what = made.what;
  one.lead = made.lead;
  one.point = made.point;
  one.by_on = parse_date(made.by);
  one.made_at = noon(made.made);
  if (*made.ended != '\0') {
    one.state = "verified";
    one.ended_at = noon(made.ended);
    one.point = "complete";
  }
  const auto* point = actions::point_in(actions::scheme_of({}, std::nullopt), one.point);
  if (point != nullptr) one.role = point->role;
  return one;
}

}  // namespace onereturn::testing::drafted
