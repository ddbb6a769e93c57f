#pragma once

#include <string>

#include "domain/reports/report.hpp"
#include "platform/http/message.hpp"

namespace onereturn::gateway::pages {

// A file that the worker made, to be kept under that name, of which nothing is left that a file
// system may mind; the format's ending is added.
http::Response paper_response(reports::Format format, const std::string& name, std::string bytes);

}  // namespace onereturn::gateway::pages
