#include "platform/config/settings.hpp"
#include "platform/crypto/sealer.hpp"
#include "platform/postgres/database.hpp"
#include "tools/admin/command.hpp"
#include "tools/admin/sql.hpp"

namespace onereturn::admin {

Result<std::vector<std::string>> secret_keys() {
  config::Reader reader{config::environment()};
  auto keys = config::read_secret_keys(reader);
  if (reader.complaints().empty()) {
    return keys;
  }
  Problem problem{ProblemCode::invalid, "secrets-key", reader.complaints().front() + ".", {}};
  return problem;
}

// Whoever signs in meanwhile is not disturbed: a row changes only while it is what was read.
Result<std::string> reseal_secrets(const Arguments&, const Surroundings& surroundings) {
  const auto keys = secret_keys();
  if (!keys) {
    return keys.problem();
  }
  const crypto::Sealer sealer{*keys};
  postgres::Database database({.connection = surroundings.as("operator"), .connections_max = 1});
  return database.as_operator([&](postgres::OperatorTx& tx) -> Result<std::string> {
    int done = 0;
    int left = 0;
    for (const auto row : tx.run(sql::second_factors_to_reseal, sealer.key_id())) {
      const auto person = row.text("person_id");
      const auto before = row.bytes("secret");
      const auto key = row.text("key_id");
      const auto secret = key.empty() ? std::optional(before) : sealer.open({before, key}, person);
      if (!secret) {
        ++left;
        continue;
      }
      const auto sealed = sealer.seal(*secret, person);
      const auto rows = tx.run(sql::reseal_second_factor, person, postgres::to_bytea(before),
                               postgres::to_bytea(sealed.bytes), sealed.key_id);
      rows.one().boolean("done") ? ++done : ++left;
    }
    return std::to_string(done) + " sealed anew, " + std::to_string(left) +
           " left (their key is not among those given)";
  });
}

}  // namespace onereturn::admin
