#include "domain/returns/answer_rules.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "domain/identity/roles.hpp"

namespace onereturn::returns {
namespace {

bool names(const Problem& problem, const std::string& field) {
  return std::any_of(problem.fields.begin(), problem.fields.end(),
                     [&](const FieldError& error) { return error.field == field; });
}

TEST(AnswerRules, take_a_whole_answer) {
  SaveAnswer answer;
  answer.level = 4;
  answer.texts.describes = "  How we meet it \r\n";
  EXPECT_TRUE(tidy(answer).fields.empty());
  EXPECT_EQ(answer.texts.describes, "How we meet it");
}

TEST(AnswerRules, name_each_field_that_will_not_do) {
  SaveAnswer answer;
  answer.level = 5;
  answer.texts.describes = std::string(10001, 'x');
  answer.texts.knows = std::string("a\0b", 3);
  answer.parts["1l"] = {3, 2};
  const auto problem = tidy(answer);
  EXPECT_EQ(problem.code, ProblemCode::invalid);
  for (const std::string field : {"level", "describes", "knows", "parts"}) {
    EXPECT_TRUE(names(problem, field)) << field;
  }
  EXPECT_FALSE(names(problem, "improve"));
}

TEST(AnswerRules, take_ten_thousand_letters_of_more_bytes) {
  SaveAnswer answer;
  for (int i = 0; i < 10000; ++i)
    answer.texts.describes += "\xC3\xA9";
  EXPECT_TRUE(tidy(answer).fields.empty());
}

TEST(AnswerRules, want_a_reason_for_not_applicable_and_drop_its_level) {
  SaveAnswer answer;
  answer.not_applicable = true;
  answer.level = 2;
  answer.parts["1l"] = {2, 2};
  EXPECT_TRUE(names(tidy(answer), "reason"));
  answer.not_applicable_reason = "No such staff.";
  EXPECT_TRUE(tidy(answer).fields.empty());
  EXPECT_FALSE(answer.level.has_value());
  EXPECT_TRUE(answer.parts.empty());
}

TEST(AnswerRules, want_a_reason_for_an_override_but_none_for_a_choice) {
  SaveBox box;
  box.kind = BoxKind::override_;
  EXPECT_TRUE(names(tidy(box), "reason"));
  box.kind = BoxKind::choice;
  EXPECT_TRUE(tidy(box).fields.empty());
  box.kind = BoxKind::direct;
  box.not_applicable = true;
  EXPECT_TRUE(names(tidy(box), "reason"));
}

TEST(UnitToAnswer, is_the_sessions_own_or_the_whole_agency) {
  const PartyId agency("a0000000-0000-4000-8000-000000000001");
  const UnitId own("a0000000-0000-4000-8000-000000000002");
  const UnitId other("a0000000-0000-4000-8000-000000000003");
  EXPECT_EQ(unit_to_answer(agency, {}, {})->text(), agency.text());
  EXPECT_EQ(*unit_to_answer(agency, own, {}), own);
  EXPECT_EQ(*unit_to_answer(agency, {}, other), other);
  EXPECT_EQ(*unit_to_answer(agency, own, own), own);
  EXPECT_EQ(unit_to_answer(agency, own, other).problem().code, ProblemCode::not_found);
}

TEST(Roles, keep_writing_and_signing_apart) {
  using namespace identity;
  EXPECT_TRUE(may_write("contributor") && may_write("lead"));
  EXPECT_FALSE(may_write("authoriser") || may_write("manager") || may_write(""));
  EXPECT_TRUE(may_choose("lead") && may_choose("authoriser"));
  EXPECT_FALSE(may_choose("contributor"));
  EXPECT_TRUE(may_submit("authoriser"));
  EXPECT_FALSE(may_submit("lead") || may_submit("contributor") || may_submit("chair"));
  EXPECT_FALSE(may_read("manager") || may_read("chair"));
}

}  // namespace
}  // namespace onereturn::returns
