#pragma once

#include <string>

#include "domain/identity/board_people.hpp"
#include "domain/identity/colleague_store.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to a board's people: functions for its manager.
namespace onereturn::identity {

// Whoever leaves takes no lists along any more, also not when they come back.
void end_export_of(postgres::BoardTx& tx, const MembershipId& membership);
BoardPeople read_board_people(postgres::BoardTx& tx);
InsertedInvitation insert_board_invitation(postgres::BoardTx& tx, const InviteToBoard& command);
bool end_board_invitation(postgres::BoardTx& tx, const InvitationId& invitation);

// Refused::last_lead says that nobody would manage the board.
Changed replace_board_membership(postgres::BoardTx& tx, const MembershipId& membership,
                                 const std::string& role, const std::string& position);
Changed end_board_membership(postgres::BoardTx& tx, const MembershipId& membership);

enum class Reset { done, nobody, self, elsewhere, many };
Reset forget_codes(postgres::BoardTx& tx, const MembershipId& membership);

}  // namespace onereturn::identity
