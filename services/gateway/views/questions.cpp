#include "gateway/views/questions.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "gateway/views/rows_at_hand.hpp"

namespace onereturn::gateway::views {

namespace {

using html::Data;
using questions::MessageKind;
using questions::Side;
using questions::Thread;
using questions::Waits;

std::string role_of(const questions::Message& message) {
  if (message.side == Side::board && message.by_role == "manager") return "board manager";
  return message.by_role;
}

const char* kind_words(MessageKind kind) {
  switch (kind) {
    case MessageKind::more:
      return "asks for more";
    case MessageKind::closed:
      return "closed it";
    case MessageKind::question:
    case MessageKind::answer:
      return "";
  }
  return "";
}

bool is_turn_of(const Thread& thread, Side side) {
  return thread.waits_for == (side == Side::board ? Waits::board : Waits::agency);
}

// Nobody of an organisation that has closed answers, and nothing of it waits for the board.
bool is_out(const Thread& thread) {
  return thread.organisation_closed &&
         (thread.waits_for == Waits::board || thread.waits_for == Waits::agency);
}

const char* state_word(const Thread& thread) {
  if (is_out(thread)) return "gone";
  static constexpr std::array<const char*, 4> words = {"them", "us", "answered", "closed"};
  return words.at(static_cast<std::size_t>(thread.waits_for));
}

std::string with_word(const Thread& thread, const PersonId& me) {
  if (!thread.assigned_to || thread.assigned_has_left) return "nobody";
  return *thread.assigned_to == me ? "me" : "colleague";
}

std::string with_words(const Thread& thread) {
  if (thread.assigned_has_left) return "Nobody: who had it has left";
  return thread.assigned_to ? thread.assigned_name : "Nobody yet";
}

std::string short_of(const std::string& words) {
  constexpr std::size_t enough = 140;
  if (words.size() <= enough) return words;
  const auto blank = words.rfind(' ', enough);
  auto end = blank == std::string::npos ? enough : blank;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U)
    --end;
  return words.substr(0, end) + " …";
}

Data board_of(const Thread& thread) {
  return Data::object().set("letters", thread.board_mark).set("name", thread.board_area);
}

Data colleagues_of(const ThreadPage& page) {
  auto list = Data::list();
  const auto& now = page.read->thread.assigned_to;
  for (const auto& one : page.colleagues) {
    list.push(Data::object()
                  .set("value", one.person.text())
                  .set("text", one.name + ", " + one.role)
                  .set("selected", now && *now == one.person));
  }
  return list;
}

}  // namespace

Data thread_bit(const std::vector<questions::Message>& messages) {
  auto list = Data::list();
  for (const auto& message : messages) {
    list.push(Data::object()
                  .set("cls", message.side == Side::board ? "of-board" : "of-agency")
                  .set("who", message.by_name)
                  .set("role", role_of(message))
                  .set("kind", Data::text_or_no(kind_words(message.kind)))
                  .set("when", to_words_with_time(message.at))
                  .set("words", Data::text_or_no(message.words)));
  }
  return Data::object().set("messages", std::move(list));
}

Data thread_status(const Thread& thread, Side reader) {
  const auto since =
      thread.waiting_since ? " since " + to_words(day_in_england(*thread.waiting_since)) : "";
  if (thread.waits_for == Waits::closed) return status("quiet", "done", "Closed");
  if (thread.waits_for == Waits::answered) return status("green", "done", "Answered");
  if (is_turn_of(thread, reader)) return status("act", "now", "Waits for you" + since);
  return status("quiet", "none",
                (reader == Side::board ? "Waits for them" : "Waits for the board") + since);
}

