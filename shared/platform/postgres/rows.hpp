#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"

namespace onereturn::postgres {

class Rows;

// One row of an answer. Columns go by name; a wrong name, or NULL where a value was asked for, is
// a mistake of ours and throws BrokenInvariant. Valid as long as its Rows.
class Row {
 public:
  std::string text(const char* column) const { return std::string(view(column)); }
  // Without a copy; valid as long as the Rows.
  std::string_view view(const char* column) const;
  std::int64_t integer(const char* column) const;
  int number(const char* column) const { return static_cast<int>(integer(column)); }
  bool boolean(const char* column) const;
  Date date(const char* column) const;
  Instant instant(const char* column) const;
  // bytea as bytes.
  std::string bytes(const char* column) const;
  // text[] (or any array) as its elements' texts; NULL elements become empty texts.
  std::vector<std::string> list(const char* column) const;
  template <class AnyId>
  AnyId id(const char* column) const {
    return AnyId(text(column));
  }

  bool is_null(const char* column) const;
  std::optional<std::string> text_if(const char* column) const;
  std::optional<int> number_if(const char* column) const;
  std::optional<Date> date_if(const char* column) const;
  std::optional<Instant> instant_if(const char* column) const;
  template <class AnyId>
  std::optional<AnyId> id_if(const char* column) const {
    return is_null(column) ? std::nullopt : std::optional<AnyId>(AnyId(text(column)));
  }

 private:
  friend class Rows;
  Row(const Rows& rows, std::size_t at) : rows_(&rows), at_(at) {}
  const Rows* rows_;
  std::size_t at_;
};

// The rows that a statement answered with.
class Rows {
 public:
  class Impl;
  explicit Rows(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

  std::size_t size() const;
  bool empty() const { return size() == 0; }
  Row operator[](std::size_t at) const { return {*this, at}; }
  // The only row. Throws BrokenInvariant when there is none or more than one.
  Row one() const;
  // Rows changed by a statement that answers none.
  std::size_t affected() const;

  class Iterator {
   public:
    Iterator(const Rows& rows, std::size_t at) : rows_(&rows), at_(at) {}
    Row operator*() const { return (*rows_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const Rows* rows_;
    std::size_t at_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

 private:
  friend class Row;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace onereturn::postgres
