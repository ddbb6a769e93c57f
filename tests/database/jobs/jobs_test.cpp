// One queue for everything that happens later: announced by scopes, claimed with a lease and a
// fencing number, finished inside the transaction that did the work.

#include <gtest/gtest.h>

#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

class Jobs : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override {
    auto arranger = Raw::superuser();
    arranger.run("update jobs.job set state = 'done', lease_until = null");
    submitted_ = region::submit({region::request_one_of_one, region::request_two_of_one});
  }

  region::Claimed claim_one(const std::string& lease = "1 minute") {
    const auto rows = worker_.run("select job_id, fence from jobs.claim(1, '" + lease + "')");
    return rows.empty() ? region::Claimed{}
                        : region::Claimed{rows[0][0].c_str(), rows[0][1].c_str()};
  }
  std::string state_of(const std::string& job) {
    return Raw::superuser().one("select state from jobs.job where job_id = '" + job + "'");
  }
  std::string fail(const region::Claimed& claimed, const std::string& reason = "No luck.") {
    return worker_.one("select jobs.fail('" + claimed.job + "', " + claimed.fence + ", '" + reason +
                       "')");
  }
  void make_due(const std::string& job) {
    Raw::superuser().run("update jobs.job set not_before = now() where job_id = '" + job + "'");
  }
  void let_lease_end(const std::string& job) {
    Raw::superuser().run(
        "update jobs.job set lease_until = now() - interval '1 second'"
        " where job_id = '" +
        job + "'");
  }
  std::string finish(const region::Claimed& claimed) {
    return "select jobs.finish('" + claimed.job + "', " + claimed.fence + ")";
  }

  Raw gateway_{"gateway"};
  Raw worker_{"worker"};
  region::Submitted submitted_;
};

TEST_F(Jobs, are_announced_with_the_source_that_the_seal_says) {
  const auto row = Raw::superuser().run(
      "select scope, party_id, source_tenant, source_ref, target_ref, state, tries"
      " from jobs.job where job_id = '" +
      submitted_.jobs[0] + "'")[0];
  EXPECT_EQ(row["scope"].c_str(), std::string("delivery"));
  EXPECT_EQ(row["party_id"].c_str(), region::board_one);
  EXPECT_EQ(row["source_tenant"].c_str(), region::agency_one);
  EXPECT_EQ(row["source_ref"].c_str(), submitted_.submission);
  EXPECT_EQ(row["target_ref"].c_str(), region::request_one_of_one);
  EXPECT_EQ(row["state"].c_str(), std::string("waiting"));
}

// Else a board would take the older of two copies for the newest, because it came last.
TEST_F(Jobs, for_copies_of_one_return_go_in_their_order) {
  const auto first = submitted_.jobs[0];
  const auto later = region::submit({region::request_one_of_one}).jobs[0];
  Raw::superuser().run(
      "update jobs.job set not_before = now() + interval '1 hour' where job_id = '" + first + "'");
  EXPECT_EQ(claim_one().job, submitted_.jobs[1]) << "of another return";
  EXPECT_EQ(claim_one().job, "") << "the later one waits for the first";
  make_due(first);
  const auto claimed = claim_one();
  EXPECT_EQ(claimed.job, first);
  EXPECT_EQ(claim_one().job, "") << "which is not done yet";
  Raw::superuser().run("update jobs.job set state = 'parked', lease_until = null where job_id = '" +
                       first + "'");
  EXPECT_EQ(claim_one().job, later) << "one that was parked holds nobody up";
}

TEST_F(Jobs, announced_twice_are_one) {
  pqxx::work work(gateway_.connection());
  work.exec(region::enter("lead one"));
  EXPECT_EQ(work.exec1("select jobs.announce('deliver', '" + region::board_one + "', '" +
                       submitted_.submission + "', '" + region::request_one_of_one + "')")[0]
                .c_str(),
            submitted_.jobs[0]);
}

TEST_F(Jobs, of_a_transaction_that_fails_never_were) {
  const auto before = Raw::superuser().one("select count(*) from jobs.job");
  {
    pqxx::work work(gateway_.connection());
    work.exec(region::enter("lead one"));
    work.exec("select jobs.announce('deliver', '" + region::board_one +
              "', gen_random_uuid(), gen_random_uuid())");
  }
  EXPECT_EQ(Raw::superuser().one("select count(*) from jobs.job"), before);
}

TEST_F(Jobs, cannot_be_announced_for_a_board_that_the_agency_has_not_joined) {
  const std::string announce = "select jobs.announce('deliver', '" + region::board_one +
                               "', gen_random_uuid(), gen_random_uuid())";
  EXPECT_EQ(gateway_.refusal({region::enter("lead two"), announce}), "OR001");
  EXPECT_EQ(gateway_.refusal({region::enter("lead one"), announce}), "");
}

