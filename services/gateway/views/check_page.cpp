#include <algorithm>
#include <set>

#include "domain/returns/promised.hpp"
#include "gateway/views/promise_page.hpp"
#include "gateway/views/sending.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

constexpr std::size_t shown_max = 6;

// Where a finding is put right.
Data links(const returns::Workspace& workspace, const returns::BoardCheck& check,
           const returns::CheckFinding& finding) {
  const auto unit = unit_query(workspace);
  auto list = Data::list();
  const auto add = [&](const std::string& href, const char* text) {
    list.push(Data::object().set("href", href).set("text", text).set("about", finding.place));
  };
  if (workspace.way == mapping::Way::own_form) {
    const auto* board = workspace.find(check.request);
    for (const auto& section : board->form->sections) {
      bool here = false;
      for (const auto& box : section.boxes)
        here = here || box.box_no == finding.box_no;
      for (const auto& item : section.items) {
        here = here || (!finding.item.empty() && item.code == finding.item);
        for (const auto& box : item.boxes)
          here = here || box.box_no == finding.box_no;
      }
      if (here) {
        add("/form/" + section.code + unit, "Put it right");
        break;
      }
    }
    return list;
  }
  const auto extras = "/boards/" + check.request.text() + "/extras" + unit;
  if (!finding.requirement.empty()) {
    const auto* requirement = workspace.requirement(finding.requirement);
    const bool whole = requirement != nullptr && requirement->local == frameworks::LocalKind::whole;
    const auto question = "/questions/" + finding.requirement;
    add(whole ? question + "/for/" + check.request.text() + unit : question + unit,
        "Go to the question");
  } else {
    add(extras, "Answer it for this board");
  }
  return list;
}

// Where it can be said that something will be supplied later, or where that can be changed.
void add_promise(Data& links, const returns::Workspace& workspace, const returns::BoardCheck& check,
                 const returns::CheckFinding& finding, const char* text) {
  const auto* board = workspace.find(check.request);
  const auto subject = returns::promise_subject(finding);
  if (board == nullptr || !subject) return;
  if (!returns::promise_view(workspace, *board, *subject)) return;
  links.push(Data::object()
                 .set("href", promise_href(workspace, *board, *subject, "check"))
                 .set("text", text)
                 .set("about", finding.place));
}

Data issue(const returns::Workspace& workspace, const returns::BoardCheck& check,
           const returns::CheckFinding& finding, std::size_t number, bool may_write) {
  const auto anchor = "issue-" + as_id(check.board.mark) + "-" + std::to_string(number);
  auto to = links(workspace, check, finding);
  if (may_write) add_promise(to, workspace, check, finding, "Not to hand? Say when");
  Data explain;
  if (!finding.error) {
    explain =
        Data::object()
            .set("id", anchor + "-text")
            .set("request", check.request.text())
            .set("key", finding.key)
            .set("open", false)
            .set("summary", finding.explanation.empty() ? "Explain it, if you wish" : "Explained")
            .set("label", "What should the board know?")
            .set("value", finding.explanation);
  }
  const bool any = !to.items().empty();
  return Data::object()
      .set("anchor", anchor)
      .set("what", finding.place.empty() ? "" : finding.place + ".")
      .set("text", finding.message)
      .set("links_any", any)
      .set("links", std::move(to))
      .set("explain", std::move(explain));
}

struct Standing {
  const char* kind;
  Data status;
  int order;
};

Standing standing(const returns::BoardCheck& check, const returns::Engaged* board) {
  if (board != nullptr && board->sent) return {"sent", status("green", "done", "Sent"), 3};
  if (!check.errors.empty()) {
    return {
        "bad",
        status("red", "off-track",
               counted(static_cast<int>(check.errors.size()), "thing", "things") + " to put right"),
        0};
  }
  const auto open = std::count_if(check.queries.begin(), check.queries.end(),
                                  [](const auto& query) { return query.explanation.empty(); });
  if (open > 0) {
    return {"ask",
            status("amber", "at-risk",
                   counted(static_cast<int>(open), "thing", "things") + " to explain, if you wish"),
            1};
  }
  return {"ok", status("green", "done", "Ready"), 2};
}

