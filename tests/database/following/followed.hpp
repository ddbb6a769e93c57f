#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/actions/board_actions.hpp"
#include "domain/actions/follow_action.hpp"
#include "domain/actions/list_board_actions.hpp"
#include "support/delivery_region.hpp"

// The delivery region with one undertaking of the agency's that two boards follow, and what the
// tests of actions do with it.
namespace onereturn::testing::followed {

namespace region = delivery_region;

inline const Instant now = *parse_instant("2027-10-05T09:20:00Z");
inline const Date today{std::chrono::year{2027}, std::chrono::October, std::chrono::day{5}};

// Seeds once: a copy at each of the two boards, and nothing in the queue.
void seed();
const region::Board& words_board();   // its key: green is done, amber is under way, red is late
const region::Board& lights_board();  // the same colours

std::string commitment();
ActionId action_of(const region::Board& board);

template <class Work>
auto as_board(const region::Board& board, Work&& work) {
  return region::gateway().as_board(region::session_of(board.manager), std::forward<Work>(work));
}
template <class Work>
auto as_agency(const std::string& who, Work&& work) {
  return region::gateway().as_agency(region::session_of(who), std::forward<Work>(work));
}

actions::OneAction read(const region::Board& board, const ActionId& action);
actions::ListedActions list(const region::Board& board, const actions::ActionFilter& filter = {});
actions::Held held(const region::Board& board, const ActionId& action);
// An action by hand of the board's about the agency, with an entry of its register.
ActionId by_hand(const region::Board& board, const std::string& what);
// An entry of the board's register for that agency, or for nobody who has joined.
EntryId entry(const region::Board& board, const std::string& name, const std::string& agency);

// Runs every job that waits of that kind; how many.
int run_jobs(const std::string& kind);

std::string one(const std::string& sql);

}  // namespace onereturn::testing::followed
