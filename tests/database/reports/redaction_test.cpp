// Words that are redacted are gone from packs and files, whoever has them, together with the box.

#include <thread>

#include <gmock/gmock.h>

#include "base/hex.hpp"
#include "domain/documents/document_html.hpp"
#include "domain/reports/finish_report.hpp"
#include "domain/reports/make_paper.hpp"
#include "domain/reports/paper_files.hpp"
#include "domain/reports/report_document.hpp"
#include "domain/reports/report_format.hpp"
#include "domain/reports/report_rules.hpp"
#include "domain/reports/return_papers.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/postgres/job_queue.hpp"
#include "reports_region.hpp"

namespace onereturn::reports {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::Raw;
namespace region = testing::reports_region;
namespace boards = testing::delivery_region;

constexpr const char* standing = "Redacted: what stood here has been taken out for good.";
const ReturnPaper filled{ReturnPaperKind::filled, false, Format::pdf};

Subject of_pack() {
  auto subject = region::of_exercise();
  subject.kind = Kind::pack;
  subject.returns = {region::released_return()};
  return subject;
}

std::string page_of(const ReportId& id) {
  const auto open = region::opened(id);
  return documents::to_page(document_of(open.report, open.version, {}));
}

int differing_cells(const std::vector<documents::Block>& a,
                    const std::vector<documents::Block>& b) {
  int differ = 0;
  EXPECT_EQ(a.size(), b.size());
  for (std::size_t at = 0; at < a.size() && at < b.size(); ++at) {
    const auto* one = std::get_if<documents::Table>(&a[at]);
    const auto* other = std::get_if<documents::Table>(&b[at]);
    if (one == nullptr || other == nullptr) {
      EXPECT_EQ(a[at], b[at]);
      continue;
    }
    for (std::size_t row = 0; row < one->rows.size(); ++row) {
      for (std::size_t cell = 0; cell < one->rows[row].size(); ++cell)
        if (!(one->rows[row][cell] == other->rows.at(row).at(cell))) ++differ;
    }
  }
  return differ;
}

Result<std::string> as_page(const documents::Document& document, Format) {
  return documents::to_page(document);
}

class Redactions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override {
    region::empty();
    kept_.run("create temp table kept as select * from tenant.return_box");
    kept_.run("create temp table receipts as select * from directory.receipt");
    const auto of = " from tenant.return_box where return_id = '" + id().text() +
                    "' and version_no = 1 and state = 'text' and length(text) > 20";
    box_ = kept_.one("select min(box_no)" + of);
    words_ = kept_.one("select split_part(text, E'\\n', 1)" + of + " and box_no = '" + box_ + "'");
    ASSERT_GT(words_.size(), 10U);
  }
  // The others find the return as it was.
  void TearDown() override {
    kept_.run(
        "update tenant.return_box b set text = k.text, salt = k.salt, point = k.point,"
        " state = k.state, redacted_at = null from kept k where b.tenant_id = k.tenant_id and"
        " b.return_id = k.return_id and b.version_no = k.version_no and b.box_no = k.box_no and"
        " b.salt is null");
    kept_.run(
        "update directory.receipt r set redacted = k.redacted from receipts k where r.code_hash ="
        " k.code_hash");
  }

