#pragma once

#include <string>
#include <vector>

#include "domain/actions/report_progress.hpp"
#include "domain/evidence/evidence.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// One undertaking of an agency: what boards made of it, and saying how it is going.
namespace onereturn::gateway::views {

struct TypedReport {
  std::string said, text;
  TypedDate by;
  std::vector<std::string> pieces;
};

struct UndertakingInput {
  const actions::UndertakingFile& file;
  const std::vector<evidence::Piece>& pieces;
  Date today;
  bool may_write = false;
  TypedReport typed = {};
  std::vector<PageError> errors = {};
  std::string saved = {};
};
html::Data undertaking_page(const UndertakingInput& input);

}  // namespace onereturn::gateway::views
