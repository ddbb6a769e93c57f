#pragma once

#include <pqxx/pqxx>

#include "platform/postgres/rows.hpp"

namespace onereturn::postgres {

// The one header of this folder that shows the library; only its own sources include it.
class Rows::Impl {
 public:
  explicit Impl(const pqxx::result& given) : answer(given) {}
  pqxx::result answer;
};

}  // namespace onereturn::postgres
