// Returns on paper: for the board that received and for the agency that answers, each in its own
// place; and what a receipt tells whoever checks it.

#include "domain/reports/return_papers.hpp"

#include <gmock/gmock.h>

#include "domain/documents/document_html.hpp"
#include "domain/fan_out/acknowledge_return.hpp"
#include "domain/fan_out/deliver_copy.hpp"
#include "domain/fan_out/supplements.hpp"
#include "domain/fan_out/verify_receipt.hpp"
#include "domain/reports/keep_look.hpp"
#include "domain/reports/make_paper.hpp"
#include "domain/reports/report_store.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"
#include "reports_region.hpp"

namespace onereturn::reports {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Raw;
using ::testing::SizeIs;
namespace region = testing::reports_region;
namespace boards = testing::delivery_region;

const ReturnPaper filled{ReturnPaperKind::filled, false, Format::pdf};
const ReturnPaper with_sources{ReturnPaperKind::filled, true, Format::pdf};
const ReturnPaper receipt{ReturnPaperKind::receipt, false, Format::pdf};
const ReturnPaper blank{ReturnPaperKind::blank, false, Format::docx};
const ReturnPaper table{ReturnPaperKind::filled, false, Format::csv};

template <class Work>
auto at_agency(const std::string& who, Work&& work) {
  return boards::gateway().as_agency(boards::session_of(who), std::forward<Work>(work));
}

class ReturnPapers : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override { region::empty(); }

  static ReturnId id() { return region::released_return(); }
  static RequestId request() { return RequestId(boards::narrative().request); }

