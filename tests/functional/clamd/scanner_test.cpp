// The virus check with a real clamd: a private one, with one signature of our own.

#include <cstring>

#include <gtest/gtest.h>

#include "functional/clamd/clamd_server.hpp"

namespace onereturn::clamd {
namespace {

using namespace std::chrono_literals;
using testing::Clamd;
using testing::planted;

Verdict verdict(const Clamd& clamd, const std::string& bytes) {
  std::size_t at = 0;
  return Scanner{clamd.socket(), 20s}.check([&](char* to, std::size_t most) {
    const auto count = std::min(most, bytes.size() - at);
    std::memcpy(to, bytes.data() + at, count);
    at += count;
    return count;
  });
}

TEST(VirusCheck, passes_what_is_clean_and_names_what_it_finds) {
  Clamd clamd;
  EXPECT_TRUE(verdict(clamd, "a policy").clean);
  EXPECT_TRUE(verdict(clamd, "").clean);
  EXPECT_TRUE(verdict(clamd, std::string(25U * 1024 * 1024, 'a')).clean);
  const auto found = verdict(clamd, std::string(100'000, 'a') + planted);
  EXPECT_FALSE(found.clean);
  EXPECT_EQ(found.found, "OneReturn.Planted.UNOFFICIAL");
}

TEST(VirusCheck, is_away_rather_than_passed_when_there_is_no_verdict) {
  Clamd clamd;
  EXPECT_THROW(verdict(clamd, std::string(40U * 1024 * 1024, 'a')), ScannerAway)
      << "it hangs up beyond its limit";
  EXPECT_TRUE(verdict(clamd, "a policy").clean) << "and goes on";
  clamd.stop();
  EXPECT_THROW(verdict(clamd, "a policy"), ScannerAway);
  clamd.start();
  EXPECT_TRUE(verdict(clamd, "a policy").clean);
}

TEST(VirusCheck, passes_on_what_reading_throws) {
  Clamd clamd;
  EXPECT_THROW(Scanner{clamd.socket()}.check(
                   [](char*, std::size_t) -> std::size_t { throw std::logic_error{"disk"}; }),
               std::logic_error);
}

}  // namespace
}  // namespace onereturn::clamd
