#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.hpp"

namespace onereturn::audit_log {

// SHA-256 of the bytes: 32 bytes. The program hands in the platform's.
using Hash = std::function<std::string(std::string_view)>;

// One entry of a party's trail as it stands in the database, each value in its documented text
// (docs/formats/trail.md).
struct TrailEntry {
  PartyId party;
  std::int64_t number = 0;
  std::string at;  // when the database wrote it: "2027-03-16T10:04:00.123456Z"
  std::optional<std::string> business_at;  // the same by the clock that people go by
  std::optional<std::string> person;
  std::optional<std::string> role;
  std::optional<std::string> job;
  std::string what;
  std::string subject_kind;
  std::string subject_ref;
  std::string facts;                          // as PostgreSQL writes jsonb: one line
  std::optional<std::string> payload;         // beside the chain: may be erased
  std::optional<std::string> payload_salt;    // 16 bytes, erased with it
  std::optional<std::string> payload_digest;  // 32 bytes, in the chain
  std::optional<std::string> request;
};

// The last link of a chain: how many there are, and the hash of the last. An empty chain has none.
struct ChainHead {
  std::int64_t count = 0;
  std::string hash = std::string(32, '\0');

  bool operator==(const ChainHead&) const = default;
};

}  // namespace onereturn::audit_log