  static Result<bool> ask_board(const ReturnPaper& paper, const std::string& who = "") {
    return region::as(who.empty() ? region::manager() : who, [&](postgres::BoardTx& tx) {
      return ask_for_return_paper(tx, id(), std::nullopt, paper, region::now);
    });
  }
  static Result<bool> ask_agency(const ReturnPaper& paper, const std::string& who = "lead") {
    return at_agency(who, [&](postgres::AgencyTx& tx) {
      return ask_for_return_paper(tx, request(), std::nullopt, paper, region::now);
    });
  }
  static PapersOfReturn of_board() {
    return region::as(
               region::manager(),
               [](postgres::BoardTx& tx) { return papers_of_return(tx, id(), std::nullopt); })
        .value();
  }
  static PapersOfReturn of_agency() {
    return at_agency(
               "lead",
               [](postgres::AgencyTx& tx) { return papers_of_return(tx, request(), std::nullopt); })
        .value();
  }
  static Result<ReadyReturnPaper> take_board(const FileId& file, const std::string& who = "") {
    return region::as(who.empty() ? region::manager() : who, [&](postgres::BoardTx& tx) {
      return take_return_paper(tx, id(), file, region::now);
    });
  }
  static Result<ReadyReturnPaper> take_agency(const FileId& file, const std::string& who = "lead") {
    return at_agency(
        who, [&](postgres::AgencyTx& tx) { return take_return_paper(tx, request(), file); });
  }
  static Result<std::string> as_page(const documents::Document& document, Format format) {
    return to_string(format) + std::string(":") + documents::to_page(document);
  }
  static std::optional<postgres::ClaimedJob> claim(const std::string& kind = "make_paper") {
    return postgres::JobQueue(boards::worker()).claim_paper(kind, std::chrono::seconds(60));
  }
  static Result<Done> make(const Convert& convert = as_page) {
    const auto job = claim();
    if (!job) return Problem{ProblemCode::not_found, "no-job", "No paper is waiting.", {}};
    const Verifying verifying{"https://onereturn.example", [](const std::string& address) {
                                return "<svg xmlns=\"http://www.w3.org/2000/svg\"><desc>" +
                                       address + "</desc></svg>";
                              }};
    return make_paper(
        boards::worker(), {job->lease, job->tries >= 5}, convert, [] { return region::now; },
        verifying);
  }
  static documents::Document made_document() {
    documents::Document made;
    const auto done = make([&](const documents::Document& document, Format format) {
      made = document;
      return as_page(document, format);
    });
    if (!done) ADD_FAILURE() << done.problem().detail;
    return made;
  }
  static void keep(const std::string& manager, BoardLook look) {
    ASSERT_TRUE(region::as(manager, [&](postgres::BoardTx& tx) {
      look.version = find_look(tx).version;
      return keep_look(tx, look, region::now);
    }));
  }
  static BoardLook look_seen_by(const std::string& who, const boards::Board& board) {
    return at_agency(who,
                     [&](postgres::AgencyTx& tx) -> Result<BoardLook> {
                       return find_look(tx, BoardId(board.party));
                     })
        .value();
  }
  static void add_colleague_of_a_centre() {
    const std::string centre = "c4000000-0000-4000-8000-000000000041";
    const std::string person = "d4000000-0000-4000-8000-000000000041";
    Raw::superuser().run(
        "insert into tenant.unit (tenant_id, unit_id, parent_unit_id, name) values"
        " ('" +
        boards::agency + "', '" + centre + "', '" + boards::agency + "', 'A centre')");
    Raw owner("operator");
    owner.run("select operator.add_person('" + person + "', 'centre@reports.example', 'C', '')");
    owner.run("select operator.add_membership('e4000000-0000-4000-8000-000000000041', '" + person +
              "', '" + boards::agency + "', '" + centre + "', 'lead', '')");
    owner.run("select operator.issue_session(sha256('of a centre'::bytea), '" + person +
              "', 'e4000000-0000-4000-8000-000000000041', 'bearer', '1 day')");
  }
  static void make_all_anew() {
    for (const auto& paper : {filled, blank, receipt}) {
      EXPECT_TRUE(*ask_agency(paper));
      EXPECT_TRUE(*ask_board(paper));
      ASSERT_TRUE(make());
      ASSERT_TRUE(make());
      EXPECT_FALSE(*ask_agency(paper)) << "it is as new as it can be";
    }
  }
  static std::vector<bool> as_new_as_can_be(const PapersOfReturn& papers) {
    std::vector<bool> all;
    for (const auto& one : papers.files)
      all.push_back(one.file.current);
    return all;
  }
  static void acknowledge() {
    ASSERT_TRUE(region::as(region::manager(), [](postgres::BoardTx& tx) {
      return fan_out::acknowledge_return(tx, id(), region::now);
    }));
  }
  static std::string receipt_code(int version) {
    return Raw::superuser().one(
        "select receipt_code from tenant.return_version where return_id = '" + id().text() +
        "' and version_no = " + std::to_string(version));
  }
  static fan_out::CheckedReceipt checked(int version) {
    return boards::gateway()
        .as_system([&](postgres::SystemTx& tx) {
          return fan_out::verify_receipt(tx, receipt_code(version), crypto::sha256);
        })
        .value();
  }
  static void erase_a_box() {
    const auto of = " from tenant.return_box where return_id = '" + id().text() +
                    "' and version_no = 1 and state = 'text' and length(text) > 20";
    const auto box = Raw::superuser().one("select min(box_no)" + of);
    Raw::superuser().run(
        "update tenant.return_box set text = null, salt = null, state = 'redacted' where"
        " return_id = '" +
        id().text() + "' and version_no = 1 and box_no = '" + box + "'");
  }
};

TEST_F(ReturnPapers, are_made_for_the_board_and_for_the_agency_each_of_its_own) {
  ASSERT_TRUE(*ask_board(filled));
  ASSERT_TRUE(*ask_agency(filled));
  EXPECT_FALSE(*ask_agency(filled)) << "it is on its way";
  EXPECT_FALSE(take_agency(of_agency().files.front().file.id)) << "nothing half made is taken";
  ASSERT_TRUE(make());
  ASSERT_TRUE(make());
  const auto at_board = of_board().files;
  const auto at_agency_side = of_agency().files;
  ASSERT_THAT(at_board, SizeIs(1));
  ASSERT_THAT(at_agency_side, SizeIs(1));
  const auto theirs = take_board(at_board.front().file.id, "chair");
  const auto ours = take_agency(at_agency_side.front().file.id);
  ASSERT_TRUE(theirs && ours);
  EXPECT_THAT(theirs->bytes, HasSubstr("pdf:"));
  EXPECT_THAT(ours->bytes, HasSubstr("Section 11 return 2027"));
  EXPECT_FALSE(take_agency(at_board.front().file.id)) << "the board's file is the board's";
  EXPECT_FALSE(take_board(at_agency_side.front().file.id));
  EXPECT_EQ(region::count("select count(*) from tenant.audit_entry where what ="
                          " 'return.file_taken'"),
            2);
}

