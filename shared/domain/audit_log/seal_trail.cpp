#include "domain/audit_log/seal_trail.hpp"

#include "base/fault.hpp"
#include "domain/audit_log/chain_rules.hpp"

namespace onereturn::audit_log {

Result<SealedSome> seal_some(postgres::PartyJobTx& tx, const JobId& job, std::int64_t fence,
                             const Horizon& horizon, int count, const Hash& hash) {
  const auto waiting = load_waiting(tx, horizon, count);
  std::vector<ChainHead> heads;
  heads.reserve(waiting.entries.size());
  auto head = load_head(tx);
  for (const auto& entry : waiting.entries) {
    head = link(head, entry, hash);
    heads.push_back(head);
  }
  SealedSome done{.sealed = static_cast<int>(heads.size()),
                  .gone = static_cast<int>(waiting.gone.size())};
  FAULT("seal.linked");
  done.still_waiting = insert_seals(tx, waiting, heads, horizon);
  FAULT("seal.committing");
  if (done.still_waiting == 0) finish_sealing(tx, job, fence);
  return done;
}

}  // namespace onereturn::audit_log
