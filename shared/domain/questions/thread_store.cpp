#include "domain/questions/thread_store.hpp"

#include "domain/questions/question_rules.hpp"
#include "domain/questions/sql.hpp"

namespace onereturn::questions {

namespace {

std::optional<AskedRequest> asked_of(const postgres::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  const auto row = rows[0];
  AskedRequest asked;
  asked.request = row.id<RequestId>("request_id");
  asked.board = row.id<BoardId>("board_id");
  asked.agency = row.id<AgencyId>("agency_id");
  asked.form = {row.text("template_code"), row.number("template_version")};
  asked.parts = row.list("parts");
  asked.board_name = row.text("board_name");
  asked.board_area = row.text("board_area");
  asked.board_mark = row.text("board_mark");
  asked.organisation = row.text("organisation");
  asked.audit = row.text("audit");
  return asked;
}

Thread bare_thread(const postgres::Row& row) {
  Thread thread;
  thread.id = row.id<ThreadId>("thread_id");
  thread.board = row.id<BoardId>("board_id");
  thread.agency = row.id<AgencyId>("agency_id");
  thread.request = row.id<RequestId>("request_id");
  thread.item = row.text("item_code");
  thread.begun_by = side_of(row.view("begun_by"));
  thread.begun_at = row.instant("begun_at");
  thread.waits_for = waits_of(row.view("waits_for"));
  thread.waiting_since = row.instant_if("waiting_since");
  thread.messages = row.number("messages");
  thread.last_at = row.instant("last_at");
  return thread;
}

Thread whole_thread(const postgres::Row& row) {
  auto thread = bare_thread(row);
  thread.board_name = row.text("board_name");
  thread.board_area = row.text("board_area");
  thread.board_mark = row.text("board_mark");
  thread.organisation = row.text("organisation");
  thread.audit = row.text("audit");
  thread.form = {row.text("template_code"), row.number("template_version")};
  thread.last_words = row.text("last_words");
  return thread;
}

Message message_in(const postgres::Row& row) {
  return {row.number("message_no"), side_of(row.view("side")), kind_of(row.view("kind")),
          row.text("words"),        row.text("by_name"),       row.text("by_role"),
          row.instant("at")};
}

std::vector<Thread> agency_threads(postgres::AgencyTx& tx, const std::optional<ThreadId>& id,
                                   const std::optional<RequestId>& request) {
  std::vector<Thread> all;
  for (const auto& row : tx.run(sql::agency_threads, id, request))
    all.push_back(whole_thread(row));
  return all;
}

std::vector<Thread> board_threads(postgres::BoardTx& tx, const std::optional<ThreadId>& id,
                                  const std::optional<RequestId>& request) {
  std::vector<Thread> all;
  for (const auto& row : tx.run(sql::board_threads, id, request)) {
    auto thread = whole_thread(row);
    thread.organisation_closed = row.boolean("organisation_closed");
    thread.assigned_to = row.id_if<PersonId>("assigned_to");
    thread.assigned_name = row.text_if("assigned_name").value_or("");
    thread.assigned_has_left = thread.assigned_to && thread.assigned_name.empty();
    all.push_back(std::move(thread));
  }
  return all;
}

std::optional<Thread> first_of(std::vector<Thread> threads) {
  return threads.empty() ? std::nullopt : std::optional(std::move(threads.front()));
}

std::optional<Thread> held(const postgres::Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(bare_thread(rows[0]));
}

}  // namespace

std::optional<AskedRequest> find_asked(postgres::AgencyTx& tx, const RequestId& request) {
  return asked_of(tx.run(sql::asked_by_board, request));
}

std::optional<AskedRequest> find_asked(postgres::BoardTx& tx, const RequestId& request) {
  return asked_of(tx.run(sql::asked_of_agency, request));
}

ThreadId thread_of_number(postgres::Transaction& tx, const RequestId& request,
                          const ThreadId& number) {
  return tx.run(sql::thread_of_number, request, number).one().id<ThreadId>("thread");
}

bool insert_thread(postgres::AgencyTx& tx, const Thread& thread) {
  return tx.run(sql::insert_agency_thread, thread.board, thread.id, thread.request, thread.item,
                thread.begun_at)
             .affected() == 1;
}

bool insert_thread(postgres::BoardTx& tx, const Thread& thread) {
  return tx.run(sql::insert_board_thread, thread.agency, thread.id, thread.request, thread.item,
                thread.begun_at)
             .affected() == 1;
}

void insert_changes_asked(postgres::BoardTx& tx, const AskedRequest& asked,
                          const std::vector<ThreadId>& threads,
                          const std::vector<WantedChange>& changes, Instant at) {
  std::vector<std::string> items, words;
  for (const auto& change : changes) {
    items.push_back(change.item);
    words.push_back(change.words);
  }
  tx.run(sql::insert_change_threads, asked.agency, asked.request, threads, items, at);
  tx.run(sql::insert_change_messages, asked.agency, threads, words, tx.actor().person_name,
         tx.actor().role, at);
}

void answer_changes(postgres::BoardTx& tx, const std::vector<ThreadId>& threads) {
  tx.run(sql::answer_changes, threads);
}

void close_changes(postgres::BoardTx& tx, const std::vector<ThreadId>& threads, Instant at) {
  tx.run(sql::close_changes, threads, at, tx.actor().person_name, tx.actor().role);
}

std::optional<Thread> hold_thread(postgres::AgencyTx& tx, const ThreadId& id) {
  return held(tx.run(sql::hold_thread, id));
}

std::optional<Thread> hold_thread(postgres::BoardTx& tx, const ThreadId& id) {
  return held(tx.run(sql::hold_thread, id));
}

bool has_message(postgres::Transaction& tx, const Thread& thread, const MessageId& id) {
  return tx.run(sql::has_message, thread.board, thread.id, id).one().boolean("there");
}

void insert_message(postgres::Transaction& tx, const Thread& thread, const MessageId& id,
                    const Message& message) {
  tx.run(sql::insert_message, thread.board, thread.id, message.number, id, thread.agency,
         std::string(to_string(message.side)), std::string(to_string(message.kind)), message.words,
         message.by_name, message.by_role, message.at);
}

void update_thread(postgres::AgencyTx& tx, const Thread& thread) {
  tx.run(sql::update_agency_thread, thread.board, thread.id,
         std::string(to_string(thread.waits_for)), thread.waiting_since, thread.messages,
         thread.last_at);
}

void update_thread(postgres::BoardTx& tx, const Thread& thread) {
  tx.run(sql::update_board_thread, thread.id, std::string(to_string(thread.waits_for)),
         thread.waiting_since, thread.messages, thread.last_at);
}

void follow(postgres::AgencyTx& tx, const Thread& thread) {
  tx.run(sql::follow, thread.board, thread.id);
}

bool assign(postgres::BoardTx& tx, const ThreadId& id, const std::optional<PersonId>& person) {
  return tx.run(sql::assign, id, person).affected() == 1;
}

void announce_message(postgres::AgencyTx& tx, const Thread& thread, const MessageId& id) {
  tx.run(sql::announce_message, thread.board, thread.id, id);
}

void announce_message(postgres::BoardTx& tx, const Thread& thread, const MessageId& id) {
  tx.run(sql::announce_message, thread.agency, thread.id, id);
}

std::optional<Thread> find_thread(postgres::AgencyTx& tx, const ThreadId& id) {
  return first_of(agency_threads(tx, id, std::nullopt));
}

std::optional<Thread> find_thread(postgres::BoardTx& tx, const ThreadId& id) {
  return first_of(board_threads(tx, id, std::nullopt));
}

std::vector<Message> messages_of(postgres::Transaction& tx, const Thread& thread) {
  std::vector<Message> all;
  for (const auto& row : tx.run(sql::thread_messages, thread.board, thread.id))
    all.push_back(message_in(row));
  return all;
}

std::map<ThreadId, std::vector<Message>> messages_about(postgres::BoardTx& tx,
                                                        const RequestId& request,
                                                        const std::vector<std::string>& items) {
  std::map<ThreadId, std::vector<Message>> all;
  for (const auto& row : tx.run(sql::messages_about, request, items))
    all[row.id<ThreadId>("thread_id")].push_back(message_in(row));
  return all;
}

std::vector<Thread> list_threads(postgres::AgencyTx& tx, const std::optional<RequestId>& request) {
  return agency_threads(tx, std::nullopt, request);
}

std::vector<Thread> list_threads(postgres::BoardTx& tx, const std::optional<RequestId>& request) {
  return board_threads(tx, std::nullopt, request);
}

int count_waiting(postgres::BoardTx& tx) { return tx.run(sql::board_waiting).one().number("n"); }

int count_waiting(postgres::AgencyTx& tx) { return tx.run(sql::agency_waiting).one().number("n"); }

std::vector<Colleague> colleagues(postgres::BoardTx& tx) {
  std::vector<Colleague> all;
  for (const auto& row : tx.run(sql::colleagues)) {
    all.push_back({row.id<PersonId>("person_id"), row.text("person_name"), row.text("role")});
  }
  return all;
}

}  // namespace onereturn::questions
