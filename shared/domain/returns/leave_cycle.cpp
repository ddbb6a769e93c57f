#include "domain/returns/leave_cycle.hpp"

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/returns/asking_store.hpp"

namespace onereturn::returns {

namespace {

void leave(postgres::BoardTx& tx, const EntryId& entry, OpenRequests open, Instant at) {
  const bool withdraws = open != OpenRequests::keep;
  const auto left = write_leaving(tx, entry, withdraws, at);
  audit_log::record_each(
      tx, {withdraws ? "request.withdrawn" : "request.left_out", "request", "", ""}, left);
}

// A request that is this board's, held, and not answered.
Result<AskedRequest> waiting_request(postgres::BoardTx& tx, const RequestId& request) {
  if (tx.actor().role != "manager") {
    return Problem{ProblemCode::forbidden, "not-permitted", "Only a board manager changes this."};
  }
  if (!lock_request(tx, request)) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such request here."};
  }
  auto found = load_asked(tx, std::nullopt, request);
  if (found.empty()) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such request here."};
  }
  if (found.front().state == AskedState::received) {
    return Problem{ProblemCode::conflict, "answered",
                   "The return has arrived: it counts as one that is in."};
  }
  if (found.front().state == AskedState::withdrawn) {
    return Problem{ProblemCode::conflict, "withdrawn", "This request is withdrawn."};
  }
  return std::move(found.front());
}

}  // namespace

int count_open_requests(postgres::BoardTx& tx, const EntryId& entry) {
  return load_open_count(tx, entry);
}

Result<Done> close_organisation(postgres::BoardTx& tx, const EntryId& entry,
                                agency_register::CloseEntry close, OpenRequests open, Instant at) {
  auto done = agency_register::close_entry(tx, entry, std::move(close), at);
  if (done) leave(tx, entry, open, at);
  return done;
}

Result<std::vector<RequestId>> merge_organisations(postgres::BoardTx& tx, const EntryId& goes,
                                                   const EntryId& stays, std::string reason,
                                                   OpenRequests open, Instant at) {
  const auto done = agency_register::merge_entries(tx, goes, stays, std::move(reason), at);
  if (!done) return done.problem();
  std::vector<RequestId> carried;
  if (open == OpenRequests::carry) carried = carry_requests(tx, goes, stays, at);
  leave(tx, goes, open, at);
  std::vector<std::string> refs;
  for (const auto& request : carried)
    refs.push_back(request.text());
  audit_log::record_each(tx, {"request.asked", "request", "", ""}, refs);
  return carried;
}

Result<std::vector<EntryId>> split_organisation(postgres::BoardTx& tx, const EntryId& entry,
                                                std::vector<std::string> names, bool ends,
                                                std::string reason, OpenRequests open, Instant at) {
  auto made =
      agency_register::split_entry(tx, entry, std::move(names), ends, std::move(reason), at);
  if (made && ends) leave(tx, entry, open, at);
  return made;
}

Result<Done> open_organisation_again(postgres::BoardTx& tx, const EntryId& entry, Instant at) {
  auto done = agency_register::open_again(tx, entry, at);
  if (done) {
    audit_log::record_each(tx, {"request.counted_again", "request", "", ""},
                           write_return_of_entry(tx, entry, at));
  }
  return done;
}

Result<Done> leave_request_out(postgres::BoardTx& tx, const RequestId& request, std::string reason,
                               Instant at) {
  const auto now = waiting_request(tx, request);
  if (!now) return now.problem();
  reason = tidy_paragraph(reason);
  const auto length = count_characters(reason);
  std::string fault;
  if (!length) fault = "Leave out the characters that cannot be printed";
  if (length && *length == 0) fault = "Say why it need not be answered this time";
  if (length && *length > paragraph_characters_max) fault = "Use 10,000 characters or fewer";
  if (!fault.empty()) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "Correct what is named and try again.",
                   {{"reason", fault}}};
  }
  if (now->left_out == "not_applicable") return Done{};
  write_left_out(tx, request, std::string("not_applicable"), reason, at);
  audit_log::record(tx, {"request.left_out", "request", request.text()});
  return Done{};
}

Result<Done> count_request_again(postgres::BoardTx& tx, const RequestId& request, Instant at) {
  const auto now = waiting_request(tx, request);
  if (!now) return now.problem();
  if (now->left_out.empty()) return Done{};
  if (now->left_out == "closed") {
    return Problem{ProblemCode::closed, "entry-ended",
                   "The organisation has left your register. Open it again first."};
  }
  write_left_out(tx, request, std::nullopt, "", at);
  audit_log::record(tx, {"request.counted_again", "request", request.text()});
  return Done{};
}

}  // namespace onereturn::returns
