#pragma once

#include <stdexcept>
#include <string>

namespace onereturn::worker {

// A job cannot be done as things stand. The reason is a sentence for agency and operator, without
// anything that somebody wrote.
class JobRefused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace onereturn::worker
