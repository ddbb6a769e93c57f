#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/evaluation/evaluation.hpp"
#include "platform/postgres/transaction.hpp"

// Who of the board has what, who is where just now, and how they like it: the only door to their
// tables.
namespace onereturn::evaluation {

// Of one return, or of all.
std::vector<Task> open_tasks(postgres::BoardTx& tx, const std::optional<ReturnId>& id);
// Who may be given something: managers and assistants of today, by name.
std::vector<Evaluator> evaluators(postgres::BoardTx& tx);
bool end_task(postgres::BoardTx& tx, const ReturnId& id, const std::string& section, Instant at);
// False for a return that is not there and for somebody who does not evaluate for this board.
bool insert_task(postgres::BoardTx& tx, const ReturnId& id, const std::string& section,
                 const PersonId& person, Instant at);

void note_presence(postgres::BoardTx& tx, const EvaluationId& id, const std::string& key,
                   Instant now);
// Others, seen in the last minute.
std::vector<Present> others_present(postgres::BoardTx& tx, const EvaluationId& id, Instant now);

Settings read_settings(postgres::BoardTx& tx);
void put_second_look(postgres::BoardTx& tx, bool second_look, Instant at);
void put_keys(postgres::BoardTx& tx, bool keys);

}  // namespace onereturn::evaluation
