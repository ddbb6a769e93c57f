#include "platform/http/work_pool.hpp"

#include <atomic>
#include <future>

#include <gtest/gtest.h>

namespace onereturn::http {
namespace {

TEST(WorkPool, does_everything_it_took_before_it_ends) {
  std::atomic<int> done{0};
  WorkPool pool{3, 1000};
  int taken = 0;
  for (int i = 0; i < 500; ++i) {
    taken += pool.try_submit([&] { ++done; }) ? 1 : 0;
  }
  pool.close();
  EXPECT_EQ(taken, 500);
  EXPECT_EQ(done, 500);
}

TEST(WorkPool, refuses_when_the_queue_is_full_and_when_it_is_closed) {
  WorkPool pool{1, 2};
  std::promise<void> begun;
  std::promise<void> go;
  ASSERT_TRUE(pool.try_submit([&] {
    begun.set_value();
    go.get_future().wait();
  }));
  begun.get_future().wait();
  EXPECT_TRUE(pool.try_submit([] {}));
  EXPECT_TRUE(pool.try_submit([] {}));
  EXPECT_FALSE(pool.try_submit([] {}));
  EXPECT_EQ(pool.queued(), 2U);
  go.set_value();
  pool.close();
  EXPECT_FALSE(pool.try_submit([] {}));
}

}  // namespace
}  // namespace onereturn::http
