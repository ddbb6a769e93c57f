#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"
#include "platform/http/fields.hpp"

namespace onereturn::gateway::views {

// A day as somebody typed it: bits/date_fields.
struct TypedDate {
  std::string day, month, year;

  bool empty() const { return day.empty() && month.empty() && year.empty(); }
};

TypedDate typed_date(const http::Fields& form, const std::string& key);
TypedDate typed_date(const std::optional<Date>& date);

// The day, or the sentence of what is wrong with it; neither when nothing was typed.
struct ReadDate {
  std::optional<Date> date;
  std::string error;
};
ReadDate read_date(const TypedDate& typed);

// A day with its legend and what is wrong with it: bits/due_fields.
html::Data due_field(const std::string& id, const std::string& legend, const TypedDate& typed,
                     const std::vector<PageError>& errors);

// The keys of bits/date_fields.
void add_date(html::Data& data, const std::string& key, const TypedDate& typed);

}  // namespace onereturn::gateway::views
