#pragma once

#include "domain/audit_log/anchors.hpp"

namespace onereturn::audit_log {

// The anchor as one line of JSON, without its end.
std::string write_anchor(const Anchor& anchor);

// Nothing for a line that is no anchor.
std::optional<Anchor> read_anchor(std::string_view line);

}  // namespace onereturn::audit_log
