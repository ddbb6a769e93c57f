#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/questions/questions.hpp"
#include "domain/returns/question_view.hpp"
#include "domain/returns/workspace.hpp"
#include "platform/html/data.hpp"
#include "platform/postgres/transaction.hpp"

// What stands beside a question while it is filled in: what boards say to everybody about it, what
// was asked about it, and the way to ask.
namespace onereturn::gateway::pages {

struct AskedBeside {
  std::vector<questions::Thread> threads;
  std::vector<questions::Guidance> guidance;
};
// Everything of this agency: two statements, whatever the number of boards.
AskedBeside look_at_asked(postgres::AgencyTx& tx);

// An item that a board's form has.
struct AskedPlace {
  const returns::Engaged* board = nullptr;
  const frameworks::Item* item = nullptr;
};
std::vector<AskedPlace> places_of(const returns::Workspace& workspace,
                                  const returns::QuestionView& view);
std::vector<AskedPlace> places_of(const returns::Engaged& board,
                                  const frameworks::Section& section);

// The page that asks a board about a common question, or a section of a board's own form.
std::string ask_address(const returns::Workspace& workspace, const std::string& from);

// bits/ask_a_board. `ask_href` empty: this person does not ask.
html::Data asked_beside(const AskedBeside& seen, const std::vector<AskedPlace>& places,
                        const std::string& ask_href);

}  // namespace onereturn::gateway::pages