  static ReturnId id() { return region::released_return(); }
  static RequestId request() { return RequestId(boards::narrative().request); }
  std::string redaction(const std::string& box, const std::string& more = "") const {
    return "update tenant.return_box set text = null, salt = null, state = 'redacted',"
           " redacted_at = '2027-03-20T09:00:00Z'" +
           more + " where return_id = '" + id().text() + "' and version_no = 1 and box_no = '" +
           box + "'";
  }
  // So many files have bytes while it is not there for others; it is undone.
  int left_within_a_redaction(const std::string& table) const {
    auto raw = Raw::superuser();
    pqxx::work tx(raw.connection());
    tx.exec(redaction(box_));
    return tx.exec("select count(content) from tenant." + table)[0][0].as<int>();
  }
  void redact() const { Raw::superuser().run(redaction(box_)); }
  static std::string of_file(const std::string& what) {
    return Raw::superuser().one("select " + what + " from tenant.report_file");
  }
  static void ask(const ReportId& pack) {
    const auto asked = region::as(region::manager(), [&](postgres::BoardTx& tx) {
      return ask_for_paper(tx, pack, 1, Format::html, region::now);
    });
    ASSERT_TRUE(asked && *asked);
  }
  static Result<ReadyFile> take(const FileId& file) {
    return region::as(region::manager(),
                      [&](postgres::BoardTx& tx) { return take_paper(tx, file); });
  }
  static void ask_for_return() {
    ASSERT_TRUE(*region::as(region::manager(), [](postgres::BoardTx& tx) {
      return ask_for_return_paper(tx, id(), std::nullopt, filled, region::now);
    }));
    ASSERT_TRUE(
        *boards::gateway().as_agency(boards::session_of("lead"), [](postgres::AgencyTx& tx) {
          return ask_for_return_paper(tx, request(), std::nullopt, filled, region::now);
        }));
  }
  static Result<Done> make(const std::string& kind, const Convert& convert = as_page) {
    Raw::superuser().run("update jobs.job set not_before = now() where state = 'waiting'");
    const auto job =
        postgres::JobQueue(boards::worker()).claim_paper(kind, std::chrono::seconds(60));
    if (!job) return Problem{ProblemCode::not_found, "no-job", "No paper is waiting.", {}};
    auto done =
        make_paper(boards::worker(), {job->lease, false}, convert, [] { return region::now; }, {});
    if (!done) (void)postgres::JobQueue(boards::worker()).fail(job->lease, done.problem().detail);
    return done;
  }
  // Whoever converts has the words already.
  Convert redacting_meanwhile() const {
    return [this](const documents::Document& document, Format) -> Result<std::string> {
      auto page = documents::to_page(document);
      EXPECT_THAT(page, HasSubstr(words_));
      redact();
      return page;
    };
  }

  Raw kept_ = Raw::superuser();
  std::string box_, words_;
};

TEST_F(Redactions, find_no_words_of_boxes_in_what_is_kept_of_a_pack) {
  const auto pack = region::made(of_pack());
  EXPECT_THAT(page_of(pack), HasSubstr(words_)) << "the pack says them all the same";
  EXPECT_EQ(region::count("select count(*) from tenant.report_draft d, tenant.return_box b"
                          " where b.return_id = '" +
                          id().text() +
                          "' and b.state = 'text' and length(b.text) > 20"
                          " and position(split_part(b.text, E'\\n', 1) in d.facts::text) > 0"),
            0);
}

TEST_F(Redactions, are_in_a_finished_pack_at_once_which_says_so_and_is_otherwise_the_same) {
  const auto pack = region::made(of_pack());
  region::finished(pack);
  const auto before = region::opened(pack);
  EXPECT_EQ(redaction_of(before.version), "");
  const auto stored = Raw::superuser().one("select md5(d::text) from tenant.report_draft d");
  redact();
  const auto after = region::opened(pack);
  const auto page = page_of(pack);
  EXPECT_THAT(page, Not(HasSubstr(words_)));
  EXPECT_THAT(page, HasSubstr(standing));
  EXPECT_THAT(page, HasSubstr("of 1 box on 20 March 2027"));
  EXPECT_EQ(differing_cells(before.version.facts, after.version.facts), 1);
  EXPECT_EQ(Raw::superuser().one("select md5(d::text) from tenant.report_draft d"), stored)
      << "nothing of a finished version is written";
  EXPECT_EQ(after.version.check_value, before.version.check_value);
  EXPECT_EQ(to_hex(crypto::sha256(canonical_text(after.report, after.version))),
            after.version.check_value)
      << "its check value still proves what was finished";
}

TEST_F(Redactions, are_in_a_draft_as_well_and_what_is_drawn_again_has_nothing_since) {
  const auto pack = region::made(of_pack());
  redact();
  EXPECT_THAT(page_of(pack), Not(HasSubstr(words_)));
  EXPECT_THAT(redaction_of(region::opened(pack).version), Not(HasSubstr("check value")));
  const auto anew = region::made(of_pack());
  EXPECT_EQ(redaction_of(region::opened(anew).version), "");
  EXPECT_THAT(page_of(anew), HasSubstr(standing));
  EXPECT_THAT(page_of(anew), Not(HasSubstr(words_)));
}

TEST_F(Redactions, of_several_days_are_said_by_day) {
  const auto pack = region::made(of_pack());
  redact();
  const auto other =
      kept_.one("select max(box_no) from tenant.return_box where return_id = '" + id().text() +
                "' and version_no = 1 and state = 'text' and text <> ''");
  ASSERT_NE(other, box_);
  Raw::superuser().run(redaction(other));
  Raw::superuser().run(
      "update tenant.return_box set redacted_at = '2027-04-02T09:00:00Z' where"
      " box_no = '" +
      other + "' and redacted_at is not null");
  EXPECT_THAT(redaction_of(region::opened(pack).version),
              HasSubstr("of 1 box on 20 March 2027 and of 1 box on 2 April 2027"));
}