TEST_F(ReturnPapers, of_others_are_not_found) {
  ASSERT_TRUE(*ask_agency(filled));
  ASSERT_TRUE(make());
  const auto file = of_agency().files.front().file.id;
  EXPECT_EQ(take_agency(file, "other lead").problem().code, ProblemCode::not_found);
  EXPECT_EQ(ask_agency(filled, "other lead").problem().code, ProblemCode::not_found);
  EXPECT_EQ(ask_board(filled, region::other_manager()).problem().code, ProblemCode::not_found);
  EXPECT_EQ(take_board(file, region::other_manager()).problem().code, ProblemCode::not_found);
}

TEST_F(ReturnPapers, of_a_blank_form_need_no_delivery_and_a_receipt_needs_the_boards) {
  const auto lights = RequestId(boards::lights().request);
  const auto ask = [&](const ReturnPaper& paper) {
    return at_agency("lead", [&](postgres::AgencyTx& tx) {
      return ask_for_return_paper(tx, lights, std::nullopt, paper, region::now);
    });
  };
  EXPECT_EQ(ask(filled).problem().code, ProblemCode::not_found);
  EXPECT_EQ(ask(receipt).problem().code, ProblemCode::not_found);
  EXPECT_EQ(ask({ReturnPaperKind::blank, false, Format::xlsx}).problem().code,
            ProblemCode::not_found);
  ASSERT_TRUE(*ask(blank));
  documents::Document made;
  ASSERT_TRUE(make([&](const documents::Document& document, Format format) {
    made = document;
    return as_page(document, format);
  }));
  EXPECT_EQ(made.standing, "Blank form, version 1");
  EXPECT_EQ(made.check_value, "") << "nothing was delivered that it could stand for";
}

TEST_F(ReturnPapers, name_the_address_where_they_are_checked_once_there_is_a_receipt) {
  acknowledge();
  for (const auto& paper : {filled, with_sources, receipt}) {
    ASSERT_TRUE(*ask_agency(paper));
    documents::Document made;
    ASSERT_TRUE(make([&](const documents::Document& document, Format format) {
      made = document;
      return as_page(document, format);
    }));
    EXPECT_EQ(made.verify_url, "https://onereturn.example/verify/" + receipt_code(1));
    EXPECT_THAT(made.check_value, SizeIs(64));
    const auto page = documents::to_page(made);
    EXPECT_THAT(page, HasSubstr("Scan to check receipt " + receipt_code(1)));
    EXPECT_THAT(page, HasSubstr("QR code that leads to https://onereturn.example/verify/"));
  }
  EXPECT_THAT(of_agency().files, SizeIs(3));
}

const BoardLook plum{"Safeguarding Partnership", "#7a1f5c", "logo bytes", "image/png"};

TEST_F(ReturnPapers, have_the_name_logo_and_colour_of_the_board_at_the_agency_as_well) {
  acknowledge();
  keep(region::manager(), plum);
  keep(region::other_manager(), {"Another", "#123456", "other bytes", "image/jpeg"});
  for (const auto& paper : {filled, with_sources, blank, receipt}) {
    for (const bool of_board : {false, true}) {
      ASSERT_TRUE(of_board ? *ask_board(paper) : *ask_agency(paper));
      const auto made = made_document();
      EXPECT_EQ(made.look.name, plum.name);
      EXPECT_EQ(made.look.colour, plum.colour);
      EXPECT_EQ(made.look.logo, plum.logo);
      EXPECT_EQ(made.look.logo_type, plum.logo_type);
      const auto page = documents::to_html(made, crypto::to_base64url);
      EXPECT_THAT(page, HasSubstr(plum.colour));
      EXPECT_THAT(page,
                  HasSubstr("<img alt=\"Safeguarding Partnership\" src=\"data:image/png;base64,"));
    }
  }
}

