#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/evidence/cite_in_form.hpp"
#include "gateway/request_context.hpp"
#include "platform/html/data.hpp"
#include "platform/postgres/transaction.hpp"

// The question that somebody came from to add evidence: "for" a requirement, or "form" a section of
// a board's own form and "box" in it; with "unit" where the agency has several.
namespace onereturn::gateway::pages {

struct EvidencePlace {
  UnitId unit;
  std::string requirement;
  std::optional<evidence::FormPlace> box;
  std::string section;  // of the form
  std::string back;     // the address of the question
  std::string name;     // its name
};

// What the query or the form of this request names; nothing when it names none. Refuses with
// not_found a question that this session's unit is not asked.
Result<std::optional<EvidencePlace>> evidence_place(RequestContext& context);

// Cites the piece there. Refuses as the use cases do.
Result<Done> cite_there(postgres::AgencyTx& tx, const EvidenceId& piece,
                        const EvidencePlace& place);

// The page's way back, its sentence, and the fields that carry the place through the form.
void show_place(html::Data& page, const std::optional<EvidencePlace>& place);

}  // namespace onereturn::gateway::pages
