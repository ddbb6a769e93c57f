#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/agency_register/keep_register.hpp"
#include "domain/returns/asking.hpp"
#include "domain/returns/change_request.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// What a board asks an organisation of its register for.
namespace onereturn::gateway::views {

// As it was typed, on the first page and on the second.
struct TypedAsk {
  std::string form;
  std::string period;
  std::string how;  // "once", "parts"
  std::string start_month;
  std::string start_year;
  std::string asking;
  TypedDate due;
  std::map<std::string, TypedDate> parts;  // by section
};

struct AskInput {
  const agency_register::RegisterEntry& entry;
  const std::vector<returns::BoardForm>& forms;
  TypedAsk typed;
  std::vector<PageError> errors = {};
};
// pages/ask: which form, for which period, at once or in parts.
html::Data ask_page(const AskInput& input);
// pages/ask_dates: the date of the whole, or one for each part of `form`.
html::Data ask_dates_page(const AskInput& input, const returns::BoardForm& form);

// For the page of one entry: the rows of what was asked.
html::Data asked_rows(const std::vector<returns::AskedRequest>& asked);

struct AskedInput {
  const returns::RequestWithChanges& found;
  bool may_write = false;
  TypedDate due;
  std::string saved;
  std::vector<PageError> errors = {};
  std::string reason = {};  // as typed, why it need not be answered
};
// pages/asked
html::Data asked_page(const AskedInput& input);

}  // namespace onereturn::gateway::views
