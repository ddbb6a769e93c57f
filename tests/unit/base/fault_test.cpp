// What a named point does when a test asks for it, and that it does nothing else.

#include "base/fault.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#if ONERETURN_FAULTS

namespace onereturn::fault {
namespace {

namespace fs = std::filesystem;

class Fault : public ::testing::Test {
 protected:
  Fault() {
    // Each fault happens in a program of its own, begun anew.
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    // The program that is begun anew finds the same file.
    const char* told = std::getenv("ONERETURN_FAULTS_TEST");
    file_ = told == nullptr ? fs::temp_directory_path() / ("faults-" + std::to_string(::clock()) +
                                                           std::to_string(std::rand()))
                            : fs::path(told);
    ::setenv("ONERETURN_FAULTS_TEST", file_.c_str(), 1);
  }
  void TearDown() override {
    fs::remove(file_);
    fs::remove(happened());
    ::unsetenv("ONERETURN_FAULTS_TEST");
  }

  // In the program that dies.
  void plan(const std::string& lines) const {
    std::ofstream(file_) << lines;
    ::setenv("ONERETURN_FAULTS", file_.c_str(), 1);
  }
  std::string happened() const { return file_.string() + ".happened"; }
  std::string what_happened() const {
    std::ifstream file(happened());
    return {std::istreambuf_iterator<char>(file), {}};
  }

  fs::path file_;
};

using FaultDeathTest = Fault;

TEST_F(FaultDeathTest, kills_at_the_passing_that_was_named_and_says_so_before) {
  EXPECT_EXIT(
      {
        plan("1 submit.frozen kill 3\n");
        FAULT("submit.frozen");
        FAULT("submit.committing");
        FAULT("submit.frozen");
        std::cerr << "still here";
        FAULT("submit.frozen");
        std::_Exit(0);
      },
      ::testing::KilledBySignal(SIGKILL), "still here");
  EXPECT_EQ(what_happened(), "1 submit.frozen kill 3\n");
}

TEST_F(FaultDeathTest, refuses_a_name_that_does_not_exist_before_anything_is_done) {
  for (const auto* line : {"1 submit.elsewhere kill 1", "1 submit.frozen tickle 1", "1 submit"}) {
    EXPECT_EXIT(
        {
          plan(line);
          FAULTS_BEGIN();
          std::_Exit(0);
        },
        ::testing::ExitedWithCode(78), "nothing is known of");
  }
}

TEST_F(FaultDeathTest, throws_once) {
  EXPECT_EXIT(
      {
        plan("1 mail.sent throw 1\n");
        int thrown = 0;
        for (int at = 0; at < 3; ++at) {
          try {
            FAULT("mail.sent");
          } catch (const Injected&) {
            ++thrown;
          }
        }
        std::_Exit(thrown);
      },
      ::testing::ExitedWithCode(1), "");
}

TEST_F(FaultDeathTest, stands_still_until_its_line_is_taken_away) {
  EXPECT_EXIT(
      {
        plan("1 mail.sent pause 1\n");
        std::thread other([&] {
          std::this_thread::sleep_for(std::chrono::milliseconds(60));
          plan("");
        });
        const auto began = std::chrono::steady_clock::now();
        FAULT("mail.sent");
        const auto stood = std::chrono::steady_clock::now() - began;
        other.join();
        std::_Exit(stood > std::chrono::milliseconds(40) ? 7 : 0);
      },
      ::testing::ExitedWithCode(7), "");
}

TEST_F(FaultDeathTest, loses_the_next_commit_of_that_thread_and_only_that) {
  EXPECT_EXIT(
      {
        plan("1 submit.committing lost_after 1\n");
        FAULT("submit.committing");
        bool elsewhere = false;
        std::thread([&] { elsewhere = take_loss() != Loss::none; }).join();
        const bool here = take_loss() == Loss::after_commit;
        const bool again = take_loss() != Loss::none;
        std::_Exit(here && !again && !elsewhere ? 7 : 0);
      },
      ::testing::ExitedWithCode(7), "");
}

TEST_F(Fault, does_nothing_when_nobody_asks) {
  ASSERT_EQ(std::getenv("ONERETURN_FAULTS"), nullptr);
  FAULTS_BEGIN();
  for (int at = 0; at < 1000; ++at)
    FAULT("submit.frozen");
  EXPECT_EQ(take_loss(), Loss::none);
}

}  // namespace
}  // namespace onereturn::fault

#endif