TEST_F(ReturnPapers, are_plain_where_the_board_has_chosen_no_look) {
  keep(region::other_manager(), plum);
  ASSERT_TRUE(*ask_agency(filled));
  const auto made = made_document();
  EXPECT_EQ(made.look.name, of_agency().subject.board_name);
  EXPECT_EQ(made.look.colour, BoardLook{}.colour);
  EXPECT_EQ(made.look.logo, "");
}

TEST_F(ReturnPapers, show_an_agency_the_look_of_no_board_that_never_asked_it) {
  keep(region::manager(), plum);
  keep(region::other_manager(), {"Another", "#123456", "other bytes", "image/jpeg"});
  EXPECT_EQ(look_seen_by("lead", boards::narrative()).logo, "logo bytes");
  EXPECT_EQ(look_seen_by("lead", boards::lights()).logo, "other bytes");
  EXPECT_EQ(look_seen_by("other lead", boards::lights()).logo, "other bytes");
  const auto unseen = look_seen_by("other lead", boards::narrative());
  EXPECT_EQ(unseen.version, 0);
  EXPECT_EQ(unseen.logo + unseen.name, "");
  const auto board =
      region::as(region::other_manager(), [](postgres::BoardTx& tx) -> Result<BoardLook> {
        return find_look(tx, BoardId(boards::narrative().party));
      });
  EXPECT_EQ(board->version, 0) << "nor a board that of another";
}

TEST_F(ReturnPapers, show_whoever_is_limited_to_another_part_no_look) {
  keep(region::manager(), plum);
  add_colleague_of_a_centre();
  EXPECT_EQ(look_seen_by("lead", boards::narrative()).version, 1);
  EXPECT_EQ(look_seen_by("of a centre", boards::narrative()).version, 0);
}

TEST_F(ReturnPapers, are_older_once_the_board_looks_different) {
  acknowledge();
  keep(region::manager(), plum);
  make_all_anew();
  EXPECT_THAT(as_new_as_can_be(of_agency()), ElementsAre(true, true, true));
  EXPECT_THAT(as_new_as_can_be(of_board()), ElementsAre(true, true, true));
  keep(region::other_manager(), plum);
  EXPECT_THAT(as_new_as_can_be(of_agency()), ElementsAre(true, true, true)) << "another's";
  keep(region::manager(), {"Safeguarding Partnership", "#123456", "", ""});
  EXPECT_THAT(as_new_as_can_be(of_agency()), ElementsAre(false, false, false));
  EXPECT_THAT(as_new_as_can_be(of_board()), ElementsAre(false, false, false));
  EXPECT_TRUE(take_agency(of_agency().files.front().file.id)) << "not a word of it is wrong";
  make_all_anew();
  EXPECT_THAT(as_new_as_can_be(of_agency()), ElementsAre(true, true, true));
  EXPECT_THAT(as_new_as_can_be(of_board()), ElementsAre(true, true, true));
}

TEST_F(ReturnPapers, are_older_once_it_is_due_on_another_day_but_for_a_receipt) {
  acknowledge();
  make_all_anew();
  const auto due = [](const std::string& days) {
    Raw::superuser().run("update tenant.request set due_on = due_on + " + days +
                         " where request_id = '" + request().text() + "'");
  };
  due("7");
  EXPECT_THAT(as_new_as_can_be(of_agency()), ElementsAre(false, false, true));
  EXPECT_THAT(as_new_as_can_be(of_board()), ElementsAre(false, false, true));
  due("-7");
}

