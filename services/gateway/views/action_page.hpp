#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/actions/list_board_actions.hpp"
#include "domain/actions/mail_about_action.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// One action of a board: its facts, its history, and what may be done with it.
namespace onereturn::gateway::views {

// What somebody typed into one of the page's forms; it comes back when it could not be kept.
struct TypedAction {
  std::string form;  // "status", "verify", "again", "close", "reopen", "with", "mail"; "": none
  // `was` is the point that stood when the form was shown: a choice left alone is none.
  std::string point, was, words;
  TypedDate by;
  std::string told, seen;
  std::vector<std::string> pieces;
  std::string with, contact;
};

struct ActionInput {
  const actions::OneAction& one;
  const std::vector<actions::Contact>& contacts;
  std::string board;
  Date today;
  bool may_write = false;
  TypedAction typed = {};
  std::vector<PageError> errors = {};
  std::string saved = {};
  // Somebody else wrote meanwhile: the number of the newest entry that the person had read.
  std::optional<int> read_until = std::nullopt;
};
html::Data action_page(const ActionInput& input);

// The history, newest first: bits/action_history.
html::Data history_rows(const actions::BoardActionFile& file, const actions::Forms& forms,
                        const std::string& board);

}  // namespace onereturn::gateway::views
