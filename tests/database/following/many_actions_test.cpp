// Five thousand actions of one board: filters find what they say, a page costs the same statements
// as with ten, and the plan counts by meaning.

#include <chrono>
#include <iostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/actions/board_action_rules.hpp"
#include "followed.hpp"

namespace onereturn::testing {
namespace {

using actions::ActionFilter;
using namespace followed;

class ManyActions : public ::testing::Test {
 protected:
  static const region::Board& board() { return region::grades(); }

  static void SetUpTestSuite() {
    seed();
    cost();  // reads the form once for the whole process
    few_ = cost();
    Raw::superuser().run(
        "insert into tenant.register_entry (tenant_id, entry_id, name, type, from_on)"
        " select '" +
        board().party +
        "', ('70000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,"
        " 'Organisation ' || lpad(n::text, 4, '0'), 'school', '2026-01-01' from generate_series(1, "
        "500) n");
    Raw::superuser().run(
        "insert into tenant.action (tenant_id, entry_id, source_kind, what, lead, by_on, scheme,"
        " template_code, template_version, places, point, role, state, said, made_at, ended_at)"
        " select '" +
        board().party +
        "', ('70000000-0000-4000-8000-'"
        " || lpad((1 + n % 500)::text, 12, '0'))::uuid,"
        " case n % 3 when 0 then 'hand' when 1 then 'evaluation' else 'review' end,"
        " 'Action number ' || n, 'Leader ' || n % 50, date '2027-10-05' + (n % 200 - 100), "
        "'Progress key', '" +
        board().form +
        "', 1, '1.1', (array['green', 'amber', 'red', null])[1 + n % 4],"
        " (array['complete', 'on_track', 'off_track', null])[1 + n % 4],"
        " case when n % 10 = 0 then 'closed' else 'open' end, case when n % 7 = 0 then 'done' else "
        "'' end,"
        " '2027-01-01', case when n % 10 = 0 then timestamptz '2027-06-01' end"
        " from generate_series(1, 5000) n");
    Raw::superuser().run("analyze tenant.action");
  }

  static std::size_t cost() {
    const auto before = postgres::statements_on_this_thread();
    list(board());
    return postgres::statements_on_this_thread() - before;
  }
  static int found(const ActionFilter& filter) { return list(board(), filter).all; }

  static inline std::size_t few_ = 0;
};

TEST_F(ManyActions, cost_the_same_statements_as_a_few_and_little_time) {
  cost();
  EXPECT_EQ(cost(), few_);
  const auto begin = std::chrono::steady_clock::now();
  constexpr int times = 5;
  for (int time = 0; time < times; ++time)
    list(board());
  const auto took =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin);
  std::cout << "one page of 5,000 actions: " << took.count() / times << " ms, " << few_
            << " statements\n";
  EXPECT_LT(took.count() / times, 2000);
}

TEST_F(ManyActions, are_paged_and_a_page_behind_the_last_is_the_last) {
  ActionFilter filter;
  const auto first = list(board(), filter);
  EXPECT_EQ(first.all, 4500);
  EXPECT_EQ(first.list.size(), 50U);
  filter.from = 4450;
  EXPECT_EQ(list(board(), filter).list.size(), 50U);
  filter.from = 1'000'000;
  const auto last = list(board(), filter);
  EXPECT_EQ(last.list.size(), 50U);
  EXPECT_EQ(last.all, 4500);
}

TEST_F(ManyActions, are_found_by_each_filter) {
  const auto with = [](auto change) {
    ActionFilter filter;
    change(filter);
    return found(filter);
  };
  EXPECT_EQ(with([](auto& f) { f.shows = {"closed"}; }), 500);
  EXPECT_EQ(with([](auto& f) { f.shows = {"all"}; }), 5000);
  EXPECT_EQ(with([](auto& f) { f.shows = {"overdue"}; }),
            std::stoi(one("select count(*) from tenant.action where tenant_id = '" + board().party +
                          "' and state = 'open' and by_on < '2027-10-05'")));
  EXPECT_EQ(with([](auto& f) {
              f.statuses = {"off_track", "none"};
            }),
            std::stoi(one("select count(*) from tenant.action where tenant_id = '" + board().party +
                          "' and state = 'open' and coalesce(role, 'none') in"
                          " ('off_track', 'none')")));
  EXPECT_EQ(with([](auto& f) { f.organisations = {"70000000-0000-4000-8000-000000000002"}; }), 10);
  EXPECT_EQ(with([](auto& f) { f.organisations = {"nobody's"}; }), 0);
  EXPECT_EQ(with([](auto& f) { f.text = "leader 49"; }), 100);
  EXPECT_EQ(with([](auto& f) { f.text = "organisation 0002"; }), 10);
  EXPECT_EQ(with([](auto& f) { f.text = "100%_"; }), 0) << "no pattern of a search";
  EXPECT_EQ(with([](auto& f) { f.codes = {"1.1"}; }), 4500);
  EXPECT_EQ(with([](auto& f) { f.codes = {"none such"}; }), 0);
  EXPECT_EQ(with([](auto& f) { f.sources = {"hand"}; }) + with([](auto& f) {
              f.sources = {"evaluation", "review"};
            }),
            4500);
  EXPECT_EQ(with([](auto& f) { f.with = {"nobody"}; }), 4500);
}

TEST_F(ManyActions, are_sorted_as_asked) {
  ActionFilter filter;
  const auto due = list(board(), filter).list;
  EXPECT_TRUE(std::is_sorted(due.begin(), due.end(),
                             [](const auto& a, const auto& b) { return *a.by_on < *b.by_on; }));
  filter.sort = actions::SortBy::organisation;
  filter.descending = true;
  EXPECT_EQ(list(board(), filter).list.front().organisation, "Organisation 0500");
  filter.sort = actions::SortBy::status;
  filter.descending = false;
  EXPECT_EQ(list(board(), filter).list.front().role, frameworks::StatusRole::off_track);
}

TEST_F(ManyActions, are_one_plan_counted_by_what_each_point_means) {
  const auto plan = as_board(board(), [&](postgres::BoardTx& tx) {
    return actions::read_plan(tx, *parse_date("2027-06-01"), today, today);
  });
  ASSERT_TRUE(plan.has_value());
  EXPECT_EQ(plan->open + plan->ended, 5000);
  int counted = 0;
  for (const auto& count : plan->counts)
    counted += count.open + count.ended;
  EXPECT_EQ(counted, 5000);
  EXPECT_THAT(plan->counts.at(1).words, ::testing::ElementsAre("Moving on as the plan says"));
  const auto later = as_board(board(), [&](postgres::BoardTx& tx) {
    return actions::read_plan(tx, *parse_date("2027-06-02"), today, today);
  });
  EXPECT_EQ(later->ended, 0) << "what ended before is no part of it";
  const auto before = as_board(board(), [&](postgres::BoardTx& tx) {
    return actions::read_plan(tx, *parse_date("2026-01-01"), *parse_date("2026-12-31"), today);
  });
  EXPECT_EQ(before->open, 0) << "what was made after is no part of it";
}

}  // namespace
}  // namespace onereturn::testing
