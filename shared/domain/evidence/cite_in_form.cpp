#include "domain/evidence/cite_in_form.hpp"

#include "domain/audit_log/record.hpp"
#include "domain/evidence/evidence_store.hpp"
#include "domain/identity/roles.hpp"
#include "domain/identity/standards_limit.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::evidence {

Result<Done> cite_in_form(postgres::AgencyTx& tx, const EvidenceId& evidence,
                          const FormPlace& place) {
  const Problem not_found{ProblemCode::not_found, "not-found", "There is no such record here."};
  if (!identity::may_write(tx.actor().role)) {
    return Problem{ProblemCode::forbidden, "not-permitted", "Your role does not write answers."};
  }
  const auto unit = unit_to_write(tx, place.unit);
  if (!unit || !evidence_exists(tx, evidence)) return not_found;
  if (!identity::may_write_box(tx, place.board, place.request, place.box_no)) {
    return identity::not_among_your_standards();
  }
  try {
    insert_box_citation(tx, evidence, *unit, place.request, place.board, place.box_no);
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() == "citation_request") return not_found;
    throw;
  }
  audit_log::record(tx, {"evidence.cited", "evidence", evidence.text(), place.box_no});
  return Done{};
}

}  // namespace onereturn::evidence
