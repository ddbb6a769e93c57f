// Every target plays its corpus in the ordinary build, so that each input that was once of interest
// stays good, under the other sanitizers too, on a machine without the fuzzer.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "fuzz/target.hpp"

namespace onereturn::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t all_bytes_max = 2U << 20U;

fs::path folder() { return fs::path(ONERETURN_SOURCE_DIR) / "tests/fuzz"; }

std::vector<fs::path> inputs_of(const Target& target) {
  std::vector<fs::path> inputs;
  const auto corpus = folder() / "corpus" / target.name;
  if (!fs::is_directory(corpus)) return inputs;
  for (const auto& entry : fs::directory_iterator(corpus))
    inputs.push_back(entry.path());
  std::sort(inputs.begin(), inputs.end());
  return inputs;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

class Corpora : public ::testing::TestWithParam<Target> {};

TEST_P(Corpora, hold_every_property) {
  const auto inputs = inputs_of(GetParam());
  EXPECT_GE(inputs.size(), 5U) << "a target begins from examples";
  for (const auto& input : inputs) {
    try {
      GetParam().one_input(bytes_of(input));
    } catch (const std::exception& fault) {
      ADD_FAILURE() << input.filename() << ": " << fault.what();
    }
  }
}

// What no corpus can hold less than.
TEST_P(Corpora, hold_them_for_nothing_and_for_any_single_byte) {
  EXPECT_NO_THROW(GetParam().one_input(""));
  for (int byte = 0; byte < 256; ++byte) {
    EXPECT_NO_THROW(GetParam().one_input(std::string(1, static_cast<char>(byte)))) << byte;
  }
}

INSTANTIATE_TEST_SUITE_P(of_each_target, Corpora, ::testing::ValuesIn(targets()),
                         [](const auto& target) { return target.param.name; });

TEST(CorporaFolder, has_a_place_for_each_target_and_for_nothing_else) {
  std::set<std::string> known;
  for (const auto& target : targets())
    known.insert(target.name);
  for (const auto& entry : fs::directory_iterator(folder() / "corpus"))
    EXPECT_TRUE(known.contains(entry.path().filename())) << entry.path();
  for (const auto& entry : fs::directory_iterator(folder() / "dictionaries"))
    EXPECT_TRUE(known.contains(entry.path().stem())) << entry.path();
  EXPECT_GE(known.size(), 20U);
}

TEST(CorporaFolder, stays_small) {
  std::uintmax_t all = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder() / "corpus"))
    all += entry.is_regular_file() ? entry.file_size() : 0;
  EXPECT_LT(all, all_bytes_max);
}

}  // namespace
}  // namespace onereturn::fuzz
