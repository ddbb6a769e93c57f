// What one page of evaluating asks the database does not grow with what is graded, nor with how
// many returns there are.

#include <gtest/gtest.h>

#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evaluation/work_store.hpp"
#include "evaluation_region.hpp"

namespace onereturn::evaluation {
namespace {

namespace region = testing::evaluation_region;
namespace boards = testing::delivery_region;

template <class Work>
std::size_t statements_of(Work&& work) {
  const auto before = postgres::statements_on_this_thread();
  EXPECT_TRUE(region::as("third manager", work));
  return postgres::statements_on_this_thread() - before;
}

TEST(StatementsOfAnEvaluation, are_as_many_however_much_is_graded) {
  const auto id = region::fresh_return();
  const auto key = region::begun(id).subjects[9].key;
  const auto page = [&](postgres::BoardTx& tx) {
    return open_evaluation(tx, id, key, region::now);
  };
  statements_of(page);
  const auto empty = statements_of(page);
  region::grade_all(id);
  EXPECT_EQ(statements_of(page), empty);
  EXPECT_LE(empty, 28U);
}

TEST(StatementsOfAnEvaluation, of_a_save_are_few) {
  const auto id = region::fresh_return();
  const auto bench = region::begun(id);
  SaveGrade command;
  command.of_return = id;
  command.evaluation = bench.facts.evaluation->id;
  command.key = bench.subjects[1].key;
  command.judgement.point = "2";
  const auto save = [&](postgres::BoardTx& tx) { return save_grade(tx, command, region::now); };
  EXPECT_LE(statements_of(save), 9U);
}

TEST(StatementsOfAnEvaluation, of_the_lists_are_one_each) {
  const auto id = region::fresh_return();
  region::begun(id);
  region::grade_all(id);
  const auto before = postgres::statements_on_this_thread();
  const auto seen = region::as("third manager", [&](postgres::BoardTx& tx) -> Result<int> {
    const auto entered = postgres::statements_on_this_thread();
    EXPECT_EQ(standings(tx).size(), 1U);
    EXPECT_EQ(standings(tx)[0].judged, 60);
    const auto form = frameworks::VersionRef{boards::grades().form, 1};
    const auto rows = differences(tx, form, {"0", "1", "2", "3"});
    EXPECT_EQ(rows.size(), 8U) << "one for each section";
    int agree = 0;
    for (const auto& row : rows)
      agree += row.agree;
    EXPECT_GE(agree, 1);
    EXPECT_EQ(forms_of_both(tx).size(), 1U);
    return static_cast<int>(postgres::statements_on_this_thread() - entered);
  });
  ASSERT_TRUE(seen);
  EXPECT_EQ(*seen, 4);
  EXPECT_GT(postgres::statements_on_this_thread(), before);
}

// What was carried over from the version before waits to be confirmed: nobody has said it of this
// one.
TEST(SelfAgainstBoard, counts_what_somebody_said_and_no_draft_that_was_carried) {
  const auto id = region::fresh_return();
  region::begun(id);
  region::grade_all(id);
  const auto judged = [] {
    int all = 0;
    const auto rows = region::as("third manager", [](postgres::BoardTx& tx) {
      return Result(differences(tx, {boards::grades().form, 1}, {"0", "1", "2", "3"}));
    });
    for (const auto& row : *rows)
      all += row.judged;
    return all;
  };
  const int before = judged();
  EXPECT_GE(before, 40);
  region::send_again(2);
  region::begun(id);
  EXPECT_EQ(judged(), 0);
  const auto bench = region::bench(id);
  for (const auto& subject : bench.subjects) {
    if (bench.grade(subject.key).how != How::carried || bench.self_point(subject).empty()) continue;
    SaveGrade confirm;
    confirm.of_return = id;
    confirm.evaluation = bench.facts.evaluation->id;
    confirm.key = subject.key;
    confirm.base_version = bench.grade(subject.key).version;
    confirm.judgement.point = bench.grade(subject.key).point;
    confirm.confirm = true;
    EXPECT_TRUE(region::as("third manager", [&](postgres::BoardTx& tx) {
      return save_grade(tx, confirm, region::now);
    }));
    break;
  }
  EXPECT_EQ(judged(), 1);
}

}  // namespace
}  // namespace onereturn::evaluation