Data thread_page(const ThreadPage& page) {
  const auto& thread = page.read->thread;
  const bool board = page.reader == Side::board;
  const auto base = (board ? "/threads/" : "/asked/") + thread.id.text();
  const bool may_publish =
      board && page.may_write && !thread.item.empty() && page.read->messages.size() > 1;
  auto data = thread_bit(page.read->messages);
  data.set("title", page.place)
      .set("back_href", board ? "/questions" : "/asked")
      .set("back_text", board ? "Questions" : "Questions to boards")
      .set("eyebrow", (board ? thread.organisation : thread.board_name) + ", " + thread.audit)
      .set("heading", page.place)
      .set("status", thread_status(thread, page.reader))
      .set("saved_note", Data::text_or_no(page.saved_note))
      .set("title_error", !page.typed.errors.empty())
      .set("error_summary", error_summary(page.typed.errors))
      .set("overtaken", page.typed.overtaken)
      .set("action", base)
      .set("message", page.typed.number)
      .set("seen", thread.messages)
      .set("words_value", page.typed.words)
      .set("words_error", error_of(page.typed.errors, "words"))
      .set("label", board ? "Your answer" : "What do you want to say?")
      .set("hint", board ? "They read your name and your role with it."
                         : "Only " + thread.board_area + " reads it, with your name and role.")
      .set("writes", page.may_write)
      .set("closable", thread.waits_for != Waits::closed)
      .set("for_board", board)
      .set("asks_back", page.typed.asks_back)
      .set("button", board && thread.waits_for != Waits::agency ? "Send the answer" : "Send")
      .set("publish_href",
           Data::text_or_no(may_publish ? "/guidance/new?thread=" + thread.id.text() : ""));
  if (board && page.may_write) {
    data.set("assign", Data::object()
                           .set("action", base + "/assign")
                           .set("now", with_words(thread))
                           .set("colleagues", colleagues_of(page)));
  } else {
    data.set("assign", false);
  }
  return data;
}

ListShape inbox_shape() {
  ListShape shape;
  shape.path = "/questions";
  shape.what_one = "question";
  shape.what_many = "questions";
  shape.search = "Organisation, or words";
  shape.filters = {{"turn",
                    "Whose turn it is",
                    {{"us", "Waits for us"},
                     {"them", "Waits for them"},
                     {"answered", "Answered"},
                     {"closed", "Closed"},
                     {"gone", "Organisation closed"}},
                    true},
                   {"with",
                    "With whom",
                    {{"me", "Me"}, {"colleague", "A colleague"}, {"nobody", "Nobody"}},
                    true}};
  shape.columns = {{"Question"},
                   {"Organisation", "organisation"},
                   {"Waiting since", "since"},
                   {"With", "", false, true}};
  shape.sort = "since";
  return shape;
}

namespace {

// What waits comes first, what has waited longest before the others.
bool waited_longer(const Thread& one, const Thread& other) {
  const auto rank = [](const Thread& thread) {
    return thread.waits_for == Waits::board ? 0 : thread.waits_for == Waits::agency ? 1 : 2;
  };
  if (rank(one) != rank(other)) return rank(one) < rank(other);
  if (one.waiting_since && other.waiting_since) return *one.waiting_since < *other.waiting_since;
  return one.last_at > other.last_at;
}

Data inbox_row(const PlacedThread& one) {
  const auto& thread = one.thread;
  return Data::object()
      .set("href", "/threads/" + thread.id.text())
      .set("place", short_of(one.place))
      .set("last", short_of(thread.last_words))
      .set("organisation", thread.organisation)
      .set("audit", thread.audit)
      .set("status", thread_status(thread, Side::board))
      .set("with", with_words(thread));
}

std::vector<const PlacedThread*> found_threads(const std::vector<PlacedThread>& threads,
                                               const ListAsked& asked, const PersonId& me) {
  return rows_at_hand(
      threads, asked,
      [&](const PlacedThread& one) {
        const auto& thread = one.thread;
        const bool turn = asked.of("turn").empty()
                              ? !is_out(thread) && (thread.waits_for == Waits::board ||
                                                    thread.waits_for == Waits::agency)
                              : is_chosen(asked, "turn", state_word(thread));
        return turn && is_chosen(asked, "with", with_word(thread, me)) &&
               contains_words(thread.organisation + "\n" + one.place + "\n" + thread.last_words,
                              asked.text);
      },
      [&](const PlacedThread& a, const PlacedThread& b) {
        if (asked.sort == "organisation") return a.thread.organisation < b.thread.organisation;
        return waited_longer(a.thread, b.thread);
      });
}

}  // namespace

