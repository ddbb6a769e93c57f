// Plans from both sides: demanded, offered, ratified or asked for again; and what training could
// help with.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/reviews/demand_plan.hpp"
#include "domain/reviews/offer_plan.hpp"
#include "domain/reviews/training_needs.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
namespace region = delivery_region;
using namespace reviews;
using ::testing::SizeIs;

const std::string sewing = "f2000000-0000-4000-8000-000000000701";
const std::string for_another = "f2000000-0000-4000-8000-000000000702";

class Plans : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    here::seed();
    Raw::superuser().run(
        "insert into tenant.commitment (tenant_id, commitment_id, unit_id, board_id, what, lead,"
        " by_on, saved_by) select '" +
        region::agency + "', i::uuid, '" + region::agency +
        "', b::uuid, w, 'The head', '2027-05-31', (select person_id from identity.session where"
        " token_hash = sha256('lead'::bytea)) from (values ('" +
        sewing + "', null, 'All staff in the calendar'), ('" + for_another + "', '" +
        region::grades().party + "', 'For another board alone')) as v (i, b, w)");
  }
  void TearDown() override {
    Raw::superuser().run("update tenant.plan set withdrawn_at = now() where ratified_on is null");
  }
};

Result<PlanId> demanded(std::optional<Date> due, const ReturnId& of = here::first_return(),
                        const std::string& who = here::manager) {
  return here::as_board(who, [&](postgres::BoardTx& tx) {
    return demand_plan(tx, {PlanId::random(), of, "Supervision", due, here::noon});
  });
}

Result<Done> offered(const PlanId& id, int after, const std::vector<CommitmentId>& which,
                     const std::string& who = "lead", Instant at = here::later(2)) {
  return here::as_agency(who, [&](postgres::AgencyTx& tx) {
    return offer_plan(tx, {id, after, "With pleasure", which, at});
  });
}

Result<Done> ratified(const PlanId& id, int offer, std::optional<Date> day,
                      const std::string& group = "Quality group",
                      const std::string& minutes = "2027/03, item 6") {
  return here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return ratify_plan(tx, id, offer, {group, day, minutes}, here::later(20));
  });
}

Plan read(const PlanId& id) {
  return *here::as_board(here::manager, [&](postgres::BoardTx& tx) { return read_plan(tx, id); });
}

std::string field_of(const Result<Done>& done) {
  return done || done.problem().fields.empty() ? "" : done.problem().fields.front().field;
}

TEST_F(Plans, are_demanded_by_a_day_that_can_be_and_once) {
  EXPECT_EQ(demanded(std::nullopt).problem().fields.front().field, "due");
  EXPECT_EQ(demanded(here::day_after(-1)).problem().fields.front().field, "due");
  EXPECT_EQ(demanded(here::day_after(367)).problem().fields.front().field, "due");
  EXPECT_EQ(demanded(here::day_after(1), here::first_return(), here::other_manager).problem().code,
            ProblemCode::not_found);
  ASSERT_TRUE(demanded(here::day_after(30)));
  EXPECT_EQ(demanded(here::day_after(30)).problem().code, ProblemCode::conflict);
}

TEST_F(Plans, go_from_demand_to_ratification_with_every_version_kept) {
  const auto id = demanded(here::day_after(30));
  ASSERT_TRUE(id);
  EXPECT_EQ(state_of(read(*id), here::day_after(30)), PlanState::asked);
  EXPECT_EQ(state_of(read(*id), here::day_after(31)), PlanState::overdue);
  EXPECT_EQ(ratified(*id, 1, here::day_after(3)).problem().code, ProblemCode::not_found)
      << "not before it was offered";
  EXPECT_EQ(field_of(offered(*id, 0, {})), "commitments");
  EXPECT_EQ(field_of(offered(*id, 0, {CommitmentId{for_another}})), "commitments")
      << "what is for another board alone is not offered to this one";
  EXPECT_EQ(offered(*id, 0, {CommitmentId{sewing}}, "other lead").problem().code,
            ProblemCode::not_found);
  ASSERT_TRUE(offered(*id, 0, {CommitmentId{sewing}}));
  EXPECT_EQ(offered(*id, 0, {CommitmentId{sewing}}).problem().code, ProblemCode::conflict);
  const auto again = here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return ask_for_plan_again(tx, *id, 1, {"Say who checks it", here::day_after(40)},
                              here::later(5));
  });
  ASSERT_TRUE(again);
  EXPECT_EQ(wanted_by(read(*id)), here::day_after(40));
  ASSERT_TRUE(offered(*id, 1, {CommitmentId{sewing}}, "lead", here::later(10)));
  EXPECT_EQ(ratified(*id, 1, here::day_after(12)).problem().code, ProblemCode::conflict)
      << "an older version";
  EXPECT_EQ(field_of(ratified(*id, 2, std::nullopt)), "on_day");
  EXPECT_EQ(field_of(ratified(*id, 2, here::day_after(9))), "on_day") << "before it was offered";
  EXPECT_EQ(field_of(ratified(*id, 2, here::day_after(21))), "on_day") << "in the future";
  EXPECT_EQ(field_of(ratified(*id, 2, here::day_after(12), " ")), "by_group");
  EXPECT_EQ(field_of(ratified(*id, 2, here::day_after(12), "Group", "")), "minute_ref");
  ASSERT_TRUE(ratified(*id, 2, here::day_after(12)));
  const auto plan = read(*id);
  ASSERT_THAT(plan.offers, SizeIs(2));
  EXPECT_EQ(plan.offers[0].answer->by_group, "Quality group");
  EXPECT_EQ(plan.offers[1].answer->words, "Say who checks it");
  EXPECT_EQ(plan.offers[1].lines.front().what, "All staff in the calendar");
  EXPECT_EQ(state_of(plan, here::day_after(99)), PlanState::ratified);
  EXPECT_EQ(offered(*id, 2, {CommitmentId{sewing}}).problem().code, ProblemCode::conflict);
}

