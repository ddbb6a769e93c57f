#include "domain/identity/colleagues.hpp"

#include <algorithm>
#include <array>

#include "base/email.hpp"
#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/identity/colleague_store.hpp"
#include "domain/identity/sign_in.hpp"

namespace onereturn::identity {

namespace {

Problem lead_only() {
  return {ProblemCode::forbidden, "not-permitted",
          "Only the lead of the whole organisation changes who works on its return."};
}

Problem nobody_here() {
  return {ProblemCode::not_found, "not-found", "There is no such colleague."};
}

Problem link_over() {
  return {ProblemCode::not_found, "link-over",
          "This invitation no longer works. It was used or withdrawn, or it is too old."};
}

Problem invalid() { return {ProblemCode::invalid, "validation", "Some answers are missing.", {}}; }

bool leads(const postgres::AgencyTx& tx) { return tx.actor().role == "lead" && !tx.actor().unit; }

void check_line(Problem& problem, const char* field, const std::string& text, bool needed,
                const char* missing) {
  const auto count = count_characters(text);
  if (!count || *count > line_characters_max) {
    problem.fields.push_back({field, "Use 300 characters or fewer."});
  } else if (needed && *count == 0) {
    problem.fields.push_back({field, missing});
  }
}

// Tidies in place; one field error a fault.
void check_rights(Problem& problem, Rights& rights) {
  static constexpr std::array roles{"contributor", "lead", "authoriser"};
  if (std::find(roles.begin(), roles.end(), rights.role) == roles.end()) {
    problem.fields.push_back({"role", "Choose what they will do"});
  }
  rights.position = tidy_line(rights.position);
  check_line(problem, "position", rights.position, false, "");
  std::sort(rights.standards.begin(), rights.standards.end());
  rights.standards.erase(std::unique(rights.standards.begin(), rights.standards.end()),
                         rights.standards.end());
  if (rights.role != "contributor" && !rights.standards.empty()) {
    problem.fields.push_back({"standards",
                              "Only somebody who writes answers can be limited to "
                              "some standards"});
  }
}

Problem problem_of(Refused refused) {
  switch (refused) {
    case Refused::is_here:
      return {ProblemCode::conflict,
              "colleague-is-here",
              "That person works on your return already, in this role.",
              {{"email", "That person works on your return already, in this role"}}};
    case Refused::too_many:
      return {ProblemCode::too_many, "invitations-too-many",
              "You have invited fifty people in a quarter of an hour. Wait a little."};
    case Refused::last_lead:
      return {ProblemCode::conflict,
              "last-lead",
              "Somebody must lead the whole organisation. Make somebody else lead first.",
              {{"role", "Somebody must lead. Make somebody else lead first"}}};
    case Refused::no_such_unit:
      return {ProblemCode::invalid, "validation", "Choose a place.", {{"unit", "Choose a place"}}};
    case Refused::no:
      break;
  }
  return {ProblemCode::invalid, "validation", "", {}};
}

}  // namespace

Result<People> list_people(postgres::AgencyTx& tx) {
  if (!leads(tx)) return lead_only();
  return read_people(tx);
}

Result<InvitationId> invite_colleague(postgres::AgencyTx& tx, const InviteColleague& asked) {
  if (!leads(tx)) return lead_only();
  auto command = asked;
  auto problem = invalid();
  command.name = tidy_line(command.name);
  command.email = normalised_email(command.email);
  check_line(problem, "name", command.name, true, "Enter their name");
  if (!is_email(command.email)) {
    problem.fields.push_back({"email", "Enter their email address, like name@example.org"});
  }
  check_rights(problem, command.rights);
  if (!problem.fields.empty()) return problem;
  const auto inserted = insert_invitation(tx, command);
  if (inserted.refused != Refused::no) return problem_of(inserted.refused);
  audit_log::record(tx, {"colleague.invited", "invitation", inserted.invitation.text(),
                         command.rights.role, command.name});
  return inserted.invitation;
}

Result<Done> withdraw_invitation(postgres::AgencyTx& tx, const InvitationId& invitation) {
  if (!leads(tx)) return lead_only();
  if (!end_invitation(tx, invitation)) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such open invitation."};
  }
  audit_log::record(tx, {"colleague.invitation_withdrawn", "invitation", invitation.text(), ""});
  return Done{};
}

Result<Done> change_rights(postgres::AgencyTx& tx, const MembershipId& membership,
                           const Rights& asked) {
  if (!leads(tx)) return lead_only();
  auto rights = asked;
  auto problem = invalid();
  check_rights(problem, rights);
  if (!problem.fields.empty()) return problem;
  const auto changed = replace_membership(tx, membership, rights);
  if (changed.refused != Refused::no) return problem_of(changed.refused);
  if (!changed.found) return nobody_here();
  audit_log::record(tx, {"colleague.changed", "membership", membership.text(), rights.role});
  return Done{};
}

Result<Done> remove_colleague(postgres::AgencyTx& tx, const MembershipId& membership) {
  if (!leads(tx)) return lead_only();
  const auto removed = end_membership(tx, membership);
  if (removed.refused != Refused::no) return problem_of(removed.refused);
  if (!removed.found) return nobody_here();
  audit_log::record(tx, {"colleague.removed", "membership", membership.text(), ""});
  return Done{};
}

Result<OpenInvitation> read_invitation(postgres::AuthTx& tx, const std::string& link_hash) {
  auto invitation = find_invitation(tx, link_hash);
  if (!invitation) return link_over();
  return std::move(*invitation);
}

Result<Accepted> accept_invitation(postgres::AuthTx& tx, const std::string& link_hash,
                                   const std::string& typed_name,
                                   const std::string& typed_position) {
  auto problem = invalid();
  const auto name = tidy_line(typed_name);
  const auto position = tidy_line(typed_position);
  check_line(problem, "name", name, true, "Enter your name");
  check_line(problem, "position", position, false, "");
  if (!problem.fields.empty()) return problem;
  auto accepted = spend_invitation(tx, link_hash, name, position);
  if (!accepted) return link_over();
  return std::move(*accepted);
}

}  // namespace onereturn::identity
