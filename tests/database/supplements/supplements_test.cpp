#include "domain/fan_out/supplements.hpp"

#include <gmock/gmock.h>

#include "domain/fan_out/acknowledge_return.hpp"
#include "domain/fan_out/deliver_copy.hpp"
#include "domain/fan_out/list_received_returns.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "domain/fan_out/verify_receipt.hpp"
#include "domain/notifications/tell_people.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::fan_out {
namespace {

using ::testing::HasSubstr;
using testing::Raw;
using ::testing::SizeIs;
namespace region = testing::delivery_region;

const Instant today = *parse_instant("2027-03-16T10:00:00Z");
const Instant next_week = *parse_instant("2027-03-23T10:00:00Z");

// A version that came after another is offered; the board works with what it had until it decides.
class Supplements : public ::testing::Test {
 protected:
  void SetUp() override {
    region::seed();
    auto arranger = Raw::superuser();
    arranger.run("update jobs.job set state = 'done', lease_until = null");
    arranger.run("update tenant.return set state = 'received' where state = 'returned'");
  }

  static void deliver(int level, const region::Board& board = region::lights(),
                      const Instant& at = today) {
    region::submit({board}, level);
    deliver_waiting(at);
  }

  static void deliver_waiting(const Instant& at) {
    postgres::JobQueue queue(region::worker());
    for (const auto& job : queue.claim(50, std::chrono::seconds(60))) {
      if (job.kind != "deliver") continue;
      ASSERT_TRUE(deliver_copy(region::worker(), job.lease, region::at_hand(), crypto::sha256,
                               crypto::random_bytes, at));
    }
  }

  // What stands is at level 2, and nothing waits.
  static void settle() {
    deliver(2);
    const auto id = region::return_of(region::lights());
    const auto waits = waiting(id);
    if (waits > 0) {
      ASSERT_TRUE(decide(id, waits, true, ""));
    }
  }

  static int waiting(const ReturnId& id) {
    const auto text = Raw::superuser().one(
        "select coalesce(offered_version, 0) from tenant.return"
        " where return_id = '" +
        id.text() + "'");
    return std::stoi(text);
  }
  static int stands(const ReturnId& id) {
    return std::stoi(
        Raw::superuser().one("select latest_version from tenant.return where"
                             " return_id = '" +
                             id.text() + "'"));
  }
  static std::string standing(const ReturnId& id, int version) {
    return Raw::superuser().one("select standing from tenant.return_version where return_id = '" +
                                id.text() + "' and version_no = " + std::to_string(version));
  }

  template <class Work>
  static auto as_manager(Work&& work, const region::Board& board = region::lights()) {
    return region::gateway().as_board(region::session_of(board.manager), work);
  }

  static Result<Done> decide(const ReturnId& id, int version, bool accepts,
                             const std::string& words,
                             const region::Board& board = region::lights()) {
    return as_manager(
        [&](postgres::BoardTx& tx) {
          return decide_supplement(tx, {id, version, accepts, words}, next_week);
        },
        board);
  }

  static Result<Supplement> open(const ReturnId& id,
                                 const region::Board& board = region::lights()) {
    return as_manager([&](postgres::BoardTx& tx) { return open_supplement(tx, id, next_week); },
                      board);
  }

  // The roll-up is the sum of what stands, whatever was offered.
  static std::string rollup_faults() {
    return Raw::superuser().one(
        "with counted as (select l.tenant_id, q.period, l.requirement_code, l.level, count(*) as n"
        "   from tenant.return_level l join tenant.return r on r.tenant_id = l.tenant_id"
        "    and r.return_id = l.return_id and r.latest_version = l.version_no"
        "   join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id"
        "  group by 1, 2, 3, 4)"
        " select count(*) from counted c full join (select * from tenant.rollup where n <> 0) u"
        "  using (tenant_id, period, requirement_code, level) where c.n is distinct from u.n");
  }

