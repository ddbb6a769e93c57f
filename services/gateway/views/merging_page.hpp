#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/tenancy/merge_rooms.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// What the lead of a room reads about becoming one with another room.
namespace onereturn::gateway::views {

// What was typed into the form for the other room's code.
struct TypedCode {
  std::string code;
  bool this_stays = true;
};

// The name of a common question by its code.
using QuestionName = std::function<std::string(const std::string&)>;

html::Data merging_page(const tenancy::Merging& merging, const std::string& own_room,
                        const TypedCode& typed, const std::vector<PageError>& errors,
                        const QuestionName& name_of);

}  // namespace onereturn::gateway::views
