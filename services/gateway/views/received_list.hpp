#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/fan_out/fan_out.hpp"
#include "gateway/views/listing.hpp"
#include "platform/html/data.hpp"

// The returns that a board asked for: figures above, and a list that is searched, filtered, sorted,
// paged and taken along.
namespace onereturn::gateway::views {

// What is known of a return's evaluation, for its line in the list.
struct EvaluationNote {
  std::string tone, icon, words;  // "" while nobody has begun
  std::string with;               // who has it
  bool gone = false;              // and has left
  bool released = false;          // the agency has it: nothing of it waits for us
  bool second_look = false;       // a second person is to look at it
};
using EvaluationNotes = std::map<ReturnId, EvaluationNote>;

struct ReceivedList {
  std::vector<fan_out::ReceivedReturn> returns;  // what waits for the board first
  EvaluationNotes notes;
  bool may_export = false;
};

// The list's filters are made of what stands in it: "state" is "asked", "late", "received",
// "acknowledged", "released", "sent_back", what waits for the board ("to_evaluate", "second_look",
// "offered") or "out" for what is in no figure; without one, all that is in a figure is listed.
// "wave" and "form" are offered where there are several.
ListShape received_shape(const ReceivedList& list, Date today);

// pages/board_returns.
html::Data returns_page(const ReceivedList& list, ListAsked asked, Date today);

// The same rows in the same order for a spreadsheet, all pages of them.
std::vector<std::string> received_headings();
std::vector<std::vector<std::string>> received_rows(const ReceivedList& list,
                                                    const ListAsked& asked, Date today);

}  // namespace onereturn::gateway::views
