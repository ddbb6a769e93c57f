#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/evaluation/evaluation.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to evaluations and their grades. A foreign id is an id that is not there.
namespace onereturn::evaluation {

// Nothing for a return that this board does not have.
std::optional<ReturnFacts> find_facts(postgres::BoardTx& tx, const ReturnId& id);
// The evaluation of the newest version that has one, held until the transaction ends, so that
// grading, looking and releasing come one after the other. Nothing when none was begun.
std::optional<Evaluation> lock_evaluation(postgres::BoardTx& tx, const ReturnId& id);

// Nothing when somebody has begun it already, or the version is not the latest any more.
std::optional<EvaluationId> insert_evaluation(postgres::BoardTx& tx, const ReturnId& id,
                                              int version_no, const std::optional<int>& carried,
                                              Instant at);
void put_state(postgres::BoardTx& tx, const EvaluationId& id, State state,
               const std::optional<Instant>& finished_at = std::nullopt);

// What stands, by key; of one of them; and every version of one, newest first (at most 200).
Grades current_grades(postgres::BoardTx& tx, const EvaluationId& id);
Grade current_grade(postgres::BoardTx& tx, const EvaluationId& id, const std::string& key);
std::vector<Grade> grade_history(postgres::BoardTx& tx, const EvaluationId& id,
                                 const std::string& key);
// False when the version that is evaluated has no such box.
bool insert_grade(postgres::BoardTx& tx, const EvaluationId& id, const std::string& key,
                  int version, const Judgement& judgement, How how, Instant at);
// Boxes of `to` that were different in `from`, or not there.
std::set<std::string> changed_boxes(postgres::BoardTx& tx, const ReturnId& id, int from, int to);
// Copies what stands about these keys as drafts. Answers how many there were to copy.
int carry_grades(postgres::BoardTx& tx, const EvaluationId& from, const EvaluationId& to,
                 const std::vector<std::string>& keys, Instant at);
std::set<PersonId> authors(postgres::BoardTx& tx, const EvaluationId& id);

// The newest evaluation that was released of what the same organisation sent in the same form
// before this return.
struct Before {
  EvaluationId id;
  ReturnId of_return;
  std::string title;  // of the request
  frameworks::VersionRef form;
};
std::optional<Before> find_before(postgres::BoardTx& tx, const ReturnId& id);

// How far the evaluation of each return is, for lists.
struct Standing {
  ReturnId id;
  int version_no = 0;
  State state = State::open;
  int releases = 0;
  int judged = 0;  // graded or not applicable
  int said = 0;    // anything at all
};
std::vector<Standing> standings(postgres::BoardTx& tx);

// Self against board over the returns of one form, by section. `points` is the scale from the
// lowest to the highest.
struct DifferenceRow {
  ReturnId id;
  std::string agency;
  State state = State::open;
  std::string section;
  int of = 0;
  int judged = 0;
  int agree = 0;
  int lower = 0;
  int higher = 0;
};
std::vector<DifferenceRow> differences(postgres::BoardTx& tx, const frameworks::VersionRef& form,
                                       const std::vector<std::string>& points);
// The forms of this board that the agency and the board both grade, by name.
struct FormOfBoth {
  frameworks::VersionRef form;
  std::string name;
};
std::vector<FormOfBoth> forms_of_both(postgres::BoardTx& tx);

}  // namespace onereturn::evaluation
