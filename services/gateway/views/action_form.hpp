#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/actions/add_board_action.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// The forms in which a board writes an action: a new one, and other words for one that there is.
namespace onereturn::gateway::views {

struct TypedActionWords {
  std::string entry, from_return, place, with;
  actions::ActionWords words;
  TypedDate by;
};

// Where a link to a new action leads, prefilled with the return and one of its items.
std::string add_action_href(const ReturnId& from_return, const std::string& item);

struct AddActionInput {
  const actions::ToAdd& to_add;
  TypedActionWords typed;
  std::vector<PageError> errors = {};
};
html::Data add_action_page(const AddActionInput& input);

struct ChangeActionInput {
  const actions::BoardAction& action;
  TypedActionWords typed;
  int version = 0;
  std::vector<PageError> errors = {};
  bool overtaken = false;
};
html::Data change_action_page(const ChangeActionInput& input);
TypedActionWords typed_words(const actions::BoardAction& action);

}  // namespace onereturn::gateway::views
