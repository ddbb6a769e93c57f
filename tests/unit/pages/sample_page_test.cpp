// The page of a random sample: whoever reads it can draw it again from the page alone.

#include <gtest/gtest.h>

#include "gateway/views/samples.hpp"
#include "support/rendered_page.hpp"

namespace onereturn::gateway::views {
namespace {

std::string page_of(int pieces, const SampleReader& reader) {
  reviews::Sample sample;
  sample.head.sample = reviews::SampleId::random();
  sample.head.seed = "20270302-F";
  sample.head.how = {false, 5};
  sample.head.population = pieces;
  sample.head.size = 5;
  sample.head.drawn_at = *parse_instant("2027-03-02T10:00:00Z");
  const auto of = ReturnId::random();
  for (int number = 1; number <= pieces; ++number)
    sample.population.push_back({{of, 1, number}, number, number <= 5});
  return testing::rendered_page(
      "pages/sample",
      sample_page(sample, *parse_date("2027-03-16"), *parse_date("2027-03-30"), reader, {}, ""));
}

int times(const std::string& page, const std::string& words) {
  int found = 0;
  for (auto at = page.find(words); at != std::string::npos; at = page.find(words, at + 1))
    ++found;
  return found;
}

struct Case {
  int pieces;
  SampleReader reader;
  int rows;
  int offers_of_all;
  int offers_of_a_file;
};

TEST(SamplePage, shows_every_piece_to_whoever_asks_for_it) {
  const SampleReader reads;
  const SampleReader takes{false, true, false};
  const std::vector<Case> cases = {
      {0, reads, 0, 0, 0},
      {100, reads, 100, 0, 0},
      {100, takes, 100, 0, 1},
      {101, reads, 100, 1, 0},
      {101, takes, 100, 1, 2},
      {2'500, {false, false, true}, 2'500, 0, 0},
      {2'500, {false, true, true}, 2'500, 0, 1},
  };
  for (const auto& each : cases) {
    const auto page = page_of(each.pieces, each.reader);
    EXPECT_EQ(times(page, "data-l=\"Piece\""), each.rows) << each.pieces;
    EXPECT_EQ(times(page, "?list=whole#pieces"), each.offers_of_all) << each.pieces;
    EXPECT_EQ(times(page, "/population.csv"), each.offers_of_a_file) << each.pieces;
  }
}

}  // namespace
}  // namespace onereturn::gateway::views
