#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <libpq-fe.h>

#include "platform/postgres/rows.hpp"

namespace onereturn::postgres {

// One answer as libpq hands it over. Only this folder's own sources include this header.
class Rows::Impl {
 public:
  // Takes the answer over.
  explicit Impl(PGresult* answer) : answer_(answer) {
    const int columns = PQnfields(answer);
    names_.reserve(static_cast<std::size_t>(columns));
    for (int column = 0; column < columns; ++column)
      names_.emplace_back(PQfname(answer, column));
  }
  ~Impl() { PQclear(answer_); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  const PGresult* answer() const { return answer_; }
  // -1 when there is no such column.
  int column(std::string_view name) const {
    for (std::size_t at = 0; at < names_.size(); ++at) {
      if (names_[at] == name) return static_cast<int>(at);
    }
    return -1;
  }

 private:
  PGresult* answer_;
  std::vector<std::string_view> names_;
};

}  // namespace onereturn::postgres
