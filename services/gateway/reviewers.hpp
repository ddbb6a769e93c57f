#pragma once

#include "gateway/session.hpp"

namespace onereturn::gateway {

// A member of a board, or somebody who reviews for it: sees no more than what is to be reviewed.
inline bool reviews(const Session& session) {
  return session.is_board() && (session.role == "member" || session.role == "reviewer");
}

// Somebody of a council, who reads what boards have granted.
inline bool looks(const Session& session) { return session.party_kind == "council"; }

}  // namespace onereturn::gateway
