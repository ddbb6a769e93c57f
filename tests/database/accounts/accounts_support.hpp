#pragma once

#include <string>

#include "platform/postgres/database.hpp"
#include "support/small_region.hpp"

// What the tests of accounts share: the logins, and a worker that sends without a mail server.
namespace onereturn::testing {

postgres::Database& auth();
postgres::Database& gateway();

// SHA-256 of a secret, as the service stores it.
std::string digest(const std::string& secret);

// Takes every mail that waits as the worker does, with this secret in its link and this code, and
// closes it. Answers how many had somebody to go to.
int send_all(const std::string& secret, const std::string& code = "000000");

// "kind to" of the mails that wait, in their order.
std::vector<std::string> waiting_mails();

// Sessions of the small region: "lead one", "manager one".
postgres::TokenHash session_of(const std::string& who);

// Forgets throttles, links and mails of earlier tests.
void clear_accounts();

}  // namespace onereturn::testing
