#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/evaluation/evaluation.hpp"
#include "domain/evaluation/release_format.hpp"
#include "domain/evaluation/release_store.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::evaluation {

struct ReleaseOutcome {
  ReleaseLine line;      // of the release that stands
  bool already = false;  // a colleague released it meanwhile
  int told = 0;          // people of the agency who are mailed
};

// Freezes what stands into a copy for the agency, and tells it that there is one. `known` is how
// many releases the page showed: whoever clicks second is told who released and when, and nothing
// is released again. Refuses with not_found, forbidden (a manager releases), and invalid, one field
// per thing that is missing, in the order of the form.
Result<ReleaseOutcome> release_evaluation(postgres::BoardTx& tx, const ReturnId& id, int known,
                                          Instant now);

// Opens what was released so that a second release can put it right; the first stands as it is.
// Refuses with not_found, forbidden and conflict.
Result<Done> correct_release(postgres::BoardTx& tx, const ReturnId& id, Instant now);

// The board signs for its own side of a released return: its last word. Refuses with not_found,
// forbidden (manager or chair), invalid (name, position) and conflict before a release.
Result<Done> sign_off_for_board(postgres::BoardTx& tx, const ReturnId& id, const std::string& name,
                                const std::string& position, Instant now);

// One release as the agency has it. Refuses with not_found.
struct ReadRelease {
  ReleasedCopy copy;  // its body is empty
  Released released;
  std::vector<ReleasedCopy> others;  // of the same request, newest first
};
// The newest where `version` and `number` are 0. Somebody of the agency opens it: the trail says
// so.
Result<ReadRelease> open_release(postgres::AgencyTx& tx, const RequestId& request, int version,
                                 int number);

}  // namespace onereturn::evaluation
