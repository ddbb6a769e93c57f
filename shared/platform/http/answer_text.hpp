#pragma once

#include <string>

#include "platform/http/message.hpp"

namespace onereturn::http {

struct AnswerShape {
  bool head_only = false;    // the request was HEAD
  bool close_after = false;  // say "Connection: close"
};

// Head and body in one text, ready to be written: status line, Date, security headers, what the
// handler set, Cache-Control: no-store unless it set another, Content-Length, body. A body with a
// source is announced (by its length, or as chunks) and left for the caller to send.
std::string answer_text(const Response& response, const std::string& request_id,
                        const AnswerShape& shape);

}  // namespace onereturn::http
