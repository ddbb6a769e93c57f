#include "domain/identity/manage_clients.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/identity/client_store.hpp"
#include "domain/identity/roles.hpp"

namespace onereturn::identity {

namespace {

constexpr std::ptrdiff_t open_clients_max = 20;
constexpr int consent_days_max = 366;

Problem not_permitted(const char* words) {
  return {ProblemCode::forbidden, "not-permitted", words};
}

Problem no_such_client() {
  return {ProblemCode::not_found, "not-found", "There is no such program here."};
}

Result<Done> done_or_not_found(postgres::AgencyTx& tx, bool done, const char* what,
                               const ClientId& client) {
  if (!done) return no_such_client();
  audit_log::record(tx, {what, "program", client.text()});
  return Done{};
}

bool leads(const postgres::AgencyTx& tx) { return may_lead(tx.actor().role); }

void check_words(Problem& problem, const std::string& field, const std::string& text,
                 std::size_t characters_max, const char* missing) {
  const auto length = count_characters(text);
  if (!length || *length == 0) {
    problem.fields.push_back({field, missing});
  } else if (*length > characters_max) {
    problem.fields.push_back({field, "Use fewer characters"});
  }
}

}  // namespace

Result<std::vector<Client>> list_clients(postgres::AgencyTx& tx) {
  if (!may_choose(tx.actor().role)) {
    return not_permitted("Programs are for those who lead or authorise.");
  }
  return read_clients(tx);
}

Result<Done> issue_client(postgres::AgencyTx& tx, IssueClient command,
                          const std::string& secret_hash) {
  if (!leads(tx)) return not_permitted("Only a lead lets a program in.");
  const auto problem = tidy(command);
  if (!problem.fields.empty()) return problem;
  const auto before = read_clients(tx);
  const auto open = std::count_if(before.begin(), before.end(),
                                  [](const Client& client) { return !client.revoked_at; });
  if (open >= open_clients_max) {
    return Problem{ProblemCode::conflict, "programs-full",
                   "Twenty programs may act for you already. End one first."};
  }
  if (!insert_client(tx, command, secret_hash)) {
    return Problem{ProblemCode::conflict, "program-there", "This program was let in before."};
  }
  audit_log::record(tx, {"program.issued", "program", command.client.text()});
  return Done{};
}

Result<Done> rotate_client(postgres::AgencyTx& tx, const ClientId& client,
                           const std::string& secret_hash, int overlap_hours) {
  if (!leads(tx)) return not_permitted("Only a lead makes a new secret.");
  return done_or_not_found(tx, replace_secret(tx, client, secret_hash, overlap_hours),
                           "program.rotated", client);
}

Result<Done> revoke_client(postgres::AgencyTx& tx, const ClientId& client) {
  if (!leads(tx)) return not_permitted("Only a lead ends a program.");
  return done_or_not_found(tx, revoke(tx, client), "program.revoked", client);
}

Result<Done> agree_to_submit(postgres::AgencyTx& tx, AgreeToSubmit command) {
  if (!may_submit(tx.actor().role)) {
    return not_permitted("Only an authoriser lets a program send in their name.");
  }
  command.position = tidy_line(command.position);
  command.statement = tidy_paragraph(command.statement);
  Problem problem{ProblemCode::invalid, "validation", "The agreement is not complete.", {}};
  check_words(problem, "position", command.position, line_characters_max, "Enter your position");
  check_words(problem, "statement", command.statement, paragraph_characters_max - 500,
              "Tick the statement to agree to it");
  if (command.days < 1 || command.days > consent_days_max) {
    problem.fields.push_back({"days", "Choose how long you agree for"});
  }
  if (!problem.fields.empty()) return problem;
  return done_or_not_found(
      tx, insert_consent(tx, command.client, command.position, command.statement, command.days),
      "program.consented", command.client);
}

Result<Done> withdraw_consent(postgres::AgencyTx& tx, const ClientId& client) {
  if (!may_choose(tx.actor().role)) {
    return not_permitted("Programs are for those who lead or authorise.");
  }
  return done_or_not_found(tx, end_consent(tx, client), "program.consent_withdrawn", client);
}

}  // namespace onereturn::identity
