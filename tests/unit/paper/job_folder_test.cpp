#include "platform/convert/job_folder.hpp"

#include <filesystem>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace onereturn::convert {
namespace {

namespace fs = std::filesystem;

class JobFolders : public ::testing::Test {
 protected:
  JobFolders() { fs::create_directories(under_); }
  ~JobFolders() override { fs::remove_all(under_); }

  std::size_t count() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator{under_}, fs::directory_iterator{}));
  }
  // A process that makes a folder, writes into it and is killed.
  void be_killed_at_work() const {
    const pid_t child = ::fork();
    if (child == 0) {
      const JobFolder folder{under_};
      folder.write("page.html", "a child's name");
      ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
  }

  const std::string under_ =
      fs::temp_directory_path() / ("onereturn-folders-test-" + std::to_string(::getpid()));
};

TEST_F(JobFolders, of_the_killed_go_and_those_of_the_living_stay) {
  const JobFolder mine{under_};
  mine.write("page.html", "mine");
  be_killed_at_work();
  be_killed_at_work();
  fs::create_directory(under_ + "/somebody-elses");
  EXPECT_EQ(count(), 4U);
  EXPECT_EQ(remove_orphans(under_), 2);
  EXPECT_EQ(mine.read("page.html", 100), "mine");
  EXPECT_TRUE(fs::exists(under_ + "/somebody-elses"));
  EXPECT_EQ(remove_orphans(under_), 0);
}

TEST_F(JobFolders, go_with_their_object) {
  { const JobFolder folder{under_}; }
  EXPECT_EQ(count(), 0U);
  EXPECT_EQ(remove_orphans(under_ + "/not-there"), 0);
}

}  // namespace
}  // namespace onereturn::convert
