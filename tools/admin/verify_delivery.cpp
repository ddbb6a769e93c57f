#include "domain/fan_out/verify_delivery.hpp"

#include <iostream>
#include <set>

#include "domain/returns/deliveries.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/errors.hpp"
#include "tools/admin/command.hpp"

namespace onereturn::admin {
namespace {

Result<std::vector<RequestId>> delivered_requests(postgres::AgencyTx& tx) {
  const auto deliveries = returns::list_deliveries(tx);
  if (!deliveries) {
    return deliveries.problem();
  }
  std::set<RequestId> requests;
  for (const auto& delivery : *deliveries) {
    if (delivery.return_id) {
      requests.insert(delivery.request);
    }
  }
  return std::vector<RequestId>(requests.begin(), requests.end());
}

std::string line_of(const fan_out::VerifiedDelivery& found) {
  return std::string(found.sound() ? "sound   " : "UNSOUND ") + found.board + ", " + found.form +
         ", version " + std::to_string(found.version_no) + ": " + std::to_string(found.boxes) +
         " boxes, " + found.stored + "\n";
}

Result<std::string> verify_all(postgres::AgencyTx& tx, const std::vector<RequestId>& requests) {
  std::string lines;
  Problem problem{.code = ProblemCode::conflict,
                  .key = "delivery-unsound",
                  .detail = "A delivered copy is not what the frozen answers give."};
  for (const auto& request : requests) {
    const auto found = fan_out::verify_delivery(tx, request, crypto::sha256);
    if (!found) {
      return found.problem();
    }
    lines += line_of(*found);
    for (const auto& difference : found->differences) {
      problem.fields.push_back({found->board, difference});
    }
  }
  if (!problem.fields.empty()) {
    return problem;
  }
  return lines + std::to_string(requests.size()) + " verified\n";
}

}  // namespace

Result<std::string> verify_delivery(const Arguments& arguments, const Surroundings& surroundings) {
  std::string token;
  std::getline(std::cin, token);
  const auto asked = RequestId::parse(arguments.value("request"));
  if (token.empty() || (arguments.has("request") && !asked)) {
    return Problem{.code = ProblemCode::invalid,
                   .key = "command-line",
                   .detail =
                       "A bearer token is needed on standard input, and --request takes a "
                       "request's id."};
  }
  postgres::Database database({.connection = surroundings.as("gateway"), .connections_max = 1});
  try {
    return database.as_agency(
        {crypto::token_hash(token)}, [&](postgres::AgencyTx& tx) -> Result<std::string> {
          const auto requests = asked ? Result(std::vector{*asked}) : delivered_requests(tx);
          return requests ? verify_all(tx, *requests) : requests.problem();
        });
  } catch (const postgres::SessionEnded&) {
    return Problem{.code = ProblemCode::unauthenticated,
                   .key = "sign-in-required",
                   .detail = "The token has ended, or never was."};
  }
}

}  // namespace onereturn::admin
