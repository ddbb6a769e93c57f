#pragma once

#include <string>
#include <vector>

#include "domain/identity/colleagues.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// Inviting somebody, or changing what they may do: pages/colleague.
namespace onereturn::gateway::views {

struct Choice {
  std::string value;
  std::string label;
};

struct ColleagueForm {
  std::string title;
  std::string eyebrow = {};
  std::string action;
  std::string button;
  std::string box_heading;
  std::string box;
  bool asks_who = false;  // name and address are asked too
  std::string name = {};
  std::string email = {};
  identity::Rights rights = {};
  std::vector<Choice> units = {};      // besides the whole organisation
  std::vector<Choice> standards = {};  // none: they cannot be chosen here
  std::string remove_action = {};      // "": nobody is there to be removed
  std::string remove_heading = {};
  std::string remove_button = {};
};

html::Data colleague_form(const ColleagueForm& form, const std::string& csrf,
                          const std::vector<PageError>& errors);

}  // namespace onereturn::gateway::views
