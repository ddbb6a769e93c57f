// What reports of a period count, against statements that were written without them, as the role
// that the service has.

#include "domain/reporting/period_reports.hpp"

#include <gmock/gmock.h>

#include "domain/actions/list_board_actions.hpp"
#include "domain/reporting/period_facts.hpp"
#include "reports_region.hpp"

namespace onereturn::reporting {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
namespace reports = testing::reports_region;

const Date first{std::chrono::year{2027}, std::chrono::March, std::chrono::day{1}};
const Date last{std::chrono::year{2027}, std::chrono::March, std::chrono::day{15}};
const Instant much_later = *parse_instant("2027-04-30T10:00:00Z");

class PeriodReports : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { reports::seed(); }

  template <class Make>
  static Draft drafted(Make&& make, Instant at = reports::now) {
    auto draft = reports::as("third manager",
                             [&](postgres::BoardTx& tx) { return make(tx, first, last, at); });
    EXPECT_TRUE(draft);
    return draft ? std::move(*draft) : Draft{};
  }

  // Actions that count at all, with the day that each had on 15 March.
  static std::string counted(const std::string& also) {
    return "select count(*) from (select a.*, coalesce((select s.was_on from tenant.action_status s"
           " where s.tenant_id = a.tenant_id and s.action_id = a.action_id and s.kind = 'moved'"
           " and s.at >= '2027-03-16' order by s.status_no limit 1), a.by_on) as day_then"
           " from tenant.action a left join tenant.return r using (tenant_id, return_id)"
           " left join tenant.request q on q.tenant_id = r.tenant_id"
           " and q.request_id = r.request_id"
           " join tenant.register_entry e on e.tenant_id = a.tenant_id"
           " and e.entry_id = coalesce(a.entry_id, q.entry_id)"
           " where a.tenant_id = '" +
           testing::delivery_region::grades().party +
           "' and not a.withheld and a.state <> 'withdrawn' and a.made_at < '2027-03-16'"
           " and (a.state <> 'open' or e.to_on is null)) x where " +
           also;
  }
  static int rows(const Draft& draft, const std::string& name) {
    return static_cast<int>(reports::table_of(draft, name).rows.size());
  }

  const std::string open_then_ = "(ended_at is null or ended_at >= '2027-03-16')";
};

TEST_F(PeriodReports, highlights_count_what_the_rows_say) {
  const auto draft = drafted(draft_highlights, much_later);
  const int done = reports::count(counted("ended_at >= '2027-03-01' and ended_at < '2027-03-16'"));
  const int overdue = reports::count(counted(open_then_ + " and day_then < '2027-03-15'"));
  const int planned =
      reports::count(counted(open_then_ + " and day_then between '2027-03-15' and '2027-03-30'"));
  EXPECT_GT(done, 0);
  EXPECT_GT(overdue, 0);
  EXPECT_GT(planned, 0);
  EXPECT_EQ(rows(draft, "done"), done);
  EXPECT_EQ(rows(draft, "overdue"), overdue);
  EXPECT_EQ(rows(draft, "planned"), planned);
  const int followed = reports::count(counted("ended_at is null or ended_at >= '2027-03-01'"));
  EXPECT_THAT(reports::text_of(draft, "summary"),
              HasSubstr("followed " + std::to_string(followed) + " actions"));
}

TEST_F(PeriodReports, of_today_agree_with_the_boards_own_page) {
  const auto tabs = reports::as("third manager", [](postgres::BoardTx& tx) {
    return actions::list_board_actions(tx, {}, {}, day_in_england(reports::now));
  });
  ASSERT_TRUE(tabs);
  const auto draft = reports::as("third manager", [](postgres::BoardTx& tx) {
    const auto today = day_in_england(reports::now);
    return draft_highlights(tx, first, today, reports::now);
  });
  ASSERT_TRUE(draft);
  const auto withheld = [](const std::string& also) {
    return reports::count(
        "select count(*) from tenant.action a join tenant.register_entry e using (tenant_id,"
        " entry_id) where a.withheld and a.state = 'open' and e.to_on is null" +
        also);
  };
  // Moves of 20 March are still to come on this day, yet stand in the list already: it is what
  // the board has now that its page counts. The report goes back to the day before them.
  const int moved_back = reports::count(
      "select count(*) from tenant.action_status s join tenant.action a using (tenant_id, "
      "action_id)"
      " join tenant.register_entry e using (tenant_id, entry_id) where s.kind = 'moved'"
      " and not a.withheld and e.to_on is null and s.was_on < '2027-03-16' and s.by_on >="
      " '2027-03-16'");
  const int ended_since = reports::count(
      "select count(*) from tenant.action where not withheld and by_on < '2027-03-16'"
      " and ended_at >= '2027-03-17'");
  EXPECT_EQ(rows(*draft, "overdue"), tabs->around.tabs.overdue -
                                         withheld(" and a.by_on < '2027-03-16'") + moved_back +
                                         ended_since);
}

