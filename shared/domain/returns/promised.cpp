#include "domain/returns/promised.hpp"

#include <algorithm>

#include "domain/frameworks/template_rules.hpp"
#include "domain/mapping/promised.hpp"
#include "domain/returns/asked.hpp"
#include "domain/returns/save_box.hpp"

namespace onereturn::returns {

namespace {

using frameworks::Box;
using frameworks::Item;
using frameworks::Section;
using Kind = PromiseSubject::Kind;

void add_box(PromiseView& view, const Section& section, const Item* item, const Box& box) {
  const bool known = std::any_of(view.boxes.begin(), view.boxes.end(),
                                 [&](const auto& each) { return each.box_no == box.box_no; });
  if (known) return;
  view.boxes.push_back(
      {box.box_no, item == nullptr ? place_of(section) : place_of(section, *item), box.label});
}

void add_item(PromiseView& view, const Section& section, const Item& item) {
  const auto wanted = mapping::boxes_to_promise(section, item);
  const bool own = !item.boxes.empty();
  for (const Box& box : own ? item.boxes : section.boxes) {
    const bool here = std::find(wanted.begin(), wanted.end(), box.box_no) != wanted.end();
    if (here) add_box(view, section, own ? &item : nullptr, box);
  }
}

bool is_of_words(const Box& box) {
  return frameworks::holds_words(box) && box.filled_by != frameworks::FilledBy::board;
}

void add_single(PromiseView& view, const frameworks::Template& form, const std::string& box_no) {
  for (const Section& section : form.sections) {
    for (const Box& box : section.boxes) {
      if (box.box_no == box_no && is_of_words(box)) add_box(view, section, nullptr, box);
    }
    for (const Item& item : section.items) {
      for (const Box& box : item.boxes) {
        if (box.box_no == box_no && is_of_words(box)) add_box(view, section, &item, box);
      }
    }
  }
  if (!view.boxes.empty()) view.name = view.boxes.front().label;
}

void add_asked(PromiseView& view, const Workspace& workspace, const Engaged& board,
               const PromiseSubject& subject) {
  for (const auto& asked : board.asked) {
    const bool here = subject.kind == Kind::requirement
                          ? asked.requirements.contains(subject.key)
                          : asked.item->code == subject.key && asked.mapping->residual;
    if (!here) continue;
    add_item(view, *asked.section, *asked.item);
    if (subject.kind == Kind::item) view.name = asked.mapping->residual->question;
  }
  if (subject.kind != Kind::requirement) return;
  if (const auto* requirement = workspace.requirement(subject.key)) view.name = requirement->name;
}

std::optional<mapping::Promise> given(const Engaged& board, const PromiseView& view) {
  const auto& promises = board.side.promises;
  const auto first = promises.find(view.boxes.front().box_no);
  if (first == promises.end()) return std::nullopt;
  for (const auto& box : view.boxes) {
    const auto found = promises.find(box.box_no);
    if (found == promises.end() || !(found->second == first->second)) return std::nullopt;
  }
  return first->second;
}

}  // namespace

const char* to_string(Kind kind) {
  switch (kind) {
    case Kind::requirement:
      return "requirement";
    case Kind::item:
      return "item";
    case Kind::box:
      break;
  }
  return "box";
}

std::optional<Kind> promise_kind(std::string_view word) {
  for (const auto kind : {Kind::requirement, Kind::item, Kind::box}) {
    if (word == to_string(kind)) return kind;
  }
  return std::nullopt;
}

std::optional<PromiseView> promise_view(const Workspace& workspace, const Engaged& board,
                                        const PromiseSubject& subject) {
  PromiseView view;
  if (subject.kind == Kind::box) {
    add_single(view, *board.form, subject.key);
  } else {
    add_asked(view, workspace, board, subject);
  }
  if (view.boxes.empty()) return std::nullopt;
  view.given = given(board, view);
  return view;
}

std::optional<PromiseSubject> promise_subject(const CheckFinding& finding) {
  const auto& rule = finding.rule;
  if (rule == "no-answer" || rule == "no-local-answer" || rule == "no-words" ||
      rule == "no-local-part") {
    return PromiseSubject{Kind::requirement, finding.requirement};
  }
  if (rule == "no-own-answer") return PromiseSubject{Kind::item, finding.item};
  if (rule == "no-text") return PromiseSubject{Kind::box, finding.box_no};
  return std::nullopt;
}

Result<Done> promise_boxes(postgres::AgencyTx& tx, const RequestId& request,
                           const PromiseView& view, Date by_on, const std::string& by_whom,
                           Date today) {
  for (const auto& box : view.boxes) {
    const auto done = promise(tx, request, box.box_no, by_on, by_whom, today);
    if (!done) return done.problem();
  }
  return Done{};
}

Result<Done> withdraw_promises(postgres::AgencyTx& tx, const RequestId& request,
                               const PromiseView& view) {
  for (const auto& box : view.boxes) {
    const auto done = withdraw_promise(tx, request, box.box_no);
    if (!done) return done.problem();
  }
  return Done{};
}

}  // namespace onereturn::returns
