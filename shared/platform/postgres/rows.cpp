#include "platform/postgres/rows.hpp"

#include <charconv>

#include "base/ensure.hpp"
#include "platform/postgres/rows_impl.hpp"

namespace onereturn::postgres {
namespace {

struct Field {
  std::string_view text;
  bool is_null = false;
};

Field field_of(const Rows::Impl& rows, std::size_t at, const char* column) {
  const int number = rows.column(column);
  if (number < 0 || at >= static_cast<std::size_t>(PQntuples(rows.answer()))) {
    throw BrokenInvariant(std::string("no such column in the answer: ") + column);
  }
  const int row = static_cast<int>(at);
  return {{PQgetvalue(rows.answer(), row, number),
           static_cast<std::size_t>(PQgetlength(rows.answer(), row, number))},
          PQgetisnull(rows.answer(), row, number) == 1};
}

int hex_value(char c) { return c >= '0' && c <= '9' ? c - '0' : c - 'a' + 10; }

struct Element {
  std::string text;
  std::size_t end;  // where its comma or closing brace stands
};

// One element of an array's text form: in quotes with backslashes, or plain up to the comma.
Element read_element(std::string_view text, std::size_t at) {
  if (text[at] != '"') {
    const auto end = text.find_first_of(",}", at);
    ENSURE(end != std::string_view::npos, "an array has no end");
    const auto plain = text.substr(at, end - at);
    return {plain == "NULL" ? std::string() : std::string(plain), end};
  }
  std::string element;
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    at += text[at] == '\\' ? 1U : 0U;
    element.push_back(text[at]);
  }
  return {std::move(element), at + 1};
}

}  // namespace

std::string_view Row::view(const char* column) const {
  const auto field = field_of(*rows_->impl_, at_, column);
  if (field.is_null) {
    throw BrokenInvariant(std::string("unexpected NULL in column ") + column);
  }
  return field.text;
}

bool Row::is_null(const char* column) const { return field_of(*rows_->impl_, at_, column).is_null; }

std::int64_t Row::integer(const char* column) const {
  const auto text = view(column);
  std::int64_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  ENSURE(parsed.ec == std::errc() && parsed.ptr == text.data() + text.size(),
         "a column that is no integer was read as one");
  return value;
}

bool Row::boolean(const char* column) const { return view(column) == "t"; }

Date Row::date(const char* column) const {
  const auto date = parse_date(view(column));
  ENSURE(date.has_value(), "a column that is no date was read as one");
  return *date;
}

Instant Row::instant(const char* column) const {
  const auto instant = parse_instant(view(column));
  ENSURE(instant.has_value(), "a column that is no instant in UTC was read as one");
  return *instant;
}

std::string Row::bytes(const char* column) const {
  const auto text = view(column);
  ENSURE(text.size() >= 2 && text[0] == '\\' && text[1] == 'x', "bytea is not in hex form");
  std::string bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t i = 2; i + 1 < text.size(); i += 2) {
    bytes.push_back(static_cast<char>(hex_value(text[i]) * 16 + hex_value(text[i + 1])));
  }
  return bytes;
}

// The library's own parser aborts the program at the end of an unquoted element.
std::vector<std::string> Row::list(const char* column) const {
  const std::string_view text = view(column);
  ENSURE(text.size() >= 2 && text.front() == '{' && text.back() == '}', "not a flat array");
  std::vector<std::string> elements;
  std::size_t at = 1;
  while (at + 1 < text.size()) {
    auto [element, end] = read_element(text, at);
    elements.push_back(std::move(element));
    at = end + 1;
  }
  return elements;
}

std::optional<std::string> Row::text_if(const char* column) const {
  return is_null(column) ? std::nullopt : std::optional(text(column));
}

std::optional<int> Row::number_if(const char* column) const {
  return is_null(column) ? std::nullopt : std::optional(number(column));
}

std::optional<Date> Row::date_if(const char* column) const {
  return is_null(column) ? std::nullopt : std::optional(date(column));
}

std::optional<Instant> Row::instant_if(const char* column) const {
  return is_null(column) ? std::nullopt : std::optional(instant(column));
}

std::size_t Rows::size() const { return static_cast<std::size_t>(PQntuples(impl_->answer())); }

std::size_t Rows::affected() const {
  const std::string_view text = PQcmdTuples(const_cast<PGresult*>(impl_->answer()));
  std::size_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

Row Rows::one() const {
  ENSURE(size() == 1, "exactly one row was expected");
  return (*this)[0];
}

}  // namespace onereturn::postgres
