#include "tools/bench/arguments.hpp"

#include <charconv>
#include <map>
#include <stdexcept>
#include <variant>

namespace onereturn::bench {
namespace {

using Target = std::variant<std::string Arguments::*, int Arguments::*>;

const std::map<std::string, Target> targets = {
    {"--database", &Arguments::database},
    {"--host", &Arguments::host},
    {"--port", &Arguments::port},
    {"--ca", &Arguments::ca_file},
    {"--gateway-pid", &Arguments::gateway_pid},
    {"--worker-pid", &Arguments::worker_pid},
    {"--worker", &Arguments::worker},
    {"--postmaster-pid", &Arguments::postmaster_pid},
    {"--goals", &Arguments::goals_file},
    {"--folder", &Arguments::folder},
    {"--json", &Arguments::json_file},
    {"--only", &Arguments::only},
    {"--rounds", &Arguments::rounds},
    {"--round-ms", &Arguments::round_ms},
    {"--warm-up-ms", &Arguments::warm_up_ms},
};

int number(const std::string& name, const std::string& text) {
  int value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size() || value < 0) {
    throw std::runtime_error(name + " takes a whole number, not \"" + text + "\"");
  }
  return value;
}

}  // namespace

Arguments parse(int count, char** values) {
  Arguments arguments;
  for (int i = 1; i < count; i += 2) {
    const std::string name = values[i];
    const auto target = targets.find(name);
    if (target == targets.end() || i + 1 >= count) {
      throw std::runtime_error("unknown option, or one without its value: " + name);
    }
    const std::string value = values[i + 1];
    if (const auto* text = std::get_if<std::string Arguments::*>(&target->second)) {
      arguments.** text = value;
    } else {
      arguments.*std::get<int Arguments::*>(target->second) = number(name, value);
    }
  }
  return arguments;
}

}  // namespace onereturn::bench
