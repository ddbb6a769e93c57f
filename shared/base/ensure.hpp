#pragma once

#include <stdexcept>
#include <string>

namespace onereturn {

// A mistake of ours: ends one request or one job, never the process, and is counted and looked at.
class BrokenInvariant : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] inline void broken_invariant(const char* why, const char* file, int line) {
  throw BrokenInvariant(std::string(file) + ":" + std::to_string(line) + ": " + why);
}

}  // namespace onereturn

// States what must hold here. Throws BrokenInvariant when it does not.
#define ENSURE(condition, why) \
  ((condition) ? void(0) : ::onereturn::broken_invariant(why, __FILE__, __LINE__))
