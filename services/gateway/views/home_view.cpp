#include "gateway/views/home_view.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "domain/returns/suggestions.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

// One square, one question: columns from left to right, filled from the top.
Data squares(int count, int done, int rows, const std::string& cls, int number,
             const std::string& words) {
  auto list = Data::list();
  auto dashes = Data::list();
  for (int at = 0; at < count; ++at) {
    const int x = at / rows * 16;
    const int y = at % rows * 16;
    list.push(Data::object()
                  .set("cls", at < done ? cls + " done" : cls)
                  .set("x", std::to_string(x) + ".5")
                  .set("y", std::to_string(y) + ".5"));
    if (cls == "gone") {
      dashes.push(Data::object().set(
          "d", "M" + std::to_string(x + 4) + " " + std::to_string(y) + ".5m0 6h5"));
    }
  }
  const int columns = std::max(1, (count + rows - 1) / rows);
  const auto width = std::to_string(columns * 16);
  const auto height = std::to_string(rows * 16);
  return Data::object()
      .set("squares", std::move(list))
      .set("dashes", std::move(dashes))
      .set("width", width)
      .set("height", height)
      .set("view",
           "-1 -1 " + std::to_string(columns * 16 + 1) + " " + std::to_string(rows * 16 + 1))
      .set("number", number)
      .set("words", words);
}

Data effort(const returns::HomeView& home) {
  const int rows = std::max({home.once, home.extras, home.spared}) > 85 ? 8 : 5;
  auto groups = Data::list();
  groups.push(squares(home.once, home.once_confirmed, rows, "once", home.once, "to answer once"));
  groups.push(
      squares(home.extras, home.extras_done, rows, "local", home.extras, "for particular boards"));
  if (home.spared > 0) {
    groups.push(squares(home.spared, 0, rows, "gone", home.spared, "you will not be asked again"));
  }
  const auto asking = capital(number_word(home.boards)) +
                      (home.boards == 1 ? " board prints " : " boards print ") +
                      counted(home.questions, "question", "questions");
  return Data::object()
      .set("groups", std::move(groups))
      .set("sentence", asking + ". You answer " + std::to_string(home.once) + " once, and " +
                           std::to_string(home.extras) + " that only one board asks.")
      .set("done_line", "Filled squares are done: " + std::to_string(home.once_confirmed) + " of " +
                            std::to_string(home.once) + " and " + std::to_string(home.extras_done) +
                            " of " + std::to_string(home.extras) + ".");
}

std::string needed_words(const returns::BoardProgress& board) {
  std::vector<std::string> parts;
  if (board.answers_needed > 0) parts.push_back(counted(board.answers_needed, "answer", "answers"));
  if (board.choices_needed > 0) parts.push_back(counted(board.choices_needed, "choice", "choices"));
  if (board.extras_needed > 0) parts.push_back(std::to_string(board.extras_needed) + " of its own");
  if (board.actions_needed > 0) parts.push_back(counted(board.actions_needed, "action", "actions"));
  return joined(parts);
}

// Where a board asks for some of its sections now: which.
std::string only_words(const returns::BoardProgress& board) { return joined(board.parts); }

Data board_row(const returns::BoardProgress& board, const std::string& unit) {
  const auto base = "/boards/" + board.request.text();
  const bool own = board.choices_needed + board.extras_needed > 0;
  Data state;
  if (board.sent) {
    state = status("green", "done", "Sent");
  } else if (!board.parts.empty() && board.stage == returns::Stage::not_started) {
    state = status("quiet", "none", "Not started");
  } else if (board.ready) {
    state = status("green", "done", "Ready to send");
  } else {
    const auto needed = needed_words(board);
    state = status("act", "draft", needed.empty() ? "Something to put right" : needed);
  }
  Data href;
  if (board.sent) {
    href = Data("/sent");
  } else if (own) {
    href = Data(base + "/extras" + unit);
  } else if (!board.ready) {
    href = Data("/check" + unit);
  }
  return Data::object()
      .set("board", board_mark(board.board))
      .set("full_name", board.board.name)
      .set("due", to_words(board.due_on))
      .set("days", board.sent ? "" : days_words(board.days_left))
      .set("form", board.form_words)
      .set("only", Data::text_or_no(only_words(board)))
      .set("status", std::move(state))
      .set("needed_href", std::move(href))
      .set("preview_href", base + "/copy" + unit);
}

