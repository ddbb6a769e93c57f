#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/questions/ask_for_changes.hpp"
#include "domain/questions/questions.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to conversations. Each side sees its own.
namespace onereturn::questions {

// A request that can be asked about.
struct AskedRequest {
  RequestId request;
  BoardId board;
  AgencyId agency;
  frameworks::VersionRef form;
  std::vector<std::string> parts;
  std::string board_name;
  std::string board_area;
  std::string board_mark;
  std::string organisation;
  std::string audit;
};

// Nothing for a request that is not this side's, is not open, or for a board is to nobody who has
// joined.
std::optional<AskedRequest> find_asked(postgres::AgencyTx& tx, const RequestId& request);
std::optional<AskedRequest> find_asked(postgres::BoardTx& tx, const RequestId& request);

// The thread that a form's number begins for this party about this request: the same each time.
ThreadId thread_of_number(postgres::Transaction& tx, const RequestId& request,
                          const ThreadId& number);
// False when that id has begun a conversation before.
bool insert_thread(postgres::AgencyTx& tx, const Thread& thread);
bool insert_thread(postgres::BoardTx& tx, const Thread& thread);

// What a board wants changed, all of it in two statements; `threads` in the order of the changes.
void insert_changes_asked(postgres::BoardTx& tx, const AskedRequest& asked,
                          const std::vector<ThreadId>& threads,
                          const std::vector<WantedChange>& changes, Instant at);
// Those of them that wait for the agency are answered by its next version; those that nobody has
// gone on with are closed.
void answer_changes(postgres::BoardTx& tx, const std::vector<ThreadId>& threads);
void close_changes(postgres::BoardTx& tx, const std::vector<ThreadId>& threads, Instant at);

// Held until the transaction ends. Nothing for an id that is not this side's.
std::optional<Thread> hold_thread(postgres::AgencyTx& tx, const ThreadId& id);
std::optional<Thread> hold_thread(postgres::BoardTx& tx, const ThreadId& id);

// True when this very message stands already.
bool has_message(postgres::Transaction& tx, const Thread& thread, const MessageId& id);
void insert_message(postgres::Transaction& tx, const Thread& thread, const MessageId& id,
                    const Message& message);
// Whose turn it is, and how many messages there are, as in `thread`.
void update_thread(postgres::AgencyTx& tx, const Thread& thread);
void update_thread(postgres::BoardTx& tx, const Thread& thread);
// Whoever acts is told of answers from now on.
void follow(postgres::AgencyTx& tx, const Thread& thread);
// Nobody: it is everybody's again. False for an id that is not this board's.
bool assign(postgres::BoardTx& tx, const ThreadId& id, const std::optional<PersonId>& person);
// The other side's people hear of it by mail.
void announce_message(postgres::AgencyTx& tx, const Thread& thread, const MessageId& id);
void announce_message(postgres::BoardTx& tx, const Thread& thread, const MessageId& id);

std::optional<Thread> find_thread(postgres::AgencyTx& tx, const ThreadId& id);
std::optional<Thread> find_thread(postgres::BoardTx& tx, const ThreadId& id);
std::vector<Message> messages_of(postgres::Transaction& tx, const Thread& thread);

// What waits for this side comes first, longest first. Of one request where it is given.
std::vector<Thread> list_threads(postgres::AgencyTx& tx,
                                 const std::optional<RequestId>& request = std::nullopt);
std::vector<Thread> list_threads(postgres::BoardTx& tx,
                                 const std::optional<RequestId>& request = std::nullopt);
// What was written about these items of one request, by conversation.
std::map<ThreadId, std::vector<Message>> messages_about(postgres::BoardTx& tx,
                                                        const RequestId& request,
                                                        const std::vector<std::string>& items);
int count_waiting(postgres::BoardTx& tx);
int count_waiting(postgres::AgencyTx& tx);

// Who of the board a question can be given to.
struct Colleague {
  PersonId person;
  std::string name;
  std::string role;
};
std::vector<Colleague> colleagues(postgres::BoardTx& tx);

}  // namespace onereturn::questions
