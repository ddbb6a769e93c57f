#include "domain/questions/converse.hpp"

#include <algorithm>

#include "domain/audit_log/record.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/frameworks/only_parts.hpp"
#include "domain/identity/roles.hpp"
#include "domain/questions/question_rules.hpp"
#include "domain/questions/thread_store.hpp"

namespace onereturn::questions {

namespace {

Problem no_such_thing() {
  return {ProblemCode::not_found, "not-found", "There is no such question here.", {}};
}

Problem only_reads() {
  return {ProblemCode::forbidden, "not-permitted", "Your role reads questions.", {}};
}

Side side_of(const postgres::AgencyTx& /*tx*/) { return Side::agency; }
Side side_of(const postgres::BoardTx& /*tx*/) { return Side::board; }

std::optional<Problem> not_permitted(const postgres::AgencyTx& tx) {
  if (identity::may_read(tx.actor().role)) return std::nullopt;
  return only_reads();
}

std::optional<Problem> not_permitted(const postgres::BoardTx& tx) {
  if (may_answer(tx.actor().role)) return std::nullopt;
  return only_reads();
}

// Where a board asks for some sections, there is nothing to ask about the others.
bool is_asked(postgres::Transaction& tx, const AskedRequest& asked, const std::string& item) {
  if (item.empty()) return true;
  const auto form = frameworks::load_template(tx, asked.form);
  const auto part = asked.parts.empty() ? form : frameworks::only_parts(form, asked.parts);
  return part != nullptr && item_of(*part, item) != nullptr;
}

template <class Tx>
Message message_of(const Tx& tx, int number, MessageKind kind, std::string words, Instant now) {
  return {number,          side_of(tx), kind, std::move(words), tx.actor().person_name,
          tx.actor().role, now};
}

void note_writer(postgres::AgencyTx& tx, const Thread& thread) { follow(tx, thread); }
void note_writer(postgres::BoardTx& /*tx*/, const Thread& /*thread*/) {}

// Adds the thread; where the button was pressed twice, answers the one that stands.
template <class Tx>
std::optional<Thread> settle(Tx& tx, const Thread& thread) {
  if (insert_thread(tx, thread)) return std::nullopt;
  return find_thread(tx, thread.id);
}

template <class Tx>
Result<Thread> begin(Tx& tx, const BeginThread& begin, Instant now) {
  if (const auto refused = not_permitted(tx)) return *refused;
  const auto words = tidy_words(begin.words, "Write your question.");
  if (!words) return words.problem();
  const auto asked = find_asked(tx, begin.request);
  if (!asked || !is_asked(tx, *asked, begin.item)) return no_such_thing();
  Thread thread;
  // Of the form's number and whose form it is: the number of somebody else gives another thread.
  thread.id = thread_of_number(tx, begin.request, begin.id);
  thread.board = asked->board;
  thread.agency = asked->agency;
  thread.request = begin.request;
  thread.item = begin.item;
  thread.begun_by = side_of(tx);
  thread.begun_at = thread.last_at = now;
  thread.waits_for = waits_after(thread.begun_by, MessageKind::question);
  thread.waiting_since = now;
  const auto before = settle(tx, thread);
  if (before) return *before;
  insert_message(tx, thread, begin.message, message_of(tx, 1, MessageKind::question, *words, now));
  note_writer(tx, thread);
  announce_message(tx, thread, begin.message);
  audit_log::record(tx, {"question.begun", "thread", thread.id.text(), thread.item});
  return thread;
}

MessageKind kind_of(const postgres::AgencyTx& /*tx*/, const Thread& thread,
                    const WriteMessage& write) {
  return write.closes ? MessageKind::closed : kind_for_agency(thread.waits_for);
}

MessageKind kind_of(const postgres::BoardTx& /*tx*/, const Thread& /*thread*/,
                    const WriteMessage& write) {
  if (write.closes) return MessageKind::closed;
  return write.asks_back ? MessageKind::more : MessageKind::answer;
}

template <class Tx>
Result<Done> write(Tx& tx, const WriteMessage& write, Instant now) {
  if (const auto refused = not_permitted(tx)) return *refused;
  const auto words = tidy_words(write.words, write.closes ? nullptr : "Write your answer.");
  if (!words) return words.problem();
  auto thread = hold_thread(tx, write.thread);
  if (!thread) return no_such_thing();
  if (has_message(tx, *thread, write.message)) return Done{};
  if (thread->messages > write.seen) {
    return Problem{ProblemCode::conflict,
                   "written-meanwhile",
                   "Somebody wrote here while you did. Nothing is lost: read it, then send yours.",
                   {}};
  }
  const auto kind = kind_of(tx, *thread, write);
  const auto after = waits_after(side_of(tx), kind);
  thread->waiting_since = waiting_since(*thread, after, now);
  thread->waits_for = after;
  thread->last_at = now;
  ++thread->messages;
  insert_message(tx, *thread, write.message, message_of(tx, thread->messages, kind, *words, now));
  update_thread(tx, *thread);
  note_writer(tx, *thread);
  if (kind != MessageKind::closed || !words->empty()) announce_message(tx, *thread, write.message);
  audit_log::record(tx, {kind == MessageKind::closed ? "question.closed" : "question.written",
                         "thread", thread->id.text(), std::to_string(thread->messages)});
  return Done{};
}

template <class Tx>
Result<ThreadWithMessages> read(Tx& tx, const ThreadId& id) {
  auto thread = find_thread(tx, id);
  if (!thread) return no_such_thing();
  auto messages = messages_of(tx, *thread);
  return ThreadWithMessages{std::move(*thread), std::move(messages)};
}

}  // namespace

Result<Thread> begin_thread(postgres::AgencyTx& tx, const BeginThread& command, Instant now) {
  return begin(tx, command, now);
}

Result<Thread> begin_thread(postgres::BoardTx& tx, const BeginThread& command, Instant now) {
  return begin(tx, command, now);
}

Result<Done> write_message(postgres::AgencyTx& tx, const WriteMessage& command, Instant now) {
  return write(tx, command, now);
}

Result<Done> write_message(postgres::BoardTx& tx, const WriteMessage& command, Instant now) {
  return write(tx, command, now);
}

Result<Done> assign_thread(postgres::BoardTx& tx, const ThreadId& id,
                           const std::optional<PersonId>& person) {
  if (const auto refused = not_permitted(tx)) return *refused;
  if (!assign(tx, id, person)) return no_such_thing();
  audit_log::record(tx, {.what = "question.assigned",
                         .subject_kind = "thread",
                         .subject_id = id.text(),
                         .personal = person ? person->text() : std::string()});
  return Done{};
}

Result<ThreadWithMessages> read_thread(postgres::AgencyTx& tx, const ThreadId& id) {
  return read(tx, id);
}

Result<ThreadWithMessages> read_thread(postgres::BoardTx& tx, const ThreadId& id) {
  return read(tx, id);
}

}  // namespace onereturn::questions
