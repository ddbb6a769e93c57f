#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "platform/postgres/transaction.hpp"

// Joining a board, by the agency's own consent: the other end of a board's invitation. Digests are
// SHA-256 of the secret in the mailed address, 32 bytes.
namespace onereturn::tenancy {

// What whoever opened the address reads.
struct JoinInvitation {
  std::string board;
  std::string organisation;  // as the board calls it
  std::string email;         // where it was sent
  bool has_account = false;  // that mailbox belongs to somebody with an account
};

// Refuses with not_found when the address is wrong, used or too old, all alike.
Result<JoinInvitation> read_join(postgres::AuthTx& tx, const std::string& token_hash);

struct OpenRoom {
  std::string token_hash;
  std::string own_token_hash;  // of the session of whoever is signed in, or ""
  std::string person_name;     // not used when somebody is signed in
  std::string position;
  std::string room_name;
  bool signs = false;  // the same person authorises too
};
struct OpenedRoom {
  PartyId party;
  PersonId person;
  MembershipId membership;  // the lead's
};
// Opens an agency's room; the same invitation opens one room. Refuses with invalid, fields
// "person_name", "position", "room_name"; with not_found like read_join; with unauthenticated when
// the mailbox has an account and nobody is signed in.
Result<OpenedRoom> open_room(postgres::AuthTx& tx, OpenRoom command);

// Connects the room whose lead acts with the board that asked, for the whole agency (no unit) or
// for one of its units. The board is told by a job, and of nothing but "joined". Answers the
// board's name. Refuses with forbidden for other roles and for a lead of a part; with invalid,
// field "unit", when the unit is not the agency's or has left; with not_found like read_join.
Result<std::string> accept_join(postgres::AgencyTx& tx, const std::string& token_hash,
                                const std::optional<UnitId>& unit);

// The names of the boards that this agency has joined.
Result<std::vector<std::string>> joined_boards(postgres::AgencyTx& tx);

}  // namespace onereturn::tenancy
