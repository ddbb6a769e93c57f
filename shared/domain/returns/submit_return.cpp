#include "domain/returns/submit_return.hpp"

#include <algorithm>
#include <set>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/identity/client_rules.hpp"
#include "domain/identity/roles.hpp"
#include "domain/identity/submit_authority.hpp"
#include "domain/mapping/guards.hpp"
#include "domain/returns/answer_rules.hpp"
#include "domain/returns/check_answers.hpp"
#include "domain/returns/load_workspace.hpp"
#include "domain/returns/submission_store.hpp"

namespace onereturn::returns {

namespace {

constexpr std::size_t requests_max = 500;
constexpr std::size_t key_characters_max = 200;

Problem nothing_wrong() {
  return {ProblemCode::invalid, "validation", "The copies cannot be sent yet.", {}};
}

// Tidies the command in place; one field error per thing missing.
Problem tidy(SubmitReturn& command) {
  auto problem = nothing_wrong();
  command.name = tidy_line(command.name);
  command.position = tidy_line(command.position);
  command.statement = tidy_paragraph(command.statement);
  check_text(problem, "name", command.name, line_characters_max, "Give your name.");
  check_text(problem, "position", command.position, line_characters_max, "Give your position.");
  check_text(problem, "statement", command.statement, paragraph_characters_max,
             "Say what you authorise.");
  std::sort(command.requests.begin(), command.requests.end());
  command.requests.erase(std::unique(command.requests.begin(), command.requests.end()),
                         command.requests.end());
  if (command.requests.empty()) {
    problem.fields.push_back({"requests", "Tick at least one board."});
  } else if (command.requests.size() > requests_max) {
    problem.fields.push_back({"requests", "Send to 500 boards or fewer at a time."});
  }
  return problem;
}

Problem key_missing() {
  return {ProblemCode::invalid, "key-missing", "Send an Idempotency-Key of 1 to 200 characters."};
}

// What came with this key before, or nothing; a problem when it is busy or was another body.
Result<std::optional<SubmittedReturn>> earlier(postgres::AgencyTx& tx,
                                               const SubmitReturn& command) {
  if (!take_key(tx, command.idempotency_key)) {
    return Problem{ProblemCode::conflict, "key-in-use",
                   "The same request is being dealt with. Ask again in a moment."};
  }
  const auto used = read_key(tx, command);
  if (!used) return std::optional<SubmittedReturn>();
  if (!used->same_body) {
    return Problem{ProblemCode::invalid, "key-reused",
                   "This key came with another request before. Use a new one."};
  }
  auto submitted = read_submission(tx, used->submission);
  ENSURE(submitted.has_value(), "a key without its submission");
  submitted->repeated = true;
  return submitted;
}

// The boards ticked, each with nothing left to put right.
Result<Ticked> ready_boards(const Workspace& workspace, const SubmitReturn& command) {
  Ticked boards;
  for (const auto& request : command.requests) {
    const auto* engaged = workspace.find(request);
    if (engaged == nullptr) {
      return Problem{ProblemCode::not_found, "not-found", "One of these boards asks nothing here."};
    }
    boards.push_back(engaged);
  }
  auto problem = nothing_wrong();
  for (const auto* engaged : boards) {
    const auto check = check_board(workspace, *engaged, Depth::errors_only);
    if (check.ready()) continue;
    const auto count = check.errors.size();
    problem.fields.push_back(
        {"request:" + engaged->request.text(),
         engaged->board.area + ": " + std::to_string(count) +
             (count == 1 ? " thing to put right first." : " things to put right first.")});
  }
  if (!problem.fields.empty()) return problem;
  return boards;
}

// The statement stands in every copy. It may name the one board that it goes to, and no other that
// asks: no board learns whom else the agency answers.
Problem tells_of_others(const Workspace& workspace, const std::string& statement,
                        const Ticked& boards) {
  std::vector<mapping::BoardIdentity> others;
  for (const auto& engaged : workspace.boards) {
    const bool alone = std::all_of(boards.begin(), boards.end(), [&](const auto* ticked) {
      return ticked->board.board == engaged.board.board;
    });
    if (!alone) others.push_back(engaged.identity);
  }
  auto problem = nothing_wrong();
  for (const auto& named : mapping::BoardNames(others).in(statement)) {
    problem.fields.push_back({"statement", "Every board that you send to reads this. Leave out \"" +
                                               named.words + "\"."});
  }
  return problem;
}

// A program signs nothing of its own: the copies carry the name of the authoriser who agreed.
// A problem when it sends another name along; one without fields when all is well.
Problem sign_for_program(SubmitReturn& command, const identity::Authority& authority) {
  auto problem = nothing_wrong();
  if (!command.name.empty() && tidy_line(command.name) != authority.name) {
    problem.fields.push_back(
        {"name", "Leave it out: the copies go in the name of " + authority.name + "."});
  }
  command.name = authority.name;
  command.position = authority.position;
  command.statement = identity::statement_through(authority);
  return problem;
}

}  // namespace

std::string statement_on(Date today) {
  return "I have read this return. To my knowledge it is a true account of our arrangements on " +
         to_words(today) + ".";
}

Result<SubmittedReturn> submit_return(postgres::AgencyTx& tx, const SubmitReturn& asked,
                                      Instant now) {
  if (!identity::may_submit(tx.actor().role)) {
    return Problem{ProblemCode::forbidden, "not-permitted", "Only an authoriser sends copies."};
  }
  auto command = asked;
  const auto key_length = count_characters(command.idempotency_key);
  if (!key_length || *key_length == 0 || *key_length > key_characters_max) return key_missing();
  ENSURE(command.body_sha256.size() == 32, "a submission came without its body's digest");
  const auto before = earlier(tx, command);
  if (!before) return before.problem();
  if (*before) return **before;
  FAULT("submit.key_taken");
  const auto authority = identity::authority_to_submit(tx);
  if (!authority) return authority.problem();
  if (*authority) {
    const auto unsigned_yet = sign_for_program(command, **authority);
    if (!unsigned_yet.fields.empty()) return unsigned_yet;
  }
  const auto problem = tidy(command);
  if (!problem.fields.empty()) return problem;

  const auto workspace = load_workspace(tx, command.unit, day_in_england(now));
  if (!workspace) return workspace.problem();
  const auto boards = ready_boards(*workspace, command);
  if (!boards) return boards.problem();
  const auto told = tells_of_others(*workspace, command.statement, *boards);
  if (!told.fields.empty()) return told;

  const auto submission = SubmissionId::random();
  insert_submission(tx, submission, *workspace, command, *boards, now);
  if (!freeze_answers(tx, submission, *workspace)) {
    return Problem{ProblemCode::conflict, "changed-meanwhile",
                   "An answer was changed at this very moment. Read the copies and send again."};
  }
  freeze_commitments(tx, submission, *workspace, *boards);
  freeze_board_sides(tx, submission, *workspace, *boards);
  freeze_evidence(tx, submission, *workspace, *boards);
  FAULT("submit.frozen");
  insert_deliveries(tx, submission, *workspace, *boards);
  FAULT("submit.deliveries_made");
  insert_key(tx, command, submission, now);
  audit_log::record(tx, {"return.submitted", "submission", submission.text(),
                         std::to_string(boards->size()) + " copies"});
  auto submitted = read_submission(tx, submission);
  ENSURE(submitted.has_value(), "a submission that was just made is not there");
  FAULT("submit.committing");
  return *submitted;
}

Result<Done> could_submit(const Workspace& workspace, const SubmitReturn& asked) {
  auto command = asked;
  const auto problem = tidy(command);
  if (!problem.fields.empty()) return problem;
  const auto boards = ready_boards(workspace, command);
  if (!boards) return boards.problem();
  auto told = tells_of_others(workspace, command.statement, *boards);
  if (!told.fields.empty()) return told;
  return Done{};
}

Result<SubmittedReturn> submit_return(postgres::Database& database,
                                      const postgres::TokenHash& session,
                                      const SubmitReturn& command, Instant now) {
  const auto once = [&] {
    return database.as_agency(
        session, [&](postgres::AgencyTx& tx) { return submit_return(tx, command, now); });
  };
  try {
    return once();
  } catch (const postgres::OutcomeUnknown& unknown) {
    try {
      auto settled = once();
      if (!settled && settled.problem().key == "key-in-use") throw unknown;
      return settled;
    } catch (const postgres::StoreUnavailable&) {
      // That nothing was changed is true of the look-up alone.
      throw unknown;
    }
  }
}

}  // namespace onereturn::returns
