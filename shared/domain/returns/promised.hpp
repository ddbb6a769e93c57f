#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/returns/check_answers.hpp"
#include "domain/returns/workspace.hpp"
#include "platform/postgres/transaction.hpp"

// "Not to hand, will be supplied by a day, by a person", said of what one board asks.
namespace onereturn::returns {

// What is not to hand: an answer, the board's own question on an item, or one box of its form.
struct PromiseSubject {
  enum class Kind { requirement, item, box };

  Kind kind = Kind::box;
  std::string key;

  bool operator==(const PromiseSubject&) const = default;
};

// "requirement", "item" or "box"; nothing for any other word.
const char* to_string(PromiseSubject::Kind kind);
std::optional<PromiseSubject::Kind> promise_kind(std::string_view word);

struct PromisedBox {
  std::string box_no;
  std::string place;  // "6.1", or the standard's title
  std::string label;
};

struct PromiseView {
  std::string name;                // "Complaints", or the question, or the box's label
  std::vector<PromisedBox> boxes;  // that will say so; never empty
  // What was promised for all of them alike.
  std::optional<mapping::Promise> given;
};

// Nothing when this board has no box of words of the agency's for it.
std::optional<PromiseView> promise_view(const Workspace& workspace, const Engaged& board,
                                        const PromiseSubject& subject);

// What a finding is about, when a promise would let it pass or has done so.
std::optional<PromiseSubject> promise_subject(const CheckFinding& finding);

// Each box of it, in one transaction. Refuse as promise and withdraw_promise do.
Result<Done> promise_boxes(postgres::AgencyTx& tx, const RequestId& request,
                           const PromiseView& view, Date by_on, const std::string& by_whom,
                           Date today);
Result<Done> withdraw_promises(postgres::AgencyTx& tx, const RequestId& request,
                               const PromiseView& view);

}  // namespace onereturn::returns
