#pragma once

#include "tools/admin/command.hpp"

namespace onereturn::admin {

Result<std::string> note_bounced_mail(const Arguments& arguments, const Surroundings& surroundings);

}  // namespace onereturn::admin
