// Papers by the worker itself, the program with its real converters.

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <signal.h>

#include "domain/reports/keep_look.hpp"
#include "domain/reports/paper_files.hpp"
#include "domain/reports/return_papers.hpp"
#include "platform/crypto/encoding.hpp"
#include "reports_region.hpp"
#include "support/process.hpp"

namespace onereturn::reports {
namespace {

using namespace std::chrono_literals;
using testing::eventually;
using testing::Process;
using testing::Raw;
namespace region = testing::reports_region;

using Variables = std::map<std::string, std::string>;

// The machine may have much else to do.
constexpr auto patience = 300s;

// A disc and two bars, 240 dots by 80.
const std::string logo =
    "iVBORw0KGgoAAAANSUhEUgAAAPAAAABQAQMAAAAdh2o_AAAABlBMVEX___96H1yjIy25AAAAuElE"
    "QVR42u2WwQmAMBAEFR8-LSGlWJqWZimW4NOHeBLjKYjZhYSoiPdaGEju4LKbLHt3ibSAliIDwLXI"
    "DM9GpxcW9-hqdLmxeEKdod4aiwU27m89d7hDc62TGTnVpHOtk13iysnRg80uQ3Dt5OzBzabDsOo2"
    "BOequwS4UN0nwKXqwb_GP_4kvn3Xkr6SuAccaR7EmeJsj3gqceTDz0PSgGQJSyKSYyQFSYaSBCb5"
    "zdKf_B3Iz-OpWgAW6h8Kyu9KEwAAAABJRU5ErkJggg";

class PaperWorker : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  PaperWorker() {
    std::filesystem::create_directories(jobs_);
    region::empty();
    id_ = region::made(region::of_march());
  }
  ~PaperWorker() override { std::filesystem::remove_all(folder_); }

  std::unique_ptr<Process> worker(const Variables& more) const {
    Variables all = {{"ONERETURN_DATABASE", testing::TestDatabase::instance().settings("worker")},
                     {"ONERETURN_SWEEP_MS", "100"},
                     {"ONERETURN_WORKER_THREADS", "1"},
                     {"ONERETURN_PAPER_FOLDER", jobs_},
                     {"ONERETURN_PAPER_SECONDS", "300"},
                     {"ONERETURN_CLOCK", "2027-03-16T10:00:00Z"}};
    for (const auto& [name, value] : more)
      all[name] = value;
    return std::make_unique<Process>(
        std::vector<std::string>{std::string(ONERETURN_BINARY_DIR) + "/services/worker"}, all);
  }
  void ask(Format format) const {
    const auto asked = region::as(region::manager(), [&](postgres::BoardTx& tx) {
      return ask_for_paper(tx, id_, 1, format, region::now);
    });
    ASSERT_TRUE(asked && *asked);
  }
  PaperFile only() const { return region::opened(id_).files.front(); }
  std::size_t folders() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{jobs_},
                                                  std::filesystem::directory_iterator{}));
  }

  ReportId id_;
  const std::string folder_ = testing::make_folder();
  const std::string jobs_ = folder_ + "/jobs";
};