TEST_F(Jobs, cannot_be_announced_by_a_scope_that_has_no_business_with_them) {
  const std::string deliver = "select jobs.announce('deliver', '" + region::board_one +
                              "', gen_random_uuid(), gen_random_uuid())";
  EXPECT_EQ(gateway_.refusal({region::enter("manager one"), deliver}), "OR001");
  EXPECT_EQ(gateway_.refusal(
                {region::enter("lead one"), "select jobs.announce('aggregate', null, null)"}),
            "OR001");
  EXPECT_EQ(gateway_.refusal(
                {region::enter("lead one"), "select jobs.announce('unheard_of', null, null)"}),
            "OR001");
  EXPECT_EQ(gateway_.refusal({deliver}), "42501");
}

TEST_F(Jobs, announced_with_a_forged_scope_are_refused) {
  EXPECT_EQ(gateway_.refusal({region::enter("lead one"),
                              "select set_config('onereturn.scope', replace(current_setting("
                              "'onereturn.scope'), '" +
                                  region::agency_one + "', '" + region::agency_two + "'), true)",
                              "select jobs.announce('seal_trail', null, null)"}),
            "OR001");
}

TEST_F(Jobs, are_claimed_once_each_even_by_two_workers_at_a_time) {
  Raw other("worker");
  pqxx::work first(worker_.connection());
  pqxx::work second(other.connection());
  const auto one = first.exec("select job_id from jobs.claim(1, '1 minute')");
  const auto two = second.exec("select job_id from jobs.claim(5, '1 minute')");
  ASSERT_EQ(one.size(), 1U);
  ASSERT_EQ(two.size(), 1U);
  EXPECT_STRNE(one[0][0].c_str(), two[0][0].c_str());
  first.commit();
  second.commit();
  EXPECT_EQ(claim_one().job, "");
}

TEST_F(Jobs, not_yet_due_are_not_claimed) {
  Raw::superuser().run(
      "update jobs.job set not_before = now() + interval '1 hour'"
      " where state = 'waiting'");
  EXPECT_EQ(claim_one().job, "");
  EXPECT_GT(std::stod(worker_.one("select jobs.next_due_seconds()")), 3000.0);
  make_due(submitted_.jobs[1]);
  EXPECT_EQ(claim_one().job, submitted_.jobs[1]);
}

TEST_F(Jobs, are_entered_with_the_present_fence_only) {
  const auto claimed = claim_one();
  EXPECT_EQ(worker_.refusal({region::enter_job(claimed)}), "");
  EXPECT_EQ(worker_.refusal({region::enter_job({claimed.job, "0"})}), "OR003");
  EXPECT_EQ(worker_.refusal({region::enter_job({claimed.job, "2"})}), "OR003");
  EXPECT_EQ(worker_.refusal({region::enter_job({submitted_.submission, claimed.fence})}), "OR003");
}

TEST_F(Jobs, of_a_worker_that_was_paused_past_its_lease_go_to_another) {
  const auto slow = claim_one();
  let_lease_end(slow.job);
  EXPECT_EQ(worker_.refusal({region::enter_job(slow)}), "OR003");
  EXPECT_EQ(worker_.one("select jobs.sweep()"), "1");
  EXPECT_EQ(state_of(slow.job), "waiting");
  make_due(slow.job);
  const auto quick = region::claim(slow.job);
  EXPECT_NE(quick.fence, slow.fence);
  EXPECT_EQ(worker_.refusal({region::enter_job(quick), finish(slow)}), "OR003");
  EXPECT_EQ(fail(slow), "");
  EXPECT_EQ(worker_.refusal({region::enter_job(quick), finish(quick)}), "");
  EXPECT_EQ(state_of(slow.job), "done");
}

TEST_F(Jobs, whose_lease_still_runs_are_left_alone_by_the_sweep) {
  const auto claimed = claim_one();
  EXPECT_EQ(worker_.one("select jobs.sweep()"), "0");
  EXPECT_EQ(state_of(claimed.job), "running");
}

TEST_F(Jobs, may_be_held_longer_while_the_lease_runs) {
  const auto claimed = claim_one("1 second");
  const auto extend = "select jobs.extend('" + claimed.job + "', " + claimed.fence + ", '1 hour')";
  EXPECT_EQ(worker_.one(extend), "t");
  EXPECT_EQ(Raw::superuser().one("select lease_until > now() + interval '59 minutes' from jobs.job"
                                 " where job_id = '" +
                                 claimed.job + "'"),
            "t");
  let_lease_end(claimed.job);
  EXPECT_EQ(worker_.one(extend), "f");
}

TEST_F(Jobs, undo_their_work_when_they_finish_too_late) {
  const auto late = claim_one();
  const auto board = late.job == submitted_.jobs[0] ? region::board_one : region::board_two;
  const std::string write =
      "insert into tenant.audit_entry (tenant_id, role, job_id, what) values (app.party(), 'job',"
      " app.job(), 'too.late')";
  pqxx::work work(worker_.connection());
  work.exec(region::enter_job(late));
  work.exec(write);
  let_lease_end(late.job);
  EXPECT_THROW(work.exec(finish(late)), pqxx::sql_error);
  work.abort();
  EXPECT_EQ(Raw::superuser().one("select count(*) from tenant.audit_entry where what = 'too.late'"),
            "0");
}

