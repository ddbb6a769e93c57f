#pragma once

#include <string>

#include "domain/sharing/look.hpp"
#include "gateway/views/listing.hpp"
#include "platform/html/data.hpp"

// What a council sees of a board.
namespace onereturn::gateway::views {

// "/sight/{granting}", with a part and what follows.
std::string sight_path(const BoardId& board, const std::string& rest = {});

// pages/sight_home
html::Data sight_home(const sharing::OwnSight& own, const std::string& council, Date today);
// pages/sight_board
html::Data sight_board(const sharing::Grant& grant);

// What each list is made of: "register", "evaluations", "actions" or "returns".
ListShape sight_list_shape(const BoardId& board, const std::string& part);
// The address as the lists ask their store.
sharing::Looked looked_of(const ListAsked& asked);

// pages/sight_list
html::Data register_seen(const sharing::RegisterSeen& seen, ListAsked asked, Date today);
html::Data releases_seen(const sharing::ReleasesSeen& seen, ListAsked asked);
html::Data actions_seen(const sharing::ActionsSeen& seen, ListAsked asked, Date today);
html::Data returns_seen(const sharing::ReturnsSeen& seen, ListAsked asked);

// pages/sight_figures, sight_release, sight_action, sight_return
html::Data figures_seen(const sharing::FiguresSeen& seen);
html::Data release_seen(const sharing::ReleaseSeen& seen);
html::Data action_seen(const sharing::ActionSeen& seen, Date today);
html::Data return_seen(const sharing::ReturnSeen& seen);

}  // namespace onereturn::gateway::views
