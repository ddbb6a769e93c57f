// Files of a report: asked for by a board, made by a worker, whole or not there at all.

#include <gmock/gmock.h>

#include "domain/reports/edit_report.hpp"
#include "domain/reports/finish_report.hpp"
#include "domain/reports/make_paper.hpp"
#include "domain/reports/paper_files.hpp"
#include "domain/reports/read_report.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/postgres/job_queue.hpp"
#include "reports_region.hpp"

namespace onereturn::reports {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::Raw;
using ::testing::SizeIs;
namespace region = testing::reports_region;
namespace boards = testing::delivery_region;

class Papers : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override {
    region::empty();
    id_ = region::made(region::of_march());
  }

  Result<bool> ask(const std::string& who, Format format = Format::pdf,
                   const Instant& at = region::now) {
    return region::as(who,
                      [&](postgres::BoardTx& tx) { return ask_for_paper(tx, id_, 1, format, at); });
  }
  static Result<ReadyFile> take(const std::string& who, const FileId& file) {
    return region::as(who, [&](postgres::BoardTx& tx) { return take_paper(tx, file); });
  }
  PaperFile only() const {
    const auto files = region::opened(id_).files;
    EXPECT_THAT(files, SizeIs(1));
    return files.empty() ? PaperFile{} : files.front();
  }
  static std::optional<postgres::ClaimedJob> claim(const std::string& kind = "make_paper") {
    return postgres::JobQueue(boards::worker()).claim_paper(kind, std::chrono::seconds(60));
  }
  static Result<std::string> as_text(const documents::Document& document, Format format) {
    return to_string(format) + std::string(" of ") + document.title + ", " + document.standing;
  }
  static Result<std::string> broken(const documents::Document&, Format) {
    return Problem{ProblemCode::invalid, "not-made", "The converter stopped.", {}};
  }
  static Result<Done> make(const postgres::ClaimedJob& job, const Convert& convert = as_text) {
    return make_paper(boards::worker(), {job.lease, job.tries >= 5}, convert,
                      [] { return region::now; });
  }
  void write(const std::string& words) {
    const auto section = region::opened(id_).version.sections.front();
    ASSERT_TRUE(region::as(region::manager(), [&](postgres::BoardTx& tx) {
      return save_section(tx, {id_, 1, section.key, section.save, words, region::now});
    }));
  }
  static std::string state_of(const postgres::ClaimedJob& job) {
    return Raw::superuser().one("select state from jobs.job where job_id = '" +
                                job.lease.job.text() + "'");
  }

  ReportId id_;
};

TEST_F(Papers, are_asked_for_made_and_taken_whole) {
  ASSERT_TRUE(*ask("chair"));
  EXPECT_EQ(only().state, FileState::asked);
  EXPECT_EQ(take("chair", only().id).problem().code, ProblemCode::not_found);
  const auto job = claim();
  ASSERT_TRUE(job);
  ASSERT_TRUE(make(*job, [&](const documents::Document& document, Format format) {
    EXPECT_EQ(only().state, FileState::making) << "everybody sees that it is being made";
    EXPECT_FALSE(take("chair", only().id));
    return as_text(document, format);
  }));
  EXPECT_EQ(state_of(*job), "done");
  const auto file = only();
  EXPECT_EQ(file.state, FileState::ready);
  EXPECT_TRUE(file.current);
  const auto taken = take("chair", file.id);
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->bytes, "pdf of " + region::opened(id_).report.title + ", Draft 1");
  EXPECT_EQ(taken->sha256, crypto::to_hex(crypto::sha256(taken->bytes)));
  EXPECT_EQ(file.sha256, taken->sha256);
  EXPECT_EQ(take(region::other_manager(), file.id).problem().code, ProblemCode::not_found);
  EXPECT_EQ(region::count("select count(*) from tenant.audit_entry where what ="
                          " 'report.file_taken' and subject_ref = '" +
                          id_.text() + "'"),
            1);
}

TEST_F(Papers, are_made_once_however_often_they_are_asked_for) {
  ASSERT_TRUE(*ask(region::manager()));
  EXPECT_FALSE(*ask(region::manager())) << "it is on its way";
  ASSERT_TRUE(make(*claim()));
  EXPECT_FALSE(*ask(region::manager())) << "it is ready";
  EXPECT_FALSE(claim());
  write("Something new");
  EXPECT_FALSE(only().current) << "the words are newer than the file";
  ASSERT_TRUE(*ask(region::manager()));
  EXPECT_EQ(only().state, FileState::asked);
  ASSERT_TRUE(make(*claim()));
  EXPECT_TRUE(only().current);
}

