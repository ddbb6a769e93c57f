#pragma once

#include "base/fault_switch.hpp"

#if ONERETURN_FAULTS
#include <cstddef>
#include <stdexcept>
#include <string_view>

#include "base/fault_points.hpp"
#endif

// FAULT("name") is a named point between two durable effects. In a release it is nothing. Else a
// test may, by the file that the environment variable ONERETURN_FAULTS names, let the program die
// there, stand still, throw, or lose its connection around the next COMMIT of that thread:
// docs/guides/faults.md. Without that variable a point does nothing. A name that is not in
// fault_points.hpp does not compile.
namespace onereturn::fault {

// When the connection is lost: before the server has heard COMMIT, or after it has done it.
enum class Loss { none, before_commit, after_commit };

#if ONERETURN_FAULTS

// What a point throws that was told to.
class Injected : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

consteval std::size_t number_of(std::string_view name) {
  for (std::size_t at = 0; at < points.size(); ++at) {
    if (points.at(at) == name) return at;
  }
  throw std::logic_error("this point is not in fault_points.hpp");
}

// Ends the program (status 78) when the file is there and names what does not exist.
void begin();
// The thread is at that point.
void pass(std::size_t point);
// What the thread's next commit is to suffer. Asking takes it away.
Loss take_loss();

#define FAULTS_BEGIN() ::onereturn::fault::begin()
#define FAULT(name) ::onereturn::fault::pass(::onereturn::fault::number_of(name))

#else

constexpr Loss take_loss() { return Loss::none; }

#define FAULTS_BEGIN() static_cast<void>(0)
#define FAULT(name) static_cast<void>(0)

#endif

}  // namespace onereturn::fault
