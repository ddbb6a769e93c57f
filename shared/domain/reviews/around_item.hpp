#pragma once

#include <optional>
#include <vector>

#include "domain/actions/board_action_rules.hpp"
#include "domain/evaluation/evaluation.hpp"
#include "domain/evaluation/last_time.hpp"
#include "domain/questions/questions.hpp"
#include "domain/reviews/sample.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reviews {

// What a board knows about one item of a return besides what the return says.
struct AroundItem {
  std::vector<SampleNote> samples;                     // of pieces that stand behind the item
  std::vector<questions::ThreadWithMessages> threads;  // about it, those that wait first
  std::vector<actions::BoardAction> actions;           // of the board, out of this return
  actions::Forms forms;                                // in whose schemes those stand
  std::optional<evaluation::LastTime> last_time;
};

// A number of statements that does not depend on how much there is.
AroundItem read_around_item(postgres::BoardTx& tx, const evaluation::Workbench& bench,
                            const evaluation::Subject& subject, Date today);

}  // namespace onereturn::reviews
