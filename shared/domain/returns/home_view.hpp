#pragma once

#include <string>
#include <vector>

#include "domain/returns/cycles.hpp"
#include "domain/returns/workspace.hpp"

// The first screen's figures: computed, never claimed.
namespace onereturn::returns {

// Of a standard, or of everything. Each requirement counts in one of them.
struct Progress {
  int confirmed = 0;
  int drafted = 0;    // begun, but something that a board needs is missing
  int reconfirm = 0;  // carried over, or older than twelve months
  int not_started = 0;

  int total() const { return confirmed + drafted + reconfirm + not_started; }
};

struct StandardProgress {
  std::string code;
  std::string name;
  Progress progress;
  std::string next;  // first requirement that is not confirmed; empty when all are
};

// What one board still waits for.
struct BoardProgress {
  RequestId request;
  BoardRef board;
  Date due_on;
  int days_left = 0;
  std::string form_words;          // "8 traffic lights and 2 of its own"
  std::vector<std::string> parts;  // titles of the sections asked now; empty: all of them
  int answers_needed = 0;          // common answers missing for this board
  int choices_needed = 0;
  int extras_needed = 0;  // residuals, whole and demanded local answers, unmapped items
  int actions_needed = 0;
  bool ready = false;  // nothing to put right
  Stage stage = Stage::not_started;
  std::optional<SentCopy> sent;
};

// Something that waits for a person.
struct WaitingTask {
  enum class Kind { choose, reconfirm } kind = Kind::choose;
  RequestId request;        // of a choice
  BoardRef board;           // of a choice
  std::string box_no;       // of a choice
  std::string requirement;  // of a re-confirmation
  std::string words;        // "Amber or Green"
};

struct HomeView {
  int boards = 0;
  int questions = 0;  // N: printed items of the engaged templates
  int once = 0;       // R
  int extras = 0;     // E
  int spared = 0;     // what is not asked again
  int once_confirmed = 0;
  int extras_done = 0;
  int left = 0;      // questions left, of both kinds
  std::string next;  // requirement to carry on with; empty when none
  std::vector<StandardProgress> standards;
  std::vector<BoardProgress> by_board;
  std::vector<WaitingTask> waiting;
};

HomeView home_view(const Workspace& workspace);

// How one requirement stands in the canonical form.
enum class AnswerState { not_started, drafted, reconfirm, confirmed };
AnswerState answer_state(const Workspace& workspace, const std::string& requirement);

// The requirements that this agency answers once, in the framework's order.
std::vector<const frameworks::Requirement*> asked_once(const Workspace& workspace);

}  // namespace onereturn::returns
