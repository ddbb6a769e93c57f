// An agency says once how it is going: each board that follows it reads that, with the pieces that
// it was given, and learns nothing of another board. From every side.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/actions/read_my_list.hpp"
#include "domain/actions/report_progress.hpp"
#include "followed.hpp"

namespace onereturn::testing {
namespace {

using actions::Decision;
using namespace followed;

std::string piece(const std::string& title, const std::vector<region::Board>& boards) {
  const auto id = random_uuid();
  auto raw = Raw::superuser();
  const auto lead = raw.one("select person_id from identity.membership where party_id = '" +
                            region::agency + "' limit 1");
  raw.run("insert into tenant.evidence (tenant_id, evidence_id, title, kept_where) values ('" +
          region::agency + "', '" + id + "', '" + title + "', 'Room 2')");
  raw.run(
      "insert into tenant.evidence_version (tenant_id, evidence_id, version, title, kept_where,"
      " saved_by) values ('" +
      region::agency + "', '" + id + "', 1, '" + title + "', 'Room 2', '" + lead + "')");
  for (const auto& board : boards) {
    raw.run(
        "insert into tenant.evidence_grant (tenant_id, evidence_id, board_id, granted_by) values"
        " ('" +
        region::agency + "', '" + id + "', '" + board.party + "', '" + lead + "')");
  }
  return id;
}

class Progress : public ::testing::Test {
 protected:
  void SetUp() override { seed(); }

