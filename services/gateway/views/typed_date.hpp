#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
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

// The keys of bits/date_fields.
void add_date(html::Data& data, const std::string& key, const TypedDate& typed);

}  // namespace onereturn::gateway::views
