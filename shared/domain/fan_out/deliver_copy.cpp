#include "domain/fan_out/deliver_copy.hpp"

#include "base/fault.hpp"
#include "domain/fan_out/make_copy.hpp"
#include "domain/fan_out/read_frozen_return.hpp"

namespace onereturn::fan_out {

Result<WrittenCopy> deliver_copy(postgres::Database& database, const postgres::JobLease& lease,
                                 FrozenAtHand& at_hand, const Hash& hash, const RandomBytes& random,
                                 Instant now) {
  const auto frozen = read_frozen_return(database, lease, at_hand);
  if (!frozen) {
    return frozen.problem();
  }
  FAULT("delivery.read");
  // The engine runs outside both transactions: a slow render holds no lock and no connection.
  const auto copy = make_copy(*frozen, hash, random);
  FAULT("delivery.writing");
  auto written = write_copy(database, lease, *frozen, copy, now);
  FAULT("delivery.written");
  return written;
}

}  // namespace onereturn::fan_out