// What will be supplied later: one line for each promise, however much it excuses.
Data promised_lines(const returns::Workspace& workspace, const returns::BoardCheck& check,
                    bool may_write) {
  auto list = Data::list();
  const auto* board = workspace.find(check.request);
  std::set<std::string> told;
  for (const auto& finding : check.promised) {
    const auto subject = returns::promise_subject(finding);
    if (board == nullptr || !subject) continue;
    const auto view = returns::promise_view(workspace, *board, *subject);
    if (!view) continue;
    const auto& promises = board->side.promises;
    const auto found = promises.find(view->boxes.front().box_no);
    if (found == promises.end()) continue;
    const auto place = finding.place.empty() ? view->name : finding.place + ", " + view->name;
    if (!told.insert(place).second) continue;
    auto to = Data::list();
    if (may_write) add_promise(to, workspace, check, finding, "Change");
    list.push(Data::object()
                  .set("what", place + ".")
                  .set("text", promise_state(found->second) + ".")
                  .set("links", std::move(to)));
  }
  return list;
}

Data board_card(const returns::Workspace& workspace, const returns::BoardCheck& check,
                const Standing& stands, bool may_write) {
  auto issues = Data::list();
  std::size_t number = 0;
  std::size_t hidden = 0;
  const bool open = std::string_view(stands.kind) != "sent";
  for (const auto* findings : {&check.errors, &check.queries}) {
    for (const auto& finding : *findings) {
      ++number;
      if (!open) continue;
      if (number > shown_max) {
        ++hidden;
        continue;
      }
      issues.push(issue(workspace, check, finding, number, may_write));
    }
  }
  auto summary = std::to_string(check.boxes_filled) + " of " +
                 counted(check.boxes, "box", "boxes") + " filled.";
  if (!check.words.empty()) summary = check.words + ". " + summary;
  auto promised = open ? promised_lines(workspace, check, may_write) : Data::list();
  return Data::object()
      .set("has_promised", !promised.items().empty())
      .set("promised", std::move(promised))
      .set("id", "card-" + as_id(check.request.text()))
      .set("kind", stands.kind)
      .set("board", board_mark(check.board))
      .set("full_name", check.board.name)
      .set("status", stands.status)
      .set("issues", std::move(issues))
      .set("more",
           hidden == 0
               ? Data()
               : Data("and " + counted(static_cast<int>(hidden), "more thing", "more things") +
                      ". Put these right first."))
      .set("summary", summary)
      .set("preview_href", "/boards/" + check.request.text() + "/copy" + unit_query(workspace));
}

Data facts(const std::vector<returns::BoardCheck>& checks) {
  int boxes = 0, filled = 0, actions = 0, promises = 0;
  for (const auto& check : checks) {
    boxes += check.boxes;
    filled += check.boxes_filled;
    actions += check.actions;
    promises += check.promises;
  }
  auto list = Data::list();
  const auto add = [&](const char* label, const std::string& text) {
    list.push(Data::object().set("label", label).set("text", text));
  };
  add("Boards", std::to_string(checks.size()));
  add("Boxes", std::to_string(filled) + " of " + std::to_string(boxes));
  add("Actions", std::to_string(actions));
  if (promises > 0) add("To be supplied", std::to_string(promises));
  return list;
}

std::string lede(int ready, int sent, int all) {
  if (sent == all) return "Every copy has been sent.";
  if (ready + sent == all) return "Every copy is ready to be sent.";
  if (ready == 0) return "No copy is ready yet. Put right what is named below.";
  return capital(number_word(ready)) + (ready == 1 ? " board is" : " boards are") +
         " ready. You can send to " + (ready == 1 ? "that one" : "those") +
         " now and to the others later.";
}

}  // namespace

Data check_page(const returns::Workspace& workspace, const std::vector<returns::BoardCheck>& checks,
                bool may_submit, const std::string& saved_note, bool may_write) {
  std::vector<std::pair<Standing, const returns::BoardCheck*>> order;
  int ready = 0, sent = 0;
  for (const auto& check : checks) {
    order.emplace_back(standing(check, workspace.find(check.request)), &check);
    const auto at = order.back().first.order;
    sent += at == 3 ? 1 : 0;
    ready += at == 1 || at == 2 ? 1 : 0;
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first.order < b.first.order; });
  auto boards = Data::list();
  for (const auto& [stands, check] : order) {
    boards.push(board_card(workspace, *check, stands, may_write));
  }
  return Data::object()
      .set("title", "Check answers")
      .set("error_summary", false)
      .set("saved_note", Data::text_or_no(saved_note))
      .set("lede", lede(ready, sent, static_cast<int>(checks.size())))
      .set("boards", std::move(boards))
      .set("facts", facts(checks))
      .set("authorise", may_submit && ready > 0 ? Data("Go on to authorise and send") : Data())
      .set("ask", !may_submit && ready > 0
                      ? Data("The person who authorises returns signs in and sends them.")
                      : Data());
}

}  // namespace onereturn::gateway::views
