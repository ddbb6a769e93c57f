#pragma once

#include <string>

#include "base/result.hpp"
#include "domain/frameworks/mapping_matrix.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::frameworks {

// The newest framework of that code, and of every published form the newest version with its
// mapping: the board's own first, then the others, each by its code. The catalogue is public among
// boards (it holds nobody's answers); a form with another audience is shown to its owner alone.
// Three statements, and two more for each body that this process has not read yet. Refuses with
// not_found when there is no such framework.
Result<FormsSideBySide> compare_forms(postgres::BoardTx& tx, const std::string& framework);

}  // namespace onereturn::frameworks
