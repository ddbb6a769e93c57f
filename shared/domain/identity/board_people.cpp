#include "domain/identity/board_people.hpp"

#include <algorithm>
#include <array>

#include "base/email.hpp"
#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/identity/board_people_store.hpp"
#include "domain/identity/sign_in.hpp"

namespace onereturn::identity {

namespace {

Problem manager_only() {
  return {ProblemCode::forbidden, "not-permitted",
          "Only the manager of the board changes who acts for it."};
}

Problem nobody_here() {
  return {ProblemCode::not_found, "not-found", "There is no such colleague."};
}

Problem invalid() { return {ProblemCode::invalid, "validation", "Some answers are missing.", {}}; }

bool manages(const postgres::BoardTx& tx) { return tx.actor().role == "manager"; }

void check_line(Problem& problem, const char* field, const std::string& text, const char* missing) {
  const auto count = count_characters(text);
  if (!count || *count > line_characters_max) {
    problem.fields.push_back({field, "Use 300 characters or fewer."});
  } else if (missing != nullptr && *count == 0) {
    problem.fields.push_back({field, missing});
  }
}

// Tidies the position in place; one field error a fault.
void check_role(Problem& problem, const std::string& role, std::string& position) {
  static constexpr std::array roles{"manager", "assistant", "chair", "member", "reviewer"};
  if (std::find(roles.begin(), roles.end(), role) == roles.end()) {
    problem.fields.push_back({"role", "Choose what they will do"});
  }
  position = tidy_line(position);
  check_line(problem, "position", position, nullptr);
}

Problem problem_of(Refused refused) {
  switch (refused) {
    case Refused::is_here:
      return {ProblemCode::conflict,
              "colleague-is-here",
              "That person acts for your board already, in this role.",
              {{"email", "That person acts for your board already, in this role"}}};
    case Refused::too_many:
      return {ProblemCode::too_many, "invitations-too-many",
              "You have invited fifty people in a quarter of an hour. Wait a little."};
    case Refused::last_lead:
      return {ProblemCode::conflict,
              "last-manager",
              "Somebody must manage the board. Make somebody else manager first.",
              {{"role", "Somebody must manage the board. Make somebody else manager first"}}};
    case Refused::no_such_unit:
    case Refused::no:
      break;
  }
  return invalid();
}

}  // namespace

Result<BoardPeople> list_board_people(postgres::BoardTx& tx) {
  if (!manages(tx)) return manager_only();
  return read_board_people(tx);
}

Result<InvitationId> invite_to_board(postgres::BoardTx& tx, const InviteToBoard& asked) {
  if (!manages(tx)) return manager_only();
  auto command = asked;
  auto problem = invalid();
  command.name = tidy_line(command.name);
  command.email = normalised_email(command.email);
  check_line(problem, "name", command.name, "Enter their name");
  if (!is_email(command.email)) {
    problem.fields.push_back({"email", "Enter their email address, like name@example.org"});
  }
  check_role(problem, command.role, command.position);
  if (!problem.fields.empty()) return problem;
  const auto inserted = insert_board_invitation(tx, command);
  if (inserted.refused != Refused::no) return problem_of(inserted.refused);
  audit_log::record(tx, {"colleague.invited", "invitation", inserted.invitation.text(),
                         command.role, command.name});
  return inserted.invitation;
}

Result<Done> withdraw_board_invitation(postgres::BoardTx& tx, const InvitationId& invitation) {
  if (!manages(tx)) return manager_only();
  if (!end_board_invitation(tx, invitation)) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such open invitation."};
  }
  audit_log::record(tx, {"colleague.invitation_withdrawn", "invitation", invitation.text(), ""});
  return Done{};
}

Result<Done> change_board_role(postgres::BoardTx& tx, const MembershipId& membership,
                               const std::string& role, const std::string& asked_position) {
  if (!manages(tx)) return manager_only();
  auto position = asked_position;
  auto problem = invalid();
  check_role(problem, role, position);
  if (!problem.fields.empty()) return problem;
  const auto changed = replace_board_membership(tx, membership, role, position);
  if (changed.refused != Refused::no) return problem_of(changed.refused);
  if (!changed.found) return nobody_here();
  audit_log::record(tx, {"colleague.changed", "membership", membership.text(), role});
  return Done{};
}

Result<Done> remove_from_board(postgres::BoardTx& tx, const MembershipId& membership) {
  if (!manages(tx)) return manager_only();
  const auto removed = end_board_membership(tx, membership);
  if (removed.refused != Refused::no) return problem_of(removed.refused);
  if (!removed.found) return nobody_here();
  end_export_of(tx, membership);
  audit_log::record(tx, {"colleague.removed", "membership", membership.text(), ""});
  return Done{};
}

Result<Done> reset_codes(postgres::BoardTx& tx, const MembershipId& membership) {
  if (!manages(tx)) return manager_only();
  switch (forget_codes(tx, membership)) {
    case Reset::nobody:
      return nobody_here();
    case Reset::self:
      return Problem{ProblemCode::conflict, "own-codes",
                     "Your own codes are reset by another manager of the board, or by whoever runs "
                     "the service."};
    case Reset::elsewhere:
      return Problem{ProblemCode::conflict, "acts-elsewhere",
                     "They need these codes outside your board too, so whoever runs the service "
                     "has to reset them."};
    case Reset::many:
      return Problem{ProblemCode::too_many, "resets-too-many",
                     "You have reset the codes of five people in a quarter of an hour. Wait a "
                     "little."};
    case Reset::done:
      break;
  }
  audit_log::record(tx, {"colleague.codes_reset", "membership", membership.text(), ""});
  return Done{};
}

}  // namespace onereturn::identity
