#include "domain/returns/share_work.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/identity/colleagues.hpp"
#include "domain/returns/answer_history.hpp"
#include "support/returns_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = returns_region;

const Instant noon = Instant(std::chrono::sys_days{region::today}) + std::chrono::hours{12};
const returns::Place question{"question", "C2.1"};

class ShareWork : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  static returns::SharedWork work_of(const std::string& who) {
    returns::SharedWork work;
    const auto done = region::as(who, [&](postgres::AgencyTx& tx) -> Result<Done> {
      work = returns::shared_work(tx, region::unit);
      return Done{};
    });
    EXPECT_TRUE(done.has_value());
    return work;
  }

  static returns::Beside beside(const std::string& who, Instant at = noon) {
    returns::Beside found;
    const auto done = region::as(who, [&](postgres::AgencyTx& tx) -> Result<Done> {
      found = returns::look_beside(tx, region::unit, question, "2", at);
      return Done{};
    });
    EXPECT_TRUE(done.has_value());
    return found;
  }

  static PersonId person(const std::string& name) {
    for (const auto& each : work_of("lead").colleagues) {
      if (each.name == name) return each.person;
    }
    return {};
  }

  static Result<Done> assign(const std::string& who, const std::string& to,
                             std::optional<Date> by = std::nullopt,
                             const returns::Place& place = question) {
    const auto colleague = person(to);
    return region::as(who, [&](postgres::AgencyTx& tx) {
      return returns::assign_work(tx, {region::unit, place, colleague, "Figures", by},
                                  region::today, noon);
    });
  }

  static Result<Done> say(const std::string& who, const std::string& text,
                          const std::string& to = "", bool missing = false) {
    std::optional<PersonId> colleague;
    if (!to.empty()) colleague = person(to);
    return region::as(who, [&](postgres::AgencyTx& tx) {
      return returns::say_to_colleagues(tx, {region::unit, question, text, colleague, missing},
                                        noon);
    });
  }
};

TEST_F(ShareWork, gives_a_question_to_a_colleague_with_a_note_and_a_date) {
  ASSERT_TRUE(assign("lead", "contributor", region::today).has_value());
  ASSERT_TRUE(assign("lead", "contributor", region::today).has_value());
  const auto work = work_of("contributor");
  ASSERT_EQ(work.assignments.size(), 1U);
  EXPECT_EQ(work.assignments[0].person_name, "contributor");
  EXPECT_EQ(work.assignments[0].note, "Figures");
  EXPECT_EQ(work.assignments[0].by_on, region::today);
  EXPECT_EQ(beside("lead").assignments.size(), 1U);
  const auto id = work.assignments[0].assignment;
  const auto end = [&](const std::string& who) {
    return region::as(
        who, [&](postgres::AgencyTx& tx) { return returns::end_assignment(tx, id, noon); });
  };
  EXPECT_EQ(end("other lead").problem().code, ProblemCode::not_found);
  EXPECT_TRUE(end("lead").has_value());
  EXPECT_EQ(end("lead").problem().code, ProblemCode::not_found);
  EXPECT_TRUE(work_of("lead").assignments.empty());
}

TEST_F(ShareWork, of_a_colleague_who_is_removed_waits_for_somebody_else) {
  const std::string who = "leaver";
  const auto id = [](const char* first) {
    return first + std::string("000000-0000-4000-8000-000000000190");
  };
  Raw owner("operator");
  owner.run("select operator.add_person('" + id("d1") + "', 'leaver@returns.example', '" + who +
            "', '')");
  owner.run("select operator.add_membership('" + id("e1") + "', '" + id("d1") + "', '" +
            delivery_region::agency + "', null, 'contributor', '')");
  ASSERT_TRUE(assign("lead", who));
  const auto assigned = [&] {
    for (const auto& each : work_of("lead").assignments)
      if (each.person_name == who) return each;
    ADD_FAILURE() << "it is gone";
    return returns::Assignment{};
  };
  EXPECT_TRUE(assigned().here);
  ASSERT_TRUE(region::as("lead", [&](postgres::AgencyTx& tx) {
    return identity::remove_colleague(tx, MembershipId(id("e1")));
  }));
  EXPECT_FALSE(assigned().here) << "by name, and said to have left";
  const auto number = assigned().assignment;
  EXPECT_EQ(assign("lead", who).problem().fields.at(0).field, "person");
  EXPECT_TRUE(region::as(
      "lead", [&](postgres::AgencyTx& tx) { return returns::end_assignment(tx, number, noon); }));
}

TEST_F(ShareWork, a_standard_counts_for_each_question_in_it) {
  ASSERT_TRUE(assign("lead", "contributor", std::nullopt, {"standard", "2"}).has_value());
  ASSERT_TRUE(assign("lead", "contributor", std::nullopt, {"standard", "3"}).has_value());
  const auto found = beside("lead").assignments;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].place.kind, "standard");
}

