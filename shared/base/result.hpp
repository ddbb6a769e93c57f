#pragma once

#include <type_traits>
#include <utility>
#include <variant>

#include "base/ensure.hpp"
#include "base/problem.hpp"

namespace onereturn {

// What a use case answers: a value, or the problem that kept it from one. The world's failures
// (database, disk, mail) are exceptions and never travel in here.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Problem problem) : state_(std::in_place_index<1>, std::move(problem)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // The value. A mistake of ours when there is none.
  T& value() & {
    ENSURE(has_value(), "a Result without a value was read");
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    ENSURE(has_value(), "a Result without a value was read");
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    ENSURE(has_value(), "a Result without a value was read");
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // The problem. A mistake of ours when there is a value.
  const Problem& problem() const {
    ENSURE(!has_value(), "the problem of a Result with a value was read");
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Problem> state_;
};

// The value of a use case that only does something.
struct Done {
  bool operator==(const Done&) const = default;
};

}  // namespace onereturn
