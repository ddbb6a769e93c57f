#include "domain/evaluation/evaluation_store.hpp"

#include "domain/evaluation/sql.hpp"

namespace onereturn::evaluation {
namespace {

using postgres::Row;

const char* text_of(How how) {
  switch (how) {
    case How::carried:
      return "carried";
    case How::second_look:
      return "second_look";
    case How::graded:
      break;
  }
  return "graded";
}

How how_of(std::string_view text) {
  return text == "carried" ? How::carried : text == "second_look" ? How::second_look : How::graded;
}

Evaluation evaluation_from(const Row& row) {
  return {.id = row.id<EvaluationId>("evaluation_id"),
          .version_no = row.number("version_no"),
          .state = state_of(row.view("state")),
          .started_by = row.id<PersonId>("started_by"),
          .started_at = row.instant("started_at"),
          .releases = row.number("releases"),
          .carried_from = row.number_if("carried_from")};
}

Grade grade_from(const Row& row) {
  return {.key = row.text("box_no"),
          .version = row.number("version"),
          .point = row.text("grade"),
          .not_applicable = row.boolean("not_applicable"),
          .comment = row.text("comment"),
          .reason = row.text("reason"),
          .how = how_of(row.view("how")),
          .why = row.text("why"),
          .by = row.id<PersonId>("by_person"),
          .by_name = row.text("by_name"),
          .at = row.instant("at")};
}

}  // namespace

std::optional<ReturnFacts> find_facts(postgres::BoardTx& tx, const ReturnId& id) {
  const auto rows = tx.run(sql::return_facts, id);
  if (rows.empty()) return std::nullopt;
  const Row row = rows.one();
  ReturnFacts facts{.id = row.id<ReturnId>("return_id"),
                    .request = row.id<RequestId>("request_id"),
                    .agency = row.id_if<AgencyId>("agency_id"),
                    .unit = row.id_if<UnitId>("unit_id"),
                    .latest_version = row.number("latest_version"),
                    .offered_version = row.number_if("offered_version"),
                    .state = row.text("return_state"),
                    .latest_at = row.instant("latest_at"),
                    .newest_form = row.number("newest_form"),
                    .framework = std::nullopt,
                    .mapping_version = row.number_if("mapping_version").value_or(0),
                    .evaluation = std::nullopt};
  if (!row.is_null("framework_code") && facts.mapping_version > 0)
    facts.framework = {row.text("framework_code"), row.number("framework_version")};
  if (!row.is_null("evaluation_id")) facts.evaluation = evaluation_from(row);
  return facts;
}

std::optional<Evaluation> lock_evaluation(postgres::BoardTx& tx, const ReturnId& id) {
  const auto rows = tx.run(sql::lock_evaluation, id);
  return rows.empty() ? std::nullopt : std::optional(evaluation_from(rows.one()));
}

std::optional<EvaluationId> insert_evaluation(postgres::BoardTx& tx, const ReturnId& id,
                                              int version_no, const std::optional<int>& carried,
                                              Instant at) {
  const auto rows = tx.run(sql::begin_evaluation, id, carried, at, version_no);
  return rows.empty() ? std::nullopt : std::optional(rows.one().id<EvaluationId>("evaluation_id"));
}

void put_state(postgres::BoardTx& tx, const EvaluationId& id, State state,
               const std::optional<Instant>& finished_at) {
  tx.run(sql::put_state, id, to_string(state), finished_at);
}

Grades current_grades(postgres::BoardTx& tx, const EvaluationId& id) {
  Grades grades;
  for (const Row row : tx.run(sql::current_grades, id)) {
    auto grade = grade_from(row);
    auto key = grade.key;
    grades.emplace(std::move(key), std::move(grade));
  }
  return grades;
}

Grade current_grade(postgres::BoardTx& tx, const EvaluationId& id, const std::string& key) {
  const auto rows = tx.run(sql::current_grade, id, key);
  Grade none;
  none.key = key;
  return rows.empty() ? none : grade_from(rows.one());
}

std::vector<Grade> grade_history(postgres::BoardTx& tx, const EvaluationId& id,
                                 const std::string& key) {
  std::vector<Grade> history;
  for (const Row row : tx.run(sql::grade_history, id, key))
    history.push_back(grade_from(row));
  return history;
}

bool insert_grade(postgres::BoardTx& tx, const EvaluationId& id, const std::string& key,
                  int version, const Judgement& judgement, How how, Instant at) {
  return tx.run(sql::insert_grade, id, key, version, judgement.point, judgement.not_applicable,
                judgement.comment, judgement.reason, text_of(how), judgement.why, at)
             .affected() > 0;
}

std::set<std::string> changed_boxes(postgres::BoardTx& tx, const ReturnId& id, int from, int to) {
  std::set<std::string> changed;
  for (const Row row : tx.run(sql::changed_boxes, id, from, to))
    changed.insert(row.text("box_no"));
  return changed;
}

int carry_grades(postgres::BoardTx& tx, const EvaluationId& from, const EvaluationId& to,
                 const std::vector<std::string>& keys, Instant at) {
  return static_cast<int>(tx.run(sql::carry_grades, from, to, keys, at).affected());
}

std::set<PersonId> authors(postgres::BoardTx& tx, const EvaluationId& id) {
  std::set<PersonId> all;
  for (const Row row : tx.run(sql::authors, id))
    all.insert(row.id<PersonId>("by_person"));
  return all;
}

std::optional<Before> find_before(postgres::BoardTx& tx, const ReturnId& id) {
  const auto rows = tx.run(sql::evaluated_before, id);
  if (rows.empty()) return std::nullopt;
  const Row row = rows.one();
  return Before{row.id<EvaluationId>("evaluation_id"),
                row.id<ReturnId>("return_id"),
                row.text("title"),
                {row.text("template_code"), row.number("template_version")}};
}

std::vector<Standing> standings(postgres::BoardTx& tx) {
  std::vector<Standing> all;
  for (const Row row : tx.run(sql::standings)) {
    all.push_back({.id = row.id<ReturnId>("return_id"),
                   .version_no = row.number("version_no"),
                   .state = state_of(row.view("state")),
                   .releases = row.number("releases"),
                   .judged = row.number("judged"),
                   .said = row.number("said")});
  }
  return all;
}

std::vector<DifferenceRow> differences(postgres::BoardTx& tx, const frameworks::VersionRef& form,
                                       const std::vector<std::string>& points) {
  std::vector<DifferenceRow> all;
  for (const Row row : tx.run(sql::differences, form.code, form.version, points)) {
    all.push_back({.id = row.id<ReturnId>("return_id"),
                   .agency = row.text("agency"),
                   .state = state_of(row.view("state")),
                   .section = row.text_if("section_code").value_or(""),
                   .of = row.number("of"),
                   .judged = row.number("judged"),
                   .agree = row.number("agree"),
                   .lower = row.number("lower"),
                   .higher = row.number("higher")});
  }
  return all;
}

std::vector<FormOfBoth> forms_of_both(postgres::BoardTx& tx) {
  std::vector<FormOfBoth> all;
  for (const Row row : tx.run(sql::forms_judged_by_both)) {
    all.push_back({{row.text("template_code"), row.number("version")}, row.text("name")});
  }
  return all;
}

}  // namespace onereturn::evaluation