TEST_F(Redactions, are_dated_by_the_database_where_whoever_redacts_says_no_day) {
  Raw::superuser().run("update tenant.return_box set text = null, salt = null where return_id = '" +
                       id().text() + "' and version_no = 1 and box_no = '" + box_ + "'");
  EXPECT_EQ(region::count("select count(*) from tenant.return_box where redacted_at > now() -"
                          " interval '1 minute'"),
            1);
  EXPECT_EQ(Raw::superuser().refusal({"update tenant.return_box set redacted_at = now()"}), "23514")
      << "a box with its words was not redacted";
}

TEST_F(Redactions, remove_files_of_packs_in_the_same_transaction_and_these_are_made_anew) {
  const auto pack = region::made(of_pack());
  region::finished(pack);
  ask(pack);
  ASSERT_TRUE(make("make_long_paper"));
  const auto before = region::opened(pack).files.front();
  EXPECT_THAT(take(before.id)->bytes, HasSubstr(words_));
  EXPECT_EQ(left_within_a_redaction("report_file"), 0);
  EXPECT_EQ(of_file("count(content)"), "1") << "it was undone";
  redact();
  EXPECT_EQ(of_file("state || ': ' || reason"), "removed: Words were redacted on 20 March 2027.");
  EXPECT_EQ(of_file("count(content) + count(sha256) + count(size_bytes)"), "0");
  EXPECT_EQ(take(before.id).problem().code, ProblemCode::not_found);
  ask(pack);
  ASSERT_TRUE(make("make_long_paper"));
  const auto anew = take(region::opened(pack).files.front().id);
  ASSERT_TRUE(anew);
  EXPECT_THAT(anew->bytes, HasSubstr(standing));
  EXPECT_THAT(anew->bytes, HasSubstr("of 1 box on 20 March 2027"));
  EXPECT_THAT(anew->bytes, Not(HasSubstr(words_)));
}

TEST_F(Redactions, leave_files_of_what_holds_no_such_return) {
  auto subject = region::of_exercise();
  subject.kind = Kind::pack;
  subject.papers = {region::made(region::of_march())};
  const auto pack = region::made(subject);
  ask(pack);
  ASSERT_TRUE(make("make_long_paper"));
  redact();
  EXPECT_EQ(of_file("state"), "ready");
  EXPECT_TRUE(take(region::opened(pack).files.front().id));
}

TEST_F(Redactions, reach_what_is_being_made_just_then) {
  const auto pack = region::made(of_pack());
  ask(pack);
  EXPECT_EQ(make("make_long_paper", redacting_meanwhile()).problem().key, "outdated");
  EXPECT_EQ(of_file("state"), "removed");
  EXPECT_EQ(of_file("count(content)"), "0");
  EXPECT_TRUE(make("make_long_paper")) << "nobody waits for it any more";
  EXPECT_EQ(of_file("count(content)"), "0");
  EXPECT_EQ(
      region::count("select count(*) from jobs.job where kind = 'make_long_paper' and state in"
                    " ('waiting', 'running')"),
      0);
}

TEST_F(Redactions, let_what_only_waits_be_made_without_the_words) {
  const auto pack = region::made(of_pack());
  ask(pack);
  redact();
  EXPECT_EQ(of_file("state"), "asked");
  ASSERT_TRUE(make("make_long_paper"));
  EXPECT_THAT(take(region::opened(pack).files.front().id)->bytes, Not(HasSubstr(words_)));
}

TEST_F(Redactions, remove_papers_of_the_return_from_the_board_and_from_the_agency) {
  ask_for_return();
  ASSERT_TRUE(make("make_paper"));
  ASSERT_TRUE(make("make_paper"));
  const auto bytes = "select count(content) from tenant.return_paper";
  EXPECT_EQ(region::count(bytes), 2);
  EXPECT_EQ(left_within_a_redaction("return_paper"), 0);
  EXPECT_EQ(region::count(bytes), 2);
  redact();
  EXPECT_EQ(region::count(bytes), 0);
  EXPECT_EQ(region::count("select count(*) from tenant.return_paper where state = 'removed' and"
                          " reason = 'Words were redacted on 20 March 2027.'"),
            2);
  ask_for_return();
  ASSERT_TRUE(make("make_paper"));
  ASSERT_TRUE(make("make_paper"));
  EXPECT_EQ(region::count(std::string(bytes) + " where position('Redacted: what stood' in"
                                               " convert_from(content, 'UTF8')) > 0"),
            2);
}

