#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>

#include "tools/admin/command.hpp"

namespace onereturn::admin {

std::string Surroundings::as(std::string_view login) const {
  return database + " user=" + std::string(login);
}

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return Problem{ProblemCode::not_found, "no-file", path + " cannot be read."};
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

namespace {

constexpr int refused = 1;
constexpr int wrong_usage = 64;
constexpr int world_failed = 70;

void print_help(std::ostream& out) {
  out << "The operator's command line. ONERETURN_DATABASE says where the database is\n"
         "(\"host=/run/postgresql dbname=onereturn\").\n\n";
  for (const auto& command : commands()) {
    out << "admin";
    for (const auto word : command.words) {
      out << ' ' << word;
    }
    out << ' ' << command.usage << "\n    " << command.purpose << '\n';
  }
}

const Command* named(const std::vector<std::string>& words) {
  for (const auto& command : commands()) {
    const auto& own = command.words;
    if (words.size() >= own.size() && std::equal(own.begin(), own.end(), words.begin())) {
      return &command;
    }
  }
  return nullptr;
}

int print_problem(const Problem& problem) {
  std::cerr << "admin: " << problem.detail << '\n';
  for (const auto& field : problem.fields) {
    std::cerr << "  " << field.field << ": " << field.message << '\n';
  }
  return refused;
}

int run(const std::vector<std::string>& words) {
  const auto* command = named(words);
  if (command == nullptr) {
    const bool asked = !words.empty() && (words.front() == "help" || words.front() == "--help");
    print_help(asked ? std::cout : std::cerr);
    return asked ? 0 : wrong_usage;
  }
  const auto after = words.begin() + static_cast<std::ptrdiff_t>(command->words.size());
  auto arguments = Arguments::parse({after, words.end()}, command->options);
  if (!arguments) {
    print_problem(arguments.problem());
    return wrong_usage;
  }
  if (arguments->words().size() < command->words_min) {
    print_help(std::cerr);
    return wrong_usage;
  }
  // NOLINTNEXTLINE(concurrency-mt-unsafe): there are no threads
  const char* database = std::getenv("ONERETURN_DATABASE");
  auto printed = command->run(*arguments, {database == nullptr ? "dbname=onereturn" : database});
  if (!printed) {
    return print_problem(printed.problem());
  }
  std::cout << *printed << '\n';
  return 0;
}

}  // namespace
}  // namespace onereturn::admin

int main(int count, char** words) {
  try {
    return onereturn::admin::run({words + 1, words + count});
  } catch (const std::exception& failure) {
    std::cerr << "admin: " << failure.what() << '\n';
    return onereturn::admin::world_failed;
  }
}
