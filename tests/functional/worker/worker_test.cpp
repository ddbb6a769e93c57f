#include <filesystem>

#include <gmock/gmock.h>
#include <signal.h>

#include "platform/postgres/job_queue.hpp"
#include "platform/redis/wake.hpp"
#include "support/delivery_region.hpp"
#include "support/process.hpp"

namespace onereturn::worker {
namespace {

using namespace std::chrono_literals;
using testing::eventually;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Process;
using testing::Raw;
namespace region = testing::delivery_region;

const std::string program = std::string(ONERETURN_BINARY_DIR) + "/services/worker";

using Variables = std::map<std::string, std::string>;

Variables settings(const Variables& more = {}) {
  Variables all = {{"ONERETURN_DATABASE", testing::TestDatabase::instance().settings("worker")},
                   {"ONERETURN_SWEEP_MS", "100"},
                   {"ONERETURN_WORKER_THREADS", "2"},
                   {"ONERETURN_CLOCK", "2027-03-16T10:00:00Z"}};
  for (const auto& [name, value] : more) {
    all[name] = value;
  }
  return all;
}

class Worker : public ::testing::Test {
 protected:
  void SetUp() override {
    region::seed();
    Raw::superuser().run("update jobs.job set state = 'done', lease_until = null");
  }

  static bool delivered(const SubmissionId& submission, int count,
                        std::chrono::milliseconds patience = 10s) {
    return eventually([&] { return region::deliveries_in(submission, "delivered") == count; },
                      patience);
  }

  static int versions(const SubmissionId& submission) {
    return std::stoi(
        Raw::superuser().one("select count(*) from tenant.return_version where submission_id = '" +
                             submission.text() + "'"));
  }
};

// A Redis of the test's own, which it may empty and end.
class OwnRedis {
 public:
  OwnRedis() { start(); }
  ~OwnRedis() {
    end();
    std::filesystem::remove_all(folder_);
  }
  OwnRedis(const OwnRedis&) = delete;
  OwnRedis& operator=(const OwnRedis&) = delete;

  void start() {
    process_ = std::make_unique<Process>(
        std::vector<std::string>{"redis-server", "--port", "0", "--unixsocket", socket(), "--save",
                                 "", "--appendonly", "no"},
        Variables{});
    redis::Wake wake({.place = socket(), .retry_first = 10ms}, "onereturn:test");
    if (!eventually([&] { return wake.ring("x"); }, 5s)) {
      throw std::runtime_error("no redis:\n" + process_->output());
    }
  }
  void end() { process_.reset(); }
  void flush() const { Process({"redis-cli", "-s", socket(), "FLUSHALL"}, {}).wait(5s); }
  std::string socket() const { return folder_ + "/redis"; }

