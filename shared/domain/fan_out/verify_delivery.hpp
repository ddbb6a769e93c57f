#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "domain/fan_out/ports.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::fan_out {

// What a recomputation found. Sound when `differences` is empty: then the stored copy is what the
// frozen answers give, box by box, and its hash is the one on the receipt.
struct VerifiedDelivery {
  std::string board;
  std::string form;
  int version_no = 0;
  int boxes = 0;
  int erased = 0;          // texts removed by law: only their digests could be checked
  std::string stored;      // 64 hexadecimal digits each
  std::string recomputed;  // from the frozen answers, with the stored salts
  std::vector<std::string> differences;

  bool sound() const { return differences.empty(); }
};

// Renders the board's copy again from what this agency froze, and compares it with what the board
// holds: texts, points and states of every box, then the digests with their stored salts, then the
// hash. not_found when nothing has been delivered for the request.
Result<VerifiedDelivery> verify_delivery(postgres::AgencyTx& tx, const RequestId& request,
                                         const Hash& hash);

}  // namespace onereturn::fan_out
