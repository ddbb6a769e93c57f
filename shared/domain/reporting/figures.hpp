#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/reporting/board_home.hpp"
#include "domain/reporting/travel_rules.hpp"
#include "platform/postgres/transaction.hpp"

// The figures of one exercise, of the board's open actions and of what it was spared. Every role of
// the board reads them.
namespace onereturn::reporting {

// Open actions by how long their day is over.
struct Ageing {
  int no_day = 0, not_due = 0, month = 0, quarter = 0, older = 0;
};

// What one year brought, from counts only.
struct YearSaving {
  int year = 0;
  int returns = 0;    // made from the organisations' common answers
  int questions = 0;  // of the board's form, in those returns
  int spared = 0;     // of them, answered by what had been said once for all boards
  int boxes = 0;
  int once = 0;       // of the boxes, filled from that alone
  int reminders = 0;  // mails that the machine sent
};

struct Figures {
  std::vector<returns::Wave> waves;  // the latest first
  std::optional<returns::Wave> wave;
  std::optional<returns::Wave> before;  // what it is compared with
  std::optional<Curve> now, then;       // of the same form
  std::shared_ptr<const frameworks::Template> form;
  std::shared_ptr<const frameworks::Template> form_then;
  std::vector<Judged> judged;  // in this exercise
  int held_back = 0;           // its organisations whose grades wait for their release
  std::vector<ItemTravel> travel;
  Ageing ageing;
  std::vector<YearSaving> savings;  // the latest year first
};

// Which grades of the board count. What is written down for others holds those that are released:
// a return that has a grade and is not released is in no figure that holds grades, and an action
// that is withheld in none of actions.
enum class Grades { all, released };

// Takes such returns out, and answers of how many organisations.
int keep_released(std::vector<Judged>& judged);

// Of the exercise asked for, or of the one that a board most likely means (wave_to_show). Refuses
// with not_found for another board's. The number of statements is fixed.
Result<Figures> read_figures(postgres::BoardTx& tx, const std::optional<AuditId>& wave, Instant now,
                             Grades grades = Grades::all);

}  // namespace onereturn::reporting
