// The agency's list, put together from its own rows and its side of each board's, and the calendar
// address that reads it: from both sides.

#include <gtest/gtest.h>

#include "domain/actions/read_my_list.hpp"
#include "domain/identity/calendar_address.hpp"
#include "platform/postgres/database.hpp"
#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

const std::string commitment = "90000000-0000-4000-8000-000000000001";
const std::string first_action = "90000000-0000-4000-8000-000000000011";
const std::string second_action = "90000000-0000-4000-8000-000000000021";
const std::string asked_for = "90000000-0000-4000-8000-000000000022";

std::string digest(const std::string& text) {
  auto raw = Raw::superuser();
  const auto hex = raw.one("select encode(sha256('" + text + "'::bytea), 'hex')");
  std::string bytes;
  for (std::size_t at = 0; at < hex.size(); at += 2)
    bytes.push_back(static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16)));
  return bytes;
}

std::string quoted(const std::string& text) { return "'" + text + "'"; }

std::string action(const std::string& board, const std::string& id, const std::string& kind,
                   const std::string& by_on, const std::string& what) {
  return "insert into tenant.action (tenant_id, action_id, agency_id, source_kind, what, by_on,"
         " scheme) values (" +
         quoted(board) + ", " + quoted(id) + ", " + quoted(region::agency_one) + ", " +
         quoted(kind) + ", " + quoted(what) + ", " + quoted(by_on) + ", 'RAG')";
}

std::string status(const std::string& board, const std::string& id, int number,
                   const std::string& kind, const std::string& point) {
  return "insert into tenant.action_status (tenant_id, action_id, status_no, agency_id, kind,"
         " point, by_name) values (" +
         quoted(board) + ", " + quoted(id) + ", " + std::to_string(number) + ", " +
         quoted(region::agency_one) + ", " + quoted(kind) + ", " +
         (point.empty() ? "null" : quoted(point)) + ", 'Somebody')";
}

class MyList : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    const auto sent = region::submit({region::request_one_of_one, region::request_two_of_one});
    auto raw = Raw::superuser();
    const auto one = quoted(region::agency_one);
    raw.run(
        "insert into tenant.commitment (tenant_id, commitment_id, unit_id, what, lead, by_on,"
        " saved_by) values (" +
        one + ", " + quoted(commitment) + ", " + one +
        ", 'Train every crew', 'Training', "
        "'2027-09-30', " +
        quoted(region::lead_one) + ")");
    raw.run(
        "insert into tenant.submission_commitment (tenant_id, submission_id, commitment_id,"
        " commitment_version, what, how, lead, area, change, progress, evidence, risks)"
        " values (" +
        one + ", " + quoted(sent.submission) + ", " + quoted(commitment) +
        ", 1, 'Train every crew', '', '', '', '', '', '', '')");
    raw.run(action(region::board_one, first_action, "commitment", "2027-09-30", "Train"));
    raw.run(action(region::board_two, second_action, "commitment", "2027-06-30", "Train"));
    raw.run(action(region::board_two, asked_for, "evaluation", "2027-05-01", "Send the log"));
    for (const auto& [board, id] : {std::pair{region::board_one, first_action},
                                    std::pair{region::board_two, second_action}}) {
      raw.run(
          "insert into tenant.action_link (tenant_id, commitment_id, board_id, action_id)"
          " values (" +
          one + ", " + quoted(commitment) + ", " + quoted(board) + ", " + quoted(id) + ")");
    }
    raw.run(status(region::board_one, first_action, 1, "status", "amber"));
    raw.run(status(region::board_one, first_action, 2, "status", "green"));
    raw.run(status(region::board_one, first_action, 3, "progress", ""));
  }

  static Result<std::vector<actions::Undertaking>> list_of(const std::string& token) {
    static postgres::Database gateway({TestDatabase::instance().settings("gateway")});
    return gateway.as_agency({digest(token)},
                             [](postgres::AgencyTx& tx) { return actions::read_my_list(tx); });
  }
  template <class Work>
  static auto as_auth(Work&& work) {
    static postgres::Database auth({TestDatabase::instance().settings("auth")});
    return auth.as_auth(std::forward<Work>(work));
  }
  static bool make(const std::string& own, const std::string& address) {
    return as_auth([&](postgres::AuthTx& tx) {
             return identity::make_calendar_address(tx, digest(own), digest(address));
           })
        .has_value();
  }
};

TEST_F(MyList, has_each_undertaking_once_with_what_each_board_made_of_it) {
  const auto list = list_of("lead one");
  ASSERT_TRUE(list.has_value());
  ASSERT_EQ(list->size(), 2U);
  const auto& asked = list->at(0);
  EXPECT_EQ(asked.what, "Send the log");
  EXPECT_TRUE(asked.from_board);
  const auto& own = list->at(1);
  EXPECT_EQ(own.what, "Train every crew");
  EXPECT_EQ(own.next_on(), parse_date("2027-06-30")) << "the earlier of two boards' days";
  ASSERT_EQ(own.boards.size(), 2U);
  EXPECT_EQ(own.boards[0].said, "green") << "the last status, not the progress after it";
  EXPECT_TRUE(own.boards[0].said_at.has_value());
  EXPECT_EQ(own.boards[1].said, "");
}

TEST_F(MyList, is_nothing_to_another_agency_nor_to_a_board) {
  const auto other = list_of("lead two");
  ASSERT_TRUE(other.has_value());
  EXPECT_TRUE(other->empty());
  EXPECT_EQ(list_of("manager one").problem().code, ProblemCode::forbidden);
  // The link between a commitment and its actions is not there for any board.
  Raw gateway("gateway");
  EXPECT_FALSE(
      gateway.refusal({region::enter("manager one"), "select * from tenant.action_link"}).empty());
}

TEST_F(MyList, is_read_by_a_calendar_until_its_owner_makes_another) {
  ASSERT_TRUE(make("lead one", "address 1"));
  EXPECT_EQ(list_of("address 1")->size(), 2U);
  ASSERT_TRUE(make("lead one", "address 2"));
  EXPECT_THROW(list_of("address 1"), postgres::SessionEnded);
  EXPECT_EQ(list_of("address 2")->size(), 2U);
  const auto ended = as_auth(
      [&](postgres::AuthTx& tx) { return identity::end_calendar_address(tx, digest("lead one")); });
  EXPECT_TRUE(ended.has_value());
  EXPECT_THROW(list_of("address 2"), postgres::SessionEnded);
}

TEST_F(MyList, is_read_by_nobody_once_its_owner_has_left) {
  ASSERT_TRUE(make("lead one", "address 3"));
  auto raw = Raw::superuser();
  const auto membership = quoted(region::membership_of(region::lead_one));
  raw.run("update identity.membership set to_at = now() where membership_id = " + membership);
  EXPECT_THROW(list_of("address 3"), postgres::SessionEnded);
  raw.run("update identity.membership set to_at = null where membership_id = " + membership);
}

TEST_F(MyList, has_no_address_made_by_an_address_or_by_a_board) {
  ASSERT_TRUE(make("lead one", "address 4"));
  EXPECT_FALSE(make("address 4", "address 5"));
  EXPECT_FALSE(make("manager one", "address 6"));
  EXPECT_FALSE(make("nobody", "address 7"));
}

}  // namespace
}  // namespace onereturn::testing
