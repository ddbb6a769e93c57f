#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/identity/identity.hpp"
#include "platform/postgres/transaction.hpp"

// The people of an agency, as its lead sees and changes them. A lead is of the whole agency; all of
// this refuses with forbidden for anybody else.
namespace onereturn::identity {

using InvitationId = Id<struct InvitationTag>;

// What somebody may do: a role, in one place or everywhere, in some standards or all.
struct Rights {
  std::string role;  // "contributor", "lead", "authoriser"
  std::string position;
  std::optional<UnitId> unit;          // nothing: the whole agency
  std::vector<std::string> standards;  // codes; none: all

  bool operator==(const Rights&) const = default;
};

struct Colleague {
  MembershipId membership;
  PersonId person;
  std::string name;
  std::string email;
  Rights rights;
  Instant from;
  std::optional<Instant> until;  // a leaver, whose work stays under their name
};

struct Invitation {
  InvitationId invitation;
  std::string name;
  std::string email;
  Rights rights;
  Instant invited_at;
  std::optional<Instant> expires_at;  // nothing: the mail waits to be sent
  std::string refused;                // why the mail cannot be delivered, or ""
};

struct People {
  std::vector<Colleague> colleagues;  // current ones first, by name
  std::vector<Invitation> invitations;
};
Result<People> list_people(postgres::AgencyTx& tx);

struct InviteColleague {
  std::string name;
  std::string email;
  Rights rights;
};
// Mails an invitation: seven days, once. An open one for the same address, role and place is
// withdrawn. Refuses with invalid, a field each; with conflict when they are a colleague already;
// with too_many after fifty in a quarter of an hour.
Result<InvitationId> invite_colleague(postgres::AgencyTx& tx, const InviteColleague& command);

// Refuses with not_found for another agency's, or one that is over.
Result<Done> withdraw_invitation(postgres::AgencyTx& tx, const InvitationId& invitation);

// From now on, also in the sessions that are open. What was allowed before stays known. Refuses
// with not_found; with conflict `last-lead` when nobody would lead the whole agency.
Result<Done> change_rights(postgres::AgencyTx& tx, const MembershipId& membership,
                           const Rights& rights);

// Their sessions end at once; their work stays with their name. Refuses as change_rights.
Result<Done> remove_colleague(postgres::AgencyTx& tx, const MembershipId& membership);

// Who was invited, for the page that the link opens. The link is not used up. Refuses with
// not_found `link-over`.
struct OpenInvitation {
  std::string party_name;
  std::string party_kind;  // "agency", "board"
  std::string invited_by;
  std::string name;
  std::string email;
  std::string role;
  std::string position;
  bool is_known = false;      // has an account, and so a name, already
  bool has_password = false;  // and a password

  bool needs_password() const { return party_kind != "agency" && !has_password; }
};
Result<OpenInvitation> read_invitation(postgres::AuthTx& tx, const std::string& link_hash);

// Makes the account and the role. Refuses with invalid, field "name", without using the link up;
// with not_found `link-over`.
struct Accepted {
  PersonId person;
  MembershipId membership;
};
Result<Accepted> accept_invitation(postgres::AuthTx& tx, const std::string& link_hash,
                                   const std::string& name, const std::string& position);

}  // namespace onereturn::identity
