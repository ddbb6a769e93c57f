#include "domain/evidence/evidence_store.hpp"

#include "domain/evidence/sql.hpp"

namespace onereturn::evidence {

void ask_evidence_ahead(postgres::AgencyTx& tx, const UnitId& unit) {
  tx.ahead(sql::kept_evidence, unit);
}

std::vector<KeptEvidence> load_evidence(postgres::AgencyTx& tx, const UnitId& unit) {
  std::vector<KeptEvidence> all;
  for (const auto row : tx.run(sql::kept_evidence, unit)) {
    KeptEvidence kept;
    kept.evidence = row.id<EvidenceId>("evidence_id");
    kept.title = row.text("title");
    kept.kept_where = row.text_if("kept_where").value_or("");
    kept.effective_on = row.date_if("effective_on");
    kept.version = row.number("version");
    kept.unit = row.id_if<UnitId>("unit_id");
    kept.is_ours = row.boolean("is_ours");
    kept.is_file = row.boolean("is_file");
    kept.is_checked = !row.is_null("is_checked") && row.boolean("is_checked");
    for (auto& code : row.list("requirements"))
      kept.requirements.insert(std::move(code));
    for (auto& board : row.list("granted"))
      kept.granted.insert(BoardId(std::move(board)));
    for (const auto& box : row.list("boxes")) {
      const auto blank = box.find(' ');
      kept.boxes.emplace(RequestId(box.substr(0, blank)), box.substr(blank + 1));
    }
    all.push_back(std::move(kept));
  }
  return all;
}

bool evidence_exists(postgres::AgencyTx& tx, const EvidenceId& evidence) {
  return !tx.run(sql::evidence_exists, evidence).empty();
}

bool is_shared(postgres::AgencyTx& tx, const EvidenceId& evidence) {
  return tx.run(sql::is_shared, evidence).one().boolean("shared");
}

EvidenceId insert_evidence(postgres::AgencyTx& tx, const UnitId& unit, const EvidenceWords& words) {
  const auto evidence = tx.run(sql::insert_evidence, words.title, words.kept_where,
                               words.effective_on, unit, words.at)
                            .one()
                            .id<EvidenceId>("evidence_id");
  tx.run(sql::keep_first_version, evidence, words.at);
  return evidence;
}

bool update_evidence(postgres::AgencyTx& tx, const EvidenceId& evidence,
                     const EvidenceWords& words) {
  return !tx.run(sql::update_evidence, evidence, words.title, words.kept_where, words.effective_on,
                 words.at)
              .empty();
}

std::vector<std::string> changed_citations(postgres::AgencyTx& tx, const EvidenceId& evidence,
                                           const UnitId& unit,
                                           const std::vector<std::string>& requirements) {
  std::vector<std::string> changed;
  for (const auto row : tx.run(sql::changed_citations, evidence, unit, requirements))
    changed.push_back(row.text("code"));
  return changed;
}

void replace_citations(postgres::AgencyTx& tx, const EvidenceId& evidence, const UnitId& unit,
                       const std::vector<std::string>& requirements) {
  tx.run(sql::end_citations, evidence, unit, requirements);
  tx.run(sql::add_citations, evidence, unit, requirements);
}

void replace_grants(postgres::AgencyTx& tx, const EvidenceId& evidence,
                    const std::vector<BoardId>& boards) {
  tx.run(sql::end_grants, evidence, boards);
  tx.run(sql::renew_grants, evidence, boards);
  tx.run(sql::add_grants, evidence, boards);
}

void insert_citation(postgres::AgencyTx& tx, const EvidenceId& evidence, const UnitId& unit,
                     const std::string& requirement) {
  tx.run(sql::add_citations, evidence, unit, std::vector<std::string>{requirement});
}

void insert_box_citation(postgres::AgencyTx& tx, const EvidenceId& evidence, const UnitId& unit,
                         const RequestId& request, const BoardId& board,
                         const std::string& box_no) {
  tx.run(sql::insert_box_citation, evidence, unit, request, board, box_no);
}

void remove_citation(postgres::AgencyTx& tx, const EvidenceId& evidence, const UnitId& unit,
                     const std::string& requirement) {
  tx.run(sql::remove_citation, evidence, unit, requirement);
}

std::optional<UnitId> unit_to_write(postgres::AgencyTx& tx, const std::optional<UnitId>& unit) {
  const auto rows = tx.run(sql::unit_to_write, unit);
  if (rows.empty()) return std::nullopt;
  return rows[0].id<UnitId>("unit_id");
}

}  // namespace onereturn::evidence
