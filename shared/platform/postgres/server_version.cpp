#include "platform/postgres/server_version.hpp"

namespace onereturn::postgres {
namespace {

constexpr int major_step = 10000;
constexpr int tested_major = 15;
// Row security itself had holes before: PostgreSQL 15.20 mended the last known one.
constexpr int first_safe = 150020;

}  // namespace

ServerStanding standing_of_server(int number) {
  if (number < first_safe) {
    return ServerStanding::unsafe;
  }
  return number / major_step == tested_major ? ServerStanding::fit : ServerStanding::untested;
}

std::string server_version_words(int number) {
  return std::to_string(number / major_step) + "." + std::to_string(number % major_step);
}

void refuse_unsafe_server(int number) {
  if (standing_of_server(number) == ServerStanding::unsafe) {
    throw UnsafeServer("PostgreSQL " + server_version_words(number) +
                       " has known holes in row-level security. Install 15.20 or later, on "
                       "Debian 12 from the suite bookworm-security.");
  }
}

}  // namespace onereturn::postgres
