// The request's id stands in the trail and on the job, wherever a request led to.

#include "platform/postgres/cause.hpp"

#include <gmock/gmock.h>

#include "domain/audit_log/record.hpp"
#include "domain/fan_out/deliver_copy.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::audit_log {
namespace {

using postgres::Cause;
using testing::Raw;
namespace region = testing::delivery_region;

const std::string request = "00ff00ff00ff00fe";
const std::string nothing = "nothing";

constexpr postgres::Statement said{"test.said", "select app.request_ref() as said"};
constexpr postgres::Statement set{"test.set",
                                  "select current_setting('onereturn.request_ref', true) as said"};
constexpr postgres::Statement announce{
    "test.announce", "select jobs.announce('scan_evidence', app.party(), gen_random_uuid())"};

void write(const std::string& subject) {
  ASSERT_TRUE(region::gateway().as_agency(region::session_of("lead"), [&](postgres::AgencyTx& tx) {
    record(tx, {.what = "test.done", .subject_kind = "test", .subject_id = subject});
    return Result(Done{});
  }));
}

std::string reference_of(const std::string& subject) {
  return Raw::superuser().one("select coalesce(request_ref, 'nothing') from tenant.audit_entry" +
                              (" where subject_ref = '" + subject + "'"));
}

class CauseOf : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override {
    Raw::superuser().run(
        "delete from tenant.audit_entry;"
        " update jobs.job set state = 'done', lease_until = null");
  }
};

TEST_F(CauseOf, an_entry_is_the_request_that_led_to_it) {
  const Cause cause(request);
  write("one");
  EXPECT_EQ(reference_of("one"), request);
}

TEST_F(CauseOf, an_entry_ends_with_the_request) {
  {
    const Cause cause(request);
    write("one");
    {
      const Cause inner("00000000000000aa");
      write("two");
    }
    write("three");
  }
  write("four");
  EXPECT_EQ(reference_of("two"), "00000000000000aa");
  EXPECT_EQ(reference_of("three"), request);
  EXPECT_EQ(reference_of("four"), nothing);
}

TEST_F(CauseOf, an_entry_costs_no_statement_and_no_round_trip) {
  const auto cost = [] {
    const auto statements = postgres::statements_on_this_thread();
    const auto trips = postgres::round_trips_on_this_thread();
    write("one");
    return std::pair(postgres::statements_on_this_thread() - statements,
                     postgres::round_trips_on_this_thread() - trips);
  };
  const auto without = cost();
  const Cause cause(request);
  EXPECT_EQ(cost(), without);
}

TEST_F(CauseOf, an_entry_is_no_other_text_whoever_says_it) {
  for (const std::string junk :
       {"00FF00FF00FF00FE", "00ff00ff00ff00f", "00ff00ff00ff00fe0", "00ff00ff00ff00fe\n",
        "x\n00ff00ff00ff00fe", "'; drop table x; --", " ", "00ff00ff00ff00fg"}) {
    Raw::superuser().run("delete from tenant.audit_entry");
    const Cause cause(junk);
    write("one");
    EXPECT_EQ(reference_of("one"), nothing) << junk;
    Raw gateway("gateway");
    pqxx::work work(gateway.connection());
    work.exec("select * from identity.enter(sha256('lead'::bytea))");
    work.exec("select set_config('onereturn.request_ref', " + work.quote(junk) + ", true)");
    work.exec("select app.record('test.done', 'test', 'two')");
    work.commit();
    EXPECT_EQ(reference_of("two"), nothing) << junk;
  }
}

std::string moment_of(const std::string& subject) {
  return Raw::superuser().one(
      "select coalesce(to_char(business_at at time zone 'UTC',"
      " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), 'nothing') from tenant.audit_entry"
      " where subject_ref = '" +
      subject + "'");
}

// To the microsecond, before 1970 never, and as long as people keep records.
TEST_F(CauseOf, an_entry_has_the_moment_that_the_service_goes_by) {
  for (const std::string moment :
       {"2027-03-16T10:04:00.123456Z", "1970-01-01T00:00:00.000001Z", "2028-02-29T23:59:59.999999Z",
        "2027-03-28T01:00:00.000000Z", "2200-12-31T23:59:59.999999Z"}) {
    Raw::superuser().run("delete from tenant.audit_entry");
    const Cause cause(request, parse_instant(moment));
    write("one");
    EXPECT_EQ(moment_of("one"), moment);
    EXPECT_EQ(reference_of("one"), request);
  }
}

TEST_F(CauseOf, an_entry_has_no_moment_when_nobody_says_one) {
  write("one");
  EXPECT_EQ(moment_of("one"), nothing);
  {
    const Cause outer("", parse_instant("2027-03-16T10:00:00Z"));
    {
      const Cause inner(request);
      write("two");
    }
    write("three");
  }
  EXPECT_EQ(moment_of("two"), nothing);
  EXPECT_EQ(moment_of("three"), "2027-03-16T10:00:00.000000Z");
}

