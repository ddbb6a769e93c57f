#pragma once

#include "domain/audit_log/anchors.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::audit_log {

// The heads of the chains that have grown since they were last anchored.
std::vector<AnchoredHead> heads_to_anchor(postgres::SystemTx& tx);

// They stand outside the database now. Repeating changes nothing.
void note_anchored(postgres::SystemTx& tx, const std::vector<AnchoredHead>& heads);

}  // namespace onereturn::audit_log