TEST_F(PeriodReports, leave_out_what_organisations_do_not_have_and_say_so) {
  for (const auto& draft :
       {drafted(draft_highlights), drafted(draft_exceptions), drafted(draft_improvement_plan)}) {
    const auto words = reports::words_of(draft);
    EXPECT_THAT(words, Not(HasSubstr("of nobody yet")));
    EXPECT_THAT(words, HasSubstr("out of evaluations that are not released yet"));
    EXPECT_THAT(words, HasSubstr("of organisations that have closed"));
  }
}

TEST_F(PeriodReports, the_plan_has_every_action_once) {
  const auto draft = drafted(draft_improvement_plan, much_later);
  int all = 0;
  for (const auto& block : draft.facts) {
    if (const auto* table = std::get_if<documents::Table>(&block)) {
      all += static_cast<int>(table->rows.size());
    }
  }
  EXPECT_EQ(all, reports::count(counted("ended_at is null or ended_at >= '2027-03-01'")));
}

TEST_F(PeriodReports, exceptions_count_days_that_were_put_off) {
  const Date until{std::chrono::year{2027}, std::chrono::March, std::chrono::day{31}};
  const auto draft = reports::as("third manager", [&](postgres::BoardTx& tx) {
    return draft_exceptions(tx, first, until, much_later);
  });
  ASSERT_TRUE(draft);
  const int put_off = reports::count(
      "select count(*) from tenant.action_status s join tenant.action a using (tenant_id, "
      "action_id)"
      " join tenant.register_entry e using (tenant_id, entry_id)"
      " where s.kind = 'moved' and not a.withheld and e.to_on is null");
  const int late = reports::count(counted(
      "(state = 'open' and by_on < '2027-03-31' or ended_at >= '2027-03-01'"
      " and (ended_at at time zone 'Europe/London')::date > by_on) and not exists (select"
      " from tenant.action_status s where s.action_id = x.action_id and s.kind = 'moved')"));
  EXPECT_GT(put_off, 0);
  EXPECT_EQ(rows(*draft, "slipped"), put_off + late);
  EXPECT_THAT(reports::words_of(*draft), HasSubstr("because: Trainer ill"));
}

TEST_F(PeriodReports, refuse_what_is_no_period) {
  const auto done = reports::as("third manager", [](postgres::BoardTx& tx) -> Result<Done> {
    EXPECT_EQ(draft_highlights(tx, last, first, reports::now).problem().fields[0].field, "period");
    const Date ahead{std::chrono::year{2028}, std::chrono::January, std::chrono::day{1}};
    EXPECT_EQ(draft_exceptions(tx, ahead, ahead, reports::now).problem().code,
              ProblemCode::invalid);
    return Done{};
  });
  EXPECT_TRUE(done);
}

TEST_F(PeriodReports, of_another_board_have_nothing_of_this_one) {
  const auto draft = reports::as("second manager", [&](postgres::BoardTx& tx) {
    return draft_improvement_plan(tx, first, last, reports::now);
  });
  ASSERT_TRUE(draft);
  EXPECT_THAT(reports::words_of(*draft), Not(HasSubstr("Action number")));
}

TEST_F(PeriodReports, cost_the_same_statements_however_many_actions_there_are) {
  const auto cost = [](const std::string& who) {
    std::size_t statements = 0;
    const auto done = reports::as(who, [&](postgres::BoardTx& tx) {
      const auto before = postgres::statements_on_this_thread();
      auto draft = draft_highlights(tx, first, last, reports::now);
      statements = postgres::statements_on_this_thread() - before;
      return draft;
    });
    EXPECT_TRUE(done);
    return statements;
  };
  cost("third manager");
  EXPECT_LE(cost("third manager"), 8U);
  EXPECT_LE(cost("second manager"), 8U);
}

}  // namespace
}  // namespace onereturn::reporting
