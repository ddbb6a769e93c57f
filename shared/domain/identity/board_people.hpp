#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/identity/colleagues.hpp"
#include "domain/identity/identity.hpp"
#include "platform/postgres/transaction.hpp"

// The people of a board, as its manager sees and changes them. Everything here refuses with
// forbidden for anybody else; whoever accepts an invitation does so as in colleagues.hpp.
namespace onereturn::identity {

struct BoardColleague {
  MembershipId membership;
  PersonId person;
  std::string name;
  std::string email;
  std::string role;  // "manager", "assistant", "chair", "member", "reviewer"
  std::string position;
  Instant from;
  std::optional<Instant> until;  // a leaver, whose work stays under their name
  bool has_codes = false;        // has set up an authenticator app
  bool may_export = false;       // may take lists along: a manager, or let by one
};

struct BoardInvitation {
  InvitationId invitation;
  std::string name;
  std::string email;
  std::string role;
  std::string position;
  Instant invited_at;
  std::optional<Instant> expires_at;  // nothing: the mail waits to be sent
  std::string refused;                // why the mail cannot be delivered, or ""
};

struct BoardPeople {
  std::vector<BoardColleague> people;  // current ones first, by name
  std::vector<BoardInvitation> invitations;
};
Result<BoardPeople> list_board_people(postgres::BoardTx& tx);

struct InviteToBoard {
  std::string name;
  std::string email;
  std::string role;
  std::string position;
};
// Mails an invitation: seven days, once. An open one for the same address and role is withdrawn.
// Answers the same whether or not the address has an account. Refuses with invalid, a field each;
// with conflict when they act here already; with too_many after fifty in a quarter of an hour.
Result<InvitationId> invite_to_board(postgres::BoardTx& tx, const InviteToBoard& command);

// Refuses with not_found for another board's, or one that is over.
Result<Done> withdraw_board_invitation(postgres::BoardTx& tx, const InvitationId& invitation);

// From now on, also in the sessions that are open. Refuses with invalid; with not_found; with
// conflict `last-manager` when nobody would manage the board.
Result<Done> change_board_role(postgres::BoardTx& tx, const MembershipId& membership,
                               const std::string& role, const std::string& position);

// Their sessions end at once; their work stays with their name. Refuses as change_board_role.
Result<Done> remove_from_board(postgres::BoardTx& tx, const MembershipId& membership);

// A lost phone: the codes end with every session, the person and the other managers are told, and
// the next sign-in sets up a new one. Refuses with not_found; with conflict `own-codes` for one's
// own, `acts-elsewhere` for somebody who needs the codes for another party too; with too_many after
// five in a quarter of an hour.
Result<Done> reset_codes(postgres::BoardTx& tx, const MembershipId& membership);

}  // namespace onereturn::identity
