// The job that seals, with the worker's own code and a real database.

#include <thread>

#include "functional/trail/trail_fixture.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
using ::testing::IsEmpty;
using worker::JobOutcome;
using SealingTheTrail = Trail;

std::string count(const std::string& of) {
  return Raw::superuser().one("select count(*) from " + of);
}

TEST_F(SealingTheTrail, chains_what_was_written_in_the_order_of_its_numbers) {
  write("lead one", "one");
  write("lead one", "two");
  write("manager two", "three");
  EXPECT_EQ(chain(), "");
  EXPECT_EQ(seal(), JobOutcome::done);
  EXPECT_EQ(chain(), "1:one 2:two");
  EXPECT_EQ(chain(region::board_two), "1:three");
  write("lead one", "four");
  EXPECT_EQ(seal(), JobOutcome::done);
  EXPECT_EQ(chain(), "1:one 2:two 3:four");
  EXPECT_EQ(count("jobs.unsealed"), "0");
  EXPECT_THAT(faults(false), IsEmpty());
}

TEST_F(SealingTheTrail, announces_a_party_once_however_many_entries_and_workers_there_are) {
  write("lead one", "one");
  write("lead one", "two");
  EXPECT_EQ(queue_.announce_trails(std::chrono::seconds{0}), 1);
  EXPECT_EQ(queue_.announce_trails(std::chrono::seconds{0}), 0);
  EXPECT_EQ(seal(), JobOutcome::done);
  EXPECT_EQ(queue_.announce_trails(std::chrono::seconds{0}), 0) << "nothing waits";
  write("lead one", "three");
  EXPECT_EQ(seal(), JobOutcome::done);
  EXPECT_EQ(count("jobs.job where kind = 'seal_trail'"), "1") << "one row per party, for ever";
}

// Somebody holds a lower number and has not committed yet.
class OpenWriter {
 public:
  explicit OpenWriter(const std::string& subject)
      : raw_(Raw::superuser()), work_(raw_.connection()) {
    work_.exec(
        "insert into tenant.audit_entry (tenant_id, person_id, what, subject_ref) values ('" +
        region::agency_one + "', '" + region::lead_one + "', 'test.done', '" + subject + "')");
  }
  void commit() { work_.commit(); }
  void roll_back() { work_.abort(); }

 private:
  Raw raw_;
  pqxx::work work_;
};

TEST_F(SealingTheTrail, waits_for_an_entry_that_commits_late_with_a_lower_number) {
  OpenWriter late("late");
  write("lead one", "early");
  EXPECT_EQ(seal(), JobOutcome::postponed);
  EXPECT_EQ(chain(), "");
  late.commit();
  Raw::superuser().run("update jobs.job set not_before = now() where state = 'waiting'");
  EXPECT_EQ(seal(), JobOutcome::done);
  EXPECT_EQ(chain(), "1:late 2:early");
}

// The other way round: it began to write later, but drew its number first.
TEST_F(SealingTheTrail, waits_for_a_lower_number_of_a_younger_transaction_too) {
  auto older = Raw::superuser();
  pqxx::work first(older.connection());
  first.exec("select pg_current_xact_id()");
  OpenWriter younger("lower number");
  first.exec("insert into tenant.audit_entry (tenant_id, person_id, what, subject_ref) values ('" +
             region::agency_one + "', '" + region::lead_one + "', 'test.done', 'higher number')");
  first.commit();
  EXPECT_EQ(seal(), JobOutcome::postponed);
  younger.commit();
  Raw::superuser().run("update jobs.job set not_before = now() where state = 'waiting'");
  EXPECT_EQ(seal(), JobOutcome::done);
  EXPECT_EQ(chain(), "1:lower number 2:higher number");
}

TEST_F(SealingTheTrail, does_not_miss_what_a_transaction_that_failed_left_out) {
  OpenWriter failed("never");
  write("lead one", "stands");
  failed.roll_back();
  EXPECT_EQ(seal(), JobOutcome::done);
  EXPECT_EQ(chain(), "1:stands");
  EXPECT_THAT(faults(false), IsEmpty());
}