TEST_F(ShareWork, refuses_a_person_who_does_not_write_a_day_that_is_past_and_who_may_not) {
  EXPECT_EQ(assign("lead", "authoriser").problem().fields[0].field, "person");
  const Date past{std::chrono::year{2027}, std::chrono::March, std::chrono::day{15}};
  EXPECT_EQ(assign("lead", "contributor", past).problem().fields[0].field, "by_on");
  EXPECT_EQ(assign("authoriser", "contributor").problem().code, ProblemCode::forbidden);
}

TEST_F(ShareWork, colleagues_talk_about_a_question_and_settle_it) {
  ASSERT_TRUE(say("contributor", "Who has the figures?", "lead", true).has_value());
  auto remarks = beside("lead").remarks;
  ASSERT_FALSE(remarks.empty());
  EXPECT_EQ(remarks.back().text, "Who has the figures?");
  EXPECT_EQ(remarks.back().by, "contributor");
  EXPECT_EQ(remarks.back().for_name, "lead");
  EXPECT_TRUE(remarks.back().missing);
  const auto open = work_of("lead").open_remarks.size();
  ASSERT_TRUE(region::as("lead", [&](postgres::AgencyTx& tx) {
                return returns::settle_remark(tx, remarks.back().remark, noon);
              }).has_value());
  EXPECT_EQ(work_of("lead").open_remarks.size(), open - 1);
  EXPECT_EQ(beside("contributor").remarks.back().settled_by, "lead");
  EXPECT_EQ(say("lead", "  ").problem().fields[0].field, "remark");
}

TEST_F(ShareWork, nothing_of_it_is_seen_by_a_board_a_delivery_or_another_agency) {
  ASSERT_TRUE(say("lead", "Between ourselves").has_value());
  const auto rights = Raw::superuser().all(
      "select r.rolname || ' ' || t from pg_roles r cross join unnest(array['assignment', 'remark',"
      " 'presence']) t where r.rolname like 'scope\\_%' and r.rolname not in ('scope_agency', "
      "'scope_merge')"
      " and has_any_column_privilege(r.rolname, 'tenant.' || t, 'select, insert, update')");
  EXPECT_THAT(rights, ::testing::IsEmpty());
  const auto foreign = region::as("other lead", [](postgres::AgencyTx& tx) -> Result<Done> {
    const auto work = returns::shared_work(tx, region::unit);
    EXPECT_TRUE(work.open_remarks.empty());
    EXPECT_TRUE(work.assignments.empty());
    return Done{};
  });
  EXPECT_TRUE(foreign.has_value());
}

TEST_F(ShareWork, tells_who_else_looks_at_the_page_for_some_minutes) {
  beside("contributor");
  const auto names = [](const returns::Beside& one) {
    std::vector<std::string> all;
    for (const auto& each : one.present)
      all.push_back(each.name);
    return all;
  };
  EXPECT_THAT(names(beside("lead")), ::testing::ElementsAre("contributor"));
  EXPECT_THAT(names(beside("contributor")), ::testing::ElementsAre("lead"));
  EXPECT_THAT(names(beside("lead", noon + std::chrono::minutes{6})), ::testing::IsEmpty());
}

TEST_F(ShareWork, an_earlier_text_comes_back_as_a_new_version_that_nobody_has_confirmed) {
  auto first = region::answer_to(region::workspace_of("lead"), "C2.2");
  first.texts = {"The first words", "", ""};
  region::save("lead", first);
  auto second = region::answer_to(region::workspace_of("lead"), "C2.2");
  second.texts = {"Other words", "Known", ""};
  const auto latest = region::save("contributor", second).version;
  returns::AnswerHistory history;
  const auto read = [&] {
    const auto done = region::as("lead", [&](postgres::AgencyTx& tx) -> Result<Done> {
      history = returns::answer_history(tx, region::unit, "C2.2");
      return Done{};
    });
    EXPECT_TRUE(done.has_value());
  };
  read();
  ASSERT_GE(history.versions.size(), 2U);
  EXPECT_EQ(history.versions[0].by, "contributor");
  EXPECT_EQ(history.versions[1].texts.describes, "The first words");
  const auto present = region::workspace_of("lead").common.answers.at("C2.2");
  const auto command = returns::restore(history, latest - 1, region::unit, "C2.2", present);
  ASSERT_TRUE(command.has_value());
  ASSERT_TRUE(region::save("lead", *command).saved());
  read();
  EXPECT_EQ(history.versions[0].texts.describes, "The first words");
  EXPECT_EQ(history.versions[0].texts.knows, "");
  EXPECT_EQ(history.versions[0].level, 2);
  EXPECT_FALSE(history.versions[0].confirmed);
  EXPECT_EQ(history.versions[1].texts.describes, "Other words");
  EXPECT_FALSE(returns::restore(history, 99, region::unit, "C2.2", present).has_value());
}

}  // namespace
}  // namespace onereturn::testing
