// Forms as browsers send them: fields in one line.

#include <algorithm>

#include "fuzz/target.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::fuzz {
namespace {

constexpr http::FormLimits small{8, 20, 200};

void look_at(const http::Fields& fields, const http::FormLimits& limits) {
  must(fields.size() <= limits.fields_max, "no more fields than the limit");
  std::string again;
  for (const auto& [name, value] : fields) {
    must(name.size() <= limits.name_bytes_max && value.size() <= limits.value_bytes_max,
         "no field is longer than the limit");
    must(is_utf8(name) && is_utf8(value), "a field is text");
    must(name.find('\0') == std::string::npos && value.find('\0') == std::string::npos,
         "a field holds no NUL");
    must(value.find('\r') == std::string::npos, "a line ends in one way");
    again += http::percent_encode(name) + "=" + http::percent_encode(value) + "&";
  }
  const auto reread = http::parse_urlencoded(again, limits);
  must(reread.has_value() &&
           std::equal(fields.begin(), fields.end(), reread->begin(), reread->end()),
       "a form that is written again is read as the same");
}

void one_input(std::string_view bytes) {
  const auto fields = http::parse_urlencoded(bytes);
  if (fields) look_at(*fields, {});
  const auto few = http::parse_urlencoded(bytes, small);
  if (few) look_at(*few, small);
  must(fields.has_value() || !few.has_value(), "a smaller limit never takes more");
}

const Known known("form", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
