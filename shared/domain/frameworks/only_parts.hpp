#pragma once

#include <memory>
#include <string>
#include <vector>

#include "domain/frameworks/frameworks.hpp"

namespace onereturn::frameworks {

// The form as a board asks for it that wants some of its sections now: their boxes and the details
// on the front page, in the printed order. The same form when `sections` is empty; nothing for
// nothing. Codes that the form does not have ask for nothing.
std::shared_ptr<const Template> only_parts(std::shared_ptr<const Template> form,
                                           const std::vector<std::string>& sections);

}  // namespace onereturn::frameworks
