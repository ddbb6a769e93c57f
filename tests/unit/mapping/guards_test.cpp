#include "domain/mapping/guards.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace onereturn::mapping {
namespace {

const Date today{std::chrono::year(2027), std::chrono::March, std::chrono::day(16)};

std::vector<BoardIdentity> boards() {
  BoardIdentity eldervale;
  eldervale.code = "eldervale";
  eldervale.name = "Eldervale Safeguarding Children Board";
  eldervale.area = "Eldervale";
  eldervale.aliases = {"ESCB", "the Vale board"};
  eldervale.procedures = {"Eldervale Children's Procedures", "Orange Book"};
  BoardIdentity sallow;
  sallow.code = "port-sallow";
  sallow.name = "Port Sallow Safeguarding Children Board";
  sallow.area = "Port Sallow";
  return {eldervale, sallow};
}

std::string named(const std::string& text) {
  std::string result;
  for (const NamedBoard& board : BoardNames(boards()).in(text))
    result += board.board + " ";
  return result;
}

TEST(NamedBoards, are_found_by_name_area_alias_and_procedures) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"We attend the Eldervale board.", "eldervale "},
      {"ELDERVALE", "eldervale "},
      {"In Eldervale’s schools", "eldervale "},
      {"In Eldervale's schools", "eldervale "},
      {"as ESCB asks", "eldervale "},
      {"the vale Board, monthly", "eldervale "},
      {"see the Orange-Book", "eldervale "},
      {"Port\u00a0Sallow and Eldervale", "eldervale port-sallow "},
      {"Port   Sallow\nlibrary", "port-sallow "},
      {"the port of Sallow", ""},
      {"Eldervales is another place", ""},
      {"Newport Sallow", ""},
      {"orange books", ""},
      {"", ""},
  };
  for (const auto& [text, expected] : table)
    EXPECT_EQ(named(text), expected) << text;
}

std::string details(const std::string& text) {
  std::string result;
  for (const ChildDetail& detail : child_details(text, today)) {
    result += std::string(in_words(detail.kind)) + " '" + detail.excerpt + "';";
  }
  return result;
}

TEST(ChildDetails, are_found_in_the_shapes_that_they_have) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"born 12/03/2015", "a date of birth '12/03/2015';"},
      {"DOB: 12.3.15", "a date of birth '12.3.15';"},
      {"D.O.B. 2015-03-12", "a date of birth '2015-03-12';"},
      {"date of birth is the 3rd of March 2015.", "a date of birth '3rd of March 2015';"},
      {"her birthday, March 3, 2015", "a date of birth 'March 3, 2015';"},
      {"js_dob_12-03-2015.pdf", "a date of birth '12-03-2015';"},
      {"born 16/03/2009", ""},
      {"born 17/03/2009", "a date of birth '17/03/2009';"},
      {"born 12/03/1980", ""},
      {"born 31/02/2015", ""},
      {"The policy of 12 March 2026 is on the wall.", ""},
      {"943 476 5919", "an NHS number '943 476 5919';"},
      {"NHS 9434765919.", "an NHS number '9434765919';"},
      {"943-476-5919", "an NHS number '943-476-5919';"},
      {"943 476 5918", ""},
      {"01632 960123", ""},
      {"94347659190", ""},
      {"UPN A123456789012", "a unique pupil number 'A123456789012';"},
      {"UPN A12345678901B", "a unique pupil number 'A12345678901B';"},
      {"A1234567890123", ""},
      {"JS, aged 7, was", "initials with an age 'JS, aged 7';"},
      {"J.S. (age 12)", "initials with an age 'J.S. (age 12';"},
      {"J S aged 16", "initials with an age 'J S aged 16';"},
      {"AB, 9 years old", "initials with an age 'AB, 9 years';"},
      {"JS, aged 47", ""},
      {"children aged 7 to 11", ""},
      {"CPD, 3 days a year", ""},
  };
  for (const auto& [text, expected] : table)
    EXPECT_EQ(details(text), expected) << text;
}

TEST(ChildDetails, are_all_found_in_one_text) {
  EXPECT_EQ(details("JS aged 7, born 1/2/2020, NHS 943 476 5919, UPN A123456789012"),
            "initials with an age 'JS aged 7';a date of birth '1/2/2020';"
            "an NHS number '943 476 5919';a unique pupil number 'A123456789012';");
}

TEST(ChildDetails, are_looked_for_in_long_and_strange_texts_without_harm) {
  EXPECT_EQ(details(std::string(200'000, '9')), "");
  EXPECT_EQ(details(std::string(200'000, 'A')), "");
  EXPECT_EQ(details("\xff\xfe born \xc3"), "");
}

}  // namespace
}  // namespace onereturn::mapping
