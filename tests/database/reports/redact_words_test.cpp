// What the database's superuser runs on a board's instruction, as the runbook says it.

#include <algorithm>
#include <cctype>

#include <gmock/gmock.h>

#include "domain/audit_log/openings.hpp"
#include "domain/documents/document_html.hpp"
#include "domain/reports/report_document.hpp"
#include "reports_region.hpp"
#include "support/process.hpp"

namespace onereturn::reports {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Raw;
namespace region = testing::reports_region;
namespace boards = testing::delivery_region;

using Said = std::map<std::string, std::string>;

struct Ran {
  int status = 0;
  std::string output;
};

Ran run(const Said& said) {
  const auto& database = testing::TestDatabase::instance();
  std::vector<std::string> command = {
      "psql", "-X",
      "-h",   database.sockets(),
      "-U",   database.superuser(),
      "-d",   database.name(),
      "-f",   ONERETURN_SOURCE_DIR "/schemas/database/redact-words.sql"};
  for (const auto& [name, value] : said) {
    command.insert(command.end(), {"-v", name + "=" + value});
  }
  testing::Process psql(command, {});
  const int status = psql.wait(std::chrono::seconds(30));
  return {status, psql.output()};
}

class RedactingWords : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override {
    region::empty();
    raw_.run("create temp table boxes as select * from tenant.return_box");
    raw_.run("create temp table receipts as select * from directory.receipt");
    const auto of = " from tenant.return_box where return_id = '" + id() +
                    "' and version_no = 1 and state = 'text' and length(text) > 20";
    box_ = raw_.one("select min(box_no)" + of);
    other_ = raw_.one("select max(box_no)" + of);
    words_ = raw_.one("select text" + of + " and box_no = '" + box_ + "'");
    receipt_ = raw_.one("select receipt_code from tenant.return_version where return_id = '" +
                        id() + "' and version_no = 1");
    ASSERT_NE(box_, other_);
    ASSERT_GT(words_.size(), 20U);
  }
  // The others find the return as it was.
  void TearDown() override {
    raw_.run(
        "update tenant.return_box b set text = k.text, salt = k.salt, point = k.point,"
        " na_reason = k.na_reason, state = k.state, redacted_at = null from boxes k where"
        " b.tenant_id = k.tenant_id and b.return_id = k.return_id and"
        " b.version_no = k.version_no and b.box_no = k.box_no and"
        " b.text is distinct from k.text");
    raw_.run(
        "update directory.receipt r set redacted = k.redacted from receipts k where"
        " r.code_hash = k.code_hash");
  }

  static std::string id() { return region::released_return().text(); }
  Said asked() const {
    return {{"receipt", receipt_},
            {"box", box_},
            {"by", "first.manager@delivery.example"},
            {"case", "IG-2027-14"}};
  }
  Said changing() const {
    auto said = asked();
    said["change"] = "yes";
    return said;
  }
  std::string stored() {
    return raw_.one(
        "select md5(string_agg(b::text, '' order by b.tenant_id, b.return_id, b.version_no,"
        " b.box_no)) || (select count(*) from tenant.audit_entry) ||"
        " (select sum(redacted) from directory.receipt) from tenant.return_box b");
  }

  Raw raw_ = Raw::superuser();
  std::string box_, other_, words_, receipt_;
};

TEST_F(RedactingWords, changes_nothing_before_somebody_says_so_and_says_what_it_would_do) {
  const auto before = stored();
  for (auto said : {asked(), changing()}) {
    if (said.contains("change")) said["change"] = "no";
    const auto ran = run(said);
    EXPECT_EQ(ran.status, 0) << ran.output;
    EXPECT_THAT(ran.output, AllOf(HasSubstr("Version 1, box " + box_ + ": " +
                                            std::to_string(words_.size()) + " characters"),
                                  HasSubstr("Nothing was changed"), Not(HasSubstr("Done."))));
    EXPECT_THAT(ran.output, Not(HasSubstr(words_))) << "what names a child is not in a terminal";
    EXPECT_EQ(stored(), before);
  }
}

TEST_F(RedactingWords, takes_them_from_the_box_and_the_pack_and_says_so_on_the_receipt) {
  auto subject = region::of_exercise();
  subject.kind = Kind::pack;
  subject.returns = {region::released_return()};
  const auto pack = region::made(subject);
  const auto page = [&] {
    const auto open = region::opened(pack);
    return documents::to_page(document_of(open.report, open.version, {}));
  };
  const auto first_line = words_.substr(0, words_.find('\n'));
  ASSERT_THAT(page(), HasSubstr(first_line));
  const auto hash = raw_.one("select hash from tenant.return_version where return_id = '" + id() +
                             "' and version_no = 1");

  auto said = changing();
  std::ranges::transform(said["receipt"], said["receipt"].begin(),
                         [](unsigned char sign) { return std::tolower(sign); });
  const auto ran = run(said);
  ASSERT_EQ(ran.status, 0) << ran.output;
  EXPECT_THAT(ran.output, HasSubstr("Done."));

  EXPECT_THAT(page(), AllOf(Not(HasSubstr(first_line)), HasSubstr("Redacted: what stood here")));
  EXPECT_EQ(raw_.one("select state || coalesce(text, '') || coalesce(encode(salt, 'hex'), '') ||"
                     " coalesce(point, '') || (redacted_at > now() - interval '1 minute')"
                     " from tenant.return_box where return_id = '" +
                     id() + "' and version_no = 1 and box_no = '" + box_ + "'"),
            "redactedtrue");
  EXPECT_EQ(raw_.one("select redacted from directory.receipt where code_hash = sha256('" +
                     receipt_ + "')"),
            "1");
  EXPECT_EQ(raw_.one("select hash from tenant.return_version where return_id = '" + id() +
                     "' and version_no = 1"),
            hash);
  EXPECT_THAT(run(said).output, HasSubstr("has words in a box")) << "there are none left";
}