TEST_F(Redactions, reach_papers_of_the_return_that_are_being_made_just_then) {
  ask_for_return();
  EXPECT_FALSE(make("make_paper", redacting_meanwhile()));
  EXPECT_EQ(region::count("select count(content) from tenant.return_paper"), 0);
  EXPECT_EQ(region::count("select count(*) from tenant.return_paper where state = 'removed'"), 1);
  while (make("make_paper")) {
  }
  EXPECT_EQ(region::count("select count(*) from jobs.job where kind = 'make_paper' and state in"
                          " ('waiting', 'running')"),
            0);
  EXPECT_EQ(region::count("select count(content) from tenant.return_paper"), 1)
      << "what waited was made, without the words";
  EXPECT_EQ(region::count("select count(*) from tenant.return_paper where position('" + words_ +
                          "' in convert_from(content, 'UTF8')) > 0"),
            0);
}

// A redaction that was written before somebody asks, and is there for others only later.
template <class Work>
void while_nobody_sees(const std::string& redaction, Work&& work) {
  auto raw = Raw::superuser();
  pqxx::work tx(raw.connection());
  tx.exec(redaction);
  std::jthread later;
  work([&] {
    later = std::jthread([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(700));
      tx.commit();
    });
  });
}

TEST_F(Redactions, are_waited_for_by_whoever_keeps_a_paper_of_the_return) {
  while_nobody_sees(redaction(box_), [](auto&& commit_soon) {
    ask_for_return();
    for (int side = 1; side <= 2; ++side) {
      const auto slow = [&](const documents::Document& document, Format) -> Result<std::string> {
        if (side == 1) commit_soon();
        return documents::to_page(document);
      };
      EXPECT_EQ(static_cast<bool>(make("make_paper", slow)), side == 2);
    }
  });
  EXPECT_EQ(region::count("select count(*) from tenant.return_paper where position('" + words_ +
                          "' in convert_from(content, 'UTF8')) > 0"),
            0);
}

TEST_F(Redactions, are_waited_for_by_whoever_keeps_a_pack) {
  while_nobody_sees(redaction(box_), [this](auto&& commit_soon) {
    const auto pack = region::made(of_pack());
    ask(pack);
    const auto slow = [&](const documents::Document& document, Format) -> Result<std::string> {
      commit_soon();
      auto page = documents::to_page(document);
      EXPECT_THAT(page, HasSubstr(words_));
      return page;
    };
    EXPECT_EQ(make("make_long_paper", slow).problem().key, "outdated");
  });
  EXPECT_EQ(of_file("count(content)"), "0");
  ASSERT_TRUE(make("make_long_paper"));
  EXPECT_EQ(of_file("count(content)"), "1") << "the next try reads anew";
  EXPECT_EQ(of_file("position('" + words_ + "' in convert_from(content, 'UTF8'))"), "0");
}

// As a redaction that no trigger followed.
TEST_F(Redactions, that_nobody_saw_keep_a_file_from_being_kept) {
  ask_for_return();
  const auto unseen = [this](const documents::Document& document, Format) -> Result<std::string> {
    auto raw = Raw::superuser();
    raw.run("set session_replication_role = replica");
    raw.run(redaction(box_));
    return documents::to_page(document);
  };
  EXPECT_EQ(make("make_paper", unseen).problem().key, "outdated");
  EXPECT_EQ(region::count("select count(content) from tenant.return_paper"), 0);
}

TEST_F(Redactions, take_the_papers_out_of_packs_that_were_drafted_before_boxes_were_named) {
  const auto pack = region::made(of_pack());
  region::finished(pack);
  Raw::superuser().run(
      "update tenant.report_draft set holds_words = true, facts = jsonb_build_array("
      "jsonb_build_object('is', 'paragraph', 'spans', jsonb_build_array(jsonb_build_object('text',"
      " (select b.text from tenant.return_box b where b.return_id = '" +
      id().text() + "' and b.version_no = 1 and b.box_no = '" + box_ + "')))))");
  EXPECT_THAT(page_of(pack), HasSubstr(words_));
  redact();
  EXPECT_THAT(page_of(pack), Not(HasSubstr(words_)));
  EXPECT_THAT(page_of(pack), HasSubstr("This version held copies of its papers."));
  EXPECT_EQ(region::count("select count(*) from tenant.report_draft where holds_words"), 0);
}

}  // namespace
}  // namespace onereturn::reports
