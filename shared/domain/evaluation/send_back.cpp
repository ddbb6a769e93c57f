#include "domain/evaluation/send_back.hpp"

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evaluation/read_evaluation.hpp"
#include "domain/evaluation/release_store.hpp"
#include "domain/fan_out/received_rules.hpp"
#include "domain/fan_out/received_store.hpp"
#include "domain/questions/ask_for_changes.hpp"

namespace onereturn::evaluation {
namespace {

Problem conflict(const char* words) { return {ProblemCode::conflict, "moved-on", words, {}}; }

bool too_long(const std::string& text) {
  const auto length = count_characters(text);
  return !length || *length > paragraph_characters_max;
}

constexpr const char* say_what = "Say what should be changed: here, or at single items below";

// Its items are none of this form's.
Problem nothing_asked() {
  return {ProblemCode::invalid, "validation", say_what, {{"words", say_what}}};
}

std::vector<FieldError> check(const SendBack& command, Date today) {
  std::vector<FieldError> errors;
  if (!command.due_on) {
    errors.push_back({"due", "Enter the day by which you want it back"});
  } else if (*command.due_on < today) {
    errors.push_back({"due", to_words(*command.due_on) + " has passed: choose a day to come"});
  }
  if (command.items.empty() && tidy_paragraph(command.words).empty()) {
    errors.push_back({"words", say_what});
  }
  if (too_long(command.words)) errors.push_back({"words", "Use 10,000 characters or fewer"});
  for (const auto& [key, words] : command.items) {
    if (too_long(words)) errors.push_back({"item-" + key, "Use 10,000 characters or fewer"});
  }
  return errors;
}

std::vector<ChangeRow> rows_of(const Workbench& bench, const SendBack& command) {
  std::vector<ChangeRow> rows;
  for (const auto& subject : bench.subjects) {
    for (const auto& [key, words] : command.items) {
      if (key != subject.key) continue;
      rows.push_back({key,
                      title_of(subject),
                      tidy_paragraph(words),
                      {subject.boxes.begin(), subject.boxes.end()},
                      {}});
    }
  }
  return rows;
}

// A conversation for each. One about a section names it, since it stands at no item.
void begin_threads(postgres::BoardTx& tx, const Workbench& bench, std::vector<ChangeRow>& rows,
                   Instant now) {
  std::vector<questions::WantedChange> changes;
  for (const auto& row : rows) {
    const auto* subject = bench.find(row.key);
    const bool section = subject == nullptr || subject->item.empty();
    const auto whole = row.title + ": " + row.words;
    changes.push_back(
        {section ? std::string() : subject->item, section && !too_long(whole) ? whole : row.words});
  }
  const auto threads = questions::ask_for_changes(tx, bench.facts.request, changes, now);
  for (std::size_t at = 0; at < threads.size(); ++at)
    rows[at].thread = threads[at];
}

}  // namespace

Result<Done> send_back(postgres::BoardTx& tx, const SendBack& command, Instant now) {
  if (!may_evaluate(tx.actor().role)) {
    return Problem{
        ProblemCode::forbidden, "not-permitted", "Managers and assistants evaluate.", {}};
  }
  const auto evaluation = lock_evaluation(tx, command.of_return);
  if (!evaluation) return fan_out::no_such_return();
  auto errors = check(command, day_in_england(now));
  if (!errors.empty()) {
    return Problem{ProblemCode::invalid, "validation", "Put right what is marked.",
                   std::move(errors)};
  }
  const auto bench = read_evaluation(tx, command.of_return, now);
  if (!bench) return bench.problem();
  if (bench->facts.latest_version != evaluation->version_no) {
    return conflict("A newer version has come meanwhile. Evaluate that one.");
  }
  if (evaluation->state == State::returned) return conflict("It is with the agency already.");
  if (evaluation->state == State::finished) return conflict("It is released. Correct it first.");
  if (evaluation->state == State::second_look) {
    return conflict("A second person is looking at it. Take it back first.");
  }
  auto rows = rows_of(*bench, command);
  if (rows.empty() && tidy_paragraph(command.words).empty()) return nothing_asked();
  const auto round = insert_sent_back(tx, command.of_return, evaluation->version_no,
                                      tidy_paragraph(command.words), *command.due_on, now);
  begin_threads(tx, *bench, rows, now);
  if (!rows.empty()) insert_changes(tx, command.of_return, round, evaluation->version_no, rows);
  put_state(tx, evaluation->id, State::returned);
  fan_out::give_return_back(tx, command.of_return, evaluation->version_no, *command.due_on);
  audit_log::record(
      tx, {.what = "return.sent_back",
           .subject_kind = "return",
           .subject_id = command.of_return.text(),
           .detail = std::to_string(rows.size()) + " items, until " + to_iso(*command.due_on)});
  tell_agency(tx, bench->facts, "return_sent_back", to_words(*command.due_on));
  return Done{};
}

Result<Done> withdraw_send_back(postgres::BoardTx& tx, const ReturnId& id, Instant now) {
  if (!may_evaluate(tx.actor().role)) {
    return Problem{
        ProblemCode::forbidden, "not-permitted", "Managers and assistants evaluate.", {}};
  }
  const auto evaluation = lock_evaluation(tx, id);
  if (!evaluation) return fan_out::no_such_return();
  if (evaluation->state == State::open) return Done{};
  if (evaluation->state != State::returned) return conflict("It is not with the agency.");
  questions::drop_changes(tx, threads_of(last_sent_back(tx, id), evaluation->version_no), now);
  withdraw_sent_back(tx, id, evaluation->version_no, now);
  put_state(tx, evaluation->id, State::open);
  fan_out::mark_return(tx, id, evaluation->version_no, "being_evaluated");
  audit_log::record(
      tx,
      {.what = "return.send_back_withdrawn", .subject_kind = "return", .subject_id = id.text()});
  return Done{};
}

}  // namespace onereturn::evaluation