// A list that is short enough to be calm: where boards ask in parts, what is next stands open, and
// what comes later or is sent is one tap away.
Data due_lists(const returns::HomeView& home, const std::string& unit) {
  constexpr int shown_max = 5;
  const bool rolling = std::any_of(home.by_board.begin(), home.by_board.end(),
                                   [](const auto& board) { return !board.parts.empty(); });
  auto next = Data::list(), later = Data::list(), sent = Data::list();
  int open = 0;
  for (const auto& board : home.by_board) {
    auto row = board_row(board, unit);
    if (rolling && board.sent) {
      sent.push(std::move(row));
    } else if (rolling && open >= shown_max) {
      later.push(std::move(row));
    } else {
      next.push(std::move(row));
    }
    if (!board.sent) ++open;
  }
  auto more = Data::list();
  const auto add = [&](const char* id, const std::string& words, Data rows) {
    if (rows.items().empty()) return;
    const auto many = std::to_string(rows.items().size());
    more.push(Data::object()
                  .set("id", id)
                  .set("text", words + " (" + many + ")")
                  .set("rows", std::move(rows)));
  };
  add("later", "Later", std::move(later));
  add("sent", "Sent", std::move(sent));
  return Data::object()
      .set("heading", rolling ? "What is next" : "What each board is waiting for")
      .set("rows", std::move(next))
      .set("more", std::move(more));
}

Data waiting_row(const returns::WaitingTask& task, const returns::Workspace& workspace) {
  const auto unit = unit_query(workspace);
  if (task.kind == returns::WaitingTask::Kind::choose) {
    return Data::object()
        .set("href", "/boards/" + task.request.text() + "/extras" + unit)
        .set("text", "Choose " + task.words)
        .set("note", "for " + task.board.area + ": your answers allow each of these");
  }
  return Data::object()
      .set("href", "/questions/" + task.requirement + unit)
      .set("text", "Confirm again: " + task.words)
      .set("note", "Older than 12 months");
}

// One line for each, unless a board has many: then one line for all of that board's.
Data waiting_rows(const returns::Workspace& workspace, const returns::HomeView& home) {
  std::map<RequestId, int> choices;
  for (const auto& task : home.waiting) {
    if (task.kind == returns::WaitingTask::Kind::choose) ++choices[task.request];
  }
  auto rows = Data::list();
  std::set<RequestId> told;
  for (const auto& task : home.waiting) {
    const bool choose = task.kind == returns::WaitingTask::Kind::choose;
    const int many = choose ? choices[task.request] : 1;
    if (many <= 2) {
      rows.push(waiting_row(task, workspace));
    } else if (told.insert(task.request).second) {
      rows.push(
          Data::object()
              .set("href", "/boards/" + task.request.text() + "/extras" + unit_query(workspace))
              .set("text", "Choose " + counted(many, "rating", "ratings"))
              .set("note", "for " + task.board.area + ": your answers allow several"));
    }
  }
  return rows;
}

constexpr std::size_t title_length_max = 90;

// The first line of what is to be done, cut where it is long.
std::string title_in(const std::string& words) {
  auto line = words.substr(0, words.find('\n'));
  if (line.size() <= title_length_max) return line;
  line.resize(line.rfind(' ', title_length_max) == std::string::npos
                  ? 0
                  : line.rfind(' ', title_length_max));
  return line + " …";
}

// What is to be done: of one by its name, of several by how many they are.
struct ToDo {
  std::string text;
  std::string href;
};

ToDo to_do(const reporting::AskedOfAgency& asked) {
  using Kind = reporting::AskedOfAgency::Kind;
  const bool one = asked.number == 1;
  switch (asked.kind) {
    case Kind::evidence:
      if (one) return {"Show evidence: " + asked.words, "/evidence/asked/" + asked.id};
      return {"Show " + std::to_string(asked.number) + " pieces of evidence", "/evidence"};
    case Kind::plan:
      return {"Offer a plan", one ? "/our-plans/" + asked.id : "/our-plans"};
    case Kind::question:
      if (one) return {"Answer a question", "/asked/" + asked.id};
      return {"Answer " + std::to_string(asked.number) + " questions", "/asked"};
    case Kind::action:
      if (one) return {"Say how it stands: " + title_in(asked.words), "/list/" + asked.id};
      return {"Say how " + std::to_string(asked.number) + " actions stand", "/list"};
    case Kind::contacts:
      break;
  }
  return {"Say whether your contacts are right", "/contacts"};
}

