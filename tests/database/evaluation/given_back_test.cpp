// A return that was given back is due by the day that the board set then: it is late after that day
// and not before, in every list, and people are reminded of it.

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/agency_register/register_list.hpp"
#include "domain/evaluation/send_back.hpp"
#include "domain/fan_out/list_received_returns.hpp"
#include "domain/notifications/chase_store.hpp"
#include "domain/notifications/chasing_rules.hpp"
#include "domain/questions/support_store.hpp"
#include "domain/returns/open_wave.hpp"
#include "evaluation_region.hpp"

namespace onereturn::evaluation {
namespace {

namespace region = testing::evaluation_region;
namespace boards = testing::delivery_region;
using ::testing::IsEmpty;
using testing::Raw;
using ::testing::SizeIs;

Date day(const char* text) { return *parse_date(text); }

// Asked for by 1 April; given back on 16 March until 20 May.
class GivenBack : public ::testing::Test {
 protected:
  void SetUp() override {
    id_ = region::fresh_return();
    auto raw = Raw::superuser();
    for (const std::string table : {"thread_follower", "thread_message", "thread", "chase_item",
                                    "chase_mail", "chase_decision", "chase_step"})
      raw.run("delete from tenant." + table);
    raw.run("update tenant.request set due_on = '2027-04-01', state = 'open', left_out = null");
    region::begun(id_);
  }

  Result<Done> sent_back(const char* until = "2027-05-20") const {
    SendBack command;
    command.of_return = id_;
    command.words = "Please send it signed";
    command.due_on = day(until);
    return region::as("third manager",
                      [&](postgres::BoardTx& tx) { return send_back(tx, command, region::now); });
  }

  template <class Answer, class Work>
  static Answer read(Work&& work) {
    return *region::as("third manager",
                       [&](postgres::BoardTx& tx) -> Result<Answer> { return work(tx); });
  }
  static notifications::ChaseBoard chase(Date today) {
    return read<notifications::ChaseBoard>(
        [&](postgres::BoardTx& tx) { return notifications::load_chase_board(tx, today); });
  }
  static agency_register::RegisterRow listed(Date today) {
    const auto page = read<agency_register::RegisterPage>([&](postgres::BoardTx& tx) {
      agency_register::RegisterQuery query;
      query.entries = {request("entry_id")};
      return agency_register::list_entries(tx, query, today);
    });
    return page.rows.at(0);
  }
  static int late_in_register(Date today) {
    auto counts = read<agency_register::RegisterCounts>(
        [&](postgres::BoardTx& tx) { return agency_register::count_entries(tx, {}, today); });
    return counts.attention["late"];
  }
  static returns::Wave wave(Date today) {
    const AuditId id(request("audit_id"));
    return *region::as("third manager",
                       [&](postgres::BoardTx& tx) { return returns::read_wave(tx, id, today); });
  }
  static returns::WaveRow in_wave(Date today, const std::vector<std::string>& needs = {}) {
    returns::WaveQuery query;
    query.attention = needs;
    const auto page = read<returns::WavePage>([&](postgres::BoardTx& tx) {
      return returns::list_wave(tx, AuditId(request("audit_id")), query, today);
    });
    return page.rows.empty() ? returns::WaveRow() : page.rows[0];
  }
  static questions::Needs needs(Date today) {
    for (auto& each : read<std::vector<questions::Needs>>(
             [&](postgres::BoardTx& tx) { return questions::load_needs(tx, today); })) {
      if (each.entry.text() == request("entry_id")) return each;
    }
    return {};
  }
  static std::string request(const std::string& column) {
    return Raw::superuser().one("select " + column + " from tenant.request where request_id = '" +
                                boards::grades().request + "'");
  }
  // A step of the board's, and that it was said, or what was decided, at a moment.
  static std::string step() {
    return Raw::superuser().one(
        "insert into tenant.chase_step (tenant_id, step_id, version, about, days, at_minute, rung,"
        " name, subject, body, needs_approval, is_removed, saved_by, saved_at) values ('" +
        boards::grades().party +
        "', gen_random_uuid(), 1, 'return', -7, 570, 'lead', 'One week left', 'Due', 'Due', false,"
        " false, 'A manager', '2027-03-01T10:00:00Z') returning step_id");
  }
  static void said(const std::string& step, const std::string& at, const std::string& due) {
    Raw::superuser().run(
        "with m as (insert into tenant.chase_mail (tenant_id, mail_id, on_day, email, name, rung,"
        " state, queued_at) values ('" +
        boards::grades().party + "', gen_random_uuid(), '" + at.substr(0, 10) +
        "', 'lead@agency.example', 'A lead', 'lead', 'sent', '" + at +
        "') returning tenant_id, mail_id) insert into tenant.chase_item (tenant_id, mail_id,"
        " item_no, step_id, step_version, about, subject_id, entry_id, due_on) select tenant_id,"
        " mail_id, 1, '" +
        step + "', 1, 'return', '" + boards::grades().request + "', '" + request("entry_id") +
        "', '" + due + "' from m");
  }
  static void stopped(const std::string& step, const std::string& at, const std::string& due) {
    Raw::superuser().run(
        "insert into tenant.chase_decision (tenant_id, step_id, subject_id, due_on, decision_no,"
        " what, decided_by, decided_at) select '" +
        boards::grades().party + "', '" + step + "', '" + boards::grades().request + "', '" + due +
        "', count(*) + 1, 'stop', 'A manager', '" + at + "' from tenant.chase_decision");
  }
  // Whether the step stands for the day by which the return is due now.
  static bool goes(const notifications::ChaseBoard& board) {
    return notifications::standing_of(board, board.steps.at(0), board.subjects.at(0)) !=
           notifications::Standing::stopped;
  }
  static std::size_t said_of_now(const notifications::ChaseBoard& board) {
    return static_cast<std::size_t>(std::ranges::count(board.sent, board.subjects.at(0).due_on,
                                                       &notifications::ChaseSent::due_on));
  }