  static actions::ReportProgress report(const std::string& undertaking) {
    actions::ReportProgress report;
    report.undertaking = undertaking;
    report.said = "under_way";
    report.text = "Half of the crews are trained.";
    report.at = now;
    return report;
  }
  static Result<int> send(const std::string& who, const actions::ReportProgress& report) {
    return as_agency(who,
                     [&](postgres::AgencyTx& tx) { return actions::report_progress(tx, report); });
  }
  static std::vector<actions::Undertaking> list_of(const std::string& who) {
    auto list = as_agency(who, [](postgres::AgencyTx& tx) { return actions::read_my_list(tx); });
    return std::move(list.value());
  }
  static bool lists(const std::string& who, const std::string& id) {
    const auto list = list_of(who);
    return std::any_of(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
  }
};

TEST_F(Progress, is_said_once_and_stands_in_each_boards_record_as_it_was_said) {
  auto said = report(commitment());
  said.pieces = {EvidenceId(piece("For the first alone", {words_board()})),
                 EvidenceId(piece("For both", {words_board(), lights_board()})),
                 EvidenceId(piece("For none", {}))};
  const auto sent = send("lead", said);
  ASSERT_TRUE(sent.has_value()) << sent.problem().detail;
  EXPECT_EQ(*sent, 2);
  EXPECT_EQ(run_jobs("carry_progress"), 2);
  const auto first = read(words_board(), action_of(words_board())).file;
  EXPECT_EQ(first.history.front().kind, "progress");
  EXPECT_EQ(first.history.front().text, said.text);
  EXPECT_EQ(first.history.front().by_kind, "agency");
  EXPECT_EQ(first.history.front().by_name, "lead");
  EXPECT_EQ(first.history.front().at, now);
  EXPECT_EQ(first.action.said, "under_way");
  EXPECT_EQ(first.action.point, "") << "only the board says where it stands";
  ASSERT_EQ(first.pieces.size(), 2U);
  const auto second = read(lights_board(), action_of(lights_board())).file;
  ASSERT_EQ(second.pieces.size(), 1U);
  EXPECT_EQ(second.pieces[0].title, "For both");
  EXPECT_EQ(run_jobs("carry_progress"), 0);
}

TEST_F(Progress, shows_no_board_that_another_one_follows_the_same) {
  const auto enter = "select * from identity.enter(sha256('" + words_board().manager + "'::bytea))";
  Raw gateway("gateway");
  for (const auto* table : {"tenant.action_link", "tenant.progress_report",
                            "tenant.progress_report_action", "tenant.progress_report_evidence"}) {
    EXPECT_EQ(gateway.refusal({enter, std::string("select * from ") + table}), "42501");
  }
  for (const auto* column : {"evidence_id", "evidence_version"}) {
    EXPECT_EQ(
        gateway.refusal({enter, std::string("select ") + column + " from tenant.action_evidence"}),
        "42501")
        << "the same number at two boards would tell";
  }
  EXPECT_EQ(
      one("select count(*) from tenant.action_status where tenant_id = '" + words_board().party +
          "' and (text || told || by_name) like '%" + lights_board().party + "%'"),
      "0");
}

TEST_F(Progress, is_not_the_other_agencys_to_report) {
  EXPECT_EQ(send("other lead", report(commitment())).problem().code, ProblemCode::not_found);
  EXPECT_EQ(send("other lead", report(action_of(words_board()).text())).problem().code,
            ProblemCode::not_found);
  EXPECT_EQ(send("lead", report("no id")).problem().code, ProblemCode::not_found);
  EXPECT_EQ(send("lead", report(action_of(words_board()).text())).problem().code,
            ProblemCode::not_found)
      << "what came from an undertaking is reported on there, once for all";
}

TEST_F(Progress, on_an_action_of_one_board_goes_to_that_board) {
  const auto id = by_hand(words_board(), "Only of this board");
  EXPECT_TRUE(lists("lead", id.text()));
  EXPECT_FALSE(lists("other lead", id.text()));
  auto said = report(id.text());
  said.said = "done";
  const auto sent = send("lead", said);
  ASSERT_TRUE(sent.has_value()) << sent.problem().detail;
  EXPECT_EQ(*sent, 1);
  run_jobs("carry_progress");
  EXPECT_EQ(read(words_board(), id).file.action.said, "done");
  actions::ActionFilter to_verify;
  to_verify.shows = {"to_verify"};
  EXPECT_GE(list(words_board(), to_verify).all, 1);
}

TEST_F(Progress, asks_for_words_and_for_a_day_that_is_to_come) {
  auto said = report(commitment());
  said.said = "";
  said.text = "  ";
  said.new_on = parse_date("2027-10-04");
  said.pieces = {EvidenceId(random_uuid())};
  std::vector<std::string> fields;
  const auto wrong = send("lead", said);
  for (const auto& field : wrong.problem().fields)
    fields.push_back(field.field);
  EXPECT_THAT(fields, ::testing::UnorderedElementsAre("said", "text", "new", "pieces"));
  said = report(commitment());
  said.text = std::string(10'001, 'x');
  EXPECT_EQ(send("lead", said).problem().fields.at(0).field, "text");
}

TEST_F(Progress, is_asked_for_again_with_words_that_the_agency_reads) {
  const auto id = by_hand(words_board(), "Asked twice");
  const auto asked = as_board(words_board(), [&](postgres::BoardTx& tx) {
    return actions::decide(
        tx, {held(words_board(), id), Decision::ask_again, "Send the signed copy", "", {}});
  });
  ASSERT_TRUE(asked.has_value()) << asked.problem().detail;
  const auto list = list_of("lead");
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.id == id.text(); });
  ASSERT_NE(found, list.end());
  EXPECT_TRUE(found->is_asked());
  EXPECT_EQ(found->boards.at(0).asked, "Send the signed copy");
  ASSERT_TRUE(send("lead", report(id.text())).has_value());
  run_jobs("carry_progress");
  EXPECT_FALSE(read(words_board(), id).file.action.asked_again);
}

TEST_F(Progress, leaves_the_boards_own_words_and_people_to_the_board) {
  const auto id = by_hand(words_board(), "Private words");
  const auto enter = "select * from identity.enter(sha256('lead'::bytea))";
  Raw gateway("gateway");
  for (const auto* column : {"text", "by_name"}) {
    EXPECT_EQ(
        gateway.refusal({enter, std::string("select ") + column + " from tenant.action_status"}),
        "42501");
  }
  for (const auto* column : {"with_person", "entry_id", "version", "news_at"}) {
    EXPECT_EQ(gateway.refusal({enter, std::string("select ") + column + " from tenant.action"}),
              "42501");
  }
  EXPECT_EQ(gateway.refusal({enter, "update tenant.action set said = 'done'"}), "42501");
  EXPECT_TRUE(lists("lead", id.text()));
}

TEST_F(Progress, of_a_site_is_seen_by_that_site_and_not_by_another) {
  auto raw = Raw::superuser();
  const auto here = random_uuid();
  const auto there = random_uuid();
  for (const auto& [unit, who] : {std::pair{here, std::string("here")}, {there, "there"}}) {
    raw.run("insert into tenant.unit (tenant_id, unit_id, parent_unit_id, name) values ('" +
            region::agency + "', '" + unit + "', '" + region::agency + "', '" + who + "')");
    const auto person = random_uuid();
    const auto membership = random_uuid();
    Raw owner("operator");
    owner.run("select operator.add_person('" + person + "', '" + who + "@site.example', '" + who +
              "', '')");
    owner.run("select operator.add_membership('" + membership + "', '" + person + "', '" +
              region::agency + "', '" + unit + "', 'lead', '')");
    owner.run("select operator.issue_session(sha256('" + who + "'::bytea), '" + person + "', '" +
              membership + "', 'bearer', '1 day')");
  }
  const auto id = by_hand(words_board(), "At this site");
  raw.run("update tenant.action set unit_id = '" + here + "' where action_id = '" + id.text() +
          "'");
  EXPECT_TRUE(lists("here", id.text()));
  EXPECT_TRUE(lists("lead", id.text())) << "the whole agency sees its sites";
  EXPECT_FALSE(lists("there", id.text()));
  for (const auto& [who, rows] : {std::pair{std::string("here"), "1"}, {"there", "0"}}) {
    Raw gateway("gateway");
    pqxx::work work(gateway.connection());
    work.exec("select * from identity.enter(sha256('" + who + "'::bytea))");
    EXPECT_STREQ(
        work.exec1("select count(*) from tenant.action where action_id = '" + id.text() + "'")[0]
            .c_str(),
        rows)
        << "the policy itself, whatever a statement asks";
  }
  EXPECT_EQ(send("there", report(id.text())).problem().code, ProblemCode::not_found);
  const auto sent = send("here", report(id.text()));
  EXPECT_TRUE(sent.has_value()) << sent.problem().detail;
}

TEST_F(Progress, is_carried_once_even_when_two_workers_hold_the_job) {
  const auto id = by_hand(words_board(), "Carried once");
  ASSERT_TRUE(send("lead", report(id.text())).has_value());
  run_jobs("carry_progress");
  const auto before = read(words_board(), id).file.history.size();
  const auto job =
      one("select job_id from jobs.job where kind = 'carry_progress' order by"
          " announced_at desc limit 1");
  EXPECT_THROW(region::worker().call({"again", "select app.carry_progress($1, $2)"}, job, 1),
               postgres::StaleFence);
  EXPECT_EQ(read(words_board(), id).file.history.size(), before);
}

}  // namespace
}  // namespace onereturn::testing
