#include "gateway/views/commitment_rows.hpp"

#include <charconv>
#include <optional>

namespace onereturn::gateway::views {
namespace {

using html::Data;

std::optional<int> read_number(const std::string& text) {
  int number = 0;
  const auto* end = text.data() + text.size();
  const auto [at, fault] = std::from_chars(text.data(), end, number);
  if (fault != std::errc() || at != end || text.empty()) return std::nullopt;
  return number;
}

std::string month_name(int month) {
  return to_words(Date{std::chrono::year{2000}, std::chrono::month{static_cast<unsigned>(month)},
                       std::chrono::day{1}})
      .substr(2);
}

// Says what is wrong with a date in the words of a calendar, or nothing when it exists.
std::string date_fault(int day, int month, int year) {
  if (month < 1 || month > 12) return "Enter a month between 1 and 12";
  if (year < 2000 || year > 2100) return "Enter the year with four digits";
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (day < 1 || !date.ok()) {
    auto name = month_name(month);
    name.resize(name.rfind(' '));
    return std::to_string(day) + " " + name + " " + std::to_string(year) + " does not exist";
  }
  return {};
}

Data row(const TypedCommitment& typed, bool area_asked, bool change_asked) {
  const auto when =
      typed.year.empty() ? std::string() : typed.day + "/" + typed.month + "/" + typed.year;
  std::string summary;
  if (!typed.is_new()) {
    summary = typed.lead;
    const auto day = read_number(typed.day);
    const auto month = read_number(typed.month);
    const auto year = read_number(typed.year);
    if (day && month && year && date_fault(*day, *month, *year).empty()) {
      summary +=
          (summary.empty() ? "by " : ", by ") +
          to_words(Date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                        std::chrono::day{static_cast<unsigned>(*day)}});
    }
  }
  return Data::object()
      .set("key", typed.key)
      .set("open", !typed.error.empty())
      .set("error", Data::text_or_no(typed.error))
      .set("what_shown", typed.is_new() ? "Add an action" : typed.what)
      .set("summary", summary)
      .set("what", typed.what)
      .set("how", typed.how)
      .set("lead", typed.lead)
      .set("day", typed.day)
      .set("month", typed.month)
      .set("year", typed.year)
      .set("area_asked", area_asked)
      .set("area", typed.area)
      .set("change_asked", change_asked)
      .set("change", typed.change);
}

}  // namespace

bool TypedCommitment::empty() const {
  return what.empty() && how.empty() && lead.empty() && area.empty() && change.empty() &&
         day.empty() && month.empty() && year.empty();
}

TypedCommitment typed(const returns::KeptCommitment& kept) {
  TypedCommitment typed;
  typed.key = "c-" + kept.commitment.text();
  typed.what = kept.words.what;
  typed.how = kept.words.how;
  typed.lead = kept.words.lead;
  typed.area = kept.words.area;
  typed.change = kept.words.change;
  if (kept.words.by_on) {
    typed.day = std::to_string(static_cast<unsigned>(kept.words.by_on->day()));
    typed.month = std::to_string(static_cast<unsigned>(kept.words.by_on->month()));
    typed.year = std::to_string(static_cast<int>(kept.words.by_on->year()));
  }
  return typed;
}

std::vector<TypedCommitment> typed_commitments(const http::Fields& form) {
  std::vector<TypedCommitment> rows;
  for (const auto& key : form.all("commitment")) {
    TypedCommitment typed;
    typed.key = key;
    typed.what = form.get(key + "_what");
    typed.how = form.get(key + "_how");
    typed.lead = form.get(key + "_lead");
    typed.area = form.get(key + "_area");
    typed.change = form.get(key + "_change");
    typed.day = form.get(key + "_day");
    typed.month = form.get(key + "_month");
    typed.year = form.get(key + "_year");
    rows.push_back(std::move(typed));
  }
  return rows;
}

ReadCommitment read_commitment(const TypedCommitment& typed) {
  ReadCommitment read;
  read.words.what = typed.what;
  read.words.how = typed.how;
  read.words.lead = typed.lead;
  read.words.area = typed.area;
  read.words.change = typed.change;
  if (typed.day.empty() && typed.month.empty() && typed.year.empty()) return read;
  const auto day = read_number(typed.day);
  const auto month = read_number(typed.month);
  const auto year = read_number(typed.year);
  if (!day || !month || !year) {
    read.error = "Enter the date in numbers, for example 30 6 2027";
    return read;
  }
  read.error = date_fault(*day, *month, *year);
  if (read.error.empty()) {
    read.words.by_on =
        Date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
             std::chrono::day{static_cast<unsigned>(*day)}};
  }
  return read;
}

bool same_words(const returns::WriteCommitment& words, const returns::KeptCommitment& kept) {
  return words.what == kept.words.what && words.how == kept.words.how &&
         words.lead == kept.words.lead && words.by_on == kept.words.by_on &&
         words.area == kept.words.area && words.change == kept.words.change;
}

Data commitment_rows(const std::vector<TypedCommitment>& rows, bool area_asked, bool change_asked) {
  auto list = Data::list();
  bool has_new = false;
  for (const auto& typed : rows) {
    has_new = has_new || typed.is_new();
    list.push(row(typed, area_asked, change_asked));
  }
  if (!has_new) {
    TypedCommitment empty;
    empty.key = "c-new";
    list.push(row(empty, area_asked, change_asked));
  }
  return list;
}

bool column_asked(const std::vector<returns::Engaged>& boards, frameworks::ActionField field) {
  for (const auto& board : boards) {
    for (const auto& section : board.form->sections) {
      for (const auto& column : section.action_table) {
        if (column.field == field) return true;
      }
    }
  }
  return false;
}

}  // namespace onereturn::gateway::views
