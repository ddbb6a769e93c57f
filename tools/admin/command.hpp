#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "tools/admin/arguments.hpp"

namespace onereturn::admin {

// What every command may use: where the database is, read once from the environment.
struct Surroundings {
  std::string database;  // libpq's words without a user: "host=... dbname=..."

  // The same with the login that the command needs.
  std::string as(std::string_view login) const;
};

// One command. Answers what it prints on success; a problem is printed as its sentence and its
// fields, one a line, and ends the program with status 1.
struct Command {
  std::vector<std::string_view> words;    // "template", "load"
  std::string_view usage;                 // what follows the words
  std::string_view purpose;               // one line
  std::vector<std::string_view> options;  // as Arguments::parse knows them
  std::size_t words_min = 0;              // plain words that must follow
  Result<std::string> (*run)(const Arguments&, const Surroundings&);
};

// Every command, in the order of the help text.
const std::vector<Command>& commands();

Result<std::string> migrate(const Arguments& arguments, const Surroundings& surroundings);
Result<std::string> load_content(const Arguments& arguments, const Surroundings& surroundings);
Result<std::string> load_region(const Arguments& arguments, const Surroundings& surroundings);
Result<std::string> issue_token(const Arguments& arguments, const Surroundings& surroundings);
Result<std::string> set_password(const Arguments& arguments, const Surroundings& surroundings);
Result<std::string> reset_second_factor(const Arguments& arguments,
                                        const Surroundings& surroundings);
Result<std::string> reseal_secrets(const Arguments& arguments, const Surroundings& surroundings);
Result<std::string> verify_delivery(const Arguments& arguments, const Surroundings& surroundings);
Result<std::string> verify_trails(const Arguments& arguments, const Surroundings& surroundings);
Result<std::string> export_unit(const Arguments& arguments, const Surroundings& surroundings);
Result<std::string> import_unit(const Arguments& arguments, const Surroundings& surroundings);
Result<std::string> tell_health(const Arguments& arguments, const Surroundings& surroundings);

// The keys that the environment names. Refuses with invalid and what is wrong with them.
Result<std::vector<std::string>> secret_keys();

// The whole file. Refuses with not_found when it cannot be read.
Result<std::string> read_file(const std::string& path);

}  // namespace onereturn::admin
