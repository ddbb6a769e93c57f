#include <iostream>

#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/errors.hpp"
#include "tools/admin/command.hpp"
#include "tools/admin/sql.hpp"

namespace onereturn::admin {

// Read with the agency's own session: the operator has no right to a tenant's rows.
Result<std::string> export_unit(const Arguments& arguments, const Surroundings& surroundings) {
  std::string token;
  std::getline(std::cin, token);
  if (token.empty() || arguments.value("unit").empty()) {
    return Problem{.code = ProblemCode::invalid,
                   .key = "command-line",
                   .detail = "A bearer token is needed on standard input, and --unit NAME."};
  }
  postgres::Database database({.connection = surroundings.as("gateway"), .connections_max = 1});
  try {
    return database.as_agency({crypto::token_hash(token)},
                              [&](postgres::AgencyTx& tx) -> Result<std::string> {
                                const auto rows = tx.run(sql::export_unit, arguments.value("unit"));
                                if (rows.one().integer("units") != 1) {
                                  return Problem{.code = ProblemCode::not_found,
                                                 .key = "no-unit",
                                                 .detail = "There is no such unit, or several."};
                                }
                                return rows.one().text("document");
                              });
  } catch (const postgres::SessionEnded&) {
    return Problem{.code = ProblemCode::unauthenticated,
                   .key = "sign-in-required",
                   .detail = "The token has ended, or never was."};
  }
}

}  // namespace onereturn::admin