TEST_F(RedactingWords, removes_the_files_that_held_them) {
  raw_.run(
      "insert into tenant.return_paper (tenant_id, board_id, request_id, version_no, kind,"
      " with_sources, format, file_id, state, asked_by, asked_at, made_at, size_bytes, sha256,"
      " content) select r.tenant_id, r.tenant_id, r.request_id, 1, 'filled', false, 'pdf',"
      " gen_random_uuid(), 'ready', p.person_id, now(), now(), 1, sha256('x'), 'x'"
      " from tenant.return r, identity.person p where p.display_name = 'first manager'"
      " and r.return_id = '" +
      id() + "'");
  EXPECT_THAT(run(changing()).output, HasSubstr("1 files that held them are removed."));
  EXPECT_EQ(raw_.one("select state || count(content) from tenant.return_paper group by state"),
            "removed0");
}

TEST_F(RedactingWords, stands_in_the_trail_of_the_board_and_of_the_agency) {
  ASSERT_EQ(run(changing()).status, 0);
  const auto last = [&](const std::string& party) {
    return raw_.one(
        "select e.what || ' ' || coalesce(e.role, '-') || ' ' || e.subject_ref || ' ' ||"
        " p.display_name || ' ' || (e.facts ->> 'detail') from tenant.audit_entry e"
        " join identity.person p using (person_id) where e.tenant_id = '" +
        party + "' order by e.entry_no desc limit 1");
  };
  const auto detail = " first manager box " + box_ + ", IG-2027-14";
  EXPECT_EQ(last(boards::narrative().party), "return.redacted manager " + id() + detail);
  EXPECT_EQ(last(boards::agency), "return.redacted - " + id() + detail);
  // The region lives in 2027, and psql by the database's clock.
  const auto today =
      parse_date(raw_.one("select (now() at time zone 'Europe/London')::date::text"));
  const auto read = region::as(region::manager(), [&](postgres::BoardTx& tx) {
    return audit_log::list_trail(tx, std::nullopt, {today, today, "", 50});
  });
  ASSERT_TRUE(read && !read->list.empty());
  EXPECT_EQ(read->list.front().what, "return.redacted");
  EXPECT_EQ(read->list.front().detail, "box " + box_ + ", IG-2027-14");
  EXPECT_EQ(read->list.front().name, "first manager");
}

TEST_F(RedactingWords, says_where_else_the_agency_gave_them) {
  const auto line = words_.substr(0, words_.find('\n'));
  raw_.run(
      "update tenant.return_box set text = 'Before. ' || (select text from boxes where"
      " return_id = '" +
      id() + "' and version_no = 1 and box_no = '" + box_ + "') where return_id = '" + id() +
      "' and version_no = 1 and box_no = '" + other_ + "'");
  const auto ran = run(asked());
  EXPECT_THAT(ran.output, HasSubstr("The same words may stand in: "));
  EXPECT_THAT(ran.output, HasSubstr(", receipt " + receipt_ + ", version 1, box " + other_));
  EXPECT_THAT(ran.output, Not(HasSubstr(line)));
}

TEST_F(RedactingWords, names_the_boxes_that_have_words_to_whoever_named_another) {
  auto said = asked();
  said["box"] = "99.99";
  EXPECT_THAT(run(said).output, HasSubstr("There are words in: " + box_ + ", "));
  EXPECT_THAT(run(said).output, HasSubstr(other_));
  EXPECT_EQ(run(changing()).status, 0);
  EXPECT_THAT(run(said).output, Not(HasSubstr("words in: " + box_ + ", ")));
}

struct Wrong {
  const char* name;
  const char* variable;
  const char* value;
  const char* said;
};

class WrongRedaction : public RedactingWords, public ::testing::WithParamInterface<Wrong> {};

TEST_P(WrongRedaction, is_refused_with_its_reason_and_changes_nothing) {
  const auto before = stored();
  auto said = changing();
  if (GetParam().value == nullptr) {
    said.erase(GetParam().variable);
  } else {
    said[GetParam().variable] = GetParam().value;
  }
  const auto ran = run(said);
  EXPECT_EQ(ran.status, 3) << ran.output;
  EXPECT_THAT(ran.output, HasSubstr(GetParam().said));
  EXPECT_EQ(stored(), before);
}

INSTANTIATE_TEST_SUITE_P(
    Each, WrongRedaction,
    ::testing::Values(
        Wrong{"no_receipt", "receipt", nullptr, "no version of a return has this code"},
        Wrong{"unknown_receipt", "receipt", "0000-0000-0000-0000-0000", "no version of a return"},
        Wrong{"no_code", "receipt", "' or true --", "no version of a return has this code"},
        Wrong{"no_box", "box", nullptr, "has words in a box of this number"},
        Wrong{"unknown_box", "box", "99.99", "has words in a box of this number"},
        Wrong{"nobody", "by", nullptr, "is a manager of the board"},
        Wrong{"stranger", "by", "nobody@delivery.example", "is a manager of the board"},
        Wrong{"another_board", "by", "second.manager@delivery.example",
              "is a manager of the board"},
        Wrong{"the_agency", "by", "lead@delivery.example", "is a manager of the board"},
        Wrong{"an_assistant", "by", "assistant@reports.example", "is a manager of the board"},
        Wrong{"no_reference", "case", nullptr, "a reference of 1 to 40"},
        Wrong{"words", "case", "about a child", "a reference of 1 to 40"}),
    [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace onereturn::reports
