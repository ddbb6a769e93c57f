#include "domain/returns/workspace_ahead.hpp"

#include "domain/evidence/evidence_store.hpp"
#include "domain/returns/sql.hpp"

namespace onereturn::returns {

const std::vector<postgres::Call>& first_of_workspace() {
  static const std::vector<postgres::Call> first{postgres::call_of(sql::open_requests),
                                                 postgres::call_of(sql::colleagues),
                                                 postgres::call_of(sql::profile)};
  return first;
}

void ask_ahead(postgres::AgencyTx& tx, const Workspace& workspace, bool units) {
  const auto& unit = workspace.unit;
  if (units) tx.ahead(sql::units);
  for (const auto* of_unit : {&sql::answers, &sql::answer_texts, &sql::answer_parts,
                              &sql::board_answers, &sql::boxes, &sql::explanations, &sql::promises,
                              &sql::commitments, &sql::commitment_subjects, &sql::lead_officers}) {
    tx.ahead(*of_unit, unit);
  }
  evidence::ask_evidence_ahead(tx, unit);
  const bool own_form = workspace.way == mapping::Way::own_form;
  if (own_form && workspace.common_only) tx.ahead(sql::own_common_boxes, unit);
  if (!workspace.common_only) tx.ahead(sql::earlier_boxes, unit);
  if (unit.text() == tx.actor().party.text() || workspace.common_only) return;
  tx.ahead(sql::common_answers, unit, std::nullopt);
  tx.ahead(sql::inherited_answers, unit, std::nullopt);
  if (!own_form) return;
  tx.ahead(sql::common_boxes, unit);
  tx.ahead(sql::inherited_boxes, unit);
}

}  // namespace onereturn::returns