std::string asked_note(const reporting::AskedOfAgency& asked, Date today) {
  auto note = "for " + asked.board;
  if (!asked.due_on) return note;
  const int days = days_between(today, *asked.due_on);
  return note + ", by " + to_words(*asked.due_on) + (days < 0 ? ", " + days_words(days) : "");
}

Data standard_row(const returns::StandardProgress& standard, const std::string& unit) {
  auto list = Data::list();
  int x = 1;
  const auto add = [&](int count, const char* cls, bool half) {
    for (int at = 0; at < count; ++at, x += 22) {
      list.push(Data::object().set("cls", cls).set("x", x).set("half", half));
    }
  };
  const auto& progress = standard.progress;
  add(progress.confirmed, "c", false);
  add(progress.drafted, "h", true);
  add(progress.reconfirm, "k", false);
  add(progress.not_started, "n", false);
  std::vector<std::string> words;
  if (progress.confirmed > 0) words.push_back(std::to_string(progress.confirmed) + " confirmed");
  if (progress.drafted > 0) words.push_back(std::to_string(progress.drafted) + " drafted");
  if (progress.reconfirm > 0) {
    words.push_back(std::to_string(progress.reconfirm) + " to confirm again");
  }
  if (progress.not_started > 0) {
    words.push_back(std::to_string(progress.not_started) + " not started");
  }
  return Data::object()
      .set("href", "/standards/" + standard.code + unit)
      .set("title", standard.code + ". " + standard.name)
      .set("squares", std::move(list))
      .set("width", std::max(22, x - 1))
      .set("words", joined(words));
}

// What was written for one board alone and could start a common answer.
Data used_again(const returns::Workspace& workspace) {
  const auto count = static_cast<int>(returns::suggestions_of(workspace).size());
  if (count == 0) return {};
  return Data::object()
      .set("text", counted(count, "question", "questions") +
                       " can start from what you wrote for one board.")
      .set("href", "/suggestions" + unit_query(workspace));
}

}  // namespace

Data asked_rows(const std::vector<reporting::AskedOfAgency>& asked, Date today) {
  using Kind = reporting::AskedOfAgency::Kind;
  const auto boards = std::count_if(asked.begin(), asked.end(),
                                    [](const auto& each) { return each.kind == Kind::contacts; });
  auto rows = Data::list();
  bool contacts_told = false;
  for (const auto& each : asked) {
    const bool contacts = each.kind == Kind::contacts;
    if (contacts && std::exchange(contacts_told, true)) continue;
    auto what = to_do(each);
    const bool many = contacts && boards > 1;
    rows.push(Data::object()
                  .set("href", std::move(what.href))
                  .set("text", std::move(what.text))
                  .set("note", many ? "for " + std::to_string(boards) + " boards"
                                    : asked_note(each, today)));
  }
  return rows;
}

Data agency_home(const returns::Workspace& workspace, const returns::HomeView& home) {
  const auto unit = unit_query(workspace);
  auto standards = Data::list();
  returns::Progress total;
  for (const auto& standard : home.standards) {
    standards.push(standard_row(standard, unit));
    total.confirmed += standard.progress.confirmed;
    total.drafted += standard.progress.drafted;
    total.reconfirm += standard.progress.reconfirm;
    total.not_started += standard.progress.not_started;
  }
  Data carry_on;
  if (!home.next.empty()) {
    std::string name = home.next;
    for (const auto& requirement : workspace.framework->requirements) {
      if (requirement.code == home.next) name = requirement.name;
    }
    carry_on = Data::object()
                   .set("href", "/questions/" + home.next + unit)
                   .set("text", (home.once_confirmed > 0 ? "Carry on: " : "Begin: ") + name);
  }
  const auto heading = home.left == 0 ? std::string("Every question is answered")
                                      : counted(home.left, "question", "questions") + " left";
  return Data::object()
      .set("title", heading)
      .set("heading", heading)
      .set("year_line", workspace.boards.front().audit_name)
      .set("error_summary", false)
      .set("used_again", used_again(workspace))
      .set("both_had", false)
      .set("notices", false)
      .set("from_colleagues", false)
      .set("carry_on", std::move(carry_on))
      .set("effort", effort(home))
      .set("waiting", waiting_rows(workspace, home))
      .set("asked", Data::list())
      .set("due", due_lists(home, unit))
      .set("standards", std::move(standards))
      .set("totals", Data::object()
                         .set("confirmed", total.confirmed)
                         .set("drafted", total.drafted)
                         .set("reconfirm", total.reconfirm > 0 ? Data(total.reconfirm) : Data())
                         .set("none", total.not_started));
}

}  // namespace onereturn::gateway::views
