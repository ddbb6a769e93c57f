#include "domain/tenancy/merging_rules.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace onereturn::tenancy {
namespace {

TEST(MergeCode, is_made_of_letters_that_nobody_confuses) {
  std::set<char> seen;
  for (int at = 0; at < 256; ++at) {
    const auto code = merge_code_of(std::string(merge_code_bytes, static_cast<char>(at)));
    ASSERT_EQ(code.size(), 19U) << code;
    for (const std::size_t hyphen : {4U, 9U, 14U})
      EXPECT_EQ(code[hyphen], '-') << code;
    seen.insert(code.begin(), code.end());
  }
  for (const char confusing : {'0', 'O', '1', 'I'})
    EXPECT_FALSE(seen.contains(confusing)) << confusing;
  EXPECT_EQ(seen.size(), 33U) << "all 32 letters, and the hyphen";
}

TEST(MergeCode, keeps_every_bit) {
  std::set<std::string> codes;
  for (std::size_t byte = 0; byte < merge_code_bytes; ++byte) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string random(merge_code_bytes, '\0');
      random[byte] = static_cast<char>(1U << bit);
      codes.insert(merge_code_of(random));
    }
  }
  EXPECT_EQ(codes.size(), merge_code_bytes * 8);
}

struct Typed {
  const char* typed;
  std::optional<std::string> code;
};

TEST(MergeCode, is_known_however_it_is_typed) {
  const std::optional<std::string> right = "K7QM-2F9D-XW4T-8HRC";
  const std::vector<Typed> cases = {
      {"K7QM-2F9D-XW4T-8HRC", right},
      {"k7qm2f9dxw4t8hrc", right},
      {"  K7QM 2F9D XW4T 8HRC. ", right},
      {"K7QM\xE2\x80\x93"
       "2F9D\xE2\x80\x93XW4T\xE2\x80\x93"
       "8HRC",
       right},
      {"K7QM-2F9D-XW4T-8HR", std::nullopt},
      {"K7QM-2F9D-XW4T-8HRCC", std::nullopt},
      {"O7QM-2F9D-XW4T-8HRC", std::nullopt},
      {"K7QM-2F9D-XW4T-8HR1", std::nullopt},
      {"", std::nullopt},
      {"the code that Dee gave me", std::nullopt},
  };
  for (const auto& one : cases)
    EXPECT_EQ(tidy_merge_code(one.typed), one.code) << one.typed;
}

TEST(MergeCode, that_was_made_is_tidy_already) {
  for (int at = 0; at < 256; ++at) {
    std::string random;
    for (std::size_t byte = 0; byte < merge_code_bytes; ++byte)
      random += static_cast<char>(at * 31 + static_cast<int>(byte) * 57);
    const auto code = merge_code_of(random);
    EXPECT_EQ(tidy_merge_code(code), code);
  }
}

Merge merge_of(std::vector<std::string> staying, std::vector<std::string> going) {
  Merge merge;
  merge.staying.counts.answered = std::move(staying);
  merge.going.counts.answered = std::move(going);
  return merge;
}

TEST(AnsweredByBoth, are_those_that_stand_in_both_lists) {
  struct Case {
    std::vector<std::string> staying;
    std::vector<std::string> going;
    std::vector<std::string> both;
  };
  const std::vector<Case> cases = {
      {{}, {}, {}},
      {{"1a"}, {}, {}},
      {{}, {"1a"}, {}},
      {{"1a", "2b"}, {"2b", "1a"}, {"1a", "2b"}},
      {{"3c", "1a"}, {"2b", "3c"}, {"3c"}},
      {{"1a"}, {"1"}, {}},
  };
  for (const auto& one : cases)
    EXPECT_EQ(answered_by_both(merge_of(one.staying, one.going)), one.both);
}

TEST(HasAgreed, looks_at_the_readers_own_room) {
  Merge merge;
  merge.stays = true;
  EXPECT_FALSE(has_agreed(merge));
  merge.going.agreed_at = Instant{};
  EXPECT_FALSE(has_agreed(merge));
  merge.stays = false;
  EXPECT_TRUE(has_agreed(merge));
}

}  // namespace
}  // namespace onereturn::tenancy
