#pragma once

#include <string>
#include <vector>

#include "domain/questions/support.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// What a board did to help, and who may need it.
namespace onereturn::gateway::views {

// pages/support.
html::Data support_page(const std::vector<questions::Support>& log, bool may_write,
                        const std::string& saved_note);

struct TypedSupport {
  std::string id;
  std::string kind;
  TypedDate on;
  std::string who;
  std::string notes;
  std::vector<std::string> entries;
  std::vector<PageError> errors;
};
// pages/log_support.
html::Data log_support_page(const std::vector<questions::Organisation>& organisations,
                            const TypedSupport& typed);

// pages/who_needs_help: those with a reason, each reason in words.
html::Data needs_page(const std::vector<questions::Needs>& needs);

}  // namespace onereturn::gateway::views
