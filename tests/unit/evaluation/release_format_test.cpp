#include "domain/evaluation/release_format.hpp"

#include <gmock/gmock.h>

#include "bench_of_content.hpp"

namespace onereturn::evaluation {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Workbench graded() {
  auto bench = bench_of("tarnbridge-s11", "2");
  for (const auto& subject : bench.subjects)
    grade(bench, subject.key, "2");
  auto& one = bench.grades[bench.subjects[3].key];
  one.point = "1";
  one.reason = "Two of nine files had no note";
  one.comment = "Good \"work\"\nand \u00e9 and \u2028";
  one.why = "internalwords";
  one.by_name = "Kit Internal";
  bench.grades[summary_key].comment = "Thank you for a clear return.";
  return bench;
}

TEST(ReleaseFormat, reads_back_as_it_was_written) {
  const auto released = released_of(graded(), 2);
  EXPECT_EQ(read_release(write_release(released)), released);
  EXPECT_EQ(released.number, 2);
  EXPECT_TRUE(released.graded);
  EXPECT_EQ(released.items.size(), 60U);
  EXPECT_EQ(released.items[3].ours, "1 Adequate");
  EXPECT_EQ(released.items[3].theirs, "2 Good");
}

TEST(ReleaseFormat, says_nothing_of_how_the_board_came_to_it) {
  const auto body = write_release(released_of(graded(), 1));
  EXPECT_THAT(body, HasSubstr("Two of nine files"));
  EXPECT_THAT(body, Not(HasSubstr("internalwords")));
  EXPECT_THAT(body, Not(HasSubstr("Kit")));
}

TEST(ReleaseFormat, holds_sixty_comments_of_ten_thousand_characters) {
  auto bench = graded();
  for (const auto& subject : bench.subjects)
    bench.grades[subject.key].comment = std::string(10000, 'x');
  const auto body = write_release(released_of(bench, 1));
  EXPECT_LT(body.size(), 4'000'000U);
  EXPECT_EQ(read_release(body).items[7].comment.size(), 10000U);
}

TEST(ReleaseFormat, keeps_the_words_of_a_form_without_grades) {
  auto bench = bench_of("westmarch-s11");
  bench.grades[bench.subjects[0].key].comment = "Clear";
  const auto released = read_release(write_release(released_of(bench, 1)));
  EXPECT_FALSE(released.graded);
  EXPECT_EQ(released.items[0].comment, "Clear");
  EXPECT_EQ(released.items[0].ours, "");
}

}  // namespace
}  // namespace onereturn::evaluation
