// The page on which an evaluation is finished: what is missing, counted as a reader would; and
// nothing of what lies behind once it is released.

#include "gateway/views/evaluation_finish.hpp"

#include <filesystem>

#include <gtest/gtest.h>

#include "platform/html/renderer.hpp"
#include "unit/evaluation/bench_of_content.hpp"

namespace onereturn::gateway {
namespace {

using evaluation::State;
using evaluation::Workbench;
using html::Data;

const Date today = *parse_date("2027-03-16");

std::string page_of(const Workbench& bench, const std::string& role = "manager") {
  static const html::Renderer strict(
      std::filesystem::path(ONERETURN_SOURCE_DIR) / "services/gateway/templates",
      html::Strictness::every_key);
  auto page = views::finish_page({bench, {PersonId::random(), role}, today, "", {}, {}});
  page.set("csrf", "token");
  return strict.render("pages/evaluate_finish", std::move(page));
}

bool has(const std::string& page, const std::string& words) {
  return page.find(words) != std::string::npos;
}

std::size_t times(const std::string& page, const std::string& words) {
  std::size_t count = 0;
  for (auto at = page.find(words); at != std::string::npos; at = page.find(words, at + 1))
    ++count;
  return count;
}

int to_grade(const Workbench& bench) {
  int count = 0;
  for (const auto& subject : bench.subjects)
    count += subject.graded() ? 1 : 0;
  return count;
}

TEST(FinishPage, counts_the_items_that_it_leaves_out_and_no_line_about_the_whole_with_them) {
  auto bench = evaluation::bench_of("tarnbridge-s11", "2");
  bench.settings.second_look = true;
  const int all = to_grade(bench);
  ASSERT_GT(all, 13);
  const auto page = page_of(bench);
  EXPECT_EQ(times(page, "</a> has no grade"), 12U);
  EXPECT_TRUE(has(page, "and " + std::to_string(all - 12) + " more items"));
  EXPECT_TRUE(has(page, "Nothing is said yet")) << "what is about the whole is always said";
  EXPECT_TRUE(has(page, "A second person has to look first"));
}

// A form without grades asks for nothing before a release, so what is unsaid is told.
TEST(FinishPage, tells_about_how_many_items_nothing_is_said) {
  auto bench = evaluation::bench_of("port-sallow-s11");
  const auto all = static_cast<int>(bench.subjects.size());
  ASSERT_GT(all, 2);
  EXPECT_TRUE(has(page_of(bench), "Nothing is said yet")) << "then it cannot be released at all";
  auto& first = bench.grades[bench.subjects[0].key];
  first.version = 1;
  first.comment = "Good";
  bench.grades[bench.subjects[1].key].version = 1;  // looked at, and nothing written
  EXPECT_TRUE(has(page_of(bench), "Nothing is said about " + std::to_string(all - 1) + " of "));
  for (const auto& subject : bench.subjects) {
    bench.grades[subject.key].version = 1;
    bench.grades[subject.key].comment = "Good";
  }
  EXPECT_FALSE(has(page_of(bench), "Nothing is said about"));
  EXPECT_TRUE(has(page_of(bench), "Nothing is missing"));
}

TEST(FinishPage, says_one_more_item_of_one_and_nothing_of_none) {
  auto bench = evaluation::bench_of("tarnbridge-s11", "2");
  int left = 13;
  for (const auto& subject : bench.subjects) {
    if (subject.graded() && left-- <= 0) evaluation::grade(bench, subject.key, "2");
  }
  EXPECT_TRUE(has(page_of(bench), "and 1 more item<"));
  left = 12;
  for (const auto& subject : bench.subjects) {
    if (subject.graded() && left-- <= 0) evaluation::grade(bench, subject.key, "2");
  }
  const auto page = page_of(bench);
  EXPECT_EQ(times(page, "</a> has no grade"), 12U);
  EXPECT_FALSE(has(page, " more item"));
}

TEST(FinishPage, says_how_a_board_releases_only_until_it_has) {
  auto bench = evaluation::bench_of("tarnbridge-s11", "2");
  EXPECT_TRUE(has(page_of(bench), "Your board releases without a second look"));
  bench.facts.evaluation->state = State::finished;
  bench.facts.evaluation->releases = 1;
  const auto released = page_of(bench);
  EXPECT_FALSE(has(released, "without a second look"));
  EXPECT_FALSE(has(released, "A second look")) << "an empty part needs no heading";
}

TEST(FinishPage, keeps_the_history_of_second_looks_after_the_release) {
  auto bench = evaluation::bench_of("tarnbridge-s11", "2");
  evaluation::Look look;
  look.sent_by_name = "A manager";
  look.sent_at = *parse_instant("2027-03-10T10:00:00Z");
  look.closed_by_name = "The chair";
  look.closed_at = look.sent_at;
  look.outcome = "agreed";
  bench.looks.push_back(look);
  bench.facts.evaluation->state = State::finished;
  const auto page = page_of(bench);
  EXPECT_TRUE(has(page, "The chair agreed."));
  EXPECT_FALSE(has(page, "Send for a second look"));
}

}  // namespace
}  // namespace onereturn::gateway
