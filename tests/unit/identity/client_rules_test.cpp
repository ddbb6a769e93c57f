#include "domain/identity/client_rules.hpp"

#include <gtest/gtest.h>

namespace onereturn::identity {
namespace {

std::vector<std::string> fields_of(IssueClient command) {
  std::vector<std::string> fields;
  for (const auto& error : tidy(command).fields)
    fields.push_back(error.field);
  return fields;
}

TEST(IssueClient, needs_a_name_and_something_to_do) {
  using Fields = std::vector<std::string>;
  const std::string reads = "questions:read";
  EXPECT_EQ(fields_of({ClientId::random(), "Case system", {reads}}), Fields{});
  EXPECT_EQ(fields_of({ClientId::random(), "   ", {reads}}), Fields{"name"});
  EXPECT_EQ(fields_of({ClientId::random(), "a\x07", {reads}}), Fields{"name"});
  EXPECT_EQ(fields_of({ClientId::random(), std::string(81, 'x'), {reads}}), Fields{"name"});
  EXPECT_EQ(fields_of({ClientId::random(), "", {}}), (Fields{"name", "scopes"}));
  EXPECT_EQ(fields_of({ClientId::random(), "Case system", {reads, "everything"}}),
            Fields{"scopes"});
}

TEST(IssueClient, keeps_each_scope_once_and_in_our_order) {
  IssueClient command{
      ClientId::random(), "  Case\tsystem ", {"submit", "questions:read", "submit"}};
  EXPECT_TRUE(tidy(command).fields.empty());
  EXPECT_EQ(command.name, "Case system");
  EXPECT_EQ(command.scopes, (std::vector<std::string>{"questions:read", "submit"}));
}

TEST(ScopeParameter, is_a_list_of_known_names_with_single_blanks) {
  EXPECT_EQ(scopes_in("submit questions:read"),
            (std::vector<std::string>{"questions:read", "submit"}));
  for (const auto* bad : {"", " ", "submit ", " submit", "submit  submit", "Submit", "calendar",
                          "submit,questions:read", "*"}) {
    EXPECT_EQ(scopes_in(bad), std::nullopt) << '"' << bad << '"';
  }
}

TEST(Overlap, is_one_of_four) {
  EXPECT_EQ(overlap_hours("now"), 0);
  EXPECT_EQ(overlap_hours("month"), 720);
  for (const auto* bad : {"", "0", "year", "Now"})
    EXPECT_EQ(overlap_hours(bad), std::nullopt);
}

TEST(StatementThroughAProgram, says_that_a_program_sent_it) {
  const Authority authority{"Case system", "A. Name", "Chief", "It is true.",
                            *parse_instant("2027-03-03T09:00:00Z")};
  EXPECT_EQ(statement_through(authority),
            "It is true.\nSent by the program Case system with my agreement of 3 March 2027.");
}

}  // namespace
}  // namespace onereturn::identity
