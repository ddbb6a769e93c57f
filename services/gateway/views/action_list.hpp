#pragma once

#include <string>
#include <vector>

#include "domain/actions/list_board_actions.hpp"
#include "gateway/views/listing.hpp"
#include "platform/html/data.hpp"

// The board's list of actions.
namespace onereturn::gateway::views {

// What the address may ask for; choices that only the rows know are filled in by action_list_page.
ListShape action_shape();

// The filter that the address asks for, and the standards that were chosen: their codes become
// known with the forms.
struct AskedActions {
  actions::ActionFilter filter;
  std::vector<std::string> sections;
};
AskedActions asked_actions(const ListAsked& asked);

struct ActionListInput {
  const actions::ActionsPage& page;
  ListAsked asked;
  Date today;
  bool may_write = false;
  std::string saved;
};
html::Data action_list_page(const ActionListInput& input);

std::vector<std::string> action_csv_head();
std::vector<std::vector<std::string>> action_csv_rows(const std::vector<actions::BoardAction>& list,
                                                      const actions::Forms& forms, Date today);

// Rows of a table of actions: bits/action_row.
html::Data action_rows(const std::vector<actions::BoardAction>& list, const actions::Forms& forms,
                       Date today);
// The figures by meaning, each with the board's own words.
html::Data role_figures(const std::vector<actions::RoleCount>& counts, bool ended_too);

}  // namespace onereturn::gateway::views
