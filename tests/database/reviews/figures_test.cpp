// Figures of a board against SQL that shares nothing with theirs: of this board alone, with and
// without a grade, of an organisation that has closed, of nothing at all.

#include "domain/reporting/figures.hpp"

#include <gtest/gtest.h>

#include "domain/reporting/figures_shown.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
namespace region = delivery_region;
using reporting::Figures;

class FiguresOfABoard : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { here::seed(); }
  void TearDown() override {
    Raw::superuser().run("delete from tenant.box_source where tenant_id = '" + board() +
                         "'; update tenant.return set origin = 'direct' where tenant_id = '" +
                         board() + "'; delete from tenant.chase_mail where tenant_id = '" +
                         board() +
                         "'; update tenant.register_entry set to_on = null where "
                         "tenant_id = '" +
                         board() + "'");
  }

  static const std::string& board() { return region::lights().party; }

  static Figures read(const std::string& who = here::manager) {
    auto made = here::as_board(who, [](postgres::BoardTx& tx) {
      return reporting::read_figures(tx, AuditId::parse(here::wave()), here::noon);
    });
    EXPECT_TRUE(made);
    return made ? *made : Figures{};
  }
  static int ratings_of(const ReturnId& id) {
    return here::count("select count(*) from tenant.return_box where return_id = '" + id.text() +
                       "' and state = 'set'");
  }
};

TEST_F(FiguresOfABoard, hold_every_rating_of_every_return_once) {
  const auto figures = read();
  const int all = ratings_of(here::first_return()) + ratings_of(here::second_return());
  ASSERT_GT(all, 0);
  EXPECT_EQ(static_cast<int>(figures.judged.size()), all);
  int amber = 0;
  for (const auto& each : figures.judged)
    amber += each.own == "amber" ? 1 : 0;
  EXPECT_EQ(amber, ratings_of(here::first_return()));
  EXPECT_EQ(reporting::heat_of(figures).rows.size(), 2U);
}

TEST_F(FiguresOfABoard, leave_out_who_has_closed_and_was_not_evaluated) {
  Raw::superuser().run("update tenant.register_entry set to_on = '2027-03-01' where tenant_id = '" +
                       board() + "' and agency_id = '" + region::agency + "'");
  EXPECT_EQ(static_cast<int>(read().judged.size()), ratings_of(here::second_return()));
}

TEST_F(FiguresOfABoard, of_another_board_are_not_found) {
  const auto other = here::as_board(here::other_manager, [](postgres::BoardTx& tx) {
    return reporting::read_figures(tx, AuditId::parse(here::wave()), here::noon);
  });
  ASSERT_FALSE(other);
  EXPECT_EQ(other.problem().code, ProblemCode::not_found);
}

TEST_F(FiguresOfABoard, count_what_was_spared_from_where_boxes_came_from) {
  EXPECT_TRUE(read().savings.empty()) << "what was typed in spared nobody anything";
  auto raw = Raw::superuser();
  raw.run("update tenant.return set origin = 'fan_out' where return_id = '" +
          here::first_return().text() + "'");
  // All boxes come from common answers, those of one item from the board's own question as well.
  const auto insert = [&](const std::string& kind, int number, const std::string& only) {
    raw.run(
        "insert into tenant.box_source (tenant_id, return_id, version_no, box_no, source_no, "
        "agency_id, kind, rule) select tenant_id, return_id, 1, b.box_no, " +
        std::to_string(number) + ", agency_id, '" + kind +
        "', 'r' from tenant.return_box b where b.return_id = '" + here::first_return().text() +
        "'" + only);
  };
  insert("answer", 1, "");
  const auto item = raw.one("select min(item_code) from catalogue.box where template_code = '" +
                            region::lights().form + "' and version = 1 and filled_by <> 'board'");
  insert("residual", 2,
         " and b.box_no in (select c.box_no from catalogue.box c where c.template_code = '" +
             region::lights().form + "' and c.version = 1 and c.item_code = '" + item + "')");
  const auto savings = read().savings;
  ASSERT_EQ(savings.size(), 1U);
  const auto of_form = "catalogue.box where template_code = '" + region::lights().form +
                       "' and version = 1 and filled_by <> 'board'";
  const int items = here::count("select count(distinct item_code) from " + of_form);
  const int boxes = here::count("select count(*) from " + of_form);
  const int own =
      here::count("select count(*) from " + of_form + " and item_code = '" + item + "'");
  EXPECT_EQ(savings[0].returns, 1);
  EXPECT_EQ(savings[0].questions, items);
  EXPECT_EQ(savings[0].spared, items - 1);
  EXPECT_EQ(savings[0].boxes, boxes);
  EXPECT_EQ(savings[0].once, boxes - own);
}

TEST_F(FiguresOfABoard, count_reminders_that_were_sent_in_their_year_and_not_those_that_were_not) {
  // One mail a day to each address: each of these goes to another.
  int number = 0;
  const auto mail = [&](const std::string& state, const std::string& sent) {
    Raw::superuser().run(
        "insert into tenant.chase_mail (tenant_id, mail_id, on_day, email, name, rung, state, "
        "queued_at, sent_at) values ('" +
        board() + "', gen_random_uuid(), '2027-01-01', 'a" + std::to_string(++number) +
        "@example.test', 'A', 'person', '" + state + "', now(), " + sent + ")");
  };
  mail("sent", "'2026-12-31T23:30:00Z'");
  mail("sent", "'2027-01-01T00:30:00Z'");
  mail("bounced", "'2027-02-01T09:00:00Z'");
  mail("queued", "null");
  const auto savings = read().savings;
  ASSERT_EQ(savings.size(), 2U);
  EXPECT_EQ(savings[0].year, 2027);
  EXPECT_EQ(savings[0].reminders, 2);
  EXPECT_EQ(savings[1].year, 2026);
  EXPECT_EQ(savings[1].reminders, 1);
}

}  // namespace
}  // namespace onereturn::testing
