#include "domain/returns/take_common.hpp"

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/identity/roles.hpp"
#include "domain/identity/standards_limit.hpp"
#include "domain/returns/answer_rules.hpp"
#include "domain/returns/box_store.hpp"
#include "domain/returns/sql.hpp"
#include "domain/returns/unit_store.hpp"

namespace onereturn::returns {

namespace {

Problem common_changed() {
  return {ProblemCode::conflict, "common-changed",
          "The common answer was changed while you were reading. Look at it, then save again."};
}

Problem written_meanwhile() {
  return {ProblemCode::conflict, "stale-version",
          "Somebody saved this while you were writing. Look at theirs, then save yours."};
}

// The same rules as for any answer, for the whole text that will stand.
SaveAnswer as_answer(const TakeCommonAnswer& command, const CommonAnswer& common,
                     const Parts& taken_before) {
  SaveAnswer whole;
  whole.unit = command.unit;
  whole.requirement = command.requirement;
  whole.base_version = command.base_version;
  whole.level = command.level;
  whole.not_applicable = command.not_applicable;
  whole.not_applicable_reason = command.not_applicable_reason;
  whole.texts = with_here(common.texts, command.here);
  whole.parts = parts_to_take(command.parts, taken_before, command.level, common);
  whole.confirm = command.confirm;
  return whole;
}

mapping::Texts tidied(const mapping::Texts& texts) {
  return {tidy_paragraph(texts.describes), tidy_paragraph(texts.knows),
          tidy_paragraph(texts.improve)};
}

SaveOutcome what_stands(postgres::AgencyTx& tx, const SaveAnswer& whole) {
  Workspace stored;
  stored.unit = whole.unit;
  load_answers(tx, load_names(tx), stored);
  OtherVersion other;
  other.answer = stored.common.answers[whole.requirement];
  other.version = other.answer.confirmed.version;
  other.by = other.answer.confirmed.by;
  other.at = stored.saved_at[whole.requirement];
  SaveOutcome outcome;
  outcome.version = other.version;
  outcome.saved_at = other.at;
  outcome.conflict = std::move(other);
  return outcome;
}

void write_texts(postgres::AgencyTx& tx, const SaveAnswer& whole, const CommonAnswer& common,
                 const mapping::Texts& here) {
  const std::vector<std::string> roles = {"describes", "knows", "improve"};
  const std::vector<std::string> texts = {whole.texts.describes, whole.texts.knows,
                                          whole.texts.improve};
  std::vector<std::string> facets;
  std::vector<int> lows, highs;
  for (const auto& [facet, range] : whole.parts) {
    facets.push_back(facet);
    lows.push_back(range.low);
    highs.push_back(range.high);
  }
  tx.run(sql::write_inherited_texts, whole.unit, whole.requirement, roles, texts, facets, lows,
         highs, common.from, common.version, here.describes, here.knows, here.improve);
}

}  // namespace

Result<SaveOutcome> take_common_answer(postgres::AgencyTx& tx, const TakeCommonAnswer& command) {
  if (!identity::may_write(tx.actor().role)) return not_permitted_to_write();
  if (tx.actor().unit && *tx.actor().unit != command.unit) return answer_not_found();
  const auto common = find_common_answer(tx, command.unit, command.requirement);
  if (!common) return answer_not_found();
  if (!identity::may_write_requirement(tx, command.requirement)) {
    return identity::not_among_your_standards();
  }
  if (common->version != command.common_version) return common_changed();
  auto taking = command;
  taking.here = tidied(command.here);
  auto whole = as_answer(taking, *common, find_taken_parts(tx, command.unit, command.requirement));
  auto problem = tidy(whole);
  if (!problem.fields.empty()) return problem;
  const auto na_reason =
      whole.not_applicable ? std::optional(whole.not_applicable_reason) : std::nullopt;
  const auto rows =
      tx.run(sql::write_inherited, whole.unit, whole.requirement, whole.level, na_reason,
             common->version, whole.confirm, command.at, whole.base_version);
  if (rows.empty()) return what_stands(tx, whole);
  write_texts(tx, whole, *common, taking.here);
  SaveOutcome outcome;
  outcome.version = rows[0].number("version");
  outcome.saved_at = rows[0].instant("saved_at");
  audit_log::record(tx, {"answer.inherited", "answer", whole.requirement,
                         "version " + std::to_string(outcome.version)});
  return outcome;
}

Result<SavedBox> take_common_text(postgres::AgencyTx& tx, const TakeCommonText& command,
                                  Date today) {
  const auto open = find_open_request(tx, command.request);
  if (!open) return answer_not_found();
  const auto& engaged = open->engaged;
  const auto common =
      find_common_text(tx, engaged.unit, engaged.board.board, open->form.code, command.box_no);
  if (!common) return answer_not_found();
  if (common->version != command.common_version) return common_changed();
  const auto here = tidy_paragraph(command.here);
  SaveBox whole;
  whole.request = command.request;
  whole.kind = BoxKind::direct;
  whole.key = command.box_no;
  whole.base_version = command.base_version;
  whole.text = with_here(common->text, here);
  whole.confirm = command.confirm;
  whole.at = command.at;
  const auto saved = save_box(tx, whole, today);
  if (!saved) return saved.problem();
  tx.run(sql::mark_inherited_box, engaged.unit, command.request, command.box_no, common->from,
         common->version, here);
  return *saved;
}

Result<int> save_common_text(postgres::AgencyTx& tx, const SaveCommonText& command) {
  if (!identity::may_write(tx.actor().role)) return not_permitted_to_write();
  if (tx.actor().unit && *tx.actor().unit != command.unit) return answer_not_found();
  if (!identity::may_write_place(tx, command.form, command.box_no)) {
    return identity::not_among_your_standards();
  }
  const auto text = tidy_paragraph(command.text);
  Problem problem{ProblemCode::invalid, "validation", "Something here needs putting right.", {}};
  check_text(problem, "text", text, paragraph_characters_max);
  if (!problem.fields.empty()) return problem;
  const auto rows = tx.run(sql::save_common_box, command.unit, command.board, command.form,
                           command.box_no, text, command.at, command.base_version);
  if (rows.empty()) return written_meanwhile();
  audit_log::record(tx, {"common_box.saved", "box", command.box_no, ""});
  return rows[0].number("version");
}

}  // namespace onereturn::returns
