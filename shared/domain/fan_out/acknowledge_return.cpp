#include "domain/fan_out/acknowledge_return.hpp"

#include "domain/audit_log/record.hpp"
#include "domain/fan_out/read_receipt.hpp"
#include "domain/fan_out/received_store.hpp"

namespace onereturn::fan_out {

Result<Receipt> acknowledge_return(postgres::BoardTx& tx, const ReturnId& id, Instant now) {
  const auto head = find_return(tx, id);
  if (head && accept_version(tx, *head, now)) {
    audit_log::record(tx, {.what = "return.acknowledged",
                           .subject_kind = "return",
                           .subject_id = id.text(),
                           .detail = "version " + std::to_string(head->version_no)});
  }
  return read_receipt(tx, id);
}

}  // namespace onereturn::fan_out
