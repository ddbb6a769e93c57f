// What stands around one item while it is evaluated: the pieces that a sample drew, what was asked,
// what is followed, and what was said the last time.

#include "domain/reviews/around_item.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/evaluation/begin_evaluation.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/evaluation/read_evaluation.hpp"
#include "domain/questions/converse.hpp"
#include "domain/reviews/draw_sample.hpp"
#include "platform/crypto/digest.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
namespace region = delivery_region;
using evaluation::Subject;
using evaluation::Workbench;
using reviews::AroundItem;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string older_request = "f3000000-0000-4000-8000-000000000701";
const std::string older_return = "f3000000-0000-4000-8000-000000000702";
const std::string older_evaluation = "f3000000-0000-4000-8000-000000000703";

std::string in_quotes(const std::string& text) { return "'" + text + "'"; }

class Around : public ::testing::Test {
 protected:
  static const std::string& board() { return region::lights().party; }
  static void run(const std::string& sql) { Raw::superuser().run(sql); }

  static void SetUpTestSuite() {
    here::seed();
    ASSERT_TRUE(here::as_board(here::manager, [](postgres::BoardTx& tx) {
      return evaluation::begin_evaluation(tx, here::first_return(), here::noon);
    }));
    // Every piece stands behind the first item.
    run("update tenant.return_evidence set box_no = " + in_quotes(bench().subjects[0].key) +
        " where return_id = " + in_quotes(here::first_return().text()));
  }
  static void TearDownTestSuite() {
    run("update tenant.return_evidence set box_no = null where return_id = " +
        in_quotes(here::first_return().text()));
    run("delete from tenant.evaluation_box where tenant_id = " + in_quotes(board()));
    run("delete from tenant.evaluation where tenant_id = " + in_quotes(board()));
    run("update tenant.return set state = 'received' where tenant_id = " + in_quotes(board()));
  }
  void TearDown() override {
    for (const auto* table : {"evaluation_box", "evaluation", "return_version", "return"})
      run("delete from tenant." + std::string(table) + " where tenant_id = " + in_quotes(board()) +
          (std::string(table) == "evaluation_box"
               ? " and evaluation_id = " + in_quotes(older_evaluation)
               : " and return_id = " + in_quotes(older_return)));
    run("delete from tenant.request where request_id = " + in_quotes(older_request));
    run("delete from tenant.action where tenant_id = " + in_quotes(board()) +
        " and source_kind in ('evaluation', 'hand')");
  }

  static Workbench bench(const std::string& who = here::manager) {
    return *here::as_board(who, [](postgres::BoardTx& tx) {
      return evaluation::read_evaluation(tx, here::first_return(), here::noon);
    });
  }
  static AroundItem around(std::size_t at) {
    const auto all = bench();
    return *here::as_board(here::manager, [&](postgres::BoardTx& tx) -> Result<AroundItem> {
      return reviews::read_around_item(tx, all, all.subjects.at(at), here::today);
    });
  }

  // What the same organisation answered two years before, in that form, and what was said of it.
  static void last_time(const std::string& comment, int releases = 1) {
    run("insert into tenant.request (tenant_id, request_id, audit_id, entry_id, agency_id,"
        " template_code, template_version, kind, title, period, due_on, asked_at) select "
        "tenant_id, " +
        in_quotes(older_request) +
        ", audit_id, entry_id, agency_id, template_code, template_version, kind,"
        " 'Section 11 return 2025', '2025', '2025-04-30', '2025-01-05' from tenant.request"
        " where request_id = " +
        in_quotes(region::lights().request));
    const auto head = in_quotes(board()) + ", " + in_quotes(older_return);
    run("insert into tenant.return (tenant_id, return_id, request_id, agency_id, origin,"
        " received_at) values (" +
        head + ", " + in_quotes(older_request) + ", " + in_quotes(region::agency) +
        ", 'direct', '2025-03-01')");
    run("insert into tenant.return_version (tenant_id, return_id, version_no, agency_id,"
        " template_code, template_version, hash, receipt_code) values (" +
        head + ", 1, " + in_quotes(region::agency) + ", " + in_quotes(region::lights().form) +
        ", 1, sha256('older'), 'code older')");
    const auto person = in_quotes(here::person_of(here::manager));
    run("insert into tenant.evaluation (tenant_id, evaluation_id, return_id, version_no, state,"
        " started_by, started_at, releases) values (" +
        in_quotes(board()) + ", " + in_quotes(older_evaluation) + ", " + in_quotes(older_return) +
        ", 1, 'finished', " + person + ", '2025-04-01', " + std::to_string(releases) + ")");
    run("insert into tenant.evaluation_box (tenant_id, evaluation_id, box_no, version, comment,"
        " by_person, at) values (" +
        in_quotes(board()) + ", " + in_quotes(older_evaluation) + ", " +
        in_quotes(bench().subjects[0].key) + ", 1, " + in_quotes(comment) + ", " + person +
        ", '2025-04-02')");
  }
};

