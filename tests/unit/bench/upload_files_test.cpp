#include "tools/bench/upload_files.hpp"

#include <cstring>
#include <filesystem>

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

namespace onereturn::bench {
namespace {

class BenchFiles : public ::testing::Test {
 protected:
  static std::string whole(std::uint64_t number) {
    return files().beginning() + files().end(number).bytes;
  }
  static const FileMaker& files() {
    static const FileMaker made;
    return made;
  }
};

TEST_F(BenchFiles, are_of_the_size_that_is_promised_and_begin_as_a_pdf) {
  EXPECT_EQ(whole(1).size(), file_bytes);
  EXPECT_EQ(whole(123456).size(), file_bytes);
  EXPECT_TRUE(whole(1).starts_with("%PDF-"));
}

TEST_F(BenchFiles, carry_the_digest_of_all_their_bytes) {
  for (const std::uint64_t number : {0U, 1U, 99U}) {
    EXPECT_EQ(files().end(number).sha256, crypto::to_hex(crypto::sha256(whole(number))));
  }
  EXPECT_NE(files().end(1).sha256, files().end(2).sha256);
}

TEST_F(BenchFiles, are_copied_digested_and_removed) {
  const auto folder = ::testing::TempDir() + "bench-copies";
  std::filesystem::create_directories(folder);
  EXPECT_EQ(copy_and_digest(files(), 7, folder), files().end(7).sha256);
  EXPECT_TRUE(std::filesystem::is_empty(folder));
  EXPECT_THROW(copy_and_digest(files(), 7, folder + "/not-there"), std::runtime_error);
}

// Straight from the system and back to it: a sanitizer keeps what is freed for a while.
void hold_for_a_moment(std::size_t bytes) {
  void* held = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(held, MAP_FAILED);
  std::memset(held, 'x', bytes);
  ASSERT_EQ(::munmap(held, bytes), 0);
}

TEST_F(BenchFiles, a_processs_highest_memory_follows_what_it_holds) {
  put_back_peak(::getpid());
  const double before = resident_memory(::getpid());
  hold_for_a_moment(file_bytes * 2);
  EXPECT_GE(peak_memory(::getpid()), before + 40);
  put_back_peak(::getpid());
  EXPECT_LT(peak_memory(::getpid()), before + 40);
  EXPECT_THROW(resident_memory(-1), std::runtime_error);
}

}  // namespace
}  // namespace onereturn::bench