// The database's own time is nobody's to say.
TEST_F(CauseOf, an_entry_is_written_at_the_databases_time_whatever_is_said) {
  const Cause cause(request, parse_instant("2027-03-16T10:00:00Z"));
  write("one");
  EXPECT_EQ(Raw::superuser().one("select at between now() - interval '1 minute' and now()"
                                 " from tenant.audit_entry"),
            "t");
}

TEST_F(CauseOf, a_moment_is_digits_and_nothing_else) {
  for (const std::string junk : {"", "x", "-1", "1e3", "10000000000000000", "1\n", " 1",
                                 "2027-03-16T10:00:00Z", "'; drop table x; --"}) {
    Raw::superuser().run("delete from tenant.audit_entry");
    Raw gateway("gateway");
    pqxx::work work(gateway.connection());
    work.exec("select * from identity.enter(sha256('lead'::bytea))");
    work.exec("select set_config('onereturn.moment', " + work.quote(junk) + ", true)");
    work.exec("select app.record('test.done', 'test', 'two')");
    work.commit();
    EXPECT_EQ(moment_of("two"), nothing) << junk;
  }
}

TEST_F(CauseOf, a_jobs_entries_have_the_moment_at_which_it_runs) {
  region::submit({region::narrative()});
  postgres::JobQueue queue(region::worker());
  const auto jobs = queue.claim(10, std::chrono::seconds(60));
  ASSERT_EQ(jobs.size(), 1U);
  const auto moment = *parse_instant("2027-03-17T08:00:00Z");
  const Cause cause("", moment);
  ASSERT_TRUE(fan_out::deliver_copy(region::worker(), jobs[0].lease, region::at_hand(),
                                    crypto::sha256, crypto::random_bytes, moment));
  EXPECT_EQ(Raw::superuser().one("select count(*) from tenant.audit_entry where"
                                 " what = 'return.delivered'"
                                 " and business_at = '2027-03-17 08:00:00+00'"),
            "1");
}

// A transaction that signs in enters nothing, and its mails are jobs.
TEST_F(CauseOf, a_mail_is_the_request_that_asked_for_it) {
  postgres::Database auth({.connection = testing::TestDatabase::instance().settings("auth")});
  const auto told = [&] {
    return *auth.as_auth([](postgres::AuthTx& tx) {
      return Result(tx.run(set).one().text_if("said").value_or(""));
    });
  };
  EXPECT_EQ(told(), "");
  {
    const Cause cause(request);
    EXPECT_EQ(told(), request);
  }
  EXPECT_EQ(told(), "");
}

TEST_F(CauseOf, a_job_is_the_request_that_announced_it) {
  {
    const Cause cause(request);
    ASSERT_TRUE(region::gateway().as_agency(region::session_of("lead"), [](postgres::AgencyTx& tx) {
      tx.run(announce);
      return Result(Done{});
    }));
  }
  postgres::JobQueue queue(region::worker());
  const auto jobs = queue.claim(1, std::chrono::seconds(60));
  ASSERT_EQ(jobs.size(), 1U);
  EXPECT_EQ(jobs[0].caused_by, request);
  const auto within = region::worker().as_agency_job(jobs[0].lease, [](postgres::AgencyJobTx& tx) {
    return Result(tx.run(said).one().text_if("said"));
  });
  ASSERT_TRUE(within);
  EXPECT_EQ(*within, request);
}

TEST_F(CauseOf, a_job_is_nothing_when_no_request_announced_it) {
  Raw::superuser().run(
      "insert into jobs.job (kind, scope, party_id, source_tenant, source_ref)"
      " select 'look_after_evidence', 'agency', id, id, gen_random_uuid()"
      " from (select '" +
      region::agency + "'::uuid as id) a");
  postgres::JobQueue queue(region::worker());
  const Cause of_the_one_before(request);
  const auto jobs = queue.claim(1, std::chrono::seconds(60));
  ASSERT_EQ(jobs.size(), 1U);
  EXPECT_EQ(jobs[0].caused_by, "");
  const auto within = region::worker().as_agency_job(jobs[0].lease, [](postgres::AgencyJobTx& tx) {
    return Result(tx.run(said).one().text_if("said"));
  });
  ASSERT_TRUE(within);
  EXPECT_EQ(*within, std::nullopt);
}

TEST_F(CauseOf, a_copy_stands_in_its_boards_trail) {
  region::submit({region::narrative(), region::lights()});
  Raw::superuser().run("update jobs.job set caused_by = '" + request + "' where state = 'waiting'");
  postgres::JobQueue queue(region::worker());
  const auto jobs = queue.claim(10, std::chrono::seconds(60));
  ASSERT_EQ(jobs.size(), 2U);
  for (const auto& job : jobs) {
    EXPECT_EQ(job.caused_by, request);
    ASSERT_TRUE(fan_out::deliver_copy(region::worker(), job.lease, region::at_hand(),
                                      crypto::sha256, crypto::random_bytes,
                                      *parse_instant("2027-03-16T10:00:00Z")));
  }
  EXPECT_EQ(Raw::superuser().one("select count(*) || ' ' || min(request_ref) || ' '"
                                 " || max(request_ref) from tenant.audit_entry"
                                 " where what = 'return.delivered'"),
            "2 " + request + " " + request);
}

}  // namespace
}  // namespace onereturn::audit_log
