#include "domain/returns/board_history.hpp"

#include <charconv>

#include "domain/identity/roles.hpp"
#include "domain/returns/asked.hpp"
#include "domain/returns/save_answer.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/box_field_parts.hpp"
#include "gateway/views/history_page.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using returns::BoxKind;

int asked_version(const RequestContext& context) {
  int version = 0;
  const auto text = context.field("version");
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version;
}

bool may_restore(const RequestContext& context) {
  return identity::may_write(context.session().role);
}

// What the path names: the answer, or the part of one, for one board.
struct LocalSubject {
  const returns::Engaged* board = nullptr;
  const frameworks::Requirement* requirement = nullptr;
  bool whole = false;

  std::string page() const {
    return "/questions/" + requirement->code + (whole ? "/for/" + board->request.text() : "");
  }
};

std::optional<LocalSubject> local_subject(const RequestContext& context,
                                          const returns::Workspace& workspace) {
  LocalSubject subject;
  subject.board = engaged_in_path(context, workspace);
  if (subject.board == nullptr || workspace.way == mapping::Way::own_form) return std::nullopt;
  subject.requirement = workspace.requirement(context.path("requirement"));
  if (subject.requirement == nullptr ||
      !subject.board->requirements.contains(subject.requirement->code)) {
    return std::nullopt;
  }
  subject.whole = subject.requirement->local == frameworks::LocalKind::whole;
  return subject;
}

// A box of the board's form that the agency writes in, or an item with a question of its own.
struct BoxSubject {
  const returns::Engaged* board = nullptr;
  BoxKind kind = BoxKind::direct;
  std::string key;
  std::string heading;
  std::string label;
  std::string page;  // where it is written
};

// "6. Recruitment and allegations, item 6.2": an item's wording is too long for a heading.
std::string place_in_words(const frameworks::Section& section, const frameworks::Item& item) {
  const auto place = returns::place_of(section);
  const bool told_apart = item.number && item.number != section.number;
  return told_apart ? place + ", item " + *item.number : place;
}

void find_direct(BoxSubject& subject, bool own_form) {
  for (const auto& section : subject.board->form->sections) {
    const auto look = [&](const std::vector<frameworks::Box>& boxes, const std::string& place) {
      for (const auto& box : boxes) {
        if (box.box_no != subject.key || box.filled_by == frameworks::FilledBy::board) continue;
        subject.heading = place;
        subject.label = box.label;
        if (own_form) subject.page = "/form/" + section.code;
      }
    };
    look(section.boxes, returns::place_of(section));
    for (const auto& item : section.items)
      look(item.boxes, place_in_words(section, item));
  }
}

void find_residual(BoxSubject& subject) {
  for (const auto& asked : subject.board->asked) {
    if (asked.item->code != subject.key || !asked.mapping->residual) continue;
    subject.heading = place_in_words(*asked.section, *asked.item);
    subject.label = asked.mapping->residual->question;
  }
}

std::optional<BoxSubject> box_subject(const RequestContext& context,
                                      const returns::Workspace& workspace) {
  BoxSubject subject;
  subject.board = engaged_in_path(context, workspace);
  if (subject.board == nullptr) return std::nullopt;
  subject.key = context.path("key");
  subject.page = "/boards/" + subject.board->request.text() + "/extras";
  if (context.path("kind") == "residual") {
    subject.kind = BoxKind::residual;
    find_residual(subject);
  } else if (context.path("kind") == "direct") {
    find_direct(subject, workspace.way == mapping::Way::own_form);
  }
  if (subject.heading.empty()) return std::nullopt;
  return subject;
}

}  // namespace

http::Response show_local_history(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto subject = local_subject(context, *workspace);
  if (!subject) return not_found(context);
  const auto& code = subject->requirement->code;
  const auto history = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::board_answer_history(tx, subject->board->request, code);
  });
  if (!history) return refuse(context, history.problem());
  const auto unit = views::unit_query(*workspace);
  return framed(
      context, "pages/history",
      views::local_history_page({subject->board->board.name, subject->requirement->name, "",
                                 subject->page() + unit, context.request().path + unit},
                                *history, may_restore(context)),
      "/home");
}

http::Response restore_local_version(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto subject = local_subject(context, *workspace);
  if (!subject) return not_found(context);
  const auto& code = subject->requirement->code;
  const auto& request = subject->board->request;
  const auto saved = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) -> Result<returns::SaveOutcome> {
        const auto history = returns::board_answer_history(tx, request, code);
        if (!history) return history.problem();
        auto command = returns::restore(*history, asked_version(context), request, code);
        if (!command) return Problem{ProblemCode::not_found, "not-found", "No such version."};
        command->at = context.now();
        return returns::save_board_answer(tx, *command);
      });
  if (!saved) return refuse(context, saved.problem());
  if (!saved->saved()) {
    return http::Response::see_other(context.request().path + views::unit_query(*workspace));
  }
  return http::Response::see_other(with_saved(subject->page(), *workspace));
}

http::Response show_box_history(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto subject = box_subject(context, *workspace);
  if (!subject) return not_found(context);
  const auto history = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::box_history(tx, subject->board->request, subject->kind, subject->key);
  });
  if (!history) return refuse(context, history.problem());
  return framed(
      context, "pages/history",
      views::box_history_page(
          {subject->board->board.name, subject->heading, subject->label,
           subject->page + views::unit_query(*workspace),
           views::box_history_href(*workspace, *subject->board, subject->kind, subject->key)},
          *subject->board->form, *history, may_restore(context)),
      "/home");
}

http::Response restore_box_version(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto subject = box_subject(context, *workspace);
  if (!subject) return not_found(context);
  const auto& request = subject->board->request;
  const auto saved = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) -> Result<returns::SavedBox> {
        const auto history = returns::box_history(tx, request, subject->kind, subject->key);
        if (!history) return history.problem();
        auto command = returns::restore(*history, asked_version(context), request, subject->kind,
                                        subject->key);
        if (!command) return Problem{ProblemCode::not_found, "not-found", "No such version."};
        command->at = context.now();
        return returns::save_box(tx, *command, workspace->today);
      });
  if (saved) return http::Response::see_other(with_saved(subject->page, *workspace));
  if (saved.problem().key != "stale-version") return refuse(context, saved.problem());
  return http::Response::see_other(
      views::box_history_href(*workspace, *subject->board, subject->kind, subject->key));
}

}  // namespace onereturn::gateway::pages
