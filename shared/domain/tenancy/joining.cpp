#include "domain/tenancy/joining.hpp"

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/tenancy/joining_store.hpp"
#include "domain/tenancy/unit_store.hpp"

namespace onereturn::tenancy {

namespace {

Problem invitation_over() {
  return {ProblemCode::not_found, "not-found", "This invitation is over."};
}

void check(Problem& problem, const char* field, std::string& text, const char* missing) {
  text = tidy_line(text);
  const auto length = count_characters(text);
  if (!length || *length == 0) {
    problem.fields.push_back({field, missing});
  } else if (*length > line_characters_max) {
    problem.fields.push_back({field, "Use 300 characters or fewer"});
  }
}

}  // namespace

Result<JoinInvitation> read_join(postgres::AuthTx& tx, const std::string& token_hash) {
  auto found = find_join(tx, token_hash);
  if (!found) return invitation_over();
  return std::move(*found);
}

Result<OpenedRoom> open_room(postgres::AuthTx& tx, OpenRoom command) {
  Problem problem{ProblemCode::invalid, "validation", "The room cannot be opened yet.", {}};
  if (command.own_token_hash.empty()) {
    check(problem, "person_name", command.person_name, "Enter your name");
  }
  check(problem, "position", command.position, "Enter your position");
  check(problem, "room_name", command.room_name, "Enter your organisation's name");
  if (!problem.fields.empty()) return problem;
  if (const auto opened = insert_room(tx, command)) return *opened;
  if (!find_join(tx, command.token_hash)) return invitation_over();
  return Problem{ProblemCode::unauthenticated, "sign-in-required",
                 "That address has an account. Sign in, then open the invitation again."};
}

Result<std::string> accept_join(postgres::AgencyTx& tx, const std::string& token_hash,
                                const std::optional<UnitId>& unit) {
  if (tx.actor().role != "lead" || tx.actor().unit) {
    return Problem{ProblemCode::forbidden, "not-permitted",
                   "Only the lead of the whole organisation joins a board."};
  }
  ensure_root_unit(tx);
  if (unit && !is_present_unit(tx, *unit)) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "Say whom this is about.",
                   {{"unit", "Choose the whole organisation or one of its sites"}}};
  }
  auto board = use_join(tx, token_hash, unit);
  if (!board) return invitation_over();
  audit_log::record(tx, {"board.joined", "board", board->board.text()});
  return std::move(board->name);
}

Result<std::vector<std::string>> joined_boards(postgres::AgencyTx& tx) {
  return read_joined_boards(tx);
}

}  // namespace onereturn::tenancy