TEST_F(Plans, are_seen_by_both_and_by_nobody_else) {
  const auto id = demanded(here::day_after(30), here::second_return());
  ASSERT_TRUE(id);
  const auto seen_by = [&](const std::string& who) {
    return here::as_agency(who, [&](postgres::AgencyTx& tx) { return read_plan(tx, *id); });
  };
  EXPECT_TRUE(seen_by("other lead"));
  EXPECT_EQ(seen_by("lead").problem().code, ProblemCode::not_found);
  EXPECT_EQ(
      here::as_board(here::other_manager, [&](postgres::BoardTx& tx) { return read_plan(tx, *id); })
          .problem()
          .code,
      ProblemCode::not_found);
  ASSERT_TRUE(here::as_board(
      here::manager, [&](postgres::BoardTx& tx) { return withdraw_plan(tx, *id, here::noon); }));
  EXPECT_EQ(state_of(read(*id), here::today), PlanState::withdrawn);
}

TEST_F(Plans, show_who_of_the_board_answered_to_nobody_outside) {
  Raw raw("gateway");
  const std::string lead = "select identity.enter(sha256('lead'))";
  EXPECT_EQ(raw.refusal({lead, "select asked_by from tenant.plan"}), "42501");
  EXPECT_EQ(raw.refusal({lead, "select answered_by from tenant.plan_answer"}), "42501");
  EXPECT_EQ(raw.refusal({lead, "select decided_by from tenant.return_evidence_decision"}), "42501");
  EXPECT_EQ(raw.refusal({lead, "insert into tenant.plan_answer select * from tenant.plan_answer"}),
            "42501");
  EXPECT_EQ(raw.refusal({"select identity.enter(sha256('" + here::manager + "'))",
                         "select offered_by from tenant.plan_offer"}),
            "42501");
}

// The first agency is amber everywhere, the second green.
TEST_F(Plans, follow_from_gaps_that_are_counted_by_standard_with_their_denominators) {
  const auto needs = here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return training_needs(tx, AuditId{here::wave()});
  });
  ASSERT_TRUE(needs);
  int rated = 0;
  for (const auto& standard : *needs) {
    rated += standard.rated();
    for (const auto& gap : standard.gaps) {
      EXPECT_EQ(gap.below, gap.organisation == here::first_name() ? gap.rated : 0);
      EXPECT_EQ(gap.by_board, 0);
    }
    EXPECT_EQ(standard.organisations_below(), standard.gaps.empty() ? 0 : 1);
  }
  EXPECT_GE(rated, 16) << "eight lights of each, some in two standards";
  EXPECT_EQ(here::as_board(
                here::other_manager,
                [&](postgres::BoardTx& tx) { return training_needs(tx, AuditId{here::wave()}); })
                .problem()
                .code,
            ProblemCode::not_found);
}

// The first agency says amber everywhere. A red that was carried over is no judgement of the
// board's until somebody confirms it.
TEST_F(Plans, follow_from_no_grade_that_was_only_carried_over) {
  const auto by_board = [] {
    int found = 0;
    const auto needs = here::as_board(here::manager, [&](postgres::BoardTx& tx) {
      return training_needs(tx, AuditId{here::wave()});
    });
    for (const auto& standard : *needs)
      for (const auto& gap : standard.gaps)
        found += gap.by_board;
    return found;
  };
  auto raw = Raw::superuser();
  const auto board = delivery_region::lights().party;
  const auto person = here::person_of(here::manager);
  const auto lowest = raw.one(
      "select point from tenant.return_box where point is not null and"
      " return_id = '" +
      here::first_return().text() + "' limit 1");
  const auto say = [&](int version, const std::string& how) {
    raw.run(
        "insert into tenant.evaluation_box (tenant_id, evaluation_id, box_no, version, grade,"
        " how, by_person) select e.tenant_id, e.evaluation_id, b.box_no, " +
        std::to_string(version) + ", '" + lowest + "', '" + how + "', '" + person +
        "' from tenant.evaluation e join catalogue.box b on b.template_code = '" +
        delivery_region::lights().form + "' and b.content = 'rating' where e.return_id = '" +
        here::first_return().text() + "' order by b.box_no limit 1");
  };
  raw.run("insert into tenant.evaluation (tenant_id, return_id, version_no, started_by) values ('" +
          board + "', '" + here::first_return().text() + "', 1, '" + person + "')");
  say(1, "carried");
  EXPECT_EQ(by_board(), 0);
  say(2, "graded");
  EXPECT_GE(by_board(), 1);
  raw.run("delete from tenant.evaluation_box where tenant_id = '" + board + "'");
  raw.run("delete from tenant.evaluation where tenant_id = '" + board + "'");
}

}  // namespace
}  // namespace onereturn::testing
