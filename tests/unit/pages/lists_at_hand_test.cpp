// Lists whose rows are read at once: found by words, filtered, sorted, and in pages of fifty; what
// is taken along is what is found, not the page.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/views/guidance.hpp"
#include "gateway/views/plans.hpp"
#include "gateway/views/questions.hpp"
#include "gateway/views/reviews.hpp"
#include "gateway/views/rows_at_hand.hpp"
#include "gateway/views/support.hpp"
#include "support/rendered_page.hpp"

namespace onereturn::gateway::views {
namespace {

using testing::has;
using testing::rendered_page;

using html::Data;
using ::testing::SizeIs;

const Date today = *parse_date("2027-03-16");
const Instant noon = *parse_instant("2027-03-16T12:00:00Z");

int rows_in(const std::string& page) {
  int rows = 0;
  for (auto at = page.find("<tbody"); (at = page.find("scope=\"row\"", at)) != std::string::npos;
       ++at)
    ++rows;
  return rows;
}

ListAsked asked(const ListShape& shape, std::vector<std::pair<std::string, std::string>> query) {
  http::Fields fields;
  for (auto& [name, value] : query)
    fields.add(name, value);
  return list_asked(fields, shape);
}

reviews::Plan plan(const std::string& organisation, const char* due) {
  reviews::Plan one;
  one.plan = reviews::PlanId::random();
  one.organisation = organisation;
  one.title = "Section 11";
  one.words = "Say how";
  one.due_on = *parse_date(due);
  one.asked_at = noon;
  return one;
}

TEST(ListOfPlans, puts_what_waits_first_and_shows_what_is_withdrawn_on_demand) {
  auto late = plan("Late Lane", "2027-03-01"), wanted = plan("Wanted Way", "2027-06-01");
  auto offered = plan("Offered Oak", "2027-05-01"), gone = plan("Gone Green", "2027-05-01");
  reviews::PlanOffer offer;
  offer.number = 1;
  offer.at = noon;
  offered.offers = {offer};
  gone.withdrawn_at = noon;
  const std::vector<reviews::Plan> all = {wanted, late, gone, offered};
  const auto shown = [&](std::vector<std::pair<std::string, std::string>> query) {
    return rendered_page("pages/plans",
                         plans_page(all, today, asked(plans_shape(), std::move(query)), true));
  };
  const auto page = shown({});
  EXPECT_TRUE(has(page, "1 plan waits for you, of 3 not ratified yet"));
  EXPECT_LT(page.find("Offered Oak"), page.find("Late Lane"));
  EXPECT_LT(page.find("Late Lane"), page.find("Wanted Way"));
  EXPECT_FALSE(has(page, "Gone Green"));
  EXPECT_TRUE(has(page, "/plans.csv"));
  EXPECT_EQ(rows_in(shown({{"state", "withdrawn"}})), 1);
  EXPECT_EQ(rows_in(shown({{"state", "offered"}})), 1);
  EXPECT_EQ(rows_in(shown({{"state", "no such state"}})), 0);
  EXPECT_TRUE(has(shown({{"q", "LATE l"}}), "Late Lane"));
  EXPECT_THAT(plans_rows(all, today, asked(plans_shape(), {{"q", "way"}})), SizeIs(1));
  EXPECT_EQ(plans_rows(all, today, asked(plans_shape(), {})).front().size(),
            plans_headings().size());
}

TEST(ListOfPlans, is_in_pages_of_fifty_and_taken_along_whole) {
  std::vector<reviews::Plan> all;
  for (int number = 0; number < 120; ++number)
    all.push_back(plan("Organisation " + std::to_string(1000 + number), "2027-06-01"));
  const auto third = asked(plans_shape(), {{"sort", "organisation"}, {"page", "3"}});
  const auto page = rendered_page("pages/plans", plans_page(all, today, third, false));
  EXPECT_EQ(rows_in(page), 20);
  EXPECT_TRUE(has(page, "Organisation 1119"));
  EXPECT_FALSE(has(page, ".csv"));
  EXPECT_THAT(plans_rows(all, today, third), SizeIs(120));
}

PlacedThread thread(const std::string& organisation, questions::Waits waits, bool closed = false) {
  PlacedThread one;
  one.thread.id = questions::ThreadId::random();
  one.thread.organisation = organisation;
  one.thread.waits_for = waits;
  one.thread.organisation_closed = closed;
  one.thread.last_words = "Who reads this?";
  one.thread.begun_at = noon;
  one.thread.last_at = noon;
  return one;
}

TEST(ListOfQuestions, leaves_organisations_that_closed_out_and_shows_them_on_demand) {
  using questions::Waits;
  const std::vector<PlacedThread> all = {thread("Open Oak", Waits::board),
                                         thread("Closed Clay", Waits::board, true),
                                         thread("Closed and answered", Waits::answered, true)};
  const auto me = PersonId::random();
  const auto shown = [&](std::vector<std::pair<std::string, std::string>> query) {
    return rendered_page("pages/questions",
                         inbox_page(all, asked(inbox_shape(), std::move(query)), me, true));
  };
  const auto page = shown({});
  EXPECT_TRUE(has(page, "One question waits for you") || has(page, "1 question waits for you"));
  EXPECT_TRUE(has(page, "1 question is not counted: the organisation has closed."));
  EXPECT_TRUE(has(page, "/questions?turn=gone"));
  EXPECT_FALSE(has(page, "Closed Clay"));
  EXPECT_TRUE(has(shown({{"turn", "gone"}}), "Closed Clay"));
  EXPECT_FALSE(has(shown({{"turn", "us"}}), "Closed Clay"));
  EXPECT_TRUE(has(shown({{"turn", "answered"}}), "Closed and answered"));
  const auto rows = inbox_rows(all, asked(inbox_shape(), {{"turn", "gone"}}), me);
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0][4], "Organisation closed");
  EXPECT_EQ(rows[0].size(), inbox_headings().size());
}

