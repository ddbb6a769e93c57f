#include "domain/returns/save_answer.hpp"

#include <gtest/gtest.h>

#include "support/returns_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = returns_region;

class SaveAnswer : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  static returns::SaveAnswer first(const std::string& requirement) {
    return region::answer_to(region::workspace_of("lead"), requirement);
  }
  static Result<returns::SaveOutcome> try_as(const std::string& who,
                                             const returns::SaveAnswer& command) {
    return returns::save_answer(delivery_region::gateway(), region::session_of(who), command);
  }
};

TEST_F(SaveAnswer, keeps_what_was_written_and_says_who_confirmed_it) {
  auto command = first("C1.1");
  command.level = 1;
  command.parts = {{"1l", {2, 4}}, {"1m", {0, 1}}};
  const auto saved = region::save("lead", command);
  ASSERT_TRUE(saved.saved());
  const auto workspace = region::workspace_of("lead");
  const auto& answer = workspace.common.answers.at("C1.1");
  EXPECT_EQ(answer.level, 1);
  EXPECT_EQ(answer.texts.describes, "How we meet C1.1");
  EXPECT_EQ(answer.parts.at("1l"), (frameworks::LevelRange{2, 4}));
  EXPECT_EQ(answer.confirmed.by, "lead");
  EXPECT_EQ(answer.confirmed.version, saved.version);
  EXPECT_TRUE(answer.confirmed.on.has_value());
}

TEST_F(SaveAnswer, is_dated_by_business_time) {
  auto command = first("C2.6");
  command.at = parse_instant("2027-03-12T10:04:00Z");
  EXPECT_EQ(region::save("lead", command).saved_at, *command.at);
  const auto workspace = region::workspace_of("lead");
  EXPECT_EQ(to_iso(*workspace.common.answers.at("C2.6").confirmed.on), "2027-03-12");
  EXPECT_EQ(workspace.saved_at.at("C2.6"), *command.at);
}

TEST_F(SaveAnswer, costs_one_statement) {
  const auto command = first("C1.2");
  const auto before = postgres::statements_on_this_thread();
  region::save("lead", command);
  EXPECT_EQ(postgres::statements_on_this_thread() - before, 1U);
}

TEST_F(SaveAnswer, gives_a_second_writer_the_other_version_and_changes_nothing) {
  const auto mine = first("C1.3");
  auto theirs = mine;
  theirs.texts.describes = "What the contributor wrote";
  theirs.level = 3;
  ASSERT_TRUE(region::save("contributor", theirs).saved());
  const auto outcome = region::save("lead", mine);
  ASSERT_FALSE(outcome.saved());
  EXPECT_EQ(outcome.conflict->answer.texts.describes, "What the contributor wrote");
  EXPECT_EQ(outcome.conflict->answer.level, 3);
  EXPECT_EQ(outcome.conflict->by, "contributor");
  const auto workspace = region::workspace_of("lead");
  EXPECT_EQ(workspace.common.answers.at("C1.3").texts.describes, "What the contributor wrote");
}

TEST_F(SaveAnswer, keeps_a_draft_unconfirmed) {
  auto command = first("C1.5");
  command.confirm = false;
  region::save("lead", command);
  EXPECT_FALSE(region::workspace_of("lead").common.answers.at("C1.5").confirmed.on.has_value());
}

TEST_F(SaveAnswer, drops_level_and_parts_of_what_does_not_apply) {
  auto command = first("C1.7");
  command.not_applicable = true;
  command.not_applicable_reason = "We have no such staff.";
  command.parts = {{"1t", {2, 2}}};
  region::save("lead", command);
  const auto workspace = region::workspace_of("lead");
  const auto& answer = workspace.common.answers.at("C1.7");
  EXPECT_TRUE(answer.not_applicable);
  EXPECT_EQ(answer.not_applicable_reason, "We have no such staff.");
  EXPECT_FALSE(answer.level.has_value());
  EXPECT_TRUE(answer.parts.empty());
}

TEST_F(SaveAnswer, composes_letters_and_their_accents) {
  auto command = first("C2.2");
  command.texts.describes = "cafe\xCC\x81";
  region::save("lead", command);
  EXPECT_EQ(region::workspace_of("lead").common.answers.at("C2.2").texts.describes, "caf\xC3\xA9");
}

TEST_F(SaveAnswer, answers_not_found_for_what_is_not_there_or_not_theirs) {
  auto command = first("C9.99");
  EXPECT_EQ(try_as("lead", command).problem().code, ProblemCode::not_found);
  command = first("C2.3");
  command.parts = {{"1l", {2, 2}}};
  EXPECT_EQ(try_as("lead", command).problem().code, ProblemCode::not_found);
  command = first("C2.3");
  EXPECT_EQ(try_as("other lead", command).problem().code, ProblemCode::not_found);
  EXPECT_EQ(try_as("first manager", command).problem().code, ProblemCode::not_found);
  EXPECT_THROW(static_cast<void>(try_as("nobody at all", command)), postgres::SessionEnded);
}

TEST_F(SaveAnswer, is_seen_by_nobody_else) {
  auto command = first("C2.4");
  command.texts.describes = "secret of the first agency";
  region::save("lead", command);
  const auto other = region::workspace_of("other lead");
  EXPECT_TRUE(other.common.answers.empty());
  Raw gateway("gateway");
  pqxx::work work(gateway.connection());
  work.exec("select * from identity.enter(sha256('other lead'::bytea))");
  EXPECT_EQ(work.exec1("select count(*) from tenant.answer_text")[0].as<int>(), 0);
}

TEST_F(SaveAnswer, leaves_its_line_in_the_trail) {
  const auto sql =
      "select count(*) from tenant.audit_entry where what = 'answer.saved'"
      " and subject_ref = 'C2.5'";
  const auto before = region::count(sql);
  region::save("lead", first("C2.5"));
  EXPECT_EQ(region::count(sql), before + 1);
}

}  // namespace
}  // namespace onereturn::testing
