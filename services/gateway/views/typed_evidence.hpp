#pragma once

#include <string>
#include <vector>

#include "platform/http/fields.hpp"

namespace onereturn::gateway::views {

// The fields that say where more evidence is kept, as typed.
struct TypedEvidence {
  std::string title;
  std::string where;
  std::vector<std::string> boards;
  std::string place;  // box_no, in a board's own form

  bool empty() const { return title.empty() && where.empty(); }
};

inline TypedEvidence typed_evidence(const http::Fields& form) {
  return {form.get("evidence_title"), form.get("evidence_where"), form.all("evidence_new"),
          form.get("evidence_place")};
}

}  // namespace onereturn::gateway::views
