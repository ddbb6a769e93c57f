// Files of evidence, as the roles of the service see them: the agency's own, the check for viruses,
// and what a board may know of a piece that another board has too.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/evidence/evidence_asks.hpp"
#include "domain/evidence/evidence_store.hpp"
#include "domain/evidence/keep_evidence.hpp"
#include "domain/evidence/keep_files.hpp"
#include "domain/evidence/piece_store.hpp"
#include "evidence_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
namespace here = evidence_region;
using namespace onereturn::evidence;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using here::added;
using here::as;
using here::check_all;
using here::file;
using here::gateway;
using here::piece;
using here::session_of;
using here::today;

class EvidenceFiles : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { here::seed(); }
  void TearDown() override { check_all(""); }
};

TEST_F(EvidenceFiles, are_pending_until_the_check_has_passed_them) {
  const auto id = added("lead one", file("one", "Policy one"));
  EXPECT_EQ(piece("lead one", id).file->scan, Scan::pending);
  EXPECT_EQ(check_all(""), 1);
  EXPECT_EQ(piece("lead one", id).file->scan, Scan::clean);
}

TEST_F(EvidenceFiles, keep_what_was_found_in_them_and_leave_the_copies) {
  const auto id = added("lead one", file("bad", "Policy bad"));
  check_all("Planted");
  const auto blocked = piece("lead one", id);
  EXPECT_EQ(blocked.file->scan, Scan::blocked);
  EXPECT_EQ(blocked.file->found, "Planted");
  const auto kept = as("lead one", [](postgres::AgencyTx& tx) {
    return Result(load_evidence(tx, UnitId{region::agency_one}));
  });
  for (const auto& each : *kept)
    EXPECT_NE(each.evidence, id);
}

TEST_F(EvidenceFiles, are_checked_again_when_a_refused_one_comes_again) {
  added("lead one", file("twice", "Policy twice"));
  check_all("Planted");
  const auto again = added("lead one", file("twice", "Policy twice"));
  EXPECT_EQ(piece("lead one", again).file->scan, Scan::pending);
  EXPECT_EQ(check_all(""), 1);
  EXPECT_EQ(piece("lead one", again).file->scan, Scan::clean);
}

TEST_F(EvidenceFiles, are_one_content_and_one_check_however_many_pieces_they_are) {
  const auto first = added("lead one", file("shared", "First"));
  const auto second = added("lead one", file("shared", "Second"));
  EXPECT_NE(first, second);
  EXPECT_EQ(check_all(""), 1);
  EXPECT_EQ(piece("lead one", second).file->scan, Scan::clean);
}

TEST_F(EvidenceFiles, are_the_same_piece_when_the_upload_is_repeated) {
  const auto first = added("lead one", file("again", "Again"));
  EXPECT_EQ(added("lead one", file("again", "Again")), first);
}

TEST_F(EvidenceFiles, have_versions_of_which_each_stays) {
  const auto id = added("lead one", file("v1", "Versions"));
  const auto next = [&](const std::string& content) {
    return as("lead one", [&](postgres::AgencyTx& tx) {
      return add_version(tx, id, file(content, "Versions"), today);
    });
  };
  EXPECT_TRUE(next("v2").has_value());
  EXPECT_TRUE(next("v2").has_value()) << "the same content again changes nothing";
  const auto versions =
      as("lead one", [&](postgres::AgencyTx& tx) { return Result(load_versions(tx, id)); });
  ASSERT_THAT(*versions, SizeIs(2));
  EXPECT_EQ((*versions)[0].file->sha256, crypto::sha256("v2"));
  EXPECT_EQ((*versions)[1].file->sha256, crypto::sha256("v1"));
}

TEST_F(EvidenceFiles, ask_for_a_reason_when_a_name_looks_like_a_childs) {
  auto written = file("child", "");
  written.file.name = "Jamie_Samplen_12-03-2015.pdf";
  const auto add = [&] {
    return as("lead one", [&](postgres::AgencyTx& tx) { return add_file(tx, written, today); });
  };
  const auto refused = add();
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.problem().key, "child-details");
  EXPECT_EQ(refused.problem().fields.front().field, "names_reason");
  written.names_reason = "An invented name.";
  const auto made = add();
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(piece("lead one", *made).names_reason, "An invented name.");
}

