#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/frameworks/frameworks.hpp"

// What an agency and a board write to each other about a request, and what a board answers to all.
namespace onereturn::questions {

using ThreadId = Id<struct ThreadTag>;
using MessageId = Id<struct MessageTag>;
using GuidanceId = Id<struct GuidanceTag>;

enum class Side { agency, board };

// Whose turn it is. answered: nobody's, until the agency writes again. closed: the same, and both
// sides have read that it is over.
enum class Waits { agency, board, answered, closed };

// more: the board asks back. closed: somebody said that it is over, with words or without.
enum class MessageKind { question, answer, more, closed };

struct Message {
  int number = 1;
  Side side = Side::agency;
  MessageKind kind = MessageKind::question;
  std::string words;
  std::string by_name;
  std::string by_role;
  Instant at;
};

// One conversation about one request, and where it has one about one item of the board's form.
struct Thread {
  ThreadId id;
  BoardId board;
  AgencyId agency;
  RequestId request;
  std::string item;  // its code; empty: about the whole return
  Side begun_by = Side::agency;
  Instant begun_at;
  Waits waits_for = Waits::board;
  std::optional<Instant> waiting_since;
  int messages = 1;
  Instant last_at;
  std::optional<PersonId> assigned_to;  // for the board alone, like the next
  std::string assigned_name;            // "" also when that person has left the board
  bool assigned_has_left = false;
  std::string board_name;
  std::string board_area;
  std::string board_mark;
  std::string organisation;  // as the board's register calls it, or the agency's unit
  std::string audit;
  frameworks::VersionRef form;
  std::string last_words;            // of the newest message
  bool organisation_closed = false;  // as the board's register has it
};

struct ThreadWithMessages {
  Thread thread;
  std::vector<Message> messages;
};

// A board's answer to all of its agencies about one item, in its own words.
struct Guidance {
  GuidanceId id;
  BoardId board;
  std::string board_name;
  std::string board_area;
  std::string board_mark;
  frameworks::VersionRef form;
  std::string item;
  int version = 1;
  std::string question;
  std::string answer;
  std::string by_name;
  Instant at;  // of this version
  Instant made_at;
  std::optional<Instant> withdrawn_at;
};

}  // namespace onereturn::questions