TEST_F(Papers, are_older_than_what_was_finished_signed_or_withdrawn_since) {
  ASSERT_TRUE(*ask(region::manager()));
  ASSERT_TRUE(make(*claim()));
  region::finished(id_);
  EXPECT_FALSE(only().current);
  ASSERT_TRUE(*ask(region::manager()));
  ASSERT_TRUE(make(*claim()));
  EXPECT_TRUE(only().current);
  Signature jo;
  jo.role = "Chair";
  jo.name = "Jo Marsh";
  jo.on = *parse_date("2027-03-16");
  ASSERT_TRUE(region::as(region::manager(), [&](postgres::BoardTx& tx) {
    return sign_report(tx, id_, 1, jo, region::now);
  }));
  EXPECT_FALSE(only().current);
}

TEST_F(Papers, that_fail_say_so_are_tried_again_and_then_explained) {
  ASSERT_TRUE(*ask(region::manager()));
  for (int time = 1; time <= 5; ++time) {
    const auto job = claim();
    ASSERT_TRUE(job) << time;
    EXPECT_EQ(job->tries, time);
    const auto done = make(*job, broken);
    ASSERT_FALSE(done);
    EXPECT_EQ(only().state, time < 5 ? FileState::asked : FileState::failed);
    EXPECT_THAT(only().reason, HasSubstr("The converter stopped."));
    const auto state = postgres::JobQueue(boards::worker()).fail(job->lease, done.problem().detail);
    EXPECT_EQ(*state, time < 5 ? "waiting" : "parked");
    Raw::superuser().run("update jobs.job set not_before = now()");
  }
  EXPECT_FALSE(take(region::manager(), only().id));
  ASSERT_TRUE(*ask(region::manager())) << "people may try again";
  ASSERT_TRUE(make(*claim()));
  EXPECT_EQ(only().state, FileState::ready);
}

TEST_F(Papers, that_would_be_too_large_are_not_tried_again) {
  ASSERT_TRUE(*ask(region::manager()));
  const auto job = claim();
  ASSERT_TRUE(make(*job, [](const documents::Document&, Format) -> Result<std::string> {
    return std::string(60'000'001, 'x');
  }));
  EXPECT_EQ(only().state, FileState::failed);
  EXPECT_THAT(only().reason, HasSubstr("60 MB"));
  EXPECT_EQ(state_of(*job), "done");
}

TEST_F(Papers, of_a_worker_that_was_overtaken_are_thrown_away) {
  ASSERT_TRUE(*ask(region::manager()));
  const auto slow = claim();
  std::optional<postgres::ClaimedJob> fast;
  EXPECT_THROW((void)make(*slow,
                          [&](const documents::Document&, Format) -> Result<std::string> {
                            Raw::superuser().run(
                                "update jobs.job set lease_until = now() - interval '1 second'"
                                " where state = 'running'");
                            (void)postgres::JobQueue(boards::worker()).sweep();
                            fast = claim();
                            EXPECT_TRUE(make(*fast));
                            return std::string("by the slow one");
                          }),
               postgres::StaleFence);
  EXPECT_THAT(take(region::manager(), only().id)->bytes, HasSubstr("pdf of"));
}

TEST_F(Papers, of_a_worker_that_died_over_them_are_not_half_made_and_come_from_the_next) {
  ASSERT_TRUE(*ask(region::manager()));
  const auto lost = claim();
  struct Killed {};
  EXPECT_THROW(
      (void)make(*lost,
                 [](const documents::Document&, Format) -> Result<std::string> { throw Killed(); }),
      Killed);
  EXPECT_EQ(only().state, FileState::making);
  EXPECT_FALSE(take(region::manager(), only().id));
  EXPECT_EQ(region::count("select count(*) from tenant.report_file where content is not null"), 0);
  EXPECT_FALSE(claim()) << "held until its lease ends";
  EXPECT_EQ(postgres::JobQueue(boards::worker()).sweep(), 0);
  Raw::superuser().run(
      "update jobs.job set lease_until = now() - interval '1 second' where state = 'running'");
  EXPECT_EQ(postgres::JobQueue(boards::worker()).sweep(), 1);
  Raw::superuser().run("update jobs.job set not_before = now() where state = 'waiting'");
  ASSERT_TRUE(make(*claim()));
  EXPECT_EQ(only().state, FileState::ready);
}

TEST_F(Papers, asked_for_anew_leave_the_first_job_nothing_to_do) {
  ASSERT_TRUE(*ask(region::manager()));
  const auto first = claim();
  ASSERT_TRUE(*ask(region::manager(), Format::pdf, region::now + std::chrono::minutes(31)))
      << "what never came is asked for anew";
  ASSERT_TRUE(make(*first));
  EXPECT_EQ(state_of(*first), "done");
  EXPECT_EQ(only().state, FileState::asked) << "it waits for its own job";
  ASSERT_TRUE(make(*claim()));
  EXPECT_EQ(only().state, FileState::ready);
}

