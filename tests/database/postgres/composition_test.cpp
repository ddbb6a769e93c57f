#include <map>
#include <random>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "support/database.hpp"

// The limits of forms count a text as the database keeps it; whose counting is it, if not its own?
namespace onereturn::postgres {
namespace {

std::string utf8(std::uint32_t point) {
  const auto tail = [point](unsigned shift) {
    return static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
  };
  if (point < 0x80) return {static_cast<char>(point)};
  if (point < 0x800) return {static_cast<char>(0xC0U | (point >> 6U)), tail(0)};
  if (point < 0x10000) return {static_cast<char>(0xE0U | (point >> 12U)), tail(6), tail(0)};
  return {static_cast<char>(0xF0U | (point >> 18U)), tail(12), tail(6), tail(0)};
}

// One row in its own words: "2381 2", the character and what it is long when it is kept.
std::map<std::uint32_t, std::size_t> longer_than_one(testing::Raw& database) {
  std::map<std::uint32_t, std::size_t> lengths;
  for (const auto& row : database.run("select n, char_length(normalize(chr(n))) as kept "
                                      "from generate_series(160, 1114111) n "
                                      "where n not between 55296 and 57343 "
                                      "and char_length(normalize(chr(n))) <> 1"))
    lengths[row["n"].as<std::uint32_t>()] = row["kept"].as<std::size_t>();
  return lengths;
}

TEST(CountingCharacters, says_of_every_character_what_the_database_says) {
  auto database = testing::Raw::superuser();
  const auto lengths = longer_than_one(database);
  EXPECT_GT(lengths.size(), 80U);
  for (std::uint32_t point = 160; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    const auto found = lengths.find(point);
    const auto kept = found == lengths.end() ? 1U : found->second;
    ASSERT_EQ(count_characters(utf8(point)), kept) << std::hex << point;
  }
}

// Characters that do something to each other, or have something done to them, and some that do not.
std::vector<std::uint32_t> lively(testing::Raw& database) {
  std::vector<std::uint32_t> points;
  for (const auto& n :
       database.all("select n from generate_series(1, 196607) n "
                    "where n not between 55296 and 57343 and n not between 44032 and 55203 "
                    "and n not between 19968 and 40959 "
                    "and (normalize(chr(n), nfd) <> chr(n) or n between 768 and 879 "
                    "or n between 4352 and 4607 or n between 65 and 122 "
                    "or chr(n) in (select right(normalize(chr(c), nfd), 1) "
                    "from generate_series(160, 131071) c where c not between 55296 and 57343 "
                    "and c not between 44032 and 55203 and c not between 19968 and 40959))"))
    points.push_back(static_cast<std::uint32_t>(std::stoul(n)));
  for (std::uint32_t syllable = 0xAC00; syllable < 0xAC00 + 60; ++syllable)
    points.push_back(syllable);
  return points;
}

TEST(CountingCharacters, says_of_any_mixture_what_the_database_says) {
  auto database = testing::Raw::superuser();
  const auto points = lively(database);
  ASSERT_GT(points.size(), 2000U);
  std::mt19937 dice(20261122);
  std::uniform_int_distribution<std::uint32_t> marks(0x300, 0x36F);
  for (int round = 0; round < 40; ++round) {
    std::vector<std::string> texts;
    for (int n = 0; n < 250; ++n) {
      std::string text;
      for (std::size_t left = 1 + dice() % 12; left > 0; --left)
        text += utf8(dice() % 3 == 0 ? marks(dice) : points[dice() % points.size()]);
      texts.push_back(text);
    }
    pqxx::work work(database.connection());
    std::string list;
    for (const auto& text : texts)
      list += (list.empty() ? "" : ",") + work.quote(text);
    const auto rows = work.exec(
        "select char_length(normalize(t)) as kept "
        "from unnest(array[" +
        list + "]) with ordinality u(t, n) order by n");
    for (std::size_t n = 0; n < texts.size(); ++n)
      ASSERT_EQ(count_characters(texts[n]), rows[n]["kept"].as<std::size_t>())
          << texts[n] << ", round " << round;
  }
}

}  // namespace
}  // namespace onereturn::postgres
