#pragma once

#include <string>
#include <vector>

#include "domain/sharing/sharing.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// What a board lets a council see: the board's list and its form.
namespace onereturn::gateway::views {

// "The register, and who is late; figures".
std::string sight_parts_words(const std::vector<std::string>& parts);
// "16 March 2027 until 30 June 2027".
std::string sight_days(const sharing::Grant& grant);
html::Data sight_status(const sharing::Grant& grant, Date today);

struct SightList {
  std::vector<sharing::Grant> grants;
  Date today{};
  bool may_grant = false;
  std::string csrf;
  std::string note;     // what was just done
  std::string refused;  // why it was not
};
// pages/sights
html::Data sights_page(const SightList& list);

// The form as it was typed.
struct TypedSight {
  std::string number, words;
  std::vector<std::string> parts;
  TypedDate from, until;
  std::vector<PageError> errors;
};
// pages/sight_grant
html::Data grant_page(const TypedSight& typed, const std::string& csrf);

}  // namespace onereturn::gateway::views
