#pragma once

#include <optional>
#include <string>

#include "domain/identity/colleagues.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to an agency's people: functions for its lead, and for whoever was invited.
namespace onereturn::identity {

People read_people(postgres::AgencyTx& tx);

// The rules that the database keeps here.
enum class Refused { no, is_here, too_many, last_lead, no_such_unit };
struct InsertedInvitation {
  Refused refused = Refused::no;
  InvitationId invitation;
};
InsertedInvitation insert_invitation(postgres::AgencyTx& tx, const InviteColleague& command);
bool end_invitation(postgres::AgencyTx& tx, const InvitationId& invitation);

// `found` is false when it is no colleague's membership.
struct Changed {
  Refused refused = Refused::no;
  bool found = false;
};
Changed replace_membership(postgres::AgencyTx& tx, const MembershipId& membership,
                           const Rights& rights);
Changed end_membership(postgres::AgencyTx& tx, const MembershipId& membership);

std::optional<OpenInvitation> find_invitation(postgres::AuthTx& tx, const std::string& link_hash);
std::optional<Accepted> spend_invitation(postgres::AuthTx& tx, const std::string& link_hash,
                                         const std::string& name, const std::string& position);

}  // namespace onereturn::identity
