#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/questions/questions.hpp"
#include "platform/postgres/transaction.hpp"

// One conversation: begun by either side, gone on with by both, closed by either.
namespace onereturn::questions {

// Both numbers come with the form: pressed twice it is one question. The
// thread has a number of its own, made of this one, whose form it is and what it is about.
struct BeginThread {
  ThreadId id;
  MessageId message;
  RequestId request;
  std::string item;  // empty: about the whole return
  std::string words;
};

// Refuses with invalid, field "words", without words; not_found for a request that is not open
// between the two, and for an item that is not asked for there; forbidden for a role of a board
// that only reads.
Result<Thread> begin_thread(postgres::AgencyTx& tx, const BeginThread& begin, Instant now);
Result<Thread> begin_thread(postgres::BoardTx& tx, const BeginThread& begin, Instant now);

struct WriteMessage {
  ThreadId thread;
  MessageId message;
  int seen = 0;  // how many messages the writer had before them
  std::string words;
  bool asks_back = false;  // of a board: they are to say more before this is answered
  bool closes = false;     // with words or without
};

// Refuses as begin_thread does; conflict, key "written-meanwhile", when there are messages that the
// writer has not read: nothing is added, and what was typed is the page's to keep. The same message
// again changes nothing.
Result<Done> write_message(postgres::AgencyTx& tx, const WriteMessage& write, Instant now);
Result<Done> write_message(postgres::BoardTx& tx, const WriteMessage& write, Instant now);

// Gives the conversation to somebody of the board, or to everybody again. not_found for a
// conversation or a person that is not of this board.
Result<Done> assign_thread(postgres::BoardTx& tx, const ThreadId& id,
                           const std::optional<PersonId>& person);

// The whole of one. not_found for an id that is not this side's.
Result<ThreadWithMessages> read_thread(postgres::AgencyTx& tx, const ThreadId& id);
Result<ThreadWithMessages> read_thread(postgres::BoardTx& tx, const ThreadId& id);

}  // namespace onereturn::questions
