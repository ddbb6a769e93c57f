#include "domain/returns/share_work.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/identity/roles.hpp"
#include "domain/returns/answer_rules.hpp"
#include "domain/returns/colleague_store.hpp"

namespace onereturn::returns {

namespace {

Problem nothing_wrong() {
  return {ProblemCode::invalid, "validation", "Something here needs putting right.", {}};
}

Problem no_such_thing() {
  return {ProblemCode::not_found, "not-found", "It is not there any more."};
}

bool fits(const postgres::AgencyTx& tx, const UnitId& unit) {
  return !tx.actor().unit || *tx.actor().unit == unit;
}

bool writes_here(const std::vector<Colleague>& colleagues, const PersonId& person) {
  return std::any_of(colleagues.begin(), colleagues.end(),
                     [&](const Colleague& each) { return each.person == person && each.writes; });
}

}  // namespace

Result<Done> assign_work(postgres::AgencyTx& tx, const AssignWork& command, Date today,
                         Instant now) {
  if (!identity::may_write(tx.actor().role)) return not_permitted_to_write();
  if (!fits(tx, command.unit)) return no_such_thing();
  auto problem = nothing_wrong();
  const auto note = tidy_line(command.note);
  check_text(problem, "note", note, line_characters_max);
  if (!writes_here(load_colleagues(tx, command.unit), command.person)) {
    problem.fields.push_back({"person", "Choose a colleague who writes answers here."});
  }
  if (command.by_on && (!command.by_on->ok() || *command.by_on < today)) {
    problem.fields.push_back({"by_on", "Give a day that is not past."});
  }
  if (!problem.fields.empty()) return problem;
  write_assignment(tx, command, note, now);
  audit_log::record(tx, {"work.assigned", command.place.kind, command.place.code, ""});
  return Done{};
}

Result<Done> end_assignment(postgres::AgencyTx& tx, const AssignmentId& assignment, Instant now) {
  if (!identity::may_write(tx.actor().role)) return not_permitted_to_write();
  if (!close_assignment(tx, assignment, now)) return no_such_thing();
  audit_log::record(tx, {"work.assignment_ended", "assignment", assignment.text(), ""});
  return Done{};
}

Result<Done> say_to_colleagues(postgres::AgencyTx& tx, const SayToColleagues& command,
                               Instant now) {
  if (!identity::may_read(tx.actor().role)) return not_permitted_to_write();
  if (!fits(tx, command.unit)) return no_such_thing();
  auto problem = nothing_wrong();
  const auto text = tidy_paragraph(command.text);
  check_text(problem, "remark", text, paragraph_characters_max, "Write what you want to say.");
  if (command.for_person) {
    const auto all = load_colleagues(tx, command.unit);
    const bool known = std::any_of(all.begin(), all.end(), [&](const Colleague& each) {
      return each.person == *command.for_person;
    });
    if (!known) problem.fields.push_back({"remark-for", "Choose a colleague of this part."});
  }
  if (!problem.fields.empty()) return problem;
  write_remark(tx, command, text, now);
  audit_log::record(tx, {"remark.made", command.place.kind, command.place.code, ""});
  return Done{};
}

Result<Done> settle_remark(postgres::AgencyTx& tx, const RemarkId& remark, Instant now) {
  if (!identity::may_read(tx.actor().role)) return not_permitted_to_write();
  if (!close_remark(tx, remark, now)) return no_such_thing();
  audit_log::record(tx, {"remark.settled", "remark", remark.text(), ""});
  return Done{};
}

Beside look_beside(postgres::AgencyTx& tx, const UnitId& unit, const Place& place,
                   const std::optional<std::string>& standard, Instant now) {
  ask_beside_ahead(tx, unit, place, now);
  note_presence(tx, unit, place, now);
  return load_beside(tx, unit, place, standard, now);
}

std::vector<Colleague> colleagues_of(postgres::AgencyTx& tx, const UnitId& unit) {
  return load_colleagues(tx, unit);
}

SharedWork shared_work(postgres::AgencyTx& tx, const UnitId& unit) {
  ask_work_ahead(tx, unit);
  return {load_colleagues(tx, unit), load_assignments(tx, unit), load_open_remarks(tx, unit)};
}

}  // namespace onereturn::returns
