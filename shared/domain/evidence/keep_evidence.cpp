#include "domain/evidence/keep_evidence.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evidence/evidence_store.hpp"
#include "domain/identity/roles.hpp"
#include "domain/identity/standards_limit.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::evidence {

namespace {

constexpr std::size_t requirements_max = 200;
constexpr std::size_t boards_max = 500;

Problem not_permitted() {
  return {ProblemCode::forbidden, "not-permitted", "Your role does not write answers."};
}

Problem used_by_others() {
  return {ProblemCode::forbidden, "not-permitted",
          "Other parts of your organisation use this evidence too. Your lead can change it."};
}

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such record here."};
}

// The words tidied, or one field error for each that will not do.
Result<EvidenceWords> words_of(const WriteEvidence& written) {
  EvidenceWords words{tidy_line(written.title), tidy_paragraph(written.kept_where),
                      written.effective_on, written.at};
  Problem problem{ProblemCode::invalid, "validation", "Some of the evidence is missing."};
  const auto title = count_characters(words.title);
  if (words.title.empty()) {
    problem.fields.push_back({"title", "Say what the evidence is."});
  } else if (!title || *title > line_characters_max) {
    problem.fields.push_back({"title", "Use 300 characters or fewer for what the evidence is."});
  }
  const auto kept = count_characters(words.kept_where);
  if (words.kept_where.empty()) {
    problem.fields.push_back({"kept_where", "Say where the evidence is kept."});
  } else if (!kept || *kept > paragraph_characters_max) {
    problem.fields.push_back({"kept_where", "Use 10,000 characters or fewer for the place."});
  }
  if (written.requirements.size() > requirements_max || written.boards.size() > boards_max) {
    problem.fields.push_back({"requirements", "That is more than one piece can back."});
  }
  if (!problem.fields.empty()) return problem;
  return words;
}

bool are_among_ones_standards(postgres::AgencyTx& tx, const std::vector<std::string>& codes) {
  return std::all_of(codes.begin(), codes.end(), [&](const std::string& code) {
    return identity::may_write_requirement(tx, code);
  });
}

// The names of constraints that say: no such requirement, not joined with such a board.
template <class Work>
Result<Done> unless_unknown(Work&& work) {
  try {
    work();
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() == "citation_requirement" ||
        violated.constraint() == "evidence_grant_joined") {
      return not_found();
    }
    throw;
  }
  return Done{};
}

}  // namespace

Result<EvidenceId> add_evidence(postgres::AgencyTx& tx, const WriteEvidence& written) {
  if (!identity::may_write(tx.actor().role)) return not_permitted();
  const auto words = words_of(written);
  if (!words) return words.problem();
  const auto unit = unit_to_write(tx, written.unit);
  if (!unit) return not_found();
  if (!are_among_ones_standards(tx, written.requirements)) {
    return identity::not_among_your_standards();
  }
  const auto evidence = insert_evidence(tx, *unit, *words);
  const auto placed = unless_unknown([&] {
    replace_citations(tx, evidence, *unit, written.requirements);
    replace_grants(tx, evidence, written.boards);
  });
  if (!placed) return placed.problem();
  audit_log::record(tx, {"evidence.added", "evidence", evidence.text(), ""});
  return evidence;
}

Result<Done> change_evidence(postgres::AgencyTx& tx, const EvidenceId& evidence,
                             const WriteEvidence& written) {
  if (!identity::may_write(tx.actor().role)) return not_permitted();
  const auto words = words_of(written);
  if (!words) return words.problem();
  const auto unit = unit_to_write(tx, written.unit);
  if (!unit || !evidence_exists(tx, evidence)) return not_found();
  if (is_shared(tx, evidence)) return used_by_others();
  if (!are_among_ones_standards(tx, changed_citations(tx, evidence, *unit, written.requirements))) {
    return identity::not_among_your_standards();
  }
  if (!update_evidence(tx, evidence, *words)) return not_found();
  audit_log::record(tx, {"evidence.changed", "evidence", evidence.text(), ""});
  return unless_unknown([&] {
    replace_citations(tx, evidence, *unit, written.requirements);
    replace_grants(tx, evidence, written.boards);
  });
}

Result<Done> cite_evidence(postgres::AgencyTx& tx, const EvidenceId& evidence,
                           const std::optional<UnitId>& asked, const std::string& requirement) {
  if (!identity::may_write(tx.actor().role)) return not_permitted();
  const auto unit = unit_to_write(tx, asked);
  if (!unit || !evidence_exists(tx, evidence)) return not_found();
  if (!identity::may_write_requirement(tx, requirement)) {
    return identity::not_among_your_standards();
  }
  audit_log::record(tx, {"evidence.cited", "evidence", evidence.text(), requirement});
  return unless_unknown([&] { insert_citation(tx, evidence, *unit, requirement); });
}

Result<Done> stop_citing(postgres::AgencyTx& tx, const EvidenceId& evidence,
                         const std::optional<UnitId>& asked, const std::string& requirement) {
  if (!identity::may_write(tx.actor().role)) return not_permitted();
  const auto unit = unit_to_write(tx, asked);
  if (!unit || !evidence_exists(tx, evidence)) return not_found();
  if (!identity::may_write_requirement(tx, requirement)) {
    return identity::not_among_your_standards();
  }
  remove_citation(tx, evidence, *unit, requirement);
  audit_log::record(tx, {"evidence.no_longer_cited", "evidence", evidence.text(), requirement});
  return Done{};
}

Result<Done> grant_evidence(postgres::AgencyTx& tx, const EvidenceId& evidence,
                            const std::vector<BoardId>& boards) {
  if (!identity::may_write(tx.actor().role)) return not_permitted();
  if (!evidence_exists(tx, evidence)) return not_found();
  if (is_shared(tx, evidence)) return used_by_others();
  audit_log::record(tx, {"evidence.granted", "evidence", evidence.text(), ""});
  return unless_unknown([&] { replace_grants(tx, evidence, boards); });
}

}  // namespace onereturn::evidence
