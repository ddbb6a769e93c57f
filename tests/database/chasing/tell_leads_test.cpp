// What a board asks is told to those who lead in the agency: once a day, in the board's hours, and
// to nobody else.

#include "domain/notifications/tell_leads.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/notifications/holidays_format.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = delivery_region;
using namespace notifications;

const Instant tuesday = *parse_instant("2027-03-16T10:00:00Z");
const Instant night = *parse_instant("2027-03-16T22:30:00Z");
const Instant wednesday = *parse_instant("2027-03-17T10:00:00Z");

class ToldLeads : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override {
    auto raw = Raw::superuser();
    raw.run("delete from identity.told_of_answer");
    raw.run("delete from jobs.job where kind = 'send_mail'");
    raw.run("delete from identity.mail");
  }

  static int told(const region::Board& board, const std::vector<std::string>& requests,
                  Instant at = tuesday) {
    std::vector<RequestId> ids;
    for (const auto& request : requests)
      ids.emplace_back(request);
    return *region::gateway().as_board(
        region::session_of(board.manager), [&](postgres::BoardTx& tx) -> Result<int> {
          return tell_of_requests(tx, holidays_of_england(), ids, at);
        });
  }
  static std::string mails(const std::string& kind) {
    return Raw::superuser().one("select count(*) from identity.mail where kind = '" + kind + "'");
  }
};

TEST_F(ToldLeads, are_told_of_a_return_with_its_day_and_nothing_of_it) {
  EXPECT_EQ(told(region::narrative(), {region::narrative().request}), 1);
  EXPECT_EQ(mails("return_asked"), "1");
  const auto due = Raw::superuser().one(
      "select to_char(due_on, 'FMDD FMMonth YYYY') from tenant.request where request_id = '" +
      region::narrative().request + "'");
  EXPECT_THAT(Raw::superuser().one("select fields from identity.mail"),
              ::testing::AllOf(::testing::HasSubstr("\"due\": \"" + due + "\""),
                               ::testing::Not(::testing::HasSubstr("form"))));
}

TEST_F(ToldLeads, are_told_once_a_day_by_each_board) {
  EXPECT_EQ(told(region::narrative(), {region::narrative().request}), 1);
  EXPECT_EQ(told(region::narrative(), {region::narrative().request}), 0);
  EXPECT_EQ(told(region::lights(), {region::lights().request}), 1);
  EXPECT_EQ(told(region::narrative(), {region::narrative().request}, wednesday), 1);
  EXPECT_EQ(mails("return_asked"), "3");
}

TEST_F(ToldLeads, are_not_told_by_a_board_of_what_another_asked) {
  EXPECT_EQ(told(region::narrative(), {region::lights().request}), 0);
  EXPECT_EQ(mails("return_asked"), "0");
}

TEST_F(ToldLeads, who_are_told_at_night_get_the_mail_in_the_morning) {
  EXPECT_EQ(told(region::narrative(), {region::narrative().request}, night), 1);
  const auto* waits =
      "select extract(epoch from not_before - now())::int / 60 from jobs.job where kind ="
      " 'send_mail'";
  // From half past ten at night to nine: ten and a half hours, less what the test takes.
  EXPECT_THAT(std::stoi(Raw::superuser().one(waits)),
              ::testing::AllOf(::testing::Ge(628), ::testing::Le(630)));
  SetUp();
  EXPECT_EQ(told(region::narrative(), {region::narrative().request}), 1);
  EXPECT_LE(std::stoi(Raw::superuser().one(waits)), 0);
}

TEST_F(ToldLeads, of_a_wave_are_told_in_one_go_and_those_to_come_are_counted) {
  auto raw = Raw::superuser();
  const auto asked = "' where request_id = '" + region::lights().request + "' returning audit_id";
  const AuditId wave(raw.one("update tenant.request set asked_at = '" + to_iso(tuesday) + asked));
  const auto answer =
      region::gateway().as_board(region::session_of(region::lights().manager),
                                 [&](postgres::BoardTx& tx) -> Result<ToldOfWave> {
                                   return tell_of_wave(tx, holidays_of_england(), wave, tuesday);
                                 });
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->mails, 1);
  EXPECT_EQ(answer->not_joined, 0);
}

}  // namespace
}  // namespace onereturn::testing