TEST_F(Around, names_the_drawn_pieces_of_this_item_and_of_no_other) {
  const auto sample = reviews::SampleId::random();
  ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return reviews::draw_sample(
        tx, {sample, here::first_return(), std::nullopt, {false, 3}, "20270302-F", here::noon},
        crypto::sha256);
  }));
  const auto mine = [&](const AroundItem& all) {
    std::vector<int> numbers;
    for (const auto& note : all.samples) {
      if (note.sample == sample) numbers.push_back(note.number);
    }
    return numbers;
  };
  EXPECT_THAT(mine(around(0)), SizeIs(3));
  EXPECT_THAT(mine(around(1)), IsEmpty());
  EXPECT_EQ(around(0).samples.front().population, 7);
}

TEST_F(Around, brings_the_conversations_about_the_item_whole) {
  const auto item = bench().subjects[0].item;
  const auto begin = [&](const std::string& about, const std::string& words) {
    const questions::BeginThread command{questions::ThreadId::random(),
                                         questions::MessageId::random(), bench().facts.request,
                                         about, words};
    return here::as_board(here::manager, [&](postgres::BoardTx& tx) {
      return questions::begin_thread(tx, command, here::noon);
    });
  };
  const auto before = around(0).threads.size();
  const auto begun = begin(item, "Does this hold for volunteers?");
  ASSERT_TRUE(begun);
  ASSERT_TRUE(begin("", "About the whole"));
  const questions::WriteMessage reply{
      begun->id, questions::MessageId::random(), 1, "From May.", false, false};
  ASSERT_TRUE(here::as_agency("lead", [&](postgres::AgencyTx& tx) {
    return questions::write_message(tx, reply, here::later(1));
  }));
  const auto threads = around(0).threads;
  ASSERT_EQ(threads.size(), before + 1);
  EXPECT_EQ(threads[0].thread.id, begun->id) << "what waits for the board comes first";
  ASSERT_THAT(threads[0].messages, SizeIs(2));
  EXPECT_EQ(threads[0].messages[0].words, "Does this hold for volunteers?");
  EXPECT_EQ(threads[0].messages[1].words, "From May.");
  for (const auto& one : around(1).threads)
    EXPECT_NE(one.thread.id, begun->id);
}

TEST_F(Around, shows_what_the_board_follows_out_of_this_return) {
  const auto subject = bench().subjects[0];
  const auto place = subject.item.empty() ? subject.section : subject.item;
  const auto action = [&](const std::string& what, const std::string& where,
                          const std::string& from_return) {
    run("insert into tenant.action (tenant_id, agency_id, source_kind, return_id, version_no, what,"
        " lead, scheme, places, made_at) values (" +
        in_quotes(board()) + ", " + in_quotes(region::agency) + ", 'evaluation', " + from_return +
        ", 1, " + in_quotes(what) + ", 'Head', 'key', " + in_quotes(where) + ", '2027-03-01')");
  };
  const auto first = in_quotes(here::first_return().text());
  action("Here", place, first);
  action("At another item", "no-such-place", first);
  action("Out of another return", place, in_quotes(here::second_return().text()));
  action("Of the whole standard", subject.section, first);
  action("Theirs", place, first);
  run("update tenant.action set source_kind = 'commitment' where what = 'Theirs'");
  action("Over", place, first);
  run("update tenant.action set state = 'verified', ended_at = now() where what = 'Over'");
  std::vector<std::string> whats;
  for (const auto& one : around(0).actions)
    whats.push_back(one.what);
  EXPECT_THAT(whats, ::testing::UnorderedElementsAre("Here", "Of the whole standard", "Over"));
  run("delete from tenant.action where what = 'Theirs'");
}