TEST_F(ReturnPapers, are_older_once_somebody_is_called_something_else) {
  acknowledge();
  make_all_anew();
  const auto renamed = [](const std::string& rows_of, const std::string& column,
                          const std::string& where) {
    const auto in = [&](const std::string& value) {
      Raw::superuser().run("update " + rows_of + " set " + column + " = " + value + " where " +
                           where);
    };
    in(column + " || ' and others'");
    const auto seen = std::pair{as_new_as_can_be(of_board()), as_new_as_can_be(of_agency())};
    in("left(" + column + ", -11)");
    return seen;
  };
  const auto of_request = "request_id = '" + request().text() + "'";
  const std::vector<bool> newest(3, true), older(3, false);
  EXPECT_EQ(renamed("tenancy.party_profile", "name", "party_id = '" + boards::agency + "'"),
            std::pair(newest, older))
      << "a board calls it what its register does";
  EXPECT_EQ(renamed("tenant.register_entry", "name",
                    "entry_id = (select entry_id from tenant.request where " + of_request + ")"),
            std::pair(older, newest));
  EXPECT_EQ(
      renamed("tenancy.party_profile", "name", "party_id = '" + boards::narrative().party + "'"),
      std::pair(older, older));
  EXPECT_EQ(renamed("tenancy.party_profile", "name", "party_id = '" + boards::lights().party + "'"),
            std::pair(newest, newest))
      << "another board";
  EXPECT_EQ(renamed("tenant.request", "title", of_request), std::pair(older, older));
}

TEST_F(ReturnPapers, that_are_tables_go_at_a_board_to_whoever_may_take_lists_along) {
  EXPECT_EQ(ask_board(table, "chair").problem().code, ProblemCode::forbidden);
  ASSERT_TRUE(*ask_board(table));
  ASSERT_TRUE(make());
  const auto file = of_board().files.front().file.id;
  EXPECT_EQ(take_board(file, "chair").problem().code, ProblemCode::forbidden);
  ASSERT_TRUE(take_board(file));
  EXPECT_EQ(region::count("select count(*) from tenant.audit_entry where what ="
                          " 'return.exported'"),
            1);
  ASSERT_TRUE(*ask_agency(table)) << "an agency's words are its own";
}

TEST_F(ReturnPapers, that_fail_say_so_are_tried_again_and_then_explained) {
  ASSERT_TRUE(*ask_agency(filled));
  const auto broken = [](const documents::Document&, Format) -> Result<std::string> {
    return Problem{ProblemCode::invalid, "not-made", "The converter stopped.", {}};
  };
  for (int time = 1; time <= 5; ++time) {
    const auto job = claim();
    ASSERT_TRUE(job) << time;
    const auto done = make_paper(boards::worker(), {job->lease, job->tries >= 5}, broken,
                                 [] { return region::now; });
    ASSERT_FALSE(done);
    const auto file = of_agency().files.front().file;
    EXPECT_EQ(file.state, time < 5 ? FileState::asked : FileState::failed);
    EXPECT_THAT(file.reason, HasSubstr("The converter stopped."));
    (void)postgres::JobQueue(boards::worker()).fail(job->lease, done.problem().detail);
    Raw::superuser().run("update jobs.job set not_before = now()");
  }
  ASSERT_TRUE(*ask_agency(filled)) << "people may try again";
  ASSERT_TRUE(make());
  EXPECT_EQ(of_agency().files.front().file.state, FileState::ready);
}

TEST_F(ReturnPapers, of_many_boxes_wait_in_the_lane_of_long_ones) {
  const auto boxes = [](const char* count) {
    Raw::superuser().run(std::string("update tenant.return_version set box_count = ") + count +
                         " where return_id = '" + id().text() + "' and version_no = 1");
  };
  const auto before =
      Raw::superuser().one("select box_count from tenant.return_version where return_id = '" +
                           id().text() + "' and version_no = 1");
  acknowledge();
  boxes("201");
  ASSERT_TRUE(*ask_board(filled));
  ASSERT_TRUE(*ask_board(receipt));
  boxes(before.c_str());
  const auto short_one = claim();
  ASSERT_TRUE(short_one) << "a receipt waits for no long paper";
  EXPECT_FALSE(claim());
  EXPECT_TRUE(claim("make_long_paper"));
}

