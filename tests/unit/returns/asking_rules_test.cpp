// The dates of what a board asks for: proposed, refused, and made into requests.

#include "domain/returns/asking_rules.hpp"

#include <gtest/gtest.h>

namespace onereturn::returns {
namespace {

using Fields = std::vector<std::string>;

const Date today = *parse_date("2027-03-16");

std::optional<Date> on(const std::string& iso) {
  return iso.empty() ? std::nullopt : parse_date(iso);
}

BoardForm form_of(const std::vector<std::string>& sections) {
  BoardForm form{{"form", 1}, "Section 11 self-assessment", {}};
  for (const auto& section : sections)
    form.parts.push_back({section, section + ". Standard"});
  return form;
}

AskForReturn whole(const std::string& due) {
  AskForReturn command;
  command.form = "form";
  command.period = "2027";
  command.due_on = on(due);
  return command;
}

AskForReturn in_parts(const std::vector<std::pair<std::string, std::string>>& parts) {
  auto command = whole("");
  command.in_parts = true;
  for (const auto& [section, due] : parts)
    command.parts.push_back({section, on(due)});
  return command;
}

Fields fields_of(AskForReturn command, const BoardForm& form = form_of({"1", "2", "3"})) {
  Fields fields;
  for (const auto& error : tidy(command, form, today).fields)
    fields.push_back(error.field);
  return fields;
}

std::vector<std::string> as_text(const std::vector<Date>& dates) {
  std::vector<std::string> texts;
  for (const auto& date : dates)
    texts.push_back(to_iso(date));
  return texts;
}

std::chrono::year_month month(int year, unsigned number) {
  return std::chrono::year{year} / std::chrono::month{number};
}

TEST(ProposedDates, are_the_last_working_day_of_each_month) {
  // A Friday, a Monday, a Wednesday; then 31 July is a Saturday.
  EXPECT_EQ(as_text(proposed_dates(month(2027, 4), 4, today)),
            (Fields{"2027-04-30", "2027-05-31", "2027-06-30", "2027-07-30"}));
  EXPECT_EQ(as_text(proposed_dates(month(2028, 2), 1, today)), Fields{"2028-02-29"});
}

TEST(ProposedDates, go_over_the_end_of_a_year) {
  EXPECT_EQ(as_text(proposed_dates(month(2027, 11), 3, today)),
            (Fields{"2027-11-30", "2027-12-31", "2028-01-31"}));
}

TEST(ProposedDates, never_begin_with_a_day_that_is_over) {
  EXPECT_EQ(as_text(proposed_dates(month(2027, 3), 1, today)), Fields{"2027-03-31"});
  EXPECT_EQ(as_text(proposed_dates(month(2027, 3), 2, *parse_date("2027-03-31"))),
            (Fields{"2027-04-30", "2027-05-31"}));
  EXPECT_EQ(as_text(proposed_dates(month(2026, 1), 1, today)), Fields{"2027-03-31"});
}

TEST(ProposedDates, are_accepted_as_they_stand) {
  const auto form = form_of({"1", "2", "3"});
  for (unsigned start = 1; start <= 12; ++start) {
    const auto dates = proposed_dates(month(2027, start), form.parts.size(), today);
    auto command = in_parts({});
    for (std::size_t at = 0; at < dates.size(); ++at)
      command.parts.push_back({form.parts[at].section, dates[at]});
    EXPECT_EQ(fields_of(command), Fields{}) << start;
  }
}

TEST(Asking, needs_a_period_and_a_day_to_come) {
  struct Case {
    std::string period, due;
    Fields fields;
  };
  const std::vector<Case> cases = {
      {"2027", "2027-05-28", {}},
      {" 2027 ", "2027-03-17", {}},
      {"", "2027-05-28", {"period"}},
      {"   ", "2027-05-28", {"period"}},
      {std::string(40, 'x'), "2027-05-28", {}},
      {std::string(41, 'x'), "2027-05-28", {"period"}},
      {"20\x01", "2027-05-28", {"period"}},
      {"2027", "", {"due"}},
      {"2027", "2027-03-16", {"due"}},
      {"2027", "2027-03-15", {"due"}},
      {"", "", {"period", "due"}},
  };
  for (const auto& each : cases) {
    auto command = whole(each.due);
    command.period = each.period;
    EXPECT_EQ(fields_of(command), each.fields) << each.period << " " << each.due;
  }
  auto tidied = whole("2027-05-28");
  tidied.period = "  2027 \n";
  EXPECT_TRUE(tidy(tidied, form_of({"1"}), today).fields.empty());
  EXPECT_EQ(tidied.period, "2027");
}

TEST(AskingInParts, names_every_part_once_with_a_day_that_fits) {
  struct Case {
    const char* name;
    std::vector<std::pair<std::string, std::string>> parts;
    Fields fields;
  };
  const std::vector<Case> cases = {
      {"in order", {{"1", "2027-04-30"}, {"2", "2027-05-31"}, {"3", "2027-06-30"}}, {}},
      {"named in any order", {{"3", "2027-06-30"}, {"1", "2027-04-30"}, {"2", "2027-05-31"}}, {}},
      {"two on one day", {{"1", "2027-04-30"}, {"2", "2027-04-30"}, {"3", "2027-06-30"}}, {}},
      {"one left out", {{"1", "2027-04-30"}, {"3", "2027-06-30"}}, {"part-2"}},
      {"one empty", {{"1", "2027-04-30"}, {"2", ""}, {"3", "2027-06-30"}}, {"part-2"}},
      {"none", {}, {"part-1", "part-2", "part-3"}},
      {"one twice",
       {{"1", "2027-04-30"}, {"2", "2027-05-31"}, {"2", "2027-05-31"}, {"3", "2027-06-30"}},
       {"part-2"}},
      {"one over", {{"1", "2027-03-16"}, {"2", "2027-05-31"}, {"3", "2027-06-30"}}, {"part-1"}},
      {"before the one above",
       {{"1", "2027-05-31"}, {"2", "2027-04-30"}, {"3", "2027-06-30"}},
       {"part-2"}},
      {"before the one above, with a gap",
       {{"1", "2027-05-31"}, {"2", ""}, {"3", "2027-04-30"}},
       {"part-2", "part-3"}},
      {"one of another form",
       {{"1", "2027-04-30"}, {"2", "2027-05-31"}, {"3", "2027-06-30"}, {"9", "2027-06-30"}},
       {"parts"}},
  };
  for (const auto& each : cases)
    EXPECT_EQ(fields_of(in_parts(each.parts)), each.fields) << each.name;
}

TEST(AskingInParts, says_which_part_is_meant) {
  auto command = in_parts({{"1", "2027-05-31"}, {"2", "2027-04-30"}, {"3", ""}});
  const auto problem = tidy(command, form_of({"1", "2", "3"}), today);
  ASSERT_EQ(problem.fields.size(), 2U);
  EXPECT_EQ(problem.fields[0].message, "2. Standard is due before the part above it");
  EXPECT_EQ(problem.fields[1].message, "Enter a date for 3. Standard");
}

TEST(DueParts, are_one_request_for_each_date) {
  const auto form = form_of({"1", "2", "3"});
  const auto parts =
      due_parts(in_parts({{"3", "2027-06-30"}, {"2", "2027-04-30"}, {"1", "2027-04-30"}}), form);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(to_iso(parts[0].due_on), "2027-04-30");
  EXPECT_EQ(parts[0].sections, (Fields{"1", "2"}));
  EXPECT_EQ(to_iso(parts[1].due_on), "2027-06-30");
  EXPECT_EQ(parts[1].sections, Fields{"3"});
}

TEST(DueParts, are_the_whole_form_where_there_is_one_date) {
  const auto form = form_of({"1", "2"});
  for (const auto& command :
       {whole("2027-04-30"), in_parts({{"1", "2027-04-30"}, {"2", "2027-04-30"}})}) {
    const auto parts = due_parts(command, form);
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(to_iso(parts[0].due_on), "2027-04-30");
    EXPECT_TRUE(parts[0].sections.empty());
  }
}

}  // namespace
}  // namespace onereturn::returns
