#include "domain/identity/board_people_store.hpp"

#include <algorithm>

#include "domain/identity/sql.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::identity {

namespace {

Refused refusal_of(const postgres::ConstraintViolated& violated) {
  const auto& name = violated.constraint();
  if (name == "colleague_is_here") return Refused::is_here;
  if (name == "colleague_invitations_few") return Refused::too_many;
  if (name == "last_manager") return Refused::last_lead;
  throw violated;
}

}  // namespace

void end_export_of(postgres::BoardTx& tx, const MembershipId& membership) {
  tx.run(sql::end_export_of_leaver, membership);
}

BoardPeople read_board_people(postgres::BoardTx& tx) {
  BoardPeople all;
  for (const auto row : tx.run(sql::board_people)) {
    all.people.push_back({row.id<MembershipId>("membership_id"), row.id<PersonId>("person_id"),
                          row.text("person_name"), row.text("email"), row.text("role"),
                          row.text("position"), row.instant("from_at"), row.instant_if("to_at"),
                          row.boolean("has_codes"), row.boolean("may_export")});
  }
  std::stable_partition(all.people.begin(), all.people.end(),
                        [](const BoardColleague& one) { return !one.until; });
  for (const auto row : tx.run(sql::board_invitations)) {
    all.invitations.push_back({row.id<InvitationId>("invitation_id"), row.text("name"),
                               row.text("email"), row.text("role"), row.text("position"),
                               row.instant("invited_at"), row.instant_if("expires_at"),
                               row.text("mail_refused")});
  }
  return all;
}

InsertedInvitation insert_board_invitation(postgres::BoardTx& tx, const InviteToBoard& command) {
  try {
    return {Refused::no, tx.run(sql::invite_board_colleague, command.email, command.name,
                                command.role, command.position)
                             .one()
                             .id<InvitationId>("invitation_id")};
  } catch (const postgres::ConstraintViolated& violated) {
    return {refusal_of(violated), {}};
  }
}

bool end_board_invitation(postgres::BoardTx& tx, const InvitationId& invitation) {
  return tx.run(sql::withdraw_board_invitation, invitation).one().boolean("done");
}

Changed replace_board_membership(postgres::BoardTx& tx, const MembershipId& membership,
                                 const std::string& role, const std::string& position) {
  try {
    const auto rows = tx.run(sql::change_board_colleague, membership, role, position);
    return {Refused::no, !rows.one().is_null("membership_id")};
  } catch (const postgres::ConstraintViolated& violated) {
    return {refusal_of(violated), true};
  }
}

Changed end_board_membership(postgres::BoardTx& tx, const MembershipId& membership) {
  try {
    return {Refused::no, tx.run(sql::remove_board_colleague, membership).one().boolean("done")};
  } catch (const postgres::ConstraintViolated& violated) {
    return {refusal_of(violated), true};
  }
}

Reset forget_codes(postgres::BoardTx& tx, const MembershipId& membership) {
  const auto outcome = tx.run(sql::reset_board_colleague, membership).one().text("outcome");
  if (outcome == "done") return Reset::done;
  if (outcome == "self") return Reset::self;
  if (outcome == "elsewhere") return Reset::elsewhere;
  if (outcome == "many") return Reset::many;
  return Reset::nobody;
}

}  // namespace onereturn::identity
