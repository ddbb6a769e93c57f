#include "domain/returns/commitments.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evidence/evidence_store.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/identity/roles.hpp"
#include "domain/identity/standards_limit.hpp"
#include "domain/returns/answer_rules.hpp"
#include "domain/returns/box_store.hpp"
#include "domain/returns/commitment_store.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::returns {

namespace {

constexpr std::size_t subjects_max = 100;

Problem not_permitted() {
  return {ProblemCode::forbidden, "not-permitted", "Your role does not write actions."};
}

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such record here."};
}

// The words tidied, or one field error for each that will not do.
Result<WriteCommitment> tidied(const WriteCommitment& written) {
  auto words = written;
  words.what = tidy_paragraph(words.what);
  words.how = tidy_paragraph(words.how);
  words.change = tidy_paragraph(words.change);
  words.lead = tidy_line(words.lead);
  words.area = tidy_line(words.area);
  Problem problem{ProblemCode::invalid, "validation", "Something about the action is missing."};
  check_text(problem, "what", words.what, paragraph_characters_max, "Say what you will do.");
  check_text(problem, "how", words.how, paragraph_characters_max);
  check_text(problem, "change", words.change, paragraph_characters_max);
  check_text(problem, "lead", words.lead, line_characters_max, "Say who leads on it.");
  check_text(problem, "area", words.area, line_characters_max);
  if (!words.by_on) problem.fields.push_back({"by_on", "Say by when, as day, month and year."});
  if (words.subjects.empty() || words.subjects.size() > subjects_max) {
    problem.fields.push_back({"subjects", "Say which question the action belongs to."});
  }
  if (!problem.fields.empty()) return problem;
  return words;
}

struct Placed {
  std::optional<UnitId> unit;
  std::optional<BoardId> board;
  std::vector<PlacedSubject> subjects;
};

bool has_item(const frameworks::Template& form, const std::string& code) {
  for (const auto& section : form.sections) {
    if (section.code == code) return true;
    for (const auto& item : section.items) {
      if (item.code == code) return true;
    }
  }
  return false;
}

Problem not_your_standard() {
  auto problem = identity::not_among_your_standards();
  problem.fields.front().field = "what";
  return problem;
}

// Whether whoever acts may write about all of these.
bool among_standards(postgres::AgencyTx& tx, const std::vector<PlacedSubject>& subjects) {
  return std::all_of(subjects.begin(), subjects.end(), [&](const PlacedSubject& each) {
    return each.item.empty() ? identity::may_write_requirement(tx, each.requirement)
                             : identity::may_write_box(tx, *each.board, *each.request, each.item);
  });
}

// Where the subjects belong: to every board that asks (requirements alone), or to one board.
Result<Placed> placed(postgres::AgencyTx& tx, const std::vector<Subject>& subjects) {
  Placed placed;
  for (const auto& subject : subjects) {
    PlacedSubject at{subject.requirement, std::nullopt, std::nullopt, subject.item};
    if (!subject.request.empty()) {
      const auto open = find_open_request(tx, subject.request);
      if (!open) return not_found();
      const auto& board = open->engaged.board.board;
      if ((placed.board && *placed.board != board) ||
          (placed.unit && *placed.unit != open->engaged.unit)) {
        return Problem{ProblemCode::invalid,
                       "validation",
                       "An action is for one board or for all.",
                       {{"subjects", "Write one action for each board."}}};
      }
      placed.board = board;
      placed.unit = open->engaged.unit;
      if (!subject.item.empty()) {
        if (!has_item(*frameworks::load_template(tx, open->form), subject.item)) return not_found();
        at.request = subject.request;
        at.board = board;
        at.requirement.clear();
      }
    }
    if (at.requirement.empty() == at.item.empty()) return not_found();
    placed.subjects.push_back(std::move(at));
  }
  return placed;
}

Result<Done> place(postgres::AgencyTx& tx, const CommitmentId& commitment, const Placed& placed) {
  try {
    replace_subjects(tx, commitment, placed.subjects);
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() == "commitment_subject_requirement") return not_found();
    throw;
  }
  return Done{};
}

}  // namespace

Result<CommitmentId> add_commitment(postgres::AgencyTx& tx, const WriteCommitment& written) {
  if (!identity::may_write(tx.actor().role)) return not_permitted();
  const auto words = tidied(written);
  if (!words) return words.problem();
  const auto where = placed(tx, words->subjects);
  if (!where) return where.problem();
  const auto unit = evidence::unit_to_write(tx, where->unit ? where->unit : words->unit);
  if (!unit) return not_found();
  if (!among_standards(tx, where->subjects)) return not_your_standard();
  const auto commitment = insert_commitment(tx, *unit, where->board, *words);
  const auto done = place(tx, commitment, *where);
  if (!done) return done.problem();
  audit_log::record(tx, {"commitment.added", "commitment", commitment.text(), ""});
  return commitment;
}

Result<Done> change_commitment(postgres::AgencyTx& tx, const CommitmentId& commitment,
                               const WriteCommitment& written) {
  if (!identity::may_write(tx.actor().role)) return not_permitted();
  const auto words = tidied(written);
  if (!words) return words.problem();
  const auto stored = read_commitment(tx, commitment);
  const auto& own = tx.actor().unit;
  if (!stored || (own && *own != stored->unit)) return not_found();
  const auto where = placed(tx, words->subjects);
  if (!where) return where.problem();
  if (!identity::may_write_commitment(tx, commitment) || !among_standards(tx, where->subjects)) {
    return not_your_standard();
  }
  if (where->board != stored->board) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "An action stays with whom it was written for.",
                   {{"subjects", "Write a new action for the other board."}}};
  }
  ENSURE(update_commitment(tx, commitment, *words, "open"), "a commitment vanished while locked");
  audit_log::record(tx, {"commitment.changed", "commitment", commitment.text(), ""});
  return place(tx, commitment, *where);
}

Result<Done> remove_commitment(postgres::AgencyTx& tx, const CommitmentId& commitment) {
  if (!identity::may_write(tx.actor().role)) return not_permitted();
  const auto stored = read_commitment(tx, commitment);
  const auto& own = tx.actor().unit;
  if (!stored || (own && *own != stored->unit)) return not_found();
  if (!identity::may_write_commitment(tx, commitment)) return not_your_standard();
  if (stored->sent) {
    return Problem{ProblemCode::conflict, "already-sent",
                   "A board holds a copy with this action, so it cannot be removed."};
  }
  update_commitment(tx, commitment, stored->words, "withdrawn");
  audit_log::record(tx, {"commitment.removed", "commitment", commitment.text(), ""});
  return Done{};
}

}  // namespace onereturn::returns
