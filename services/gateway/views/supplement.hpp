#pragma once

#include <string>
#include <vector>

#include "domain/fan_out/supplement.hpp"
#include "domain/returns/workspace.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// A later version of a return: what differs, as the board reads it, and how copies stand, as the
// agency reads it.
namespace onereturn::gateway::views {

struct TypedOfferDecision {
  std::string words;
  std::string overtaken;  // what somebody else decided meanwhile
  std::vector<PageError> errors;
};

// pages/supplement.
html::Data supplement_page(const fan_out::Supplement& supplement, bool decides,
                           const TypedOfferDecision& typed);

// What an agency is told of one board's copy beside its progress; "no" where it is current and
// nothing was decided. `offers`: this person may sign.
html::Data copy_age(const fan_out::HeldCopy& held, const returns::BoardRef& board, bool offers);

// How many boards hold an older answer that nothing is under way for.
int older_copies(const std::vector<fan_out::HeldCopy>& held);

}  // namespace onereturn::gateway::views
