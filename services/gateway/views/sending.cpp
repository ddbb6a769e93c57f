#include "gateway/views/sending.hpp"

#include <algorithm>
#include <set>

#include "gateway/views/supplement.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using returns::CopyState;

Data ready_row(const returns::Workspace& workspace, const returns::BoardCheck& check,
               const SignedForm& form) {
  const auto* board = workspace.find(check.request);
  const auto value = check.request.text();
  const bool ticked = form.first_time || std::find(form.requests.begin(), form.requests.end(),
                                                   value) != form.requests.end();
  std::string summary = check.words.empty() ? counted(check.boxes, "box", "boxes") : check.words;
  if (check.actions > 0) summary += ", " + counted(check.actions, "action", "actions");
  return Data::object()
      .set("id", "request-" + value)
      .set("value", value)
      .set("checked", ticked)
      .set("board", board_mark(check.board))
      .set("full_name", check.board.name)
      .set("summary", summary + ".")
      .set("due", to_words(board->due_on))
      .set("preview_href", "/boards/" + value + "/copy" + unit_query(workspace));
}

// A copy that the board holds already, and that would say something else now.
const fan_out::HeldCopy* older(const SignedForm& form, const RequestId& request) {
  const auto found = std::find_if(form.held.begin(), form.held.end(),
                                  [&](const auto& one) { return one.request == request; });
  const bool is_older = found != form.held.end() && found->age == fan_out::CopyAge::older;
  return is_older ? &*found : nullptr;
}

Data offer_row(const returns::Workspace& workspace, const returns::BoardCheck& check,
               const SignedForm& form, const fan_out::HeldCopy& held) {
  auto row = ready_row(workspace, check, form);
  const auto value = check.request.text();
  const bool ticked = form.first_time ? form.offer == value
                                      : std::find(form.requests.begin(), form.requests.end(),
                                                  value) != form.requests.end();
  row.set("checked", ticked);
  row.set("summary", "A newer version, which the board accepts or declines: " +
                         counted(held.changed, "box says", "boxes say") + " something else.");
  return row;
}

Data step(const char* cls, const char* icon, std::string text, std::string note) {
  return Data::object()
      .set("cls", cls)
      .set("icon", icon)
      .set("text", std::move(text))
      .set("note", Data::text_or_no(std::move(note)));
}

std::string try_words(const returns::Delivery& delivery) {
  if (delivery.state == CopyState::parked) {
    return "We have been told and see to it. Nothing for you to do.";
  }
  static const char* const order[] = {"First", "Second", "Third", "Fourth", "Fifth"};
  std::string words;
  if (delivery.tries > 0 && delivery.tries < 5) {
    words = std::string(order[delivery.tries]) + " try";
    if (delivery.next_try_at) words += " at " + clock_in_england(*delivery.next_try_at);
    words += ". ";
  }
  return words + "Nothing for you to do.";
}

// What became of a later version at the board, which gives a receipt for what it accepts.
Data offered_step(const fan_out::HeldCopy& held) {
  if (held.newest_standing == fan_out::Standing::declined) {
    return step("now bad", "at-risk", "Not accepted",
                held.decided_at ? to_words(day_in_england(*held.decided_at)) : "");
  }
  return step("now", "now", "Offered to the board", "It accepts or declines it.");
}

bool waits_or_declined(const fan_out::HeldCopy& held, int version) {
  return held.newest == version && (held.newest_standing == fan_out::Standing::offered ||
                                    held.newest_standing == fan_out::Standing::declined);
}

Data steps(const returns::Delivery& delivery, const SaidByBoard* said,
           const fan_out::HeldCopy* held) {
  auto list = Data::list();
  const bool late = delivery.state == CopyState::parked || delivery.tries > 1;
  const bool there =
      delivery.state == CopyState::delivered || delivery.state == CopyState::received;
  const bool taken = delivery.state == CopyState::received;
  list.push(step("done", "done", "Sent", to_words_with_time(delivery.submitted_at)));
  if (there) {
    list.push(step("done", "done", "Delivered",
                   delivery.delivered_at ? to_words_with_time(*delivery.delivered_at) : ""));
  } else {
    list.push(step(late ? "now bad" : "now", late ? "at-risk" : "now",
                   delivery.state == CopyState::parked ? "Held up" : "On its way",
                   try_words(delivery)));
  }
  if (there && held != nullptr && waits_or_declined(*held, delivery.version_no)) {
    list.push(offered_step(*held));
  } else if (taken) {
    list.push(step("done", "done", "Received",
                   delivery.received_at ? to_words_with_time(*delivery.received_at) : ""));
  } else {
    list.push(step(there ? "now" : "", there ? "now" : "none",
                   there ? "Waiting for the board" : "Received",
                   there ? "It will send a receipt." : ""));
  }
  const bool evaluated = said != nullptr;
  const bool signed_off = evaluated && said->signed_off;
  list.push(step(evaluated ? "done" : "", evaluated ? "done" : "none", "Evaluated",
                 evaluated ? to_words(day_in_england(said->at)) : ""));
  list.push(step(signed_off ? "done" : "", signed_off ? "done" : "none", "Signed off", ""));
  return list;
}

Data link(const std::string& href, const char* text, const returns::BoardRef& board) {
  return Data::object().set("href", href).set("text", text).set("about", board.name);
}

// What was released of an older version says nothing of this one.
const SaidByBoard* said_of(const returns::Delivery& delivery, const SaidByBoards& said) {
  const auto found = said.find(delivery.request);
  const bool here = found != said.end() && found->second.version_no == delivery.version_no;
  return here ? &found->second : nullptr;
}

