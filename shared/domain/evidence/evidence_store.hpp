#pragma once

#include <string>
#include <vector>

#include "domain/evidence/evidence.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to the tables of evidence. A foreign id is an id that is not there.
namespace onereturn::evidence {

// What is written about evidence that is available on request.
struct EvidenceWords {
  std::string title;
  std::string kept_where;
  std::optional<Date> effective_on;
  std::optional<Instant> at = {};  // business time; nothing: the database's clock
};

// All evidence of the agency, with what cites it in this unit.
std::vector<KeptEvidence> load_evidence(postgres::AgencyTx& tx, const UnitId& unit);
// Says that this will be asked: see Transaction::ahead.
void ask_evidence_ahead(postgres::AgencyTx& tx, const UnitId& unit);

bool evidence_exists(postgres::AgencyTx& tx, const EvidenceId& evidence);
// True when the session is of one unit, and the evidence is not that unit's, or others cite it.
bool is_shared(postgres::AgencyTx& tx, const EvidenceId& evidence);
// The whole agency's unit makes it common to all.
EvidenceId insert_evidence(postgres::AgencyTx& tx, const UnitId& unit, const EvidenceWords& words);
// False when there is none.
bool update_evidence(postgres::AgencyTx& tx, const EvidenceId& evidence,
                     const EvidenceWords& words);

// What these would add to what the unit cites it for, or take away.
std::vector<std::string> changed_citations(postgres::AgencyTx& tx, const EvidenceId& evidence,
                                           const UnitId& unit,
                                           const std::vector<std::string>& requirements);
// Each replaces what was there by exactly this. Throws ConstraintViolated for a requirement that
// does not exist and for a board that the agency has not joined.
void replace_citations(postgres::AgencyTx& tx, const EvidenceId& evidence, const UnitId& unit,
                       const std::vector<std::string>& requirements);
void replace_grants(postgres::AgencyTx& tx, const EvidenceId& evidence,
                    const std::vector<BoardId>& boards);

void insert_citation(postgres::AgencyTx& tx, const EvidenceId& evidence, const UnitId& unit,
                     const std::string& requirement);
// Throws ConstraintViolated (citation_request) for a request that is not to this agency.
void insert_box_citation(postgres::AgencyTx& tx, const EvidenceId& evidence, const UnitId& unit,
                         const RequestId& request, const BoardId& board, const std::string& box_no);
void remove_citation(postgres::AgencyTx& tx, const EvidenceId& evidence, const UnitId& unit,
                     const std::string& requirement);

// The unit asked for when it is the session's own, the session's own, or the whole agency.
// Nothing when the session may not write for it.
std::optional<UnitId> unit_to_write(postgres::AgencyTx& tx, const std::optional<UnitId>& unit);

}  // namespace onereturn::evidence
