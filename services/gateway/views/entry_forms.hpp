#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/agency_register/keep_register.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// The forms that change an entry of the register, close, merge or split it, and the board's kinds.
namespace onereturn::gateway::views {

struct EditInput {
  const agency_register::RegisterEntry& entry;  // as it is now
  agency_register::WriteEntry typed;
  TypedDate completed;
  int version = 1;
  std::vector<agency_register::EntryType> types = {};
  std::vector<agency_register::Choice> others = {};
  std::string changed = {};  // somebody else changed it meanwhile
  std::vector<PageError> errors = {};
};
html::Data edit_page(const EditInput& input);
// What a form that was not sent yet shows.
agency_register::WriteEntry written(const agency_register::RegisterEntry& entry);

// What a form that ends an entry may hold; empty texts are shown as typed.
struct EndInput {
  enum class Kind { close, merge, split } kind = Kind::close;
  const agency_register::RegisterEntry& entry;
  int open_requests = 0;
  // What becomes of open requests: "withdraw", "keep" or, of a merge, "carry".
  std::string open = {};
  bool ending = false;
  TypedDate closed = {};
  std::string into = {};
  std::string names = {};
  std::string reason = {};
  std::vector<agency_register::Choice> others = {};
  std::vector<PageError> errors = {};
};
html::Data end_page(const EndInput& input);

struct TypesInput {
  std::vector<agency_register::EntryType> types;
  agency_register::WriteType typed;
  std::string saved = {};
  std::vector<PageError> errors = {};
};
html::Data types_page(const TypesInput& input);

}  // namespace onereturn::gateway::views
