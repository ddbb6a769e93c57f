#pragma once

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace onereturn {

// True for a uuid in its canonical form: 36 characters, lower case, hyphens in place.
bool is_uuid(std::string_view text);

// A random uuid (version 4) from the operating system's generator.
std::string random_uuid();

// One type per table, so that a return's id cannot be passed for a request's. Holds a canonical
// uuid, or nothing at all.
template <class Tag>
class Id {
 public:
  Id() = default;

  // For text that the database or another Id gave: not checked.
  explicit Id(std::string uuid) : uuid_(std::move(uuid)) {}

  // For text from outside: nothing unless it is a canonical uuid.
  static std::optional<Id> parse(std::string_view text) {
    if (!is_uuid(text)) {
      return std::nullopt;
    }
    return Id(std::string(text));
  }
  static Id random() { return Id(random_uuid()); }

  const std::string& text() const { return uuid_; }
  bool empty() const { return uuid_.empty(); }
  auto operator<=>(const Id&) const = default;

 private:
  std::string uuid_;
};

using PersonId = Id<struct PersonTag>;
using PartyId = Id<struct PartyTag>;
using BoardId = PartyId;   // a party of kind board
using AgencyId = PartyId;  // a party of kind agency
using OrganisationId = Id<struct OrganisationTag>;
using MembershipId = Id<struct MembershipTag>;
using UnitId = Id<struct UnitTag>;
using RequestId = Id<struct RequestTag>;
using ReturnId = Id<struct ReturnTag>;
using SubmissionId = Id<struct SubmissionTag>;
using CommitmentId = Id<struct CommitmentTag>;
using ActionId = Id<struct ActionTag>;
using EvidenceId = Id<struct EvidenceTag>;
using AuditId = Id<struct AuditTag>;
using EntryId = Id<struct EntryTag>;
using JobId = Id<struct JobTag>;
using ClientId = Id<struct ClientTag>;
using AskingId = Id<struct AskingTag>;

}  // namespace onereturn

template <class Tag>
struct std::hash<onereturn::Id<Tag>> {
  std::size_t operator()(const onereturn::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.text());
  }
};
