#include "domain/reports/finish_report.hpp"

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/reports/report_format.hpp"
#include "domain/reports/report_rules.hpp"
#include "domain/reports/report_store.hpp"

namespace onereturn::reports {
namespace {

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such report here.", {}};
}

Problem forbidden() { return {ProblemCode::forbidden, "not-permitted", "", {}}; }

Problem conflict(const char* key, const char* words) {
  return {ProblemCode::conflict, key, words, {}};
}

struct AtHand {
  Report report;
  ReportVersion version;
};

// Held until the transaction ends.
Result<AtHand> take(postgres::BoardTx& tx, const ReportId& id, int number) {
  if (!lock_report(tx, id)) return not_found();
  auto report = find_report(tx, id);
  auto version = find_version(tx, id, number);
  if (!report || !version) return not_found();
  if (report->withdrawn_at) return conflict("withdrawn", "This report was withdrawn.");
  return AtHand{std::move(*report), std::move(*version)};
}

void note(postgres::BoardTx& tx, const char* what, const ReportId& id, int version,
          std::string personal = {}) {
  audit_log::record(tx, {.what = what,
                         .subject_kind = "report",
                         .subject_id = id.text(),
                         .detail = "version " + std::to_string(version),
                         .personal = std::move(personal)});
}

}  // namespace

Result<Done> finish_report(postgres::BoardTx& tx, const ReportId& id, int version, int saves,
                           Instant at) {
  if (!may_finish(tx.actor().role)) return forbidden();
  const auto here = take(tx, id, version);
  if (!here) return here.problem();
  if (here->version.finished) return conflict("finished", "This version is finished already.");
  if (here->version.saves != saves) {
    return conflict("changed-meanwhile",
                    "Somebody changed this report meanwhile. Look at it again, then finish it.");
  }
  Problem problem{ProblemCode::invalid, "validation", "Something is missing.", {}};
  for (const auto& each : missing_before_finishing(here->report.subject.kind, here->version)) {
    const auto* section = here->version.find(each.key);
    problem.fields.push_back(
        {each.key.empty() ? "main" : each.key,
         (section == nullptr ? "The report" : "“" + section->heading + "”") + " " + each.words});
  }
  if (!problem.fields.empty()) return problem;
  if (!finish_version(tx, id, version, canonical_text(here->report, here->version), at)) {
    return conflict("finished", "This version is finished already.");
  }
  note(tx, "report.finished", id, version);
  return Done{};
}

Result<Done> sign_report(postgres::BoardTx& tx, const ReportId& id, int version,
                         const Signature& signature, Instant at) {
  if (!may_sign_off(tx.actor().role)) return forbidden();
  const auto here = take(tx, id, version);
  if (!here) return here.problem();
  if (!here->version.finished) {
    return conflict("not-finished", "Finish this version first. A draft is not signed.");
  }
  auto line = signature;
  line.role = tidy_line(signature.role);
  line.name = tidy_line(signature.name);
  line.number = static_cast<int>(here->version.signatures.size()) + 1;
  if (line.number > signatures_max) {
    return conflict("signed-enough", "Twenty people have signed. That is as many as there can be.");
  }
  Problem problem{ProblemCode::invalid, "validation", "Put right what is marked.", {}};
  check_signature(problem, line, day_in_england(*here->version.finished_at), day_in_england(at));
  if (!problem.fields.empty()) return problem;
  insert_signature(tx, id, version, line, at);
  note(tx, "report.signed", id, version, line.name);
  return Done{};
}

Result<Done> withdraw_report(postgres::BoardTx& tx, const ReportId& id, const std::string& why,
                             Instant at) {
  if (!may_finish(tx.actor().role)) return forbidden();
  if (!lock_report(tx, id)) return not_found();
  const auto words = tidy_paragraph(why);
  const auto length = count_characters(words);
  Problem problem{ProblemCode::invalid, "validation", "Put right what is marked.", {}};
  if (words.empty()) problem.fields.push_back({"why", "Say why it is withdrawn"});
  if (!length || *length > paragraph_characters_max) {
    problem.fields.push_back({"why", "Use 10,000 characters or fewer"});
  }
  if (!problem.fields.empty()) return problem;
  if (!mark_withdrawn(tx, id, words, at)) {
    return conflict("withdrawn", "This report was withdrawn already.");
  }
  const auto report = find_report(tx, id);
  note(tx, "report.withdrawn", id, report->latest_version);
  return Done{};
}

}  // namespace onereturn::reports