TEST_F(Jobs, are_finished_from_inside_their_own_scope_only) {
  const auto one = claim_one();
  const auto two = claim_one();
  EXPECT_EQ(worker_.refusal({finish(one)}), "OR003");
  EXPECT_EQ(worker_.refusal({region::enter_job(two), finish(one)}), "OR003");
  EXPECT_EQ(gateway_.refusal({region::enter("manager one"), finish(one)}), "OR003");
  EXPECT_EQ(state_of(one.job), "running");
  EXPECT_EQ(worker_.refusal({region::enter_job(one), finish(one)}), "");
  EXPECT_EQ(worker_.refusal({region::enter_job(one)}), "OR003");
}

TEST_F(Jobs, that_fail_come_back_later_and_are_parked_after_five_tries) {
  const auto job = submitted_.jobs[0];
  double waited = 0;
  for (int tries = 1; tries <= 5; ++tries) {
    make_due(job);
    const auto claimed = region::claim(job);
    EXPECT_EQ(claim_one().job == job, false);
    EXPECT_EQ(fail(claimed, "This form is unknown."), tries < 5 ? "waiting" : "parked");
    const auto wait = std::stod(Raw::superuser().one(
        "select extract(epoch from not_before - clock_timestamp()) from jobs.job where job_id = '" +
        job + "'"));
    EXPECT_GT(wait, waited);
    waited = wait;
    Raw::superuser().run(
        "update jobs.job set state = 'waiting', lease_until = null"
        " where state = 'running'");
  }
  EXPECT_EQ(state_of(job), "parked");
  EXPECT_EQ(
      Raw("operator").one("select reason from operator.parked_jobs() where job_id = '" + job + "'"),
      "This form is unknown.");
  EXPECT_EQ(Raw("operator").one("select operator.retry_job('" + job + "')"), "t");
  EXPECT_EQ(region::claim(job).job, job);
}

TEST_F(Jobs, that_a_dead_worker_tried_five_times_are_parked_by_the_sweep) {
  const auto job = submitted_.jobs[0];
  Raw::superuser().run("update jobs.job set tries = 4 where job_id = '" + job + "'");
  region::claim(job);
  let_lease_end(job);
  worker_.run("select jobs.sweep()");
  EXPECT_EQ(state_of(job), "parked");
}

TEST_F(Jobs, given_back_untried_are_claimed_again_at_once) {
  const auto claimed = region::claim(submitted_.jobs[0]);
  EXPECT_EQ(worker_.one("select jobs.release('" + claimed.job + "', " + claimed.fence + ")"), "t");
  EXPECT_EQ(Raw::superuser().one("select tries from jobs.job where job_id = '" + claimed.job + "'"),
            "0");
  EXPECT_NE(region::claim(claimed.job).fence, claimed.fence);
}

TEST_F(Jobs, are_seen_by_the_agency_that_announced_them_and_by_no_other) {
  const auto seen = [&](const std::string& who) {
    pqxx::work work(gateway_.connection());
    work.exec(region::enter(who));
    return work.exec("select state, tries, reason from jobs.my_deliveries('" +
                     submitted_.submission + "')");
  };
  fail(region::claim(submitted_.jobs[0]), "Away.");
  EXPECT_EQ(seen("lead one").size(), 2U);
  EXPECT_TRUE(seen("lead two").empty());
  EXPECT_EQ(gateway_.refusal({region::enter("manager one"), "select * from jobs.my_deliveries()"}),
            "42501");
  EXPECT_EQ(Raw::superuser().one("select reason from jobs.job where job_id = '" +
                                 submitted_.jobs[0] + "'"),
            "Away.");
}

TEST_F(Jobs, of_the_service_itself_are_open_once_and_need_no_tenant) {
  EXPECT_NE(worker_.one("select jobs.announce_own('housekeeping')"), "");
  EXPECT_EQ(worker_.one("select jobs.announce_own('housekeeping')"), "");
  EXPECT_EQ(worker_.one("select jobs.announce_own('deliver')"), "");
  const auto job = Raw::superuser().one(
      "select job_id from jobs.job where kind = 'housekeeping' and state = 'waiting'");
  const auto claimed = region::claim(job);
  EXPECT_EQ(worker_.refusal({region::enter_job(claimed), "select name from tenant.unit"}), "42501");
  EXPECT_EQ(worker_.refusal({finish(claimed)}), "");
}

TEST_F(Jobs, that_are_long_done_are_removed_and_others_stay) {
  Raw::superuser().run(
      "update jobs.job set state = 'done', ended_at = now() - interval '91 days'"
      " where job_id = '" +
      submitted_.jobs[0] + "'");
  Raw::superuser().run(
      "update jobs.job set state = 'done', ended_at = now() - interval '89 days'"
      " where job_id = '" +
      submitted_.jobs[1] + "'");
  worker_.run("select jobs.housekeep()");
  EXPECT_EQ(state_of(submitted_.jobs[0]), "");
  EXPECT_EQ(state_of(submitted_.jobs[1]), "done");
}

}  // namespace
}  // namespace onereturn::testing
