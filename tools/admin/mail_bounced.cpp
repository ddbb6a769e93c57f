#include "tools/admin/mail_bounced.hpp"

#include <array>
#include <iostream>

#include "domain/notifications/delivery_notice.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/postgres/database.hpp"
#include "tools/admin/sql.hpp"

namespace onereturn::admin {
namespace {

// A little more than is taken, so that too much is seen to be too much.
std::string standard_input() {
  std::string text;
  std::array<char, 4096> part{};
  while (text.size() <= notifications::notice_bytes_max && std::cin.good()) {
    std::cin.read(part.data(), part.size());
    text.append(part.data(), static_cast<std::size_t>(std::cin.gcount()));
  }
  return text;
}

}  // namespace

Result<std::string> note_bounced_mail(const Arguments& arguments,
                                      const Surroundings& surroundings) {
  const auto notice =
      notifications::read_delivery_notice(standard_input(), arguments.value("recipient"));
  if (!notice) return notice.problem();
  if (!notice->failed) {
    return std::string("It is " + notice->action + ", not lost: nothing is marked.");
  }
  postgres::Database database({.connection = surroundings.as("operator"), .connections_max = 1});
  return database.as_operator([&](postgres::OperatorTx& tx) -> Result<std::string> {
    const auto outcome =
        tx.run(sql::mail_bounced, postgres::to_bytea(crypto::sha256(notice->token)),
               "It came back (" + notice->status + ").")
            .one()
            .text("outcome");
    if (outcome == "unknown") {
      return Problem{ProblemCode::not_found, "no-mail",
                     "No reminder of ours has that address to come back to, or it is too old."};
    }
    return std::string(outcome == "before" ? "It was marked before."
                                           : "Mail and contact are marked.");
  });
}

}  // namespace onereturn::admin
