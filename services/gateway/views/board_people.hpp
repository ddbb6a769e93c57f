#pragma once

#include <string>
#include <vector>

#include "domain/identity/board_people.hpp"
#include "domain/reporting/person_work.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// The people of a board: pages/board_people, pages/board_colleague.
namespace onereturn::gateway::views {

// "Board manager", "Chair".
std::string board_role_words(const std::string& role);

html::Data board_people_page(const identity::BoardPeople& people, const PersonId& you,
                             const std::string& board, const std::string& note,
                             const std::string& csrf, Instant now);

struct BoardColleagueForm {
  std::string title;
  std::string eyebrow = {};
  std::string action;
  std::string button;
  std::string box_heading;
  std::string box;
  bool asks_who = false;  // name and address are asked too
  std::string name = {};
  std::string email = {};
  std::string role = {};
  std::string position = {};
  std::string remove_action = {};  // "": nobody is there to be removed
  bool self = false;               // it is the person's own row
  bool has_codes = false;
  std::string codes_action = {};  // "": they cannot be reset here
  PersonId person = {};           // whose work it is
  reporting::WorkOfPerson work = {};
  bool may_export = false;
  std::string export_action = {};  // "": it is not given or taken here
};

html::Data board_colleague_form(const BoardColleagueForm& form, const std::string& csrf,
                                const std::vector<PageError>& errors);

}  // namespace onereturn::gateway::views
