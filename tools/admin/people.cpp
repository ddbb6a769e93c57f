#include <charconv>
#include <iostream>

#include "platform/crypto/digest.hpp"
#include "platform/crypto/passwords.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/database.hpp"
#include "tools/admin/command.hpp"
#include "tools/admin/sql.hpp"

namespace onereturn::admin {
namespace {

constexpr int lifetime_minutes_default = 8 * 60;
constexpr int lifetime_minutes_max = 366 * 24 * 60;
constexpr std::size_t password_length_min = 15;

struct Membership {
  std::string person, id, party_name, role;
  bool in_unit = false;
};

Problem wrong(std::string detail) {
  return {ProblemCode::invalid, "command-line", std::move(detail)};
}

Result<int> lifetime_minutes(const Arguments& arguments) {
  if (!arguments.has("minutes")) {
    return lifetime_minutes_default;
  }
  const auto text = arguments.value("minutes");
  int minutes = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), minutes);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || minutes < 1 ||
      minutes > lifetime_minutes_max) {
    return wrong("--minutes needs a whole number from 1 to a year's minutes.");
  }
  return minutes;
}

std::vector<Membership> memberships_of(postgres::OperatorTx& tx, const std::string& email) {
  std::vector<Membership> found;
  for (const auto row : tx.run(sql::find_memberships, email)) {
    found.push_back({row.text("person_id"), row.text("membership_id"), row.text("party_name"),
                     row.text("role"), !row.is_null("unit_id")});
  }
  return found;
}

// The one membership that is meant; several, or none, are told with what there is.
Result<Membership> chosen(std::vector<Membership> all, const Arguments& arguments) {
  std::erase_if(all, [&](const Membership& one) {
    return (arguments.has("party") && one.party_name != arguments.value("party")) ||
           (arguments.has("role") && one.role != arguments.value("role"));
  });
  if (all.size() == 1) {
    return all.front();
  }
  auto problem = wrong(all.empty() ? "Nobody with that address has such a role."
                                   : "Say --party and --role: there are several.");
  for (const auto& one : all) {
    problem.fields.push_back({one.role, one.party_name});
  }
  return problem;
}

}  // namespace

Result<std::string> issue_token(const Arguments& arguments, const Surroundings& surroundings) {
  const auto minutes = lifetime_minutes(arguments);
  if (!minutes) {
    return minutes.problem();
  }
  if (!arguments.has("email")) {
    return wrong("--email is needed.");
  }
  postgres::Database database({.connection = surroundings.as("operator"), .connections_max = 1});
  return database.as_operator([&](postgres::OperatorTx& tx) -> Result<std::string> {
    auto membership = chosen(memberships_of(tx, arguments.value("email")), arguments);
    if (!membership) {
      return membership.problem();
    }
    auto token = crypto::new_token();
    tx.run(sql::issue_session, postgres::to_bytea(crypto::sha256(token)), membership->person,
           membership->id, "bearer", std::to_string(*minutes) + " minutes");
    return token;
  });
}

Result<std::string> set_password(const Arguments& arguments, const Surroundings& surroundings) {
  std::string password;
  std::getline(std::cin, password);
  if (password.size() < password_length_min) {
    return wrong("The password needs 15 characters or more.");
  }
  const auto hash = crypto::PasswordHasher().hash(password);
  postgres::Database database({.connection = surroundings.as("operator"), .connections_max = 1});
  return database.as_operator([&](postgres::OperatorTx& tx) -> Result<std::string> {
    const auto all = memberships_of(tx, arguments.value("email"));
    if (all.empty()) {
      return Problem{ProblemCode::not_found, "no-person", "Nobody with that address has a role."};
    }
    tx.run(sql::set_password_hash, all.front().person, hash);
    return std::string("The password is set; every session of that person has ended.");
  });
}

Result<std::string> reset_second_factor(const Arguments& arguments,
                                        const Surroundings& surroundings) {
  postgres::Database database({.connection = surroundings.as("operator"), .connections_max = 1});
  return database.as_operator([&](postgres::OperatorTx& tx) -> Result<std::string> {
    const auto all = memberships_of(tx, arguments.value("email"));
    if (all.empty()) {
      return Problem{ProblemCode::not_found, "no-person", "Nobody with that address has a role."};
    }
    tx.run(sql::reset_second_factor, all.front().person);
    return std::string("The codes are reset, every session has ended, and a mail says so.");
  });
}

Result<std::string> tell_health(const Arguments&, const Surroundings& surroundings) {
  postgres::Database database({.connection = surroundings.as("operator"), .connections_max = 1});
  return database.as_operator([&](postgres::OperatorTx& tx) -> Result<std::string> {
    std::string text = "The database answers.";
    for (const auto row : tx.run(sql::jobs_overview)) {
      text += "\n" + row.text("kind") + " " + row.text("state") + ": " + row.text("jobs");
    }
    return text;
  });
}

}  // namespace onereturn::admin
