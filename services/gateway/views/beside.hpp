#pragma once

#include <string>
#include <vector>

#include "domain/returns/colleagues.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// What colleagues share among themselves: bits/beside, bits/from_colleagues and pages/shared_work.
namespace onereturn::gateway::views {

// What was typed into the box for colleagues and refused.
struct TypedRemark {
  std::string text;
  std::string for_person;
  bool missing = false;
  std::string error;
};

// bits/beside. `back` is the page's own address, to return to.
html::Data beside_block(const returns::Beside& beside,
                        const std::vector<returns::Colleague>& colleagues,
                        const returns::Place& place, const std::string& unit,
                        const std::string& back, const TypedRemark& typed);

// A place in words, with its address: "Standard 3. Culture".
struct NamedPlace {
  returns::Place place;
  std::string name;
  std::string href;
};

// bits/from_colleagues: what this person was given or asked; "no" when nothing is.
html::Data from_colleagues(const returns::SharedWork& work, const PersonId& person,
                           const std::vector<NamedPlace>& places);

struct TypedAssignment {
  std::string place, person, note, day, month, year;
};

// pages/shared_work.
html::Data shared_work_page(const returns::SharedWork& work, const std::vector<NamedPlace>& places,
                            const std::string& unit, const TypedAssignment& typed,
                            const std::vector<PageError>& errors, const std::string& saved_note);

}  // namespace onereturn::gateway::views
