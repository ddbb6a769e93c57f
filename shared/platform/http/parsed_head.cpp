#include "platform/http/parsed_head.hpp"

#include <string>

namespace onereturn::http {

namespace beast = boost::beast;

Fault fault_of(const boost::system::error_code& ec, const Parser& parser) {
  using beast::http::error;
  if (parser.get().count(beast::http::field::transfer_encoding) > 0 ||
      ec == error::bad_transfer_encoding) {
    return {411, "length-required", "Send the body with a Content-Length."};
  }
  if (ec == error::header_limit || ec == error::buffer_overflow) {
    return {431, "header-too-large", "The header of the request is too large."};
  }
  if (ec == error::body_limit) {
    return {413, "too-large", "The request is larger than this address accepts."};
  }
  return {};
}

bool is_protocol_error(const boost::system::error_code& ec) {
  return ec.category() == beast::http::make_error_code(beast::http::error::bad_method).category() &&
         ec != beast::http::error::end_of_stream && ec != beast::http::error::partial_message;
}

RawHead raw_head(const Parser& parser) {
  RawHead raw;
  const auto& message = parser.get();
  raw.method = std::string{message.method_string()};
  raw.target = std::string{message.target()};
  raw.version = message.version();
  for (const auto& field : message) {
    raw.fields.emplace_back(std::string{field.name_string()}, std::string{field.value()});
  }
  return raw;
}

}  // namespace onereturn::http
