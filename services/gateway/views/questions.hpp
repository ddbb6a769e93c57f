#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/questions/questions.hpp"
#include "domain/questions/thread_store.hpp"
#include "gateway/views/listing.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// Questions between agencies and boards, as either side reads them.
namespace onereturn::gateway::views {

// bits/thread: every message with who wrote it, in which role and when.
html::Data thread_bit(const std::vector<questions::Message>& messages);

// "Waits for you since 3 March 2027", by the side that reads it: bits/status.
html::Data thread_status(const questions::Thread& thread, questions::Side reader);

// A thread with the words of the item that it is about.
struct PlacedThread {
  questions::Thread thread;
  std::string place;
};

// What somebody typed into a conversation and could not send.
struct TypedMessage {
  std::string words;
  std::string number;  // of the message, from the form that is filled in
  bool asks_back = false;
  bool overtaken = false;
  std::vector<PageError> errors;
};

struct ThreadPage {
  const questions::ThreadWithMessages* read = nullptr;
  std::string place;
  questions::Side reader = questions::Side::agency;
  bool may_write = false;
  TypedMessage typed;
  std::vector<questions::Colleague> colleagues;  // whom a board may give it to
  std::string saved_note;
};
// pages/thread.
html::Data thread_page(const ThreadPage& page);

// The board's inbox: what the list is made of, and pages/questions. `me` acts.
ListShape inbox_shape();
html::Data inbox_page(const std::vector<PlacedThread>& threads, ListAsked asked, const PersonId& me,
                      bool may_export);
std::vector<std::string> inbox_headings();
std::vector<std::vector<std::string>> inbox_rows(const std::vector<PlacedThread>& threads,
                                                 const ListAsked& asked, const PersonId& me);

// pages/asked: the agency's own list.
html::Data asked_page(const std::vector<PlacedThread>& threads, const std::string& saved_note);

// One point that an agency can ask a board about.
struct AskChoice {
  std::string value;  // "request/item"; no item: the whole return
  std::string board;
  std::string board_mark;
  std::string words;
};
struct BeginPage {
  std::vector<AskChoice> choices;  // one: nothing to choose
  std::string about;               // the value that is chosen
  std::string thread;              // numbers of the form
  std::string message;
  std::string words;
  std::string action;
  std::string back_href;
  std::string back_text;
  std::string title;
  std::string lede;
  std::string from;  // where the page was opened, sent along
  std::vector<PageError> errors;
};
// pages/begin_question.
html::Data begin_page(const BeginPage& page);

}  // namespace onereturn::gateway::views