  ReturnId id_;
};

TEST_F(GivenBack, is_chased_by_the_day_that_the_board_set_on_giving_it_back) {
  EXPECT_THAT(chase(day("2027-03-17")).subjects, IsEmpty()) << "it is in";
  ASSERT_TRUE(sent_back());
  const auto subjects = chase(day("2027-04-10")).subjects;
  ASSERT_THAT(subjects, SizeIs(1));
  EXPECT_EQ(subjects[0].due_on, day("2027-05-20"));
}

TEST_F(GivenBack, is_chased_however_long_ago_its_first_day_was) {
  ASSERT_TRUE(sent_back("2028-05-20"));
  EXPECT_THAT(chase(day("2028-05-25")).subjects, SizeIs(1));
}

TEST_F(GivenBack, hears_again_what_it_heard_before_it_went_back_and_no_decision_of_then_holds) {
  const auto one = step();
  said(one, "2027-03-10T09:30:00Z", "2027-04-01");
  stopped(one, "2027-03-11T09:30:00Z", "2027-04-01");
  ASSERT_TRUE(sent_back());
  auto board = chase(day("2027-05-13"));
  EXPECT_EQ(said_of_now(board), 0U);
  EXPECT_TRUE(goes(board));
  said(one, "2027-05-13T08:30:00Z", "2027-05-20");
  stopped(one, "2027-05-13T08:40:00Z", "2027-05-20");
  board = chase(day("2027-05-13"));
  EXPECT_EQ(said_of_now(board), 1U) << "but not twice";
  EXPECT_FALSE(goes(board));
}

TEST_F(GivenBack, that_is_left_out_of_the_cycle_is_not_chased) {
  ASSERT_TRUE(sent_back());
  Raw::superuser().run(
      "update tenant.request set left_out = 'not_applicable' where request_id = '" +
      boards::grades().request + "'");
  EXPECT_THAT(chase(day("2027-05-13")).subjects, IsEmpty());
}

TEST_F(GivenBack, is_late_after_that_day_and_not_before_in_every_list) {
  ASSERT_TRUE(sent_back());
  for (const auto& [today, late] : std::vector<std::pair<const char*, bool>>{
           {"2027-04-02", false}, {"2027-05-20", false}, {"2027-05-21", true}}) {
    SCOPED_TRACE(today);
    EXPECT_EQ(listed(day(today)).late, late);
    EXPECT_EQ(listed(day(today)).due_on, day("2027-05-20"));
    EXPECT_EQ(late_in_register(day(today)), late ? 1 : 0);
    EXPECT_EQ(wave(day(today)).counts.late, late ? 1 : 0);
    EXPECT_EQ(in_wave(day(today)).late, late);
    EXPECT_EQ(in_wave(day(today)).due_on, day("2027-05-20"));
    EXPECT_EQ(in_wave(day(today), {"late"}).name.empty(), !late);
    EXPECT_EQ(needs(day(today)).late, late ? 1 : 0);
    EXPECT_EQ(needs(day(today)).untouched, 0) << "it has been in";
  }
}

TEST_F(GivenBack, is_due_by_its_first_day_no_more_once_it_has_come_again) {
  ASSERT_TRUE(sent_back());
  region::send_again(3);
  EXPECT_FALSE(listed(day("2027-05-21")).late);
  EXPECT_THAT(chase(day("2027-05-21")).subjects, IsEmpty());
}

TEST_F(GivenBack, that_is_withdrawn_is_the_boards_again) {
  ASSERT_TRUE(sent_back());
  ASSERT_TRUE(region::as("third manager", [&](postgres::BoardTx& tx) {
    return withdraw_send_back(tx, id_, region::now);
  }));
  EXPECT_FALSE(listed(day("2027-05-21")).late);
  EXPECT_THAT(chase(day("2027-05-21")).subjects, IsEmpty());
}

TEST_F(GivenBack, and_addresses_that_mail_came_back_from_are_counted_as_they_are) {
  auto raw = Raw::superuser();
  raw.run("delete from tenant.contact");
  const auto bounced = [&] {
    auto counts = read<agency_register::RegisterCounts>([&](postgres::BoardTx& tx) {
      return agency_register::count_entries(tx, {}, day("2027-03-17"));
    });
    return counts.attention["bounced"];
  };
  raw.run(
      "insert into tenant.contact (tenant_id, contact_id, entry_id, role, name, email,"
      " valid_from) values ('" +
      boards::grades().party + "', gen_random_uuid(), '" + request("entry_id") +
      "', 'section11_lead', 'A lead', 'lead@agency.example', '2027-01-01')");
  EXPECT_EQ(bounced(), 0);
  raw.run("update tenant.contact set bounced_at = '2027-03-01T10:00:00Z'");
  EXPECT_EQ(bounced(), 1);
}

}  // namespace
}  // namespace onereturn::evaluation
