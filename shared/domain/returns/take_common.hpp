#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/returns/save_answer.hpp"
#include "domain/returns/save_box.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::returns {

// A unit takes over what stands above, with what is particular to it after it. The level and the
// word that it does not apply are the unit's own to say; at the level of the common answer its
// parts are taken over like its words, unless the unit states its own.
struct TakeCommonAnswer {
  UnitId unit;
  std::string requirement;
  int base_version = 0;    // of the unit's own answer
  int common_version = 0;  // of the common answer that was on the page
  std::optional<int> level;
  bool not_applicable = false;
  std::string not_applicable_reason;
  mapping::Texts here;
  std::map<std::string, frameworks::LevelRange> parts;
  bool confirm = true;
  Instant at;
};

// Writes the whole text as it stands at this moment, so that no later change above reaches it
// unseen. A conflict of the unit's own answer is answered as save_answer does. Refuses with
// conflict `common-changed` when the common answer is another by now than the page showed, with
// not_found where there is none, with invalid and forbidden as save_answer does.
Result<SaveOutcome> take_common_answer(postgres::AgencyTx& tx, const TakeCommonAnswer& command);

struct TakeCommonText {
  RequestId request;
  std::string box_no;
  int base_version = 0;
  int common_version = 0;
  std::string here;
  Instant at;
  bool confirm = true;  // false: as a draft
};

// The same for a box for words in a board's own form.
Result<SavedBox> take_common_text(postgres::AgencyTx& tx, const TakeCommonText& command,
                                  Date today);

// What a unit writes for the units below into a box of a board's form. The whole agency's people
// only.
struct SaveCommonText {
  UnitId unit;
  BoardId board;
  std::string form;
  std::string box_no;
  int base_version = 0;
  std::string text;
  Instant at;
};

// Refuses with conflict `stale-version` when a colleague was quicker, with invalid and forbidden
// as save_box does.
Result<int> save_common_text(postgres::AgencyTx& tx, const SaveCommonText& command);

}  // namespace onereturn::returns