Data sent_row(const returns::Delivery& delivery, const SaidByBoards& all,
              const std::vector<fan_out::HeldCopy>& held, bool may_submit) {
  const auto* said = said_of(delivery, all);
  const auto found = std::find_if(held.begin(), held.end(),
                                  [&](const auto& one) { return one.request == delivery.request; });
  const auto base = "/sent/" + delivery.request.text();
  auto links = Data::list();
  const bool there =
      delivery.state == CopyState::delivered || delivery.state == CopyState::received;
  if (there) {
    links.push(link(base + "/copy", "Their copy", delivery.board));
    links.push(link(base + "/receipt", "Receipt", delivery.board));
    links.push(link(base + "/papers", "On paper", delivery.board));
    if (all.contains(delivery.request)) {
      links.push(link(base + "/evaluation", "What it says", delivery.board));
    }
  }
  return Data::object()
      .set("id", "sent-" + as_id(delivery.request.text()))
      .set("board", board_mark(delivery.board))
      .set("site", Data::text_or_no(delivery.site))
      .set("version_line",
           (delivery.version_no > 1 ? "Version " + std::to_string(delivery.version_no) + " of "
                                    : std::string("Version of ")) +
               to_words_with_time(delivery.submitted_at) + ", signed by " +
               delivery.authorised_name)
      .set("age", found == held.end() ? Data() : copy_age(*found, delivery.board, may_submit))
      .set("links", std::move(links))
      .set("steps", steps(delivery, said, found == held.end() ? nullptr : &*found));
}

Data unsent_row(const returns::Engaged& board, const std::string& site) {
  auto list = Data::list();
  for (const char* text : {"Not sent yet", "Delivered", "Received", "Evaluated", "Signed off"}) {
    list.push(step("", "none", text, ""));
  }
  auto links = Data::list();
  links.push(link("/check", "Check answers", board.board));
  links.push(link("/sent/" + board.request.text() + "/papers", "Blank form", board.board));
  return Data::object()
      .set("id", "sent-" + as_id(board.request.text()))
      .set("board", board_mark(board.board))
      .set("site", Data::text_or_no(site))
      .set("version_line", "Not sent. Due " + to_words(board.due_on) + ".")
      .set("age", false)
      .set("links", std::move(links))
      .set("steps", std::move(list));
}

}  // namespace

Data authorise_page(const returns::Workspace& workspace,
                    const std::vector<returns::BoardCheck>& checks, const SignedForm& form,
                    const std::vector<PageError>& errors) {
  auto ready = Data::list();
  auto not_ready = Data::list();
  auto sent = Data::list();
  for (const auto& check : checks) {
    const auto* board = workspace.find(check.request);
    if (board == nullptr) continue;
    if (const auto* held = older(form, check.request); held != nullptr && check.ready()) {
      ready.push(offer_row(workspace, check, form, *held));
    } else if (!form.offer.empty()) {
      // The page was opened for one copy: the others are signed for another time.
      continue;
    } else if (board->sent) {
      sent.push(
          Data::object().set("board", board_mark(check.board)).set("full_name", check.board.name));
    } else if (check.ready()) {
      ready.push(ready_row(workspace, check, form));
    } else {
      not_ready.push(
          Data::object()
              .set("board", board_mark(check.board))
              .set("full_name", check.board.name)
              .set("due", to_words(board->due_on))
              .set("why",
                   "Not yet: " + counted(static_cast<int>(check.errors.size()), "thing", "things") +
                       " to put right."));
    }
  }
  const bool any = !ready.items().empty();
  return Data::object()
      .set("title", "Authorise and send")
      .set("title_error", !errors.empty())
      .set("error_summary", error_summary(errors))
      .set("eyebrow", form.agency + ", " + workspace.boards.front().audit_name)
      .set("idempotency_key", form.idempotency_key)
      .set("any_ready", any)
      .set("boards_legend",
           any ? "Which boards do you send to now?" : "No board’s copy is ready to be sent")
      .set("boards_error", error_of(errors, "boards"))
      .set("ready", std::move(ready))
      .set("not_ready", std::move(not_ready))
      .set("sent", std::move(sent))
      .set("name_value", form.name)
      .set("name_error", error_of(errors, "name"))
      .set("position_value", form.position)
      .set("position_error", error_of(errors, "position"))
      .set("statement", form.statement)
      .set("statement_error", error_of(errors, "statement"));
}

Data sent_page(const std::vector<returns::Delivery>& deliveries,
               const returns::Workspace* workspace, const std::string& saved_note,
               const SaidByBoards& said, const std::vector<fan_out::HeldCopy>& held,
               bool may_submit) {
  auto rows = Data::list();
  std::set<RequestId> shown;
  std::string audit;
  for (const auto& delivery : deliveries) {
    audit = delivery.audit_name;
    // Newest first: an earlier version of the same copy stays with the board, not in this list.
    if (shown.insert(delivery.request).second) {
      rows.push(sent_row(delivery, said, held, may_submit));
    }
  }
  if (workspace != nullptr && !deliveries.empty()) {
    const auto site = workspace->units.size() > 1 ? workspace->unit_name : std::string();
    for (const auto& board : workspace->boards) {
      if (shown.insert(board.request).second) rows.push(unsent_row(board, site));
    }
  }
  return Data::object()
      .set("title", "Sent to boards")
      .set("saved_note", Data::text_or_no(saved_note))
      .set("eyebrow", audit)
      .set("rows", std::move(rows));
}

}  // namespace onereturn::gateway::views
