#include "domain/identity/colleague_store.hpp"

#include <algorithm>

#include "domain/identity/sql.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::identity {

namespace {

Rights rights_of(const postgres::Row& row) {
  return {row.text("role"), row.text("position"), row.id_if<UnitId>("unit_id"),
          row.is_null("standards") ? std::vector<std::string>() : row.list("standards")};
}

// No limit is null, so that an empty list cannot mean "nothing at all".
std::optional<std::vector<std::string>> limit_of(const Rights& rights) {
  if (rights.standards.empty()) return std::nullopt;
  return rights.standards;
}

Refused refusal_of(const postgres::ConstraintViolated& violated) {
  const auto& name = violated.constraint();
  if (name == "colleague_is_here") return Refused::is_here;
  if (name == "colleague_invitations_few") return Refused::too_many;
  if (name == "last_lead") return Refused::last_lead;
  if (name == "membership_unit") return Refused::no_such_unit;
  throw violated;
}

}  // namespace

People read_people(postgres::AgencyTx& tx) {
  People people;
  for (const auto row : tx.run(sql::colleague_list)) {
    people.colleagues.push_back({row.id<MembershipId>("membership_id"),
                                 row.id<PersonId>("person_id"), row.text("person_name"),
                                 row.text("email"), rights_of(row), row.instant("from_at"),
                                 row.instant_if("to_at")});
  }
  std::stable_partition(people.colleagues.begin(), people.colleagues.end(),
                        [](const Colleague& one) { return !one.until; });
  for (const auto row : tx.run(sql::open_invitations)) {
    people.invitations.push_back({row.id<InvitationId>("invitation_id"), row.text("name"),
                                  row.text("email"), rights_of(row), row.instant("invited_at"),
                                  row.instant_if("expires_at"), row.text("mail_refused")});
  }
  return people;
}

InsertedInvitation insert_invitation(postgres::AgencyTx& tx, const InviteColleague& command) {
  const auto& rights = command.rights;
  try {
    return {Refused::no, tx.run(sql::invite_colleague, command.email, command.name, rights.role,
                                rights.position, rights.unit, limit_of(rights))
                             .one()
                             .id<InvitationId>("invitation_id")};
  } catch (const postgres::ConstraintViolated& violated) {
    return {refusal_of(violated), {}};
  }
}

bool end_invitation(postgres::AgencyTx& tx, const InvitationId& invitation) {
  return tx.run(sql::withdraw_invitation, invitation).one().boolean("done");
}

Changed replace_membership(postgres::AgencyTx& tx, const MembershipId& membership,
                           const Rights& rights) {
  try {
    const auto rows = tx.run(sql::change_colleague, membership, rights.role, rights.position,
                             rights.unit, limit_of(rights));
    return {Refused::no, !rows.one().is_null("membership_id")};
  } catch (const postgres::ConstraintViolated& violated) {
    return {refusal_of(violated), true};
  }
}

Changed end_membership(postgres::AgencyTx& tx, const MembershipId& membership) {
  try {
    return {Refused::no, tx.run(sql::remove_colleague, membership).one().boolean("done")};
  } catch (const postgres::ConstraintViolated& violated) {
    return {refusal_of(violated), true};
  }
}

std::optional<OpenInvitation> find_invitation(postgres::AuthTx& tx, const std::string& link_hash) {
  const auto rows = tx.run(sql::read_colleague_invitation, postgres::to_bytea(link_hash));
  if (rows.empty()) return std::nullopt;
  const auto row = rows[0];
  return OpenInvitation{
      row.text("party_name"), row.text("party_kind"),  row.text("invited_by"),
      row.text("name"),       row.text("email"),       row.text("role"),
      row.text("position"),   row.boolean("is_known"), row.boolean("has_password")};
}

std::optional<Accepted> spend_invitation(postgres::AuthTx& tx, const std::string& link_hash,
                                         const std::string& name, const std::string& position) {
  const auto rows =
      tx.run(sql::accept_colleague_invitation, postgres::to_bytea(link_hash), name, position);
  if (rows.empty()) return std::nullopt;
  return Accepted{rows[0].id<PersonId>("person_id"), rows[0].id<MembershipId>("membership_id")};
}

}  // namespace onereturn::identity