TEST_F(EvidenceFiles, belong_to_their_agency) {
  const auto id = added("lead one", file("own", "Own"));
  EXPECT_EQ(
      as("lead two", [&](postgres::AgencyTx& tx) { return find_piece(tx, id); }).problem().code,
      ProblemCode::not_found);
  const auto changed = as("lead two", [&](postgres::AgencyTx& tx) {
    return add_version(tx, id, file("theirs", "Theirs"), today);
  });
  EXPECT_EQ(changed.problem().code, ProblemCode::not_found);
  const auto same = added("lead two", file("own", "Own"));
  EXPECT_NE(same, id) << "the same file of another agency is another's";
}

TEST_F(EvidenceFiles, are_not_passed_by_anybody_but_the_job) {
  added("lead one", file("forged", "Forged"));
  Raw raw("gateway");
  EXPECT_EQ(
      raw.refusal({region::enter("lead two"), "update tenant.evidence_blob set scan = 'clean'",
                   "do $$ begin if (select count(*) from tenant.evidence_blob where scan ="
                   " 'clean' and tenant_id = '" +
                       region::agency_one + "') > 0 then raise 'seen'; end if; end $$"}),
      "");
  EXPECT_EQ(raw.refusal({region::enter("manager one"), "select * from tenant.evidence_blob"}),
            "42501");
}

// Two boards that compare what their role can read.
TEST_F(EvidenceFiles, have_no_number_that_a_board_can_read) {
  Raw raw("gateway");
  for (const std::string sql :
       {"select evidence_id from tenant.return_evidence",
        "select evidence_version from tenant.return_evidence",
        "select * from tenant.return_evidence", "select submission_id from tenant.return_version",
        "select * from tenant.return_version"}) {
    EXPECT_EQ(raw.refusal({region::enter("manager one"), sql}), "42501") << sql;
  }
  EXPECT_EQ(raw.refusal({region::enter("manager one"),
                         "select return_id, hash, receipt_code from tenant.return_version",
                         "select title, kept_where, blob_sha256 from tenant.return_evidence"}),
            "");
  EXPECT_EQ(
      raw.refusal({region::enter("lead one"), "select evidence_id from tenant.return_evidence",
                   "select submission_id from tenant.return_version"}),
      "")
      << "the agency reads its own";
}

TEST_F(EvidenceFiles, are_asked_for_by_a_board_and_given_by_the_agency) {
  const ReturnId id = here::delivered();
  const auto ask = [&](const std::string& who, int number) {
    return gateway().as_board(session_of(who), [&](postgres::BoardTx& tx) {
      return ask_for_evidence(tx, id, number, "For our visit");
    });
  };
  EXPECT_EQ(ask("manager one", 1).problem().code, ProblemCode::not_found);
  EXPECT_EQ(ask("manager two", 2).problem().code, ProblemCode::not_found) << "it has the file";
  EXPECT_TRUE(ask("manager two", 1).has_value());
  EXPECT_EQ(ask("manager two", 1).problem().code, ProblemCode::conflict);

  const auto asks_of = [](const std::string& who) {
    return *as(who, [](postgres::AgencyTx& tx) { return Result(load_asks(tx, std::nullopt)); });
  };
  EXPECT_THAT(asks_of("lead two"), IsEmpty());
  const auto asks = asks_of("lead one");
  ASSERT_THAT(asks, SizeIs(1));
  EXPECT_EQ(asks[0].title, "Piece 1");

  const auto answer = [&](const std::string& who, const AnswerAsk& with) {
    return as(who,
              [&](postgres::AgencyTx& tx) { return answer_evidence_ask(tx, asks[0].ask, with); });
  };
  EXPECT_EQ(answer("lead two", {std::nullopt, "No"}).problem().code, ProblemCode::not_found);
  EXPECT_EQ(answer("lead one", {std::nullopt, " "}).problem().code, ProblemCode::invalid);
  EXPECT_TRUE(answer("lead one", {file("given", "").file, "Here it is"}).has_value());
  EXPECT_EQ(answer("lead one", {std::nullopt, "No"}).problem().code, ProblemCode::conflict);

  const auto seen = [&](const std::string& who) {
    return gateway().as_board(
        session_of(who), [&](postgres::BoardTx& tx) { return read_delivered_evidence(tx, id); });
  };
  EXPECT_EQ(seen("manager one").problem().code, ProblemCode::not_found);
  const auto mine = seen("manager two");
  ASSERT_TRUE(mine.has_value());
  ASSERT_THAT(mine->asks, SizeIs(1));
  EXPECT_EQ(mine->asks[0].state, AskState::given);
  EXPECT_EQ(mine->asks[0].sha256, crypto::sha256("given"));
  EXPECT_EQ(mine->pieces.size(), 2U);
}

