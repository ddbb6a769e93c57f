#pragma once

#include <set>
#include <string>
#include <vector>

#include "support/database.hpp"

namespace onereturn::testing::isolation {

// Somebody who acts in the database: a scope that was entered honestly, one that was forged, a
// login that never entered, or the owner.
struct Actor {
  std::string name;
  std::string scope;                  // "" for a login and for the owner
  std::string login;                  // the session's user
  std::vector<std::string> entering;  // what makes the login this actor
  // Whose rows are its own, by the columns that say whose a row is: those of an agency or a board
  // by any of them, those of a delivery by all.
  std::set<std::string> parties;
  std::set<std::string> known;  // parties whose profile it may read beside
  enum Kind { honest, sealless, owner } kind = honest;

  // The role that acts, once it has entered.
  std::string role() const;
};

// Fills the database of this test program: an agency and the board that asked it; another agency of
// that board, another board of that agency; a pair of strangers; a room that became part of
// another; a pair that has left. One row in every table for each pair.
void make_world();

// Everybody who may try: one of each scope with rows of its own, the same with a forged party, with
// a scope that nobody sealed, every login, and the owner. Only after make_world.
const std::vector<Actor>& actors();

// A world's ids that a party could try where it is a stranger: of parties, people, memberships,
// requests, units, merges, jobs, clients.
std::vector<std::string> foreign_ids();

}  // namespace onereturn::testing::isolation
