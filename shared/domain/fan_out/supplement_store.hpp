#pragma once

#include <string>
#include <vector>

#include "domain/fan_out/supplement.hpp"
#include "domain/fan_out/supplement_rules.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to versions that are offered, accepted or declined.
namespace onereturn::fan_out {

// Newest first. None for an id that is not this board's.
std::vector<VersionLine> versions_of(postgres::BoardTx& tx, const ReturnId& id);

struct Decision {
  ReturnId id;
  int version_no = 1;
  bool accepts = true;
  std::string words;
  Instant at;
};
// "done"; "gone" for what is not this board's; else how the version stands by now.
std::string decide(postgres::BoardTx& tx, const Decision& decision);
// The agency's people hear of it by mail.
void announce_decision(postgres::BoardTx& tx, const ReturnId& id);

// Every copy that boards hold of this unit's, with what stands in it and what was sent last.
struct StoredCopy {
  HeldCopy held;
  Contents stands;
  Contents newest;
};
std::vector<StoredCopy> stored_copies(postgres::AgencyTx& tx, const UnitId& unit);

}  // namespace onereturn::fan_out
