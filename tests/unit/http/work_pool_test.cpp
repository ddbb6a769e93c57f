#include "platform/http/work_pool.hpp"

#include <atomic>
#include <future>
#include <mutex>
#include <string>
#include <thread>

#include <gtest/gtest.h>

namespace onereturn::http {
namespace {

TEST(WorkPool, does_everything_it_took_before_it_ends) {
  std::atomic<int> done{0};
  WorkPool pool{3, 1000};
  int taken = 0;
  for (int i = 0; i < 500; ++i) {
    taken += pool.try_submit([&] { ++done; }) == Taken::yes ? 1 : 0;
  }
  pool.close();
  EXPECT_EQ(taken, 500);
  EXPECT_EQ(done, 500);
}

TEST(WorkPool, refuses_when_the_queue_is_full_and_when_it_is_closed) {
  WorkPool pool{1, 2};
  std::promise<void> begun;
  std::promise<void> go;
  ASSERT_EQ(pool.try_submit([&] {
    begun.set_value();
    go.get_future().wait();
  }),
            Taken::yes);
  begun.get_future().wait();
  EXPECT_EQ(pool.try_submit([] {}), Taken::yes);
  EXPECT_EQ(pool.try_submit([] {}), Taken::yes);
  EXPECT_EQ(pool.try_submit([] {}), Taken::full);
  EXPECT_EQ(pool.queued(), 2U);
  go.set_value();
  pool.close();
  EXPECT_EQ(pool.try_submit([] {}), Taken::full);
}

// A pool of one thread that is kept busy until open() is called.
class BusyPool {
 public:
  explicit BusyPool(std::size_t threads = 1, std::size_t queue_max = 100)
      : pool{threads, queue_max} {
    std::promise<void> begun;
    EXPECT_EQ(pool.try_submit([&] {
      begun.set_value();
      go_.get_future().wait();
    }),
              Taken::yes);
    begun.get_future().wait();
  }
  void open() { go_.set_value(); }
  Taken note(const std::string& word, const Share& share) {
    return pool.try_submit(
        [this, word] {
          const std::lock_guard lock{mutex_};
          order += word;
        },
        share);
  }

 private:
  std::promise<void> go_;
  std::mutex mutex_;

 public:
  std::string order;
  WorkPool pool;
};

TEST(WorkPool, lets_names_take_turns_however_much_waits_in_each) {
  BusyPool busy;
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(busy.note("n", {"noisy", 10}), Taken::yes);
  }
  EXPECT_EQ(busy.note("a", {"one", 10}), Taken::yes);
  EXPECT_EQ(busy.note("b", {"other", 10}), Taken::yes);
  EXPECT_EQ(busy.note("a", {"one", 10}), Taken::yes);
  busy.open();
  busy.pool.close();
  EXPECT_EQ(busy.order, "nabnannn");
}

TEST(WorkPool, refuses_more_than_their_share_and_takes_everybody_elses) {
  BusyPool busy;
  EXPECT_EQ(busy.note("n", {"noisy", 2}), Taken::yes);
  EXPECT_EQ(busy.note("n", {"noisy", 2}), Taken::yes);
  EXPECT_EQ(busy.note("n", {"noisy", 2}), Taken::too_much_of_theirs);
  EXPECT_EQ(busy.note("a", {"one", 2}), Taken::yes);
  busy.open();
  busy.pool.close();
  EXPECT_EQ(busy.order, "nan");
}

TEST(WorkPool, forgets_a_name_that_neither_waits_nor_runs) {
  WorkPool pool{2, 4};
  for (int round = 0; round < 200; ++round) {
    std::promise<void> done;
    const Share share{"name " + std::to_string(round), 1};
    ASSERT_EQ(pool.try_submit([&] { done.set_value(); }, share), Taken::yes);
    done.get_future().wait();
  }
  EXPECT_EQ(pool.queued(), 0U);
  EXPECT_LE(pool.names(), 2U);
}

TEST(WorkPool, keeps_a_thread_free_of_a_name_with_a_share) {
  WorkPool pool{4, 100};
  std::promise<void> go;
  auto gate = go.get_future().share();
  std::atomic<int> held{0};
  for (int i = 0; i < 8; ++i) {
    ASSERT_EQ(pool.try_submit(
                  [&held, gate] {
                    ++held;
                    gate.wait();
                  },
                  {"noisy", 50}),
              Taken::yes);
  }
  // Until the noisy one holds all that it may: the threads begin when they please.
  for (int tries = 0; held < 3 && tries < 5000; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  std::promise<void> served;
  ASSERT_EQ(pool.try_submit([&] { served.set_value(); }, {"one", 50}), Taken::yes);
  EXPECT_EQ(served.get_future().wait_for(std::chrono::seconds{5}), std::future_status::ready);
  EXPECT_EQ(held, 3);
  go.set_value();
  pool.close();
  EXPECT_EQ(held, 8);
}

TEST(WorkPool, takes_no_more_while_whoever_waits_waits_too_long) {
  WorkPool pool{1, 100, std::chrono::milliseconds{50}};
  std::atomic<int> done{0};
  const auto slow = [&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
    ++done;
  };
  for (int i = 0; i < 4; ++i) {
    ASSERT_EQ(pool.try_submit(slow, {"name " + std::to_string(i), 10}), Taken::yes);
  }
  while (done < 2) {
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  EXPECT_EQ(pool.try_submit(slow, {"late", 10}), Taken::full);
  while (done < 4) {
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  EXPECT_EQ(pool.try_submit(slow, {"later", 10}), Taken::yes);
  pool.close();
  EXPECT_EQ(done, 5);
}

TEST(WorkPool, does_not_take_the_long_queue_of_one_name_for_everybodys) {
  WorkPool pool{1, 100, std::chrono::milliseconds{50}};
  std::atomic<int> done{0};
  const auto slow = [&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    ++done;
  };
  for (int i = 0; i < 12; ++i) {
    ASSERT_EQ(pool.try_submit(slow, {"noisy", 50}), Taken::yes);
  }
  while (done < 8) {
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  EXPECT_EQ(pool.try_submit(slow, {"one", 50}), Taken::yes);
  pool.close();
}

TEST(WorkPool, does_everything_whoever_asked_for_it) {
  std::atomic<int> done{0};
  WorkPool pool{4, 10'000};
  int taken = 0;
  for (int i = 0; i < 5000; ++i) {
    const Share share{"name " + std::to_string(i % 17), 400};
    taken += pool.try_submit([&] { ++done; }, share) == Taken::yes ? 1 : 0;
  }
  pool.close();
  EXPECT_EQ(done, taken);
  EXPECT_GT(taken, 400);
}

}  // namespace
}  // namespace onereturn::http