  static std::string count(const std::string& what) {
    return Raw::superuser().one("select count(*) from " + what);
  }
};

TEST_F(Supplements, the_first_stands_by_itself_and_the_next_is_offered) {
  settle();
  const auto id = region::return_of(region::lights());
  const auto before = stands(id);
  deliver(1);
  EXPECT_EQ(stands(id), before);
  EXPECT_EQ(waiting(id), before + 1);
  EXPECT_EQ(standing(id, 1), "accepted");
  EXPECT_EQ(standing(id, before + 1), "offered");
  EXPECT_EQ(rollup_faults(), "0");
  const auto list = as_manager([](postgres::BoardTx& tx) { return list_received_returns(tx); });
  ASSERT_TRUE(list);
  EXPECT_EQ(list->front().version_no, before);
  EXPECT_EQ(list->front().offered_version, before + 1);
}

TEST_F(Supplements, the_board_sees_what_differs_box_by_box) {
  settle();
  const auto id = region::return_of(region::lights());
  deliver(1);
  const auto seen = open(id);
  ASSERT_TRUE(seen) << seen.problem().detail;
  ASSERT_TRUE(seen->offered);
  EXPECT_EQ(seen->stands.receipt.version_no, stands(id));
  int lights = 0;
  for (const auto& box : seen->difference.boxes) {
    if (box.after.content == frameworks::BoxContent::rating) ++lights;
    EXPECT_FALSE(box.before.text == box.after.text && box.before.point == box.after.point &&
                 box.before.state == box.after.state)
        << box.after.box_no;
  }
  EXPECT_GT(lights, 0);
  EXPECT_EQ(seen->versions.front().standing, Standing::offered);
  EXPECT_EQ(count("tenant.return_opening where return_id = '" + id.text() +
                  "' and version_no = " + std::to_string(waiting(id))),
            "1");
}

TEST_F(Supplements, declined_it_loses_nothing_and_says_why) {
  settle();
  const auto id = region::return_of(region::lights());
  deliver(1);
  const auto version = waiting(id);
  const auto wordless = decide(id, version, false, "  ");
  ASSERT_FALSE(wordless);
  EXPECT_EQ(wordless.problem().fields.front().field, "words");
  ASSERT_TRUE(decide(id, version, false, "We had asked for the old one."));
  EXPECT_EQ(standing(id, version), "declined");
  EXPECT_EQ(stands(id), version - 1);
  EXPECT_EQ(waiting(id), 0);
  EXPECT_EQ(rollup_faults(), "0");
  EXPECT_NE(count("tenant.return_box where return_id = '" + id.text() +
                  "' and version_no = " + std::to_string(version)),
            "0");
  EXPECT_TRUE(decide(id, version, false, "Twice is once."));
  const auto late = decide(id, version, true, "");
  ASSERT_FALSE(late);
  EXPECT_EQ(late.problem().key, "decided-meanwhile");
  EXPECT_THAT(late.problem().detail, HasSubstr("declined"));
  EXPECT_EQ(Raw::superuser().one("select decision_words from tenant.return_version where"
                                 " return_id = '" +
                                 id.text() + "' and version_no = " + std::to_string(version)),
            "We had asked for the old one.");
}

TEST_F(Supplements, accepted_it_is_what_the_board_works_with) {
  settle();
  const auto id = region::return_of(region::lights());
  deliver(1);
  const auto version = waiting(id);
  ASSERT_TRUE(decide(id, version, true, "Thank you."));
  EXPECT_EQ(stands(id), version);
  EXPECT_EQ(waiting(id), 0);
  EXPECT_EQ(rollup_faults(), "0");
  EXPECT_EQ(count("tenant.return r join tenant.return_version v on v.return_id = r.return_id"
                  " and v.version_no = r.latest_version where r.return_id = '" +
                  id.text() +
                  "' and r.boxes_filled = v.box_count - v.unanswered_count"
                  " and r.ratings_set = v.set_count and v.accepted_at is not null"),
            "1");
  const auto late = decide(id, version, false, "No.");
  ASSERT_FALSE(late);
  EXPECT_THAT(late.problem().detail, HasSubstr("accepted"));
  const auto copy = as_manager([&](postgres::BoardTx& tx) { return read_received_return(tx, id); });
  ASSERT_TRUE(copy);
  EXPECT_EQ(copy->receipt.version_no, version);
  // Both stay: the older one is read as it was.
  const auto older =
      as_manager([&](postgres::BoardTx& tx) { return read_received_return(tx, id, version - 1); });
  ASSERT_TRUE(older);
  EXPECT_EQ(older->receipt.stands, version);
}

TEST_F(Supplements, a_third_replaces_the_one_that_waits_and_both_are_kept) {
  settle();
  const auto id = region::return_of(region::lights());
  deliver(1);
  const auto second = waiting(id);
  deliver(3);
  EXPECT_EQ(waiting(id), second + 1);
  EXPECT_EQ(standing(id, second), "replaced");
  const auto late = decide(id, second, true, "");
  ASSERT_FALSE(late);
  EXPECT_EQ(late.problem().key, "decided-meanwhile");
  EXPECT_THAT(late.problem().detail, HasSubstr("newer"));
  ASSERT_TRUE(decide(id, second + 1, true, ""));
  EXPECT_EQ(rollup_faults(), "0");
}

TEST_F(Supplements, what_was_sent_back_for_changes_is_accepted_by_itself) {
  settle();
  const auto id = region::return_of(region::lights());
  const auto before = stands(id);
  Raw::superuser().run("update tenant.return set state = 'returned' where return_id = '" +
                       id.text() + "'");
  deliver(1);
  EXPECT_EQ(stands(id), before + 1);
  EXPECT_EQ(waiting(id), 0);
  EXPECT_EQ(standing(id, before + 1), "accepted");
  EXPECT_EQ(
      Raw::superuser().one("select state from tenant.return where return_id = '" + id.text() + "'"),
      "received");
  EXPECT_EQ(rollup_faults(), "0");
}

TEST_F(Supplements, actions_of_an_offered_version_are_nobodys_until_it_is_accepted) {
  settle();
  const auto id = region::return_of(region::lights());
  deliver(1);
  const auto version = waiting(id);
  const auto of_version = "tenant.action where return_id = '" + id.text() +
                          "' and version_no = " + std::to_string(version);
  EXPECT_EQ(count(of_version), "1");
  const auto seen = [&](const std::string& who) {
    Raw raw("gateway");
    pqxx::work work(raw.connection());
    work.exec("select * from identity.enter(sha256('" + who + "'::bytea))");
    return std::string(work.exec1("select count(*) from " + of_version)[0].c_str());
  };
  EXPECT_EQ(seen(region::lights().manager), "0");
  EXPECT_EQ(seen("lead"), "0");
  ASSERT_TRUE(decide(id, version, true, ""));
  EXPECT_EQ(seen(region::lights().manager), "1");
  EXPECT_EQ(seen("lead"), "1");
}

TEST_F(Supplements, an_undertaking_that_is_followed_already_stays_one_action) {
  settle();
  const auto id = region::return_of(region::lights());
  const auto submission = region::submit({region::lights()}, 2);
  // The same undertaking as the last version's, with another day.
  Raw arranger = Raw::superuser();
  const auto of = arranger.one(
      "select l.commitment_id from tenant.action_link l join tenant.action a on a.action_id ="
      " l.action_id where a.return_id = '" +
      id.text() + "' order by a.version_no desc limit 1");
  arranger.run("alter table tenant.submission_commitment_subject disable trigger all");
  arranger.run("update tenant.submission_commitment_subject set commitment_id = '" + of +
               "' where submission_id = '" + submission.text() + "'");
  arranger.run("update tenant.submission_commitment set commitment_id = '" + of +
               "', by_on = '2027-12-01' where submission_id = '" + submission.text() + "'");
  arranger.run("alter table tenant.submission_commitment_subject enable trigger all");
  const auto actions = count("tenant.action where return_id = '" + id.text() + "'");
  deliver_waiting(today);
  EXPECT_EQ(count("tenant.action where return_id = '" + id.text() + "'"), actions);
  const auto version = waiting(id);
  ASSERT_TRUE(decide(id, version, true, ""));
  EXPECT_EQ(count("tenant.action_link where commitment_id = '" + of + "'"), "1");
  EXPECT_THAT(arranger.one("select s.text from tenant.action_status s join tenant.action_link l"
                           " on l.action_id = s.action_id where l.commitment_id = '" +
                           of + "' order by s.status_no desc limit 1"),
              HasSubstr("1 December 2027"));
}

TEST_F(Supplements, another_boards_return_is_not_there) {
  settle();
  const auto id = region::return_of(region::lights());
  deliver(1);
  const auto version = waiting(id);
  EXPECT_EQ(open(id, region::grades()).problem().code, ProblemCode::not_found);
  EXPECT_EQ(decide(id, version, true, "", region::grades()).problem().code, ProblemCode::not_found);
  EXPECT_EQ(decide(id, version + 7, true, "").problem().code, ProblemCode::not_found);
  EXPECT_EQ(waiting(id), version);
  Raw raw("gateway");
  EXPECT_EQ(
      raw.refusal({"select * from identity.enter(sha256('lead'::bytea))",
                   "select app.decide_supplement('" + id.text() + "', 2, true, '', '', now())"}),
      "42501");
}

TEST_F(Supplements, the_agency_is_told_by_mail_and_reads_no_board_in_it) {
  settle();
  const auto id = region::return_of(region::lights());
  deliver(1);
  Raw::superuser().run("delete from identity.mail");
  ASSERT_TRUE(decide(id, waiting(id), false, "Not now."));
  postgres::JobQueue queue(region::worker());
  int told = 0;
  for (const auto& job : queue.claim(50, std::chrono::seconds(60))) {
    if (job.kind == "tell_of_supplement") {
      told += notifications::tell_people(region::worker(), job.lease, day_in_england(next_week));
    }
  }
  EXPECT_EQ(told, 1);
  EXPECT_EQ(Raw::superuser().one("select string_agg(kind, ',') from identity.mail"),
            "supplement_declined");
  EXPECT_EQ(count("identity.mail where fields like '%Board with%'"), "0");
}

}  // namespace
}  // namespace onereturn::fan_out
