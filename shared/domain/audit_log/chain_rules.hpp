#pragma once

#include "domain/audit_log/trail.hpp"

// What is hashed, byte by byte: docs/formats/trail.md.
namespace onereturn::audit_log {

// The text of the link that puts this entry behind `head`.
std::string link_text(const ChainHead& head, const TrailEntry& entry);

// The head once this entry stands behind `head`.
ChainHead link(const ChainHead& head, const TrailEntry& entry, const Hash& hash);

enum class Payload {
  none,     // nothing personal was written
  kept,     // it is what was written
  erased,   // taken out; what was written can no longer be said, and the chain does not mind
  changed,  // not what was written
};
Payload look_at_payload(const TrailEntry& entry, const Hash& hash);

}  // namespace onereturn::audit_log
