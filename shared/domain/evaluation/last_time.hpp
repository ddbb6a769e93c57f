#pragma once

#include <memory>
#include <optional>
#include <string>

#include "domain/evaluation/evaluation.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::evaluation {

// What the board released about the same item when the organisation last answered the same form.
struct LastTime {
  ReturnId of_return;
  std::string title;  // of that request: "Section 11 return 2025"
  std::shared_ptr<const frameworks::Template> form;
  Grade grade;  // under the number that the item had then
};

// Nothing where the organisation was not evaluated in this form before, where that form did not
// have the item, or where nothing was said about it.
std::optional<LastTime> last_time(postgres::BoardTx& tx, const Workbench& bench,
                                  const Subject& subject);

// The subject of an older form that stands for the same item, or section; null where there is none.
const Subject* same_subject(const std::vector<Subject>& older, const Subject& subject);

}  // namespace onereturn::evaluation
