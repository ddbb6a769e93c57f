#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/returns/answer_history.hpp"
#include "domain/returns/save_box.hpp"
#include "platform/postgres/transaction.hpp"

// What was ever saved for one board alone: every version, the latest first, at most a hundred.
namespace onereturn::returns {

struct BoxVersion {
  int version = 0;
  std::string text;
  std::optional<int> level;
  std::string point;
  bool not_applicable = false;
  std::string not_applicable_reason;
  bool confirmed = false;
  std::string by;  // empty: somebody who has left
  Instant at;
};

// Of a direct box or a residual. Refuses with not_found for a request that is not open here.
Result<std::vector<BoxVersion>> box_history(postgres::AgencyTx& tx, const RequestId& request,
                                            BoxKind kind, const std::string& key);

// Of the answer, or the part of one, that one board alone is told. Refuses as above.
Result<std::vector<AnswerVersion>> board_answer_history(postgres::AgencyTx& tx,
                                                        const RequestId& request,
                                                        const std::string& requirement);

// The commands that write an earlier version again as a new one, a draft for somebody to read and
// confirm: all of it, since it is one board's alone. Nothing when there is no such version.
std::optional<SaveBox> restore(const std::vector<BoxVersion>& history, int version,
                               const RequestId& request, BoxKind kind, const std::string& key);
std::optional<SaveBoardAnswer> restore(const std::vector<AnswerVersion>& history, int version,
                                       const RequestId& request, const std::string& requirement);

}  // namespace onereturn::returns