TEST_F(PaperWorker, tries_five_times_explains_and_makes_it_when_it_can) {
  ask(Format::pdf);
  {
    // Every program of the converter stands still until its time is over.
    std::filesystem::create_directories(folder_ + "/bin");
    std::ofstream{folder_ + "/bin/bwrap"} << "#!/bin/sh\ncase \"$*\" in *pandoc*) exec sleep 999;; "
                                             "*) exec /usr/bin/bwrap \"$@\";; esac\n";
    std::filesystem::permissions(folder_ + "/bin/bwrap", std::filesystem::perms::owner_all);
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", (folder_ + "/bin:" + path).c_str(), 1);
    const auto narrow = worker({{"ONERETURN_PAPER_SECONDS", "5"}});
    ::setenv("PATH", path.c_str(), 1);
    int most = 0;
    ASSERT_TRUE(eventually(
        [&] {
          // What would only be waited for is brought forward.
          Raw::superuser().run(
              "update jobs.job set not_before = now() where state = 'waiting'"
              " and kind = 'make_paper'");
          most = std::max(most, region::count("select coalesce(max(tries), 0) from jobs.job"
                                              " where kind = 'make_paper'"));
          return only().state == FileState::failed;
        },
        patience))
        << narrow->output();
    EXPECT_EQ(most, 5);
    EXPECT_THAT(only().reason, ::testing::StartsWith("Making the file took longer than it may"));
    EXPECT_TRUE(eventually(
        [] {
          return region::count(
                     "select count(*) from jobs.job where kind = 'make_paper' and state ="
                     " 'parked'") == 1;
        },
        10s));
    EXPECT_EQ(region::count("select count(*) from tenant.report_file where content is not null"),
              0);
    narrow->signal(SIGTERM);
    narrow->wait(20s);
  }
  EXPECT_EQ(folders(), 0U);
  ask(Format::pdf);
  const auto usual = worker({});
  ASSERT_TRUE(eventually([&] { return only().state == FileState::ready; }, patience))
      << only().reason << usual->output();
  EXPECT_GT(region::count("select size_bytes from tenant.report_file"), 10'000);
  EXPECT_EQ(region::count("select count(*) from tenant.report_file where content like '%PDF-1.%'"),
            1);
}

TEST_F(PaperWorker, prints_an_agencys_paper_in_the_look_of_the_board_that_asked) {
  namespace boards = testing::delivery_region;
  const RequestId request(boards::narrative().request);
  const auto at_agency = [](auto&& work) {
    return boards::gateway().as_agency(boards::session_of("lead"), work);
  };
  const auto usual = worker({});
  const auto made = [&] {
    const auto asked = at_agency([&](postgres::AgencyTx& tx) {
      return ask_for_return_paper(tx, request, std::nullopt, {}, region::now);
    });
    EXPECT_TRUE(asked && *asked);
    EXPECT_TRUE(eventually(
        [] {
          return region::count("select count(*) from tenant.return_paper where state = 'ready'") ==
                 1;
        },
        patience))
        << usual->output();
    return at_agency([&](postgres::AgencyTx& tx) {
      const auto papers = papers_of_return(tx, request, std::nullopt);
      return take_return_paper(tx, request, papers->files.front().file.id);
    });
  };
  const auto plain = made();
  ASSERT_TRUE(plain);
  EXPECT_THAT(plain->bytes, ::testing::StartsWith("%PDF-1."));
  EXPECT_THAT(plain->bytes, ::testing::Not(::testing::HasSubstr("/Subtype /Image")));
  ASSERT_TRUE(region::as(region::manager(), [](postgres::BoardTx& tx) {
    return keep_look(
        tx,
        {"Safeguarding Partnership", "#7a1f5c", crypto::from_base64url(logo).value(), "image/png"},
        region::now);
  }));
  const auto dressed = made();
  ASSERT_TRUE(dressed);
  EXPECT_THAT(dressed->bytes, ::testing::HasSubstr("/Subtype /Image"));
}

TEST_F(PaperWorker, makes_a_pack_anew_without_what_was_redacted) {
  auto subject = region::of_exercise();
  subject.kind = Kind::pack;
  subject.returns = {region::released_return()};
  id_ = region::made(subject);
  region::finished(id_);
  const auto of = " tenant.return_box where return_id = '" + region::released_return().text() +
                  "' and state = 'text' and length(text) > 20";
  const auto box = Raw::superuser().one("select max(box_no) from" + of);
  const auto words = Raw::superuser().one("select split_part(text, E'\\n', 1) from" + of +
                                          " and box_no = '" + box + "'");
  const auto usual = worker({});
  const auto made_with = [&](const std::string& text) {
    ask(Format::html);
    EXPECT_TRUE(eventually([&] { return only().state == FileState::ready; }, patience))
        << only().reason << usual->output();
    return region::count("select count(*) from tenant.report_file where position('" + text +
                         "' in convert_from(content, 'UTF8')) > 0") == 1;
  };
  EXPECT_TRUE(made_with(words));
  Raw::superuser().run(
      "update tenant.return_box set text = null, salt = null, state ="
      " 'redacted' where return_id = '" +
      region::released_return().text() + "' and box_no = '" + box + "'");
  EXPECT_EQ(only().state, FileState::removed);
  EXPECT_TRUE(made_with("Words of returns in here were redacted after this version was drafted"));
  EXPECT_EQ(region::count("select count(*) from tenant.report_file where position('" + words +
                          "' in convert_from(content, 'UTF8')) > 0"),
            0);
}

TEST_F(PaperWorker, that_is_killed_at_work_leaves_a_folder_to_the_next) {
  ask(Format::pdf);
  auto first = worker({});
  ASSERT_TRUE(eventually([&] { return folders() > 0; }, patience)) << first->output();
  first->signal(SIGKILL);
  first->wait(20s);
  EXPECT_EQ(only().state, FileState::making);
  EXPECT_GE(folders(), 1U);
  const auto next = worker({});
  EXPECT_TRUE(eventually([&] { return folders() == 0; }, patience)) << next->output();
  // It says so after it has done it.
  EXPECT_TRUE(eventually(
      [&] { return next->output().find("paper_of_the_dead_removed") != std::string::npos; },
      patience))
      << next->output();
  EXPECT_EQ(region::count("select count(*) from jobs.job where kind = 'make_paper' and state ="
                          " 'running' and lease_until > now() + interval '5 minutes'"),
            1)
      << "the lease is longer than the programs of one paper";
}

}  // namespace
}  // namespace onereturn::reports
