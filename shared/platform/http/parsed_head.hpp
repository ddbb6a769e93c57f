#pragma once

#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "platform/http/framing.hpp"

// What the library has parsed, in our own terms. For connection.cpp alone.
namespace onereturn::http {

using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

// How a head that could not be read is refused.
Fault fault_of(const boost::system::error_code& ec, const Parser& parser);
// True when the client sent something that is not HTTP, rather than going away.
bool is_protocol_error(const boost::system::error_code& ec);
RawHead raw_head(const Parser& parser);

}  // namespace onereturn::http