TEST_F(SealingTheTrail, of_a_worker_that_was_overtaken_changes_nothing) {
  write("lead one", "one");
  queue_.announce_trails(std::chrono::seconds{0});
  const auto slow = queue_.claim(1, std::chrono::seconds{60});
  ASSERT_EQ(slow.size(), 1U);
  Raw::superuser().run(
      "update jobs.job set lease_until = now() - interval '1 s'"
      " where state = 'running'");
  queue_.sweep();
  EXPECT_EQ(seal(), JobOutcome::done);
  write("lead one", "two");
  EXPECT_EQ(worker::run_job(slow.front(), worker::job_kinds(), queue_, services_),
            JobOutcome::lost);
  EXPECT_EQ(chain(), "1:one");
  EXPECT_EQ(seal(), JobOutcome::done);
  EXPECT_EQ(chain(), "1:one 2:two");
  EXPECT_THAT(faults(false), IsEmpty());
}

// Even a worker whose fence was good cannot write a second link with the same number.
TEST_F(SealingTheTrail, never_forks) {
  write_and_seal(2);
  EXPECT_EQ(Raw::superuser().refusal(
                {"insert into tenant.audit_seal (tenant_id, chain_no, entry_no, hash)"
                 " select tenant_id, 2, entry_no + 1, hash from tenant.audit_seal limit 1"}),
            "23505");
}

TEST_F(SealingTheTrail, keeps_up_with_more_than_it_takes_at_once) {
  Raw::superuser().run(
      "insert into tenant.audit_entry (tenant_id, person_id, what, subject_ref) select '" +
      region::agency_one + "', '" + region::lead_one +
      "', 'test.done', n::text from generate_series(1, 2500) n");
  EXPECT_EQ(seal(), JobOutcome::done);
  EXPECT_EQ(verified(region::agency_one).head.count, 2500);
  EXPECT_THAT(faults(false), IsEmpty());
}

TEST_F(SealingTheTrail, of_several_workers_at_once_leaves_one_chain) {
  std::vector<std::thread> threads;
  for (int number = 0; number < 4; ++number) {
    threads.emplace_back([this, number] {
      for (int round = 0; round < 10; ++round) {
        write("lead one", std::to_string(number) + "-" + std::to_string(round));
        seal();
      }
    });
  }
  for (auto& thread : threads) {
    thread.join();
  }
  Raw::superuser().run("update jobs.job set not_before = now() where state = 'waiting'");
  EXPECT_TRUE(eventually(
      [&] {
        seal();
        return count("jobs.unsealed") == "0";
      },
      std::chrono::seconds{20}));
  EXPECT_EQ(verified(region::agency_one).head.count, 40);
  EXPECT_THAT(faults(false), IsEmpty());
}

TEST_F(SealingTheTrail, goes_on_in_a_room_that_was_merged_into_another) {
  write("lead two", "before");
  ASSERT_EQ(seal(), JobOutcome::done);
  write("lead two", "last");
  Raw::superuser().run("update tenancy.party set status = 'merged', merged_into = '" +
                       region::agency_one + "' where party_id = '" + region::agency_two + "'");
  EXPECT_EQ(seal(), JobOutcome::done);
  anchor();
  EXPECT_EQ(chain(region::agency_two), "1:before 2:last");
  EXPECT_THAT(faults(), IsEmpty());
  Raw::superuser().run(
      "update tenancy.party set status = 'active', merged_into = null"
      " where party_id = '" +
      region::agency_two + "'");
}

TEST_F(SealingTheTrail, is_for_its_job_alone) {
  write("lead one", "one");
  Raw gateway("gateway");
  for (const std::string call :
       {"select * from jobs.trail_horizon()", "select * from jobs.entries_to_seal(9, 9)",
        "select jobs.note_sealed(array[1::bigint], '{}', 9, 9, sha256(''))"}) {
    EXPECT_EQ(gateway.refusal({region::enter("lead one"), call}), "OR001") << call;
  }
  for (const std::string call :
       {"select jobs.announce_trails('0 s')", "select * from jobs.heads_to_anchor()",
        "select jobs.note_anchored('{}', '{}')"}) {
    EXPECT_EQ(gateway.refusal({call}), "42501") << call;
  }
}

}  // namespace
}  // namespace onereturn::testing
