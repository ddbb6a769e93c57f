#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/returns/workspace.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::returns {

enum class BoxKind { residual, choice, direct, override_ };

// What is written for one box of one board alone.
struct SaveBox {
  RequestId request;
  BoxKind kind = BoxKind::direct;
  std::string key;  // box_no; the item's code for a residual
  int base_version = 0;
  std::string text;
  std::optional<int> level;  // of a residual whose board has a scale that the agency fills
  std::string point;         // of a choice, a direct rating or an override
  bool not_applicable = false;
  std::string reason;         // of "not applicable", or of an override (then demanded)
  bool confirm = true;        // false: a draft, which is in no copy; a decision is never one
  std::optional<Instant> at;  // business time; nothing: the database's clock
};

struct SavedBox {
  int version = 0;
  Instant saved_at;
};

// Saves it, confirmed or as a draft. Refuses with not_found for a request that is not open here or
// a key that its template does not have, with invalid when text or reason is missing or too long or
// a point is not among those possible, with conflict when somebody saved in between, with forbidden
// for a role that does not write (a choice needs the lead).
Result<SavedBox> save_box(postgres::AgencyTx& tx, const SaveBox& command, Date today);

// Takes it back: the box follows the rules again. No problem when there was nothing.
// Refuses with conflict when somebody saved since `base_version`.
Result<Done> clear_box(postgres::AgencyTx& tx, const RequestId& request, BoxKind kind,
                       const std::string& key, int base_version);

// Explains a query of the check, kept with the request; an empty text takes it back. Refuses with
// invalid where the lead has limited whoever acts to other standards.
Result<Done> explain(postgres::AgencyTx& tx, const RequestId& request, const std::string& key,
                     const std::string& text);

// "Not to hand, will be supplied by <date>, by <person>." Refuses with invalid for a date that is
// not after today, or nobody's name.
Result<Done> promise(postgres::AgencyTx& tx, const RequestId& request, const std::string& box_no,
                     Date by_on, const std::string& by_whom, Date today);
Result<Done> withdraw_promise(postgres::AgencyTx& tx, const RequestId& request,
                              const std::string& box_no);

}  // namespace onereturn::returns