TEST_F(ReturnPapers, are_never_half_made_by_the_database_either) {
  ASSERT_TRUE(*ask_board(filled));
  auto raw = Raw::superuser();
  EXPECT_EQ(raw.refusal({"update tenant.return_paper set state = 'ready'"}), "23514");
  EXPECT_EQ(raw.refusal({"update tenant.return_paper set content = 'half'"}), "23514");
  EXPECT_EQ(raw.refusal({"update tenant.return_paper set kind = 'receipt', format = 'csv'"}),
            "23514");
  EXPECT_EQ(raw.refusal({"update tenant.return_paper set version_no = 0"}), "23514");
}

// The last two change what the others read.
TEST_F(ReturnPapers, z1_from_before_words_were_erased_are_taken_by_nobody) {
  ASSERT_TRUE(*ask_agency(filled));
  ASSERT_TRUE(*ask_board(filled));
  ASSERT_TRUE(make());
  ASSERT_TRUE(make());
  const auto ours = of_agency().files.front().file.id;
  const auto theirs = of_board().files.front().file.id;
  ASSERT_TRUE(take_agency(ours));
  EXPECT_EQ(checked(1).redacted, 0);
  erase_a_box();
  EXPECT_EQ(checked(1).redacted, 1) << "whoever checks the receipt reads it";
  EXPECT_EQ(take_agency(ours).problem().code, ProblemCode::not_found);
  EXPECT_EQ(take_board(theirs).problem().code, ProblemCode::not_found);
  EXPECT_FALSE(of_agency().files.front().file.current);
  EXPECT_EQ(of_agency().subject.erased, 1);
  ASSERT_TRUE(*ask_agency(filled));
  ASSERT_TRUE(make());
  const auto again = take_agency(of_agency().files.front().file.id);
  ASSERT_TRUE(again);
  EXPECT_THAT(again->bytes, HasSubstr("Redacted: what stood here has been taken out for good."));
}

TEST_F(ReturnPapers, z2_are_older_once_another_version_stands_and_its_receipt_says_which) {
  acknowledge();
  ASSERT_TRUE(*ask_board(filled));
  ASSERT_TRUE(make());
  EXPECT_TRUE(of_board().files.front().file.current);
  boards::submit({boards::narrative()}, 3);
  postgres::JobQueue queue(boards::worker());
  for (const auto& job : queue.claim(20, std::chrono::seconds(60))) {
    if (job.kind != "deliver") continue;
    ASSERT_TRUE(fan_out::deliver_copy(boards::worker(), job.lease, boards::at_hand(),
                                      crypto::sha256, crypto::random_bytes, region::now));
  }
  EXPECT_FALSE(checked(1).superseded_by);
  const auto decided = region::as(region::manager(), [](postgres::BoardTx& tx) {
    return fan_out::decide_supplement(tx, {id(), 2, true, "Thank you"}, region::now);
  });
  ASSERT_TRUE(decided) << decided.problem().detail;
  const auto first = checked(1);
  EXPECT_EQ(first.state, "superseded");
  EXPECT_EQ(first.superseded_by, 2);
  EXPECT_EQ(first.superseded_on, parse_date("2027-03-16"));
  EXPECT_FALSE(checked(2).superseded_by);
  const auto old = region::as(region::manager(),
                              [](postgres::BoardTx& tx) { return papers_of_return(tx, id(), 1); });
  ASSERT_TRUE(old);
  EXPECT_FALSE(old->files.front().file.current) << "it does not say that it was replaced";
  EXPECT_EQ(of_board().subject.version, 2);
  EXPECT_THAT(of_board().files, SizeIs(0)) << "nobody asked for that version";
}

}  // namespace
}  // namespace onereturn::reports
