#include "domain/evaluation/read_evaluation.hpp"

#include "domain/audit_log/openings.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evaluation/release_store.hpp"
#include "domain/evaluation/work_store.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "domain/fan_out/received_rules.hpp"
#include "domain/frameworks/catalogue_store.hpp"

namespace onereturn::evaluation {

namespace {

// By what the version was made by: both are read once in the life of a process.
void add_titles(postgres::BoardTx& tx, const ReturnFacts& facts, Workbench& bench) {
  if (!facts.framework) return;
  const auto mapping =
      frameworks::load_mapping(tx, bench.copy.form->ref, *facts.framework, facts.mapping_version);
  const auto framework = frameworks::load_framework(tx, *facts.framework);
  if (mapping && framework) name_items(bench.subjects, *mapping, *framework);
}

}  // namespace

Result<Workbench> read_evaluation(postgres::BoardTx& tx, const ReturnId& id, Instant now) {
  auto facts = find_facts(tx, id);
  if (!facts) return fan_out::no_such_return();
  const auto& evaluation = facts->evaluation;
  auto copy = fan_out::read_received_version(
      tx, id, evaluation ? evaluation->version_no : facts->latest_version);
  if (!copy) return copy.problem();
  Workbench bench;
  bench.copy = std::move(copy).value();
  bench.subjects = subjects_of(*bench.copy.form);
  add_titles(tx, *facts, bench);
  bench.tasks = open_tasks(tx, id);
  bench.people = evaluators(tx);
  bench.settings = read_settings(tx);
  bench.releases = releases_of(tx, id);
  bench.sent_back = last_sent_back(tx, id);
  if (evaluation) {
    bench.grades = current_grades(tx, evaluation->id);
    bench.present = others_present(tx, evaluation->id, now);
    bench.looks = looks_of(tx, evaluation->id);
    bench.authors = authors(tx, evaluation->id);
  }
  bench.facts = std::move(*facts);
  return bench;
}

Result<Workbench> open_evaluation(postgres::BoardTx& tx, const ReturnId& id, const std::string& key,
                                  Instant now) {
  auto bench = read_evaluation(tx, id, now);
  if (!bench) return bench;
  const auto& evaluation = bench->facts.evaluation;
  audit_log::note_looked_through(
      tx, id, evaluation ? evaluation->version_no : bench->facts.latest_version, now);
  if (evaluation && bench->find(key) != nullptr) note_presence(tx, evaluation->id, key, now);
  return bench;
}

Result<std::vector<ItemGrade>> grades_of_return(postgres::BoardTx& tx, const ReturnId& id,
                                                Instant now) {
  const auto bench = read_evaluation(tx, id, now);
  if (!bench) return bench.problem();
  if (!bench->facts.evaluation) return fan_out::no_such_return();
  std::vector<ItemGrade> all;
  for (const auto& subject : bench->subjects)
    all.push_back({subject, bench->grade(subject.key)});
  return all;
}

Result<std::vector<Grade>> history_of(postgres::BoardTx& tx, const ReturnId& id,
                                      const std::string& key) {
  const auto facts = find_facts(tx, id);
  if (!facts || !facts->evaluation) return fan_out::no_such_return();
  return grade_history(tx, facts->evaluation->id, key);
}

}  // namespace onereturn::evaluation
