#include "domain/fan_out/read_receipt.hpp"

#include "domain/fan_out/received_rules.hpp"
#include "domain/fan_out/received_store.hpp"

namespace onereturn::fan_out {

Result<Receipt> read_receipt(postgres::BoardTx& tx, const ReturnId& id) {
  const auto head = find_return(tx, id);
  if (!head) {
    return no_such_return();
  }
  return receipt_of(*head);
}

}  // namespace onereturn::fan_out
