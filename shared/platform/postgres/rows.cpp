#include "platform/postgres/rows.hpp"

#include <charconv>

#include "base/ensure.hpp"
#include "platform/postgres/rows_impl.hpp"

namespace onereturn::postgres {
namespace {

using RowNumber = pqxx::result::size_type;

pqxx::field field_of(const pqxx::result& answer, std::size_t at, const char* column) {
  try {
    return answer[static_cast<RowNumber>(at)][column];
  } catch (const std::exception&) {
    throw BrokenInvariant(std::string("no such column in the answer: ") + column);
  }
}

int hex_value(char c) {
  return c >= '0' && c <= '9' ? c - '0' : c - 'a' + 10;
}

}  // namespace

std::string_view Row::view(const char* column) const {
  const auto field = field_of(rows_->impl_->answer, at_, column);
  if (field.is_null()) {
    throw BrokenInvariant(std::string("unexpected NULL in column ") + column);
  }
  return {field.c_str(), field.size()};
}

bool Row::is_null(const char* column) const {
  return field_of(rows_->impl_->answer, at_, column).is_null();
}

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

std::vector<std::string> Row::list(const char* column) const {
  const std::string text(view(column));
  pqxx::array_parser parser(text.c_str());
  std::vector<std::string> elements;
  using Juncture = pqxx::array_parser::juncture;
  for (auto [kind, value] = parser.get_next(); kind != Juncture::done;
       std::tie(kind, value) = parser.get_next()) {
    if (kind == Juncture::string_value || kind == Juncture::null_value) {
      elements.push_back(kind == Juncture::string_value ? value : std::string());
    }
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

std::size_t Rows::size() const { return static_cast<std::size_t>(impl_->answer.size()); }

std::size_t Rows::affected() const {
  return static_cast<std::size_t>(impl_->answer.affected_rows());
}

Row Rows::one() const {
  ENSURE(size() == 1, "exactly one row was expected");
  return (*this)[0];
}

}  // namespace onereturn::postgres
