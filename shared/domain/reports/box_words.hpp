#pragma once

#include <vector>

#include "domain/reports/report.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reports {

// The words that stand in boxes of returns now, in the cells that were kept without them: one
// statement, and none where no cell names a box. Answers what was redacted since, the first day
// first.
std::vector<Redacted> put_box_words(postgres::Transaction& tx,
                                    std::vector<documents::Block>& facts);

}  // namespace onereturn::reports
