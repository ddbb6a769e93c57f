#include "domain/returns/save_box.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/identity/roles.hpp"
#include "domain/identity/standards_limit.hpp"
#include "domain/returns/answer_rules.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/box_store.hpp"
#include "domain/returns/load_workspace.hpp"

namespace onereturn::returns {

namespace {

Problem no_such_box() {
  return {ProblemCode::not_found, "not-found", "There is no such box in this board's form."};
}

Problem wrong_point() {
  return {ProblemCode::invalid,
          "validation",
          "Your answers do not allow that point.",
          {{"point", "Choose one of the points that your answers allow."}}};
}

const frameworks::Box* find_box(const frameworks::Template& form, const std::string& box_no) {
  for (const auto& section : form.sections) {
    for (const auto& box : section.boxes) {
      if (box.box_no == box_no) return &box;
    }
    for (const auto& item : section.items) {
      for (const auto& box : item.boxes) {
        if (box.box_no == box_no) return &box;
      }
    }
  }
  return nullptr;
}

bool has_point(const frameworks::Template& form, const std::string& code) {
  return form.scale && std::any_of(form.scale->points.begin(), form.scale->points.end(),
                                   [&](const auto& point) { return point.code == code; });
}

Result<Done> check_residual(postgres::AgencyTx& tx, const OpenRequest& open,
                            const SaveBox& command) {
  if (open.mapping_version == 0) return no_such_box();
  const auto mapping =
      frameworks::load_mapping(tx, open.form, open.framework, open.mapping_version);
  const auto item = mapping->items.find(command.key);
  if (item == mapping->items.end() || !item->second.residual) return no_such_box();
  return Done{};
}

Result<Done> check_direct(const frameworks::Template& form, const SaveBox& command) {
  const auto* box = find_box(form, command.key);
  if (box == nullptr || box->filled_by == frameworks::FilledBy::board) return no_such_box();
  const bool rating = box->content == frameworks::BoxContent::rating;
  if (rating && !command.point.empty() && !has_point(form, command.point)) return wrong_point();
  if (!rating && !command.point.empty()) return wrong_point();
  return Done{};
}

// A choice is among the points that the answers allow at this moment, and nothing else.
Result<Done> check_choice(postgres::AgencyTx& tx, const OpenRequest& open, const SaveBox& command,
                          Date today) {
  const auto workspace = load_workspace(tx, open.engaged.unit, today);
  if (!workspace) return workspace.problem();
  const auto* engaged = workspace->find(command.request);
  if (engaged == nullptr) return no_such_box();
  const auto copy = preview_copy(*workspace, *engaged);
  const auto box = std::find_if(copy.boxes.begin(), copy.boxes.end(),
                                [&](const auto& each) { return each.box_no == command.key; });
  if (box == copy.boxes.end() || box->content != frameworks::BoxContent::rating ||
      box->state == mapping::BoxState::left_to_board) {
    return no_such_box();
  }
  if (command.not_applicable) {
    return engaged->form->not_applicable.allowed ? Result<Done>(Done{})
                                                 : Result<Done>(wrong_point());
  }
  if (std::find(box->points.begin(), box->points.end(), command.point) == box->points.end()) {
    return wrong_point();
  }
  return Done{};
}

Result<Done> check_override(const frameworks::Template& form, const SaveBox& command) {
  const auto* box = find_box(form, command.key);
  if (box == nullptr || box->filled_by == frameworks::FilledBy::board) return no_such_box();
  if (!command.point.empty() &&
      (box->content != frameworks::BoxContent::rating || !has_point(form, command.point))) {
    return wrong_point();
  }
  return Done{};
}

Result<Done> check(postgres::AgencyTx& tx, const OpenRequest& open, const SaveBox& command,
                   Date today) {
  const auto form = frameworks::load_template(tx, open.form);
  switch (command.kind) {
    case BoxKind::residual:
      return check_residual(tx, open, command);
    case BoxKind::direct:
      return check_direct(*form, command);
    case BoxKind::choice:
      return check_choice(tx, open, command, today);
    case BoxKind::override_:
      return check_override(*form, command);
  }
  return no_such_box();
}

bool may_save(std::string_view role, BoxKind kind) {
  const bool decides = kind == BoxKind::choice || kind == BoxKind::override_;
  return decides ? identity::may_choose(role) : identity::may_write(role);
}

// Whether the lead has limited whoever acts to standards that have nothing at this place.
bool is_outside_limit(postgres::AgencyTx& tx, const OpenRequest& open, const std::string& place) {
  return !identity::may_write_box(tx, open.engaged.board.board, open.engaged.request, place);
}

}  // namespace

Result<SavedBox> save_box(postgres::AgencyTx& tx, const SaveBox& command, Date today) {
  if (!may_save(tx.actor().role, command.kind)) return not_permitted_to_write();
  auto tidied = command;
  auto problem = tidy(tidied);
  if (!problem.fields.empty()) return problem;
  const auto open = find_open_request(tx, command.request);
  if (!open) return no_such_box();
  if (is_outside_limit(tx, *open, command.key)) return identity::not_among_your_standards();
  const auto fits = check(tx, *open, tidied, today);
  if (!fits) return fits.problem();
  const BoardPlace place{open->engaged.unit, command.request, open->engaged.board.board};
  const auto saved = write_box(tx, place, tidied);
  if (!saved) {
    return Problem{
        ProblemCode::conflict, "stale-version",
        "Somebody saved this box while you were writing. Look at theirs, then save yours."};
  }
  audit_log::record(tx, {std::string("box.") + to_string(command.kind), "request",
                         command.request.text(), command.key});
  return *saved;
}

Result<Done> clear_box(postgres::AgencyTx& tx, const RequestId& request, BoxKind kind,
                       const std::string& key, int base_version) {
  if (!may_save(tx.actor().role, kind)) return not_permitted_to_write();
  const auto open = find_open_request(tx, request);
  if (!open) return no_such_box();
  SaveBox empty;
  empty.request = request;
  empty.kind = kind;
  empty.key = key;
  empty.base_version = base_version;
  if (kind == BoxKind::override_) empty.reason = "Taken back.";
  if (base_version == 0) return Done{};
  if (is_outside_limit(tx, *open, key)) return identity::not_among_your_standards();
  const BoardPlace place{open->engaged.unit, request, open->engaged.board.board};
  if (!write_box(tx, place, empty)) {
    return Problem{ProblemCode::conflict, "stale-version", "Somebody saved this box meanwhile."};
  }
  audit_log::record(
      tx, {std::string("box.") + to_string(kind) + ".taken_back", "request", request.text(), key});
  return Done{};
}

Result<Done> explain(postgres::AgencyTx& tx, const RequestId& request, const std::string& key,
                     const std::string& text) {
  if (!identity::may_write(tx.actor().role) && !identity::may_choose(tx.actor().role)) {
    return not_permitted_to_write();
  }
  const auto open = find_open_request(tx, request);
  if (!open) return no_such_box();
  const auto words = tidy_paragraph(text);
  Problem problem{ProblemCode::invalid, "validation", "The explanation needs putting right.", {}};
  check_text(problem, "text", words, paragraph_characters_max);
  check_text(problem, "key", key, line_characters_max, "Say what is explained.");
  const auto colon = key.find(':');
  check_text(problem, "key", key.substr(0, colon), 64);
  if (!problem.fields.empty()) return problem;
  const auto subject = colon == std::string::npos ? std::string() : key.substr(colon + 1);
  if (!identity::may_explain(tx, open->engaged.board.board, request, subject)) {
    return identity::not_among_your_standards();
  }
  write_explanation(tx, {open->engaged.unit, request, open->engaged.board.board}, key, words);
  audit_log::record(tx, {"query.explained", "request", request.text(), key.substr(0, colon)});
  return Done{};
}

Result<Done> promise(postgres::AgencyTx& tx, const RequestId& request, const std::string& box_no,
                     Date by_on, const std::string& by_whom, Date today) {
  if (!identity::may_write(tx.actor().role)) return not_permitted_to_write();
  const auto who = tidy_line(by_whom);
  Problem problem{ProblemCode::invalid, "validation", "The promise needs putting right.", {}};
  check_text(problem, "by_whom", who, line_characters_max, "Say who will supply it.");
  if (!by_on.ok() || days_between(today, by_on) <= 0) {
    problem.fields.push_back({"by_on", "Give a day after today."});
  }
  if (!problem.fields.empty()) return problem;
  const auto open = find_open_request(tx, request);
  if (!open) return no_such_box();
  const auto* box = find_box(*frameworks::load_template(tx, open->form), box_no);
  if (box == nullptr || box->filled_by == frameworks::FilledBy::board) return no_such_box();
  if (is_outside_limit(tx, *open, box_no)) return identity::not_among_your_standards();
  write_promise(tx, {open->engaged.unit, request, open->engaged.board.board}, box_no, by_on, who);
  audit_log::record(tx, {"box.promised", "request", request.text(), box_no});
  return Done{};
}

Result<Done> withdraw_promise(postgres::AgencyTx& tx, const RequestId& request,
                              const std::string& box_no) {
  if (!identity::may_write(tx.actor().role)) return not_permitted_to_write();
  const auto open = find_open_request(tx, request);
  if (!open) return no_such_box();
  if (is_outside_limit(tx, *open, box_no)) return identity::not_among_your_standards();
  remove_promise(tx, request, box_no);
  audit_log::record(tx, {"box.promise_withdrawn", "request", request.text(), box_no});
  return Done{};
}

}  // namespace onereturn::returns
