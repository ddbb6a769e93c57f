#include "domain/evaluation/work_store.hpp"

#include "domain/evaluation/sql.hpp"

namespace onereturn::evaluation {

using postgres::Row;

std::vector<Task> open_tasks(postgres::BoardTx& tx, const std::optional<ReturnId>& id) {
  std::vector<Task> tasks;
  for (const Row row : tx.run(sql::tasks_open, id)) {
    tasks.push_back({.id = row.id<TaskId>("task_id"),
                     .of_return = row.id<ReturnId>("return_id"),
                     .section = row.text("section"),
                     .person = row.id<PersonId>("person_id"),
                     .person_name = row.text("person_name"),
                     .here = row.boolean("here")});
  }
  return tasks;
}

std::vector<Evaluator> evaluators(postgres::BoardTx& tx) {
  std::vector<Evaluator> all;
  for (const Row row : tx.run(sql::evaluators)) {
    all.push_back({row.id<PersonId>("person_id"), row.text("name"), row.text("role")});
  }
  return all;
}

bool end_task(postgres::BoardTx& tx, const ReturnId& id, const std::string& section, Instant at) {
  return tx.run(sql::end_task, id, section, at).affected() > 0;
}

bool insert_task(postgres::BoardTx& tx, const ReturnId& id, const std::string& section,
                 const PersonId& person, Instant at) {
  return tx.run(sql::insert_task, id, section, person, at).affected() > 0;
}

void note_presence(postgres::BoardTx& tx, const EvaluationId& id, const std::string& key,
                   Instant now) {
  tx.run(sql::note_presence, id, key, now);
}

std::vector<Present> others_present(postgres::BoardTx& tx, const EvaluationId& id, Instant now) {
  std::vector<Present> others;
  for (const Row row : tx.run(sql::others_present, id, now)) {
    others.push_back({row.text("name"), row.text("box_no")});
  }
  return others;
}

Settings read_settings(postgres::BoardTx& tx) {
  const auto rows = tx.run(sql::read_settings);
  const Row row = rows.one();
  return {.second_look = row.boolean("second_look"), .keys = row.boolean("keys")};
}

void put_second_look(postgres::BoardTx& tx, bool second_look, Instant at) {
  tx.run(sql::put_second_look, second_look, at);
}

void put_keys(postgres::BoardTx& tx, bool keys) { tx.run(sql::put_keys, keys); }

}  // namespace onereturn::evaluation
