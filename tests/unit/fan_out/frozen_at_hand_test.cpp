#include "domain/fan_out/frozen_at_hand.hpp"

#include <thread>

#include <gtest/gtest.h>

namespace onereturn::fan_out {
namespace {

FrozenAtHand::Key some_key() {
  return {.submission = SubmissionId::random(),
          .form = {"westmarch-s11", 1},
          .framework = {"section11", 2},
          .mapping_version = 1};
}

std::shared_ptr<const FrozenCommon> with_text(const std::string& text) {
  FrozenCommon common;
  common.answers["1"].texts.describes = text;
  return std::make_shared<const FrozenCommon>(std::move(common));
}

std::string text_in(const std::shared_ptr<const FrozenCommon>& common) {
  return common ? common->answers.at("1").texts.describes : "nothing";
}

TEST(FrozenAtHand, knows_nothing_before_anybody_has_read) {
  FrozenAtHand at_hand;
  EXPECT_EQ(at_hand.find(some_key()), nullptr);
}

TEST(FrozenAtHand, gives_what_was_kept) {
  FrozenAtHand at_hand;
  const auto key = some_key();
  at_hand.keep(key, with_text("Every year."));
  EXPECT_EQ(text_in(at_hand.find(key)), "Every year.");
}

// Another form or mapping asks for other answers, so nothing that differs in any part is given.
TEST(FrozenAtHand, gives_nothing_to_a_delivery_that_differs_in_any_version) {
  FrozenAtHand at_hand;
  const auto key = some_key();
  at_hand.keep(key, with_text("Every year."));
  std::vector<FrozenAtHand::Key> others(6, key);
  others[0].submission = SubmissionId::random();
  others[1].form.code = "harrowmere-s11";
  others[2].form.version = 2;
  others[3].framework.version = 3;
  others[4].mapping_version = 2;
  others[5].mapping_version = std::nullopt;
  for (const auto& other : others) {
    EXPECT_EQ(at_hand.find(other), nullptr);
  }
  EXPECT_NE(at_hand.find(key), nullptr);
}

TEST(FrozenAtHand, forgets_what_was_not_used_for_longest) {
  FrozenAtHand at_hand;
  std::vector<FrozenAtHand::Key> keys;
  for (int at = 0; at < 17; ++at) {
    keys.push_back(some_key());
    at_hand.keep(keys.back(), with_text(std::to_string(at)));
    EXPECT_NE(at_hand.find(keys.front()), nullptr) << at;
  }
  EXPECT_EQ(at_hand.find(keys[1]), nullptr);
  EXPECT_EQ(text_in(at_hand.find(keys[0])), "0");
  for (std::size_t kept = 2; kept < keys.size(); ++kept) {
    EXPECT_EQ(text_in(at_hand.find(keys[kept])), std::to_string(kept));
  }
}

TEST(FrozenAtHand, keeps_one_of_two_that_were_read_at_once) {
  FrozenAtHand at_hand;
  const auto key = some_key();
  at_hand.keep(key, with_text("first"));
  const auto in_use = at_hand.find(key);
  at_hand.keep(key, with_text("second"));
  EXPECT_EQ(text_in(in_use), "first");
  EXPECT_EQ(text_in(at_hand.find(key)), "second");
}

TEST(FrozenAtHand, serves_threads_at_once) {
  FrozenAtHand at_hand;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&] {
      for (int time = 0; time < 500; ++time) {
        const auto key = some_key();
        at_hand.keep(key, with_text(key.submission.text()));
        if (const auto found = at_hand.find(key)) {
          EXPECT_EQ(text_in(found), key.submission.text());
        }
      }
    });
  }
  for (auto& thread : threads) {
    thread.join();
  }
}

}  // namespace
}  // namespace onereturn::fan_out
