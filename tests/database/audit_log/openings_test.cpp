#include "domain/audit_log/openings.hpp"

#include <gmock/gmock.h>

#include "domain/fan_out/deliver_copy.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/cause.hpp"
#include "platform/postgres/job_queue.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::audit_log {
namespace {

using ::testing::IsEmpty;
using testing::Raw;
using ::testing::SizeIs;
namespace region = testing::delivery_region;

const Instant morning = *parse_instant("2027-03-16T10:00:00Z");

class Openings : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    region::submit({region::narrative(), region::lights()});
    postgres::JobQueue queue(region::worker());
    for (const auto& job : queue.claim(10, std::chrono::seconds(60))) {
      ASSERT_TRUE(fan_out::deliver_copy(region::worker(), job.lease, region::at_hand(),
                                        crypto::sha256, crypto::random_bytes, morning));
    }
  }
  void SetUp() override {
    Raw::superuser().run("delete from tenant.return_opening; delete from tenant.audit_entry");
  }

  static void open(const region::Board& board, Instant at) {
    ASSERT_TRUE(
        region::gateway().as_board(region::session_of(board.manager), [&](postgres::BoardTx& tx) {
          return fan_out::open_received_return(tx, region::return_of(board), at);
        }));
  }

  static Result<Page<BoardOpening>> seen(const std::string& who, const Part& part = {},
                                         const std::optional<BoardId>& board = std::nullopt) {
    return region::gateway().as_agency(region::session_of(who), [&](postgres::AgencyTx& tx) {
      return list_board_openings(tx, board, part);
    });
  }

  static Result<Page<OwnEntry>> trail(const region::Board& board, const Part& part = {},
                                      const std::optional<PersonId>& person = std::nullopt) {
    return region::gateway().as_board(
        region::session_of(board.manager),
        [&](postgres::BoardTx& tx) { return list_trail(tx, person, part); });
  }
};

TEST_F(Openings, of_a_return_are_read_by_its_agency_and_by_no_other) {
  open(region::lights(), morning);
  const auto own = seen("lead");
  ASSERT_TRUE(own);
  ASSERT_THAT(own->list, SizeIs(1));
  EXPECT_EQ(own->list[0].board.text(), region::lights().party);
  EXPECT_EQ(own->list[0].role, "manager");
  EXPECT_EQ(own->list[0].what, "return");
  EXPECT_EQ(own->list[0].at, morning);
  EXPECT_EQ(own->list[0].request.text(), region::lights().request);
  EXPECT_EQ(own->next, "");
  EXPECT_THAT(seen("other lead")->list, IsEmpty());
}

TEST_F(Openings, do_not_say_who_it_was) {
  open(region::lights(), morning);
  Raw gateway("gateway");
  const std::string enter = "select * from identity.enter(sha256('lead'::bytea))";
  EXPECT_EQ(gateway.refusal({enter, "select opened_by from tenant.return_opening"}), "42501");
  EXPECT_EQ(gateway.refusal({enter, "insert into tenant.return_opening default values"}), "42501");
}

TEST_F(Openings, stand_in_the_boards_trail_with_the_persons_name) {
  open(region::lights(), morning);
  const auto own = trail(region::lights());
  ASSERT_TRUE(own);
  ASSERT_THAT(own->list, SizeIs(1));
  EXPECT_EQ(own->list[0].what, "return.opened");
  EXPECT_EQ(own->list[0].subject_ref, region::return_of(region::lights()).text());
  EXPECT_NE(own->list[0].name, "");
  EXPECT_NE(own->list[0].personal, "") << "whose return it is";
  EXPECT_THAT(trail(region::narrative())->list, IsEmpty());
  EXPECT_THAT(trail(region::lights(), {}, own->list[0].person)->list, SizeIs(1));
  EXPECT_THAT(trail(region::lights(), {}, PersonId::random())->list, IsEmpty());
}