TEST(LogOfSupport, is_found_by_words_and_taken_along) {
  std::vector<questions::Support> log(60);
  for (auto& one : log) {
    one.id = questions::SupportId::random();
    one.kind = "visit";
    one.on = today;
    one.made_at = noon;
    one.who = "Kit";
  }
  log[7].notes = "About the rota";
  log[8].struck_at = noon;
  const auto shown = [&](std::vector<std::pair<std::string, std::string>> query) {
    return rendered_page("pages/support",
                         support_page({log, asked(support_shape(), std::move(query)), true, true}));
  };
  EXPECT_EQ(rows_in(shown({})), 50);
  EXPECT_EQ(rows_in(shown({{"page", "2"}})), 10);
  EXPECT_EQ(rows_in(shown({{"q", "ROTA"}})), 1);
  EXPECT_EQ(rows_in(shown({{"struck", "yes"}})), 1);
  EXPECT_THAT(support_rows(log, asked(support_shape(), {{"struck", "no"}})), SizeIs(59));
  EXPECT_EQ(support_rows(log, asked(support_shape(), {})).front().size(),
            support_headings().size());
}

// A register of fifteen hundred is looked through by a part of a name; what is ticked stays ticked.
TEST(NotingSupport, offers_what_was_looked_for_and_keeps_what_is_ticked) {
  std::vector<questions::Organisation> all;
  for (int number = 0; number < 1500; ++number)
    all.push_back({EntryId::random(), "School " + std::to_string(1000 + number)});
  TypedSupport typed;
  typed.entries = {all[3].entry.text()};
  typed.notes = "Typed <already>";
  const auto shown = [&] {
    return rendered_page("pages/log_support", log_support_page(all, typed));
  };
  const auto boxes = [](const std::string& page) {
    int found = 0;
    for (auto at = page.find("name=\"entry\""); at != std::string::npos;
         at = page.find("name=\"entry\"", at + 1))
      ++found;
    return found;
  };
  EXPECT_EQ(boxes(shown()), 1) << "those that are ticked";
  EXPECT_TRUE(has(shown(), "There are 1500 organisations.") ||
              has(shown(), "There are 1,500 organisations."));
  typed.find = "school 12";
  EXPECT_EQ(boxes(shown()), 41);
  EXPECT_TRUE(has(shown(), "The first 40 are here."));
  EXPECT_TRUE(has(shown(), "Typed &lt;already&gt;"));
  typed.find = "School 1777";
  EXPECT_EQ(boxes(shown()), 2);
  typed.find = "no such";
  EXPECT_EQ(boxes(shown()), 1);
  all.resize(12);
  typed.find.clear();
  EXPECT_EQ(boxes(shown()), 12) << "a short register is offered whole";
  EXPECT_FALSE(has(shown(), "id=\"find\""));
}

