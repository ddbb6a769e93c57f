#include "domain/fan_out/verify_receipt.hpp"

#include "domain/fan_out/receipt_code.hpp"
#include "domain/fan_out/received_store.hpp"

namespace onereturn::fan_out {

Result<CheckedReceipt> verify_receipt(postgres::SystemTx& tx, std::string_view code,
                                      const Hash& hash) {
  const auto printed = read_receipt_code(code);
  const auto found = printed ? find_receipt(tx, hash(*printed)) : std::nullopt;
  if (!found) {
    return Problem{.code = ProblemCode::not_found,
                   .key = "not-found",
                   .detail = "No receipt has this code. Check each letter and figure."};
  }
  return *found;
}

}  // namespace onereturn::fan_out