// Whatever the database's clock says: one that was written later may stand below.
TEST_F(Openings, are_dated_and_sorted_in_the_boards_trail_by_the_services_clock) {
  const auto at = [](const char* moment) {
    const postgres::Cause cause("", parse_instant(moment));
    open(region::lights(), *parse_instant(moment));
  };
  at("2027-06-15T22:59:59Z");
  at("2027-06-16T10:00:00Z");
  at("2027-06-15T23:00:00Z");  // midnight in England
  std::vector<std::string> moments;
  Part part{.from = {}, .to = {}, .after = {}, .count = 2};
  do {
    const auto page = trail(region::lights(), part);
    ASSERT_TRUE(page);
    for (const auto& one : page->list)
      moments.push_back(to_iso(one.at).substr(0, 16));
    part.after = page->next;
  } while (!part.after.empty());
  EXPECT_THAT(moments,
              ::testing::ElementsAre("2027-06-16T10:00", "2027-06-15T23:00", "2027-06-15T22:59"));
  part = {};
  part.from = parse_date("2027-06-16");
  part.to = part.from;
  EXPECT_THAT(trail(region::lights(), part)->list, SizeIs(2));
  part.from.reset();
  part.to = parse_date("2027-06-15");
  EXPECT_THAT(trail(region::lights(), part)->list, SizeIs(1));
}

TEST_F(Openings, are_not_there_for_a_return_that_is_somebody_elses) {
  const auto foreign = region::gateway().as_board(
      region::session_of(region::lights().manager), [&](postgres::BoardTx& tx) {
        return fan_out::open_received_return(tx, region::return_of(region::narrative()), morning);
      });
  EXPECT_FALSE(foreign);
  EXPECT_EQ(Raw::superuser().one("select count(*) from tenant.return_opening"), "0");
  EXPECT_EQ(Raw::superuser().one("select count(*) from tenant.audit_entry"), "0");
}

TEST_F(Openings, come_page_by_page_each_once_newest_first) {
  for (int number = 0; number < 5; ++number) {
    // Three at one moment: the page ends between them.
    open(region::lights(), morning + std::chrono::minutes(number / 3));
    open(region::narrative(), morning);
  }
  Part part{.from = {}, .to = {}, .after = {}, .count = 3};
  std::vector<Instant> moments;
  do {
    const auto page = seen("lead", part);
    ASSERT_TRUE(page);
    for (const auto& one : page->list) {
      moments.push_back(one.at);
    }
    part.after = page->next;
  } while (!part.after.empty());
  EXPECT_THAT(moments, SizeIs(10));
  EXPECT_TRUE(std::is_sorted(moments.rbegin(), moments.rend()));
}

TEST_F(Openings, are_chosen_by_board_and_by_day_of_englands_calendar) {
  open(region::lights(), *parse_instant("2027-06-15T22:59:59Z"));
  open(region::lights(), *parse_instant("2027-06-15T23:00:00Z"));  // midnight in England
  open(region::narrative(), *parse_instant("2027-06-16T10:00:00Z"));
  const auto day = parse_date("2027-06-16");
  Part part;
  part.from = day;
  part.to = day;
  EXPECT_THAT(seen("lead", part)->list, SizeIs(2));
  EXPECT_THAT(seen("lead", part, BoardId{region::lights().party})->list, SizeIs(1));
  part.from.reset();
  part.to = parse_date("2027-06-15");
  EXPECT_THAT(seen("lead", part)->list, SizeIs(1));
  EXPECT_THAT(seen("lead", {}, BoardId::random())->list, IsEmpty());
}

TEST_F(Openings, refuse_an_after_that_no_page_gave) {
  for (const std::string after :
       {"x", "2027-03-16T10:00:00.000000Z", "2027-03-16T10:00:00.000000Z_x",
        "2027-03-16T10:00:00.000000Z_99999999999999999999", "'; drop table x; --"}) {
    Part part;
    part.after = after;
    EXPECT_FALSE(seen("lead", part)) << after;
    EXPECT_FALSE(trail(region::lights(), part)) << after;
  }
}

}  // namespace
}  // namespace onereturn::audit_log
