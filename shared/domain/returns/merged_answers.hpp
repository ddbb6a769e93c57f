#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "domain/mapping/mapping.hpp"
#include "platform/postgres/transaction.hpp"

// When two rooms became one, both may have answered the same. The text of the room that stayed is
// the answer; the other's is kept here until somebody has looked, and in the history for good.
namespace onereturn::returns {

using MergedAnswerId = Id<struct MergedAnswerTag>;

enum class MergedKind { answer, for_board, common_words };

struct MergedAnswer {
  MergedAnswerId id;
  MergedKind kind = MergedKind::answer;
  UnitId unit;
  std::string requirement;  // "" for common words of a board's form
  std::string board;        // its name, when only one board gets it
  std::string box_no;       // for common words
  int version = 0;          // the one in the history that holds it
  std::optional<int> level;
  std::optional<std::string> not_applicable;
  mapping::Texts texts;
  std::string from_room;
  Instant merged_at;
};

// Those that nobody has settled yet, in the order of the questions.
std::vector<MergedAnswer> open_merged_answers(postgres::AgencyTx& tx);

// Refuses with not_found when there is none, or it was settled before; with forbidden for a role
// that does not write, with invalid where the lead has limited whoever acts to other standards.
Result<Done> settle_merged_answer(postgres::AgencyTx& tx, const MergedAnswerId& id);

}  // namespace onereturn::returns
