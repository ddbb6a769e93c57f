#pragma once

#include <stdexcept>
#include <string>

namespace onereturn::postgres {

// The server has known holes in row-level security itself: nothing may be read from it.
class UnsafeServer : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// fit: a version that we test. untested: may work, say so in the log. unsafe: refuse.
enum class ServerStanding { fit, untested, unsafe };

// `number` as PostgreSQL gives it: 150020 is 15.20.
ServerStanding standing_of_server(int number);

// "15.20"
std::string server_version_words(int number);

// Throws UnsafeServer, naming what to install, when the standing is unsafe.
void refuse_unsafe_server(int number);

}  // namespace onereturn::postgres