TEST_F(Papers, that_are_tables_go_to_whoever_may_take_lists_along) {
  EXPECT_EQ(ask("chair", Format::xlsx).problem().code, ProblemCode::forbidden);
  ASSERT_TRUE(*ask(region::manager(), Format::csv));
  ASSERT_TRUE(make(*claim()));
  EXPECT_EQ(take("chair", only().id).problem().code, ProblemCode::forbidden);
  ASSERT_TRUE(take(region::manager(), only().id));
  EXPECT_EQ(region::count("select count(*) from tenant.audit_entry where what ="
                          " 'report.exported' and subject_ref = '" +
                          id_.text() + "'"),
            1);
}

TEST_F(Papers, wait_in_lanes_so_that_a_pack_delays_no_short_one) {
  auto subject = region::of_exercise();
  subject.kind = Kind::pack;
  subject.papers = {id_};
  const auto pack = region::made(subject);
  ASSERT_TRUE(region::as(region::manager(), [&](postgres::BoardTx& tx) {
    return ask_for_paper(tx, pack, 1, Format::pdf, region::now);
  }));
  ASSERT_TRUE(*ask(region::manager()));
  for (const auto& job : postgres::JobQueue(boards::worker()).claim(50, std::chrono::seconds(60))) {
    EXPECT_THAT(job.kind, Not(HasSubstr("paper"))) << "no thread for other work takes a paper";
  }
  const auto short_one = claim();
  ASSERT_TRUE(short_one);
  EXPECT_EQ(short_one->kind, "make_paper");
  EXPECT_FALSE(claim());
  const auto long_one = claim("make_long_paper");
  ASSERT_TRUE(long_one);
  EXPECT_EQ(long_one->kind, "make_long_paper");
}

TEST_F(Papers, of_boards_take_turns_however_many_one_of_them_asks_for) {
  for (const auto format : {Format::pdf, Format::docx, Format::odt, Format::html}) {
    ASSERT_TRUE(*ask(region::manager(), format));
  }
  const auto theirs = ReportId::random();
  Raw::superuser().run(
      "insert into jobs.job (kind, scope, party_id, source_tenant, source_ref) values "
      "('make_paper',"
      " 'board', '" +
      boards::lights().party + "', '" + boards::lights().party + "', '" + theirs.text() + "')");
  const auto party_of = [](const postgres::ClaimedJob& job) {
    return Raw::superuser().one("select party_id from jobs.job where job_id = '" +
                                job.lease.job.text() + "'");
  };
  EXPECT_EQ(party_of(*claim()), boards::narrative().party);
  EXPECT_EQ(party_of(*claim()), boards::lights().party) << "after one of the other's four";
  EXPECT_EQ(party_of(*claim()), boards::narrative().party);
}

// What a board with thirty papers does to another's one, in either lane.
TEST_F(Papers, of_one_board_wait_for_one_of_another_at_most) {
  const auto put = [](const std::string& kind, const boards::Board& board, int count) {
    Raw::superuser().run(
        "insert into jobs.job (kind, scope, party_id, source_tenant, source_ref, not_before)"
        " select '" +
        kind + "', 'board', '" + board.party + "', '" + board.party +
        "', gen_random_uuid(), now() - interval '1 minute' from generate_series(1, " +
        std::to_string(count) + ")");
  };
  for (const std::string kind : {"make_paper", "make_long_paper"}) {
    put(kind, boards::narrative(), 30);
    Raw::superuser().run("update jobs.job set not_before = not_before - interval '1 hour'");
    put(kind, boards::lights(), 1);
    const auto party_of = [](const postgres::ClaimedJob& job) {
      return Raw::superuser().one("select party_id from jobs.job where job_id = '" +
                                  job.lease.job.text() + "'");
    };
    std::vector<std::string> served = {party_of(*claim(kind)), party_of(*claim(kind))};
    EXPECT_THAT(served, ::testing::Contains(boards::lights().party)) << "second at the latest";
    // And a receipt's turn is its own lane's: nothing of the other lane was handed out.
    EXPECT_EQ(Raw::superuser().one("select count(*) from jobs.job where state = 'running' and "
                                   "kind like 'make%paper' and kind <> '" +
                                   kind + "'"),
              kind == "make_paper" ? "0" : "2");
  }
}

TEST_F(Papers, are_never_half_made_by_the_database_either) {
  ASSERT_TRUE(*ask(region::manager()));
  auto raw = Raw::superuser();
  EXPECT_EQ(raw.refusal({"update tenant.report_file set state = 'ready'"}), "23514");
  EXPECT_EQ(raw.refusal({"update tenant.report_file set content = 'half'"}), "23514");
  EXPECT_EQ(
      raw.refusal({"update tenant.report_file set state = 'ready', content = 'x', size_bytes ="
                   " 1, made_at = now(), sha256 = sha256('y')"}),
      "23514");
}

}  // namespace
}  // namespace onereturn::reports