Data inbox_page(const std::vector<PlacedThread>& threads, ListAsked asked, const PersonId& me,
                bool may_export) {
  auto shape = inbox_shape();
  shape.export_ = may_export;
  int waiting = 0, out = 0;
  for (const auto& one : threads) {
    waiting += one.thread.waits_for == Waits::board && !is_out(one.thread) ? 1 : 0;
    out += is_out(one.thread) ? 1 : 0;
  }
  const auto found = found_threads(threads, asked, me);
  auto rows = Data::list();
  for (const auto* one : page_at_hand(found, shape, asked))
    rows.push(inbox_row(*one));
  return Data::object()
      .set("title", "Questions")
      .set("heading", waiting == 0 ? "No question waits for you"
                                   : capital(counted(waiting, "question waits for you",
                                                     "questions wait for you")))
      .set("out", out == 0 ? Data()
                           : Data(counted(out, "question is", "questions are") +
                                  " not counted: the organisation has closed."))
      .set("list", listing(shape, asked, static_cast<int>(found.size())))
      .set("rows", std::move(rows));
}

std::vector<std::string> inbox_headings() {
  return {"Organisation", "Wave", "About", "Last words", "Turn", "Since", "With", "Messages"};
}

std::vector<std::vector<std::string>> inbox_rows(const std::vector<PlacedThread>& threads,
                                                 const ListAsked& asked, const PersonId& me) {
  static const std::map<std::string, std::string> turns = {{"us", "Waits for us"},
                                                           {"them", "Waits for them"},
                                                           {"answered", "Answered"},
                                                           {"closed", "Closed"},
                                                           {"gone", "Organisation closed"}};
  std::vector<std::vector<std::string>> rows;
  for (const auto* one : found_threads(threads, asked, me)) {
    const auto& thread = one->thread;
    rows.push_back({thread.organisation, thread.audit, one->place, thread.last_words,
                    turns.at(state_word(thread)),
                    thread.waiting_since ? to_iso(day_in_england(*thread.waiting_since)) : "",
                    with_words(thread), std::to_string(thread.messages)});
  }
  return rows;
}

Data asked_page(const std::vector<PlacedThread>& threads, const std::string& saved_note) {
  auto rows = Data::list();
  int waiting = 0;
  for (const auto& one : threads) {
    waiting += one.thread.waits_for == Waits::agency ? 1 : 0;
    rows.push(Data::object()
                  .set("href", "/asked/" + one.thread.id.text())
                  .set("place", short_of(one.place))
                  .set("last", short_of(one.thread.last_words))
                  .set("board", board_of(one.thread))
                  .set("site", one.thread.organisation)
                  .set("status", thread_status(one.thread, Side::agency)));
  }
  const bool any = !rows.items().empty();
  return Data::object()
      .set("title", "Questions to boards")
      .set("saved_note", Data::text_or_no(saved_note))
      .set("lede", waiting == 0 ? "Ask from any question while you fill in. Each board reads "
                                  "only what you write to it."
                                : "A board waits for " + counted(waiting, "answer", "answers") +
                                      " of yours.")
      .set("any", any)
      .set("rows", std::move(rows));
}

Data begin_page(const BeginPage& page) {
  auto choices = Data::list();
  for (const auto& one : page.choices) {
    choices.push(
        Data::object()
            .set("id", "about-" + std::to_string(choices.items().size()))
            .set("value", one.value)
            .set("checked", one.value == page.about || page.choices.size() == 1)
            .set("board",
                 one.board.empty()
                     ? Data()
                     : Data::object().set("letters", one.board_mark).set("name", one.board))
            .set("words", short_of(one.words)));
  }
  return Data::object()
      .set("title", page.title)
      .set("title_error", !page.errors.empty())
      .set("error_summary", error_summary(page.errors))
      .set("heading", page.title)
      .set("lede", page.lede)
      .set("back_href", page.back_href)
      .set("back_text", page.back_text)
      .set("action", page.action)
      .set("from", page.from)
      .set("thread", page.thread)
      .set("message", page.message)
      .set("several", page.choices.size() > 1)
      .set("about_error", error_of(page.errors, "about-0"))
      .set("choices", std::move(choices))
      .set("words_value", page.words)
      .set("words_error", error_of(page.errors, "words"));
}

}  // namespace onereturn::gateway::views