TEST(WhoMayNeedHelp, is_found_by_words_in_pages_of_fifty) {
  std::vector<questions::Needs> all(70);
  for (std::size_t at = 0; at < all.size(); ++at) {
    all[at].entry = EntryId::random();
    all[at].organisation = "School " + std::to_string(at);
    all[at].late = 1;
  }
  all[5].last_supported = today;
  const auto shown = [&](std::vector<std::pair<std::string, std::string>> query) {
    return rendered_page("pages/who_needs_help",
                         needs_page(all, asked(needs_shape(), std::move(query)), true));
  };
  EXPECT_EQ(rows_in(shown({})), 50);
  EXPECT_TRUE(has(shown({}), "70 organisations may need help"));
  EXPECT_EQ(rows_in(shown({{"helped", "yes"}})), 1);
  EXPECT_EQ(rows_in(shown({{"q", "school 69"}})), 1);
  EXPECT_TRUE(has(shown({{"helped", "yes"}}), "href=\"/support/who.csv?helped=yes\""));
  const auto rows = needs_rows(all, asked(needs_shape(), {{"q", "school 5"}}));
  ASSERT_THAT(rows, SizeIs(11)) << "all pages, and what is looked for alone";
  EXPECT_EQ(rows[0].size(), needs_headings().size());
  EXPECT_EQ(rows[0][0], "School 5");
  EXPECT_FALSE(rows[0][1].empty());
  EXPECT_EQ(rows[0][3], to_iso(today));
  EXPECT_EQ(rows[1][3], "");
}

TEST(ListOfGuidance, is_found_by_words_and_state) {
  std::vector<std::pair<questions::Guidance, std::string>> all(3);
  for (auto& [one, place] : all) {
    one.id = questions::GuidanceId::random();
    one.question = "Who counts as staff?";
    one.at = noon;
  }
  all[1].first.withdrawn_at = noon;
  all[2].second = "1.4 Rotas";
  const auto shown = [&](std::vector<std::pair<std::string, std::string>> query) {
    return rendered_page("pages/guidance_list",
                         guidance_list(all, asked(guidance_shape(), std::move(query)), false));
  };
  EXPECT_EQ(rows_in(shown({})), 3);
  EXPECT_EQ(rows_in(shown({{"state", "withdrawn"}})), 1);
  EXPECT_EQ(rows_in(shown({{"q", "rotas"}})), 1);
  EXPECT_FALSE(has(shown({}), "/guidance.csv")) << "without the right";
  const auto rows = guidance_rows(all, asked(guidance_shape(), {{"q", "rotas"}}));
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].size(), guidance_headings().size());
  EXPECT_EQ(rows[0][1], "1.4 Rotas");
  EXPECT_EQ(rows[0][6], "Agencies read it");
  EXPECT_EQ(guidance_rows(all, asked(guidance_shape(), {{"state", "withdrawn"}}))[0][7],
            to_iso(day_in_england(noon)));
}

TEST(ListOfPeerReviews, is_found_by_member_and_organisation) {
  std::vector<reviews::Review> all(2);
  for (auto& one : all) {
    one.review = reviews::ReviewId::random();
    one.reviewer = "Kit";
    one.home = "Elsewhere";
    one.here = true;
    one.from_on = *parse_date("2027-03-01");
    one.until_on = *parse_date("2027-03-30");
  }
  all[1].reviewer = "Sam";
  all[1].until_on = *parse_date("2027-03-10");
  const auto shown = [&](std::vector<std::pair<std::string, std::string>> query) {
    return rendered_page(
        "pages/peer_reviews",
        peer_reviews_page(all, today, asked(peer_reviews_shape(), std::move(query)), false));
  };
  EXPECT_EQ(rows_in(shown({})), 2);
  EXPECT_EQ(rows_in(shown({{"q", "sam"}})), 1);
  EXPECT_TRUE(has(shown({{"state", "over"}}), "Sam"));
  EXPECT_EQ(rows_in(shown({{"state", "running"}})), 1);
}

}  // namespace
}  // namespace onereturn::gateway::views
