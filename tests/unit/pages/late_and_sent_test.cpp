// The list of plans by how they stand, and the log of what was sent, with every key demanded.

#include <gtest/gtest.h>

#include "gateway/views/plans.hpp"
#include "gateway/views/reminders.hpp"
#include "support/rendered_page.hpp"

namespace onereturn::gateway::views {
namespace {

using testing::has;
using testing::rendered_page;

const Date today = *parse_date("2027-03-16");

reviews::Plan plan(const char* organisation, const char* due, bool offered = false) {
  reviews::Plan one;
  one.plan = reviews::PlanId::random();
  one.organisation = organisation;
  one.title = "Section 11";
  one.due_on = *parse_date(due);
  one.asked_at = *parse_instant("2027-01-10T10:00:00Z");
  if (offered) {
    reviews::PlanOffer offer;
    offer.at = *parse_instant("2027-03-01T10:00:00Z");
    one.offers = {offer};
  }
  return one;
}

TEST(PlansPage, shows_what_is_late_or_waits_for_the_board_alone_when_it_is_asked_to) {
  const std::vector<reviews::Plan> plans = {plan("Late Lane", "2027-03-15"),
                                            plan("In Time", "2027-03-16"),
                                            plan("Offered Oak", "2027-03-01", true)};
  const auto page = [&](const char* state) {
    http::Fields query;
    if (*state != 0) query.add("state", state);
    return rendered_page("pages/plans",
                         plans_page(plans, today, list_asked(query, plans_shape()), false));
  };
  const auto all = page("");
  for (const auto* words :
       {"Late Lane", "In Time", "Offered Oak", "value=\"overdue\"", "value=\"offered\""})
    EXPECT_TRUE(has(all, words)) << words;
  const auto late = page("overdue");
  EXPECT_TRUE(has(late, "Late Lane"));
  EXPECT_TRUE(has(late, "1 plan is overdue"));
  EXPECT_FALSE(has(late, "In Time")) << "its day is today";
  EXPECT_FALSE(has(late, "Offered Oak"));
  const auto offered = page("offered");
  EXPECT_TRUE(has(offered, "Offered Oak"));
  EXPECT_FALSE(has(offered, "Late Lane"));
  EXPECT_TRUE(has(page("ratified"), "None of them."));
}

notifications::ChaseLogLine line(const char* kind, const char* what) {
  notifications::ChaseLogLine one;
  one.kind = kind;
  one.what = what;
  one.state = "sent";
  one.at = *parse_instant("2026-03-10T10:00:00Z");
  return one;
}

TEST(ChaseLogPage, says_in_words_what_was_sent_and_what_became_of_it) {
  notifications::ChaseLog log;
  log.organisation = "Fern <Lane>";
  auto reminder = line("reminder", "Two weeks left");
  reminder.to_name = "Ann";
  reminder.to_email = "ann@agency.example";
  reminder.state = "stopped";
  reminder.dropped = "moved";
  auto evidence = line("evidence_asked", "Section 11");
  evidence.pieces = 2;
  evidence.due_on = parse_date("2026-04-01");
  auto action = line("action_mailed", "Write it down\nand sign it");
  action.to_name = "Kit";
  auto waiting = line("return_asked", "Section 11");
  waiting.state = "stopped";
  waiting.reason = "They have not joined yet.";
  log.lines = {reminder,
               evidence,
               action,
               waiting,
               line("invited", ""),
               line("given_back", "Section 11"),
               line("plan_asked", "Section 11"),
               line("plan_asked_again", "Section 11")};
  const auto page = rendered_page("pages/chase_log", chase_log_page(log, EntryId::random(), true));
  for (const auto* words :
       {"Fern &lt;Lane&gt;", "Two weeks left", "ann@agency.example", "The day it is due was moved.",
        "Evidence was asked for", "2 pieces of Section 11, by 1 April 2026", "Is this action done?",
        "Write it down", "Kit", "A return was asked for", "They have not joined yet.",
        "Invitation to join", "Given back for changes", "A plan was demanded",
        "A plan was asked for again", "Those who lead there", ">2026<"})
    EXPECT_TRUE(has(page, words)) << words;
  EXPECT_FALSE(has(page, "and sign it")) << "its first line is its title";
  EXPECT_FALSE(has(page, "rel=\"next\""));
}

TEST(ChaseLogPage, leads_to_what_is_older_and_back) {
  notifications::ChaseLog log;
  log.lines = {line("invited", "")};
  log.page = 2;
  log.more = true;
  const auto entry = EntryId::random();
  const auto page = rendered_page("pages/chase_log", chase_log_page(log, entry, false));
  const auto base = "href=\"/register/" + entry.text() + "/reminders?page=";
  EXPECT_TRUE(has(page, base + "1\" rel=\"prev\">Newer"));
  EXPECT_TRUE(has(page, base + "3\" rel=\"next\">Older"));
  EXPECT_TRUE(has(rendered_page("pages/chase_log", chase_log_page({}, entry, false)),
                  "The first mail to them will appear here."));
}

}  // namespace
}  // namespace onereturn::gateway::views
