#include <algorithm>
#include <csignal>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "tools/load/player.hpp"

namespace onereturn::load {
namespace {

using Options = std::map<std::string, std::string>;

Options options_of(int count, char** words) {
  Options options;
  for (int at = 1; at + 1 < count; at += 2) {
    options[words[at]] = words[at + 1];
  }
  for (const char* name : {"--script", "--ports", "--ca", "--results"}) {
    if (options[name].empty()) {
      throw std::runtime_error(
          "usage: load --script FILE --ports FILE --ca FILE --results FILE [--host NAME] "
          "[--connections N] [--patience SECONDS]");
    }
  }
  return options;
}

std::string option(const Options& options, const char* name, const char* otherwise) {
  const auto found = options.find(name);
  return found == options.end() ? otherwise : found->second;
}

std::vector<int> ports_in(const std::string& path) {
  std::ifstream file(path);
  std::vector<int> ports;
  for (int port = 0; file >> port;) {
    ports.push_back(port);
  }
  return ports;
}

std::vector<Step> script_in(const std::string& path, const std::string& host) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::runtime_error("the script cannot be read");
  }
  return read_script(file, host);
}

// One line a step, in the order of the script.
void write(const std::string& path, const std::vector<Result>& results) {
  std::ofstream file(path);
  for (const auto& result : results) {
    file << result.status << '\t' << result.lag_us << '\t' << result.took_us << '\t' << result.tries
         << '\t' << (result.says_when_to_return ? 1 : 0) << '\t' << result.why << '\n';
  }
  if (!file.flush()) {
    throw std::runtime_error("the results cannot be written");
  }
}

int run(int count, char** words) {
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  const auto options = options_of(count, words);
  const auto host = option(options, "--host", "localhost");
  const Terms terms(host, option(options, "--ca", ""));
  const auto steps = script_in(option(options, "--script", ""), host);
  const auto ports_file = option(options, "--ports", "");
  PlayerSettings settings;
  settings.connections_per_seat = std::stoi(option(options, "--connections", "150"));
  settings.patience_us = std::stoll(option(options, "--patience", "30")) * 1'000'000;
  settings.ports = [ports_file] { return ports_in(ports_file); };
  std::cout << "playing\n" << std::flush;
  Player player(terms, settings, steps);
  write(option(options, "--results", ""), player.play());
  return 0;
}

}  // namespace
}  // namespace onereturn::load

// Plays a script of requests against running gateways, each at its planned time, and writes what
// came of each. Says "playing" when its time begins.
int main(int count, char** words) {
  try {
    return onereturn::load::run(count, words);
  } catch (const std::exception& e) {
    std::cerr << "load: " << e.what() << '\n';
    return 2;
  }
}