// A newer version of the same return, which has one piece; away again at the end.
struct SecondVersion {
  SecondVersion() {
    const auto with = [](const std::string& sql) {
      Raw::superuser().run(sql + " from tenant.return r where r.return_id = '" +
                           here::delivered().text() + "'");
    };
    with(
        "insert into tenant.return_version (tenant_id, return_id, version_no, agency_id,"
        " template_code, template_version, hash, receipt_code)"
        " select tenant_id, return_id, 2, agency_id, 't2', 1, sha256('h2'), 'code two again'");
    with(
        "insert into tenant.return_evidence (tenant_id, return_id, version_no, evidence_no,"
        " agency_id, evidence_id, evidence_version, title, kept_where) select tenant_id, return_id,"
        " 2, 1, agency_id, gen_random_uuid(), 1, 'Newer piece', 'Room 3'");
    stands(2);
  }
  ~SecondVersion() {
    stands(1);
    Raw::superuser().run("delete from tenant.return_evidence_opening where return_id = '" +
                         here::delivered().text() + "'");
    for (const auto* table : {"return_evidence", "return_version"})
      Raw::superuser().run("delete from tenant." + std::string(table) + " where return_id = '" +
                           here::delivered().text() + "' and version_no = 2");
  }
  static void stands(int version) {
    Raw::superuser().run("update tenant.return set latest_version = " + std::to_string(version) +
                         " where return_id = '" + here::delivered().text() + "'");
  }
};

TEST_F(EvidenceFiles, of_an_earlier_version_stay_with_it) {
  const SecondVersion second;
  const auto pieces = [](const std::string& who, const std::optional<int>& version) {
    std::vector<std::string> titles;
    const auto seen = gateway().as_board(session_of(who), [&](postgres::BoardTx& tx) {
      return read_delivered_evidence(tx, here::delivered(), version);
    });
    if (!seen) return titles;
    for (const auto& piece : seen->pieces)
      titles.push_back(piece.title);
    return titles;
  };
  EXPECT_THAT(pieces("manager two", std::nullopt), ElementsAre("Newer piece"));
  EXPECT_THAT(pieces("manager two", 2), ElementsAre("Newer piece"));
  EXPECT_THAT(pieces("manager two", 1), ElementsAre("Piece 1", "Piece 2"));
  EXPECT_THAT(pieces("manager two", 3), IsEmpty());
  EXPECT_THAT(pieces("manager one", 1), IsEmpty()) << "another board";
  const auto opened = [](int number, const std::optional<int>& version) {
    return gateway().as_board(session_of("manager two"), [&](postgres::BoardTx& tx) {
      return note_opened(tx, here::delivered(), number, *parse_instant("2027-03-16T12:00:00Z"),
                         version);
    });
  };
  EXPECT_EQ(opened(2, std::nullopt).problem().code, ProblemCode::not_found)
      << "the version that stands has one piece";
  EXPECT_TRUE(opened(2, 1).has_value());
  EXPECT_EQ(Raw::superuser().one("select max(version_no)::text from tenant.return_evidence_opening"
                                 " where evidence_no = 2 and return_id = '" +
                                 here::delivered().text() + "'"),
            "1");
}

TEST_F(EvidenceFiles, cannot_be_put_into_a_boards_question_by_a_board) {
  (void)here::delivered();
  Raw raw("gateway");
  EXPECT_EQ(raw.refusal({region::enter("manager two"),
                         "update tenant.return_evidence_ask set state = 'open'"}),
            "42501");
  EXPECT_EQ(
      raw.refusal({region::enter("lead one"), "select asked_by from tenant.return_evidence_ask"}),
      "42501");
}

TEST_F(EvidenceFiles, are_granted_to_boards_that_were_joined_and_to_no_other) {
  const auto id = added("lead two", file("granted", "Granted"));
  const auto grant = [&](const std::string& board) {
    return as("lead two",
              [&](postgres::AgencyTx& tx) { return grant_evidence(tx, id, {BoardId{board}}); });
  };
  EXPECT_TRUE(grant(region::board_two).has_value());
  EXPECT_EQ(grant(region::board_one).problem().code, ProblemCode::not_found);
  const auto boards =
      as("lead two", [](postgres::AgencyTx& tx) { return Result(load_boards(tx)); });
  ASSERT_THAT(*boards, SizeIs(1));
}

TEST_F(EvidenceFiles, that_were_taken_out_are_in_no_list) {
  const auto id = added("lead one", file("out", "Out"));
  EXPECT_TRUE(as("lead one", [&](postgres::AgencyTx& tx) {
                return withdraw_evidence(tx, id);
              }).has_value());
  EXPECT_EQ(piece("lead one", id).title, "");
}

}  // namespace
}  // namespace onereturn::testing