 private:
  std::string folder_ = testing::make_folder();
  std::unique_ptr<Process> process_;
};

TEST_F(Worker, delivers_without_any_redis) {
  const Process worker({program}, settings());
  const auto submission = region::submit({region::narrative(), region::lights(), region::grades()});
  EXPECT_TRUE(delivered(submission, 3)) << worker.output();
  EXPECT_EQ(region::jobs_in(submission, "done"), 3);
}

TEST_F(Worker, wakes_when_redis_rings) {
  OwnRedis redis;
  // So seldom a sweep that only the bell can explain a quick delivery.
  const Process worker(
      {program}, settings({{"ONERETURN_REDIS", redis.socket()}, {"ONERETURN_SWEEP_MS", "60000"}}));
  ASSERT_TRUE(
      eventually([&] { return worker.output().find("worker_started") != std::string::npos; }, 5s));
  std::this_thread::sleep_for(500ms);
  const auto submission = region::submit({region::lights()});
  redis::Wake wake({.place = redis.socket()});
  ASSERT_TRUE(wake.ring("deliver"));
  EXPECT_TRUE(delivered(submission, 1, 5s)) << worker.output();
}

TEST_F(Worker, delivers_when_redis_has_forgotten_everything) {
  OwnRedis redis;
  const Process worker({program}, settings({{"ONERETURN_REDIS", redis.socket()}}));
  const auto first = region::submit({region::lights()});
  ASSERT_TRUE(delivered(first, 1)) << worker.output();
  redis.flush();
  const auto second = region::submit({region::lights()});
  EXPECT_TRUE(delivered(second, 1)) << worker.output();
  redis.end();
  const auto third = region::submit({region::lights()});
  EXPECT_TRUE(delivered(third, 1)) << worker.output();
  redis.start();
  const auto fourth = region::submit({region::lights()});
  EXPECT_TRUE(delivered(fourth, 1)) << worker.output();
}

TEST_F(Worker, delivers_once_whatever_two_of_them_do) {
  const Process one({program}, settings({{"ONERETURN_WORKER_NAME", "one"}}));
  const Process two({program}, settings({{"ONERETURN_WORKER_NAME", "two"}}));
  std::vector<SubmissionId> submissions;
  for (int at = 0; at < 6; ++at) {
    submissions.push_back(
        region::submit({region::narrative(), region::lights(), region::grades()}));
  }
  for (const auto& submission : submissions) {
    EXPECT_TRUE(delivered(submission, 3, 20s)) << one.output() << two.output();
    EXPECT_EQ(versions(submission), 3);
  }
  EXPECT_THAT(one.output() + two.output(), Not(HasSubstr("job_failed")));
}

TEST_F(Worker, takes_over_what_a_dead_one_held) {
  const auto submission = region::submit({region::lights()});
  postgres::JobQueue queue(region::worker());
  ASSERT_EQ(queue.claim(1, 1s).size(), 1U);
  const Process worker({program}, settings());
  EXPECT_TRUE(delivered(submission, 1)) << worker.output();
  EXPECT_EQ(versions(submission), 1);
  EXPECT_EQ(Raw::superuser().one("select tries from jobs.job where source_ref = '" +
                                 submission.text() + "'"),
            "2");
}

TEST_F(Worker, survives_being_killed_in_the_middle) {
  std::vector<SubmissionId> submissions;
  for (int at = 0; at < 4; ++at) {
    submissions.push_back(
        region::submit({region::narrative(), region::lights(), region::grades()}));
  }
  {
    Process worker({program}, settings({{"ONERETURN_LEASE_SECONDS", "5"}}));
    ASSERT_TRUE(eventually(
        [&] { return region::deliveries_in(submissions.front(), "delivered") > 0; }, 10s))
        << worker.output();
    worker.signal(SIGKILL);
    EXPECT_EQ(worker.wait(5s), 128 + SIGKILL);
  }
  const Process next({program}, settings());
  for (const auto& submission : submissions) {
    EXPECT_TRUE(delivered(submission, 3, 20s)) << next.output();
    EXPECT_EQ(versions(submission), 3);
  }
}

TEST_F(Worker, stops_cleanly_when_asked) {
  Process worker({program}, settings());
  const auto submission = region::submit({region::lights()});
  ASSERT_TRUE(delivered(submission, 1)) << worker.output();
  worker.signal(SIGTERM);
  EXPECT_EQ(worker.wait(10s), 0);
  EXPECT_THAT(worker.output(), HasSubstr("worker_stopped"));
  EXPECT_EQ(Raw::superuser().one("select count(*) from jobs.job where state = 'running'"), "0");
}

TEST_F(Worker, parks_what_cannot_be_done_and_says_why) {
  const auto submission = region::submit({region::lights()});
  const auto where = " where source_ref = '" + submission.text() + "'";
  Raw::superuser().run(
      "update tenant.delivery set mapping_version = null, framework_version = 9"
      " where submission_id = '" +
      submission.text() + "'");
  Raw::superuser().run("update jobs.job set tries = 4" + where);
  const Process worker({program}, settings());
  EXPECT_TRUE(eventually([&] { return region::jobs_in(submission, "parked") == 1; }, 10s))
      << worker.output();
  EXPECT_THAT(Raw::superuser().one("select reason from jobs.job" + where),
              HasSubstr("not in the catalogue"));
}

TEST_F(Worker, tries_again_later_when_something_failed) {
  const auto submission = region::submit({region::lights()});
  const auto of_it = " where submission_id = '" + submission.text() + "'";
  Raw::superuser().run("update tenant.delivery set framework_version = 9, mapping_version = null" +
                       of_it);
  const Process worker({program}, settings());
  ASSERT_TRUE(eventually(
      [&] {
        return Raw::superuser().one("select reason <> '' from jobs.job where source_ref = '" +
                                    submission.text() + "'") == "t";
      },
      10s))
      << worker.output();
  Raw::superuser().run("update tenant.delivery set framework_version = 2, mapping_version = 1" +
                       of_it);
  EXPECT_TRUE(delivered(submission, 1, 15s)) << worker.output();
}

TEST_F(Worker, writes_no_content_into_its_log) {
  const Process worker({program}, settings());
  const auto submission = region::submit({region::lights()});
  ASSERT_TRUE(delivered(submission, 1)) << worker.output();
  const std::vector<std::string> words = {region::lights().marker, "Dee", "Chief", "what we"};
  for (const auto& word : words) {
    EXPECT_THAT(worker.output(), Not(HasSubstr(word)));
  }
  EXPECT_THAT(worker.output(), HasSubstr("job_done"));
}

TEST_F(Worker, says_which_request_caused_what_it_does) {
  const auto submission = region::submit({region::lights(), region::grades()});
  Raw::superuser().run("update jobs.job set caused_by = '00ff00ff00ff00fe' where source_ref = '" +
                       submission.text() + "' and party_id = '" + region::lights().party + "'");
  const Process worker({program}, settings());
  ASSERT_TRUE(delivered(submission, 2)) << worker.output();
  const auto lines = [&] { return worker.output(); };
  ASSERT_TRUE(eventually(
      [&] { return lines().find(R"("caused_by":"00ff00ff00ff00fe")") != std::string::npos; }, 5s))
      << lines();
  const auto first = lines().find("caused_by");
  EXPECT_EQ(lines().find("caused_by", first + 1), std::string::npos) << lines();
}

TEST_F(Worker, says_what_is_wrong_with_its_settings) {
  Process worker({program}, {{"ONERETURN_SWEEP_MS", "soon"}});
  EXPECT_EQ(worker.wait(5s), 78);
  EXPECT_THAT(worker.output(), HasSubstr("ONERETURN_DATABASE"));
  EXPECT_THAT(worker.output(), HasSubstr("ONERETURN_SWEEP_MS"));
  Process printed({program, "--check-config"}, settings());
  EXPECT_EQ(printed.wait(5s), 0);
  EXPECT_THAT(printed.output(), HasSubstr("ONERETURN_SWEEP_MS=100"));
}

}  // namespace
}  // namespace onereturn::worker