TEST_F(Around, says_what_was_said_the_last_time_in_the_same_form) {
  EXPECT_FALSE(around(0).last_time) << "there was none";
  last_time("The calendar was missing");
  const auto all = around(0);
  ASSERT_TRUE(all.last_time);
  EXPECT_EQ(all.last_time->title, "Section 11 return 2025");
  EXPECT_EQ(all.last_time->grade.comment, "The calendar was missing");
  EXPECT_EQ(all.last_time->of_return.text(), older_return);
  EXPECT_FALSE(around(1).last_time) << "nothing was said about that";
}

TEST_F(Around, keeps_what_was_never_released_out_of_it) {
  last_time("Only a draft", 0);
  EXPECT_FALSE(around(0).last_time);
}

TEST_F(Around, keeps_what_came_later_out_of_it) {
  last_time("Said of what came in later");
  run("update tenant.return set received_at = '2030-01-01' where return_id = " +
      in_quotes(older_return));
  EXPECT_FALSE(around(0).last_time);
}

TEST_F(Around, keeps_another_organisation_out_of_it) {
  last_time("Said to somebody else");
  run("update tenant.request set entry_id = (select min(entry_id::text)::uuid from"
      " tenant.register_entry e where e.tenant_id = request.tenant_id and e.entry_id <>"
      " request.entry_id) where request_id = " +
      in_quotes(older_request));
  EXPECT_FALSE(around(0).last_time);
}

TEST_F(Around, keeps_another_form_out_of_it) {
  last_time("In other words");
  run("update tenant.request set template_code = " + in_quotes(region::grades().form) +
      " where request_id = " + in_quotes(older_request));
  EXPECT_FALSE(around(0).last_time);
}

TEST_F(Around, takes_the_same_statements_however_much_there_is) {
  const auto cost = [] {
    const auto all = bench();
    const auto before = postgres::statements_on_this_thread();
    static_cast<void>(
        here::as_board(here::manager, [&](postgres::BoardTx& tx) -> Result<AroundItem> {
          return reviews::read_around_item(tx, all, all.subjects[0], here::today);
        }));
    return postgres::statements_on_this_thread() - before;
  };
  last_time("As before");
  cost();
  const auto few = cost();
  const auto item = bench().subjects[0].item;
  for (int time = 0; time < 12; ++time) {
    ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
      return questions::begin_thread(
          tx,
          {questions::ThreadId::random(), questions::MessageId::random(), bench().facts.request,
           item, "Question " + std::to_string(time)},
          here::noon);
    }));
  }
  EXPECT_GE(around(0).threads.size(), 12U);
  EXPECT_EQ(cost(), few);
  EXPECT_LE(few, 9U);
}

TEST(SameSubject, is_found_by_its_item_and_by_its_number_where_there_are_two) {
  Subject one;
  one.key = "1.3";
  one.item = "1.1";
  one.section = "1";
  one.judging = evaluation::Judging::board_only;
  auto two = one;
  two.key = "1.4";
  auto section = one;
  section.item = "";
  section.key = "9";
  section.section = "2";
  const std::vector<Subject> older{one, two, section};
  EXPECT_EQ(evaluation::same_subject(older, one)->key, "1.3");
  EXPECT_EQ(evaluation::same_subject(older, two)->key, "1.4");
  auto moved = one;
  moved.key = "1.7";
  EXPECT_EQ(evaluation::same_subject(older, moved)->key, "1.3") << "its number changed";
  EXPECT_EQ(evaluation::same_subject(older, section)->key, "9");
  auto other = section;
  other.section = "3";
  EXPECT_EQ(evaluation::same_subject(older, other), nullptr);
  auto comment = one;
  comment.judging = evaluation::Judging::comment;
  EXPECT_EQ(evaluation::same_subject(older, comment), nullptr) << "it is judged otherwise";
}

}  // namespace
}  // namespace onereturn::testing
