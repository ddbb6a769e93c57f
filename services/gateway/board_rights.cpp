#include "gateway/board_rights.hpp"

#include <algorithm>

namespace onereturn::gateway {
namespace {

using Roles = std::vector<std::string_view>;

const Roles manager{"manager"};
const Roles office{"manager", "assistant"};
const Roles board_room{"manager", "assistant", "chair"};
const Roles signing{"manager", "chair"};
const Roles reviewing{"member", "reviewer"};

using Rights = std::vector<BoardRight>;

Rights of_the_register() {
  return {
      {"Home", "Read the board's home", board_room, {"GET /board"}},
      {"Home", "Read who may do what", board_room, {"GET /board/rights"}},
      {"Home", "Read what can be set up", board_room, {"GET /set-up"}},
      {"Register",
       "Look at the register, the waves and when each is due",
       board_room,
       {"GET /register", "GET /register/{entry}", "GET /register/{entry}/asked/{request}",
        "GET /waves", "GET /waves/{wave}"}},
      {"Register",
       "Take the register or the list of a wave along",
       board_room,
       {"GET /register.csv", "GET /waves/{wave}/returns.csv"},
       true},
      {"Register",
       "Add, change, merge, split, close and invite organisations",
       manager,
       {"GET /register/add", "POST /register", "POST /register/{entry}/invite",
        "GET /register/types", "POST /register/types", "GET /register/{entry}/edit",
        "POST /register/{entry}/edit", "GET /register/{entry}/close",
        "POST /register/{entry}/close", "GET /register/{entry}/merge",
        "POST /register/{entry}/merge", "GET /register/{entry}/split",
        "POST /register/{entry}/split", "POST /register/{entry}/open"}},
      {"Register",
       "Ask for returns, open waves, move a day, leave one out",
       manager,
       {"GET /waves/new", "POST /waves", "GET /register/{entry}/ask", "POST /register/{entry}/ask",
        "POST /register/{entry}/asked/{request}/due",
        "POST /register/{entry}/asked/{request}/leave-out",
        "POST /register/{entry}/asked/{request}/count",
        "POST /register/{entry}/asked/{request}/withdraw"}},
      {"Contacts", "Look at contacts", board_room, {"GET /register/{entry}/contacts"}},
      {"Contacts", "Take the contacts along", board_room, {"GET /contacts.csv"}, true},
      {"Contacts",
       "Add, correct and end contacts",
       manager,
       {"GET /register/{entry}/contacts/add", "POST /register/{entry}/contacts/add",
        "GET /register/{entry}/contacts/{contact}", "POST /register/{entry}/contacts/{contact}",
        "POST /register/{entry}/contacts/{contact}/end",
        "POST /register/{entry}/contacts/{contact}/trust"}},
      {"Reminders",
       "Look at what goes out, and at the chair's list",
       board_room,
       {"GET /reminders", "GET /reminders/chair", "GET /reminders/{step}/{day}",
        "GET /register/{entry}/reminders", "GET /set-up/reminders"}},
      {"Reminders",
       "Set up, approve, pause and stop reminders",
       manager,
       {"POST /reminders/{step}/{day}", "POST /set-up/reminders", "POST /set-up/reminders/usual",
        "GET /set-up/reminders/steps/new", "POST /set-up/reminders/steps/new",
        "GET /set-up/reminders/steps/{step}", "POST /set-up/reminders/steps/{step}",
        "POST /set-up/reminders/steps/{step}/remove", "POST /reminders/pauses",
        "POST /reminders/pauses/{pause}/end"}},
  };
}

Rights of_returns() {
  return {
      {"Returns",
       "Read returns, receipts and newer versions",
       board_room,
       {"GET /returns", "GET /returns/{return}", "GET /returns/{return}/receipt",
        "GET /returns/{return}/receipt.svg", "GET /returns/{return}/supplement"}},
      {"Returns", "Take the list of returns along", board_room, {"GET /returns.csv"}, true},
      {"Returns",
       "Take a return and its receipt on paper",
       board_room,
       {"GET /returns/{return}/papers", "POST /returns/{return}/papers",
        "GET /returns/{return}/papers/{file}"}},
      {"Returns",
       "Take the tables of a return along",
       board_room,
       {"GET /returns/{return}/tables/{file}"},
       true},
      {"Returns",
       "Acknowledge a return and give its receipt",
       board_room,
       {"POST /returns/{return}/acknowledge"}},
      {"Returns",
       "Accept or decline a newer version",
       office,
       {"POST /returns/{return}/supplement"}},
      {"Evidence",
       "Look at the list of evidence and open what was given",
       board_room,
       {"GET /returns/{return}/evidence", "GET /returns/{return}/evidence/{number}",
        "GET /evidence-asked", "GET /evidence-asked/{ask}", "GET /returns/{return}/asked/{ask}"}},
      {"Evidence",
       "Ask for a piece, and say whether it is accepted",
       office,
       {"POST /returns/{return}/evidence/{number}/ask", "POST /evidence-asked/{ask}"}},
      {"Evidence",
       "Look at random samples",
       board_room,
       {"GET /samples", "GET /returns/{return}/samples", "GET /samples/{sample}"}},
      {"Evidence",
       "Take the list of a sample along",
       board_room,
       {"GET /samples/{sample}/population.csv"},
       true},
      {"Evidence",
       "Draw a sample, ask for what was drawn, say what it shows",
       office,
       {"POST /samples", "POST /returns/{return}/samples",
        "POST /samples/{sample}/{return}/{number}",
        "POST /samples/{sample}/{return}/{number}/ask"}},
      {"Questions",
       "Read questions, guidance, support and who may need help",
       board_room,
       {"GET /questions", "GET /threads/{thread}", "GET /guidance", "GET /guidance/{guidance}",
        "GET /support", "GET /support/who"}},
      {"Questions",
       "Take questions, guidance, the log of support or who may need help along",
       board_room,
       {"GET /questions.csv", "GET /guidance.csv", "GET /support.csv", "GET /support/who.csv"},
       true},
      {"Questions",
       "Answer, ask, publish guidance, note support",
       office,
       {"GET /threads/new", "POST /threads", "POST /threads/{thread}",
        "POST /threads/{thread}/assign", "GET /guidance/new", "POST /guidance",
        "POST /guidance/{guidance}", "POST /guidance/{guidance}/withdraw", "GET /support/new",
        "POST /support", "POST /support/{support}/strike"}},
  };
}

Rights of_evaluation() {
  return {
      {"Evaluation",
       "Read evaluations, grades, their history and differences",
       board_room,
       {"GET /returns/{return}/evaluation", "GET /returns/{return}/evaluation/items/{item}",
        "GET /returns/{return}/evaluation/items/{item}/history",
        "GET /returns/{return}/evaluation/both", "GET /returns/{return}/evaluation/finish",
        "GET /returns/{return}/evaluation/send-back", "GET /evaluation/differences",
        "GET /evaluation/settings"}},
      {"Evaluation",
       "Begin, grade side by side, give to a colleague, give back for changes",
       office,
       {"POST /returns/{return}/evaluation", "POST /returns/{return}/evaluation/give",
        "POST /returns/{return}/evaluation/both", "POST /returns/{return}/evaluation/send-back"}},
      {"Evaluation",
       "Grade an item, in the part that is theirs at that moment; look again; set own keys",
       board_room,
       {"POST /returns/{return}/evaluation/items/{item}",
        "POST /returns/{return}/evaluation/second-look", "POST /evaluation/settings"}},
      {"Evaluation",
       "Release what the board says, and correct a release",
       manager,
       {"POST /returns/{return}/evaluation/release", "POST /returns/{return}/evaluation/correct"}},
      {"Evaluation",
       "Sign a return for the board",
       signing,
       {"POST /returns/{return}/evaluation/sign-off"}},
      {"Evaluation",
       "Look at peer reviews, plans and training needs",
       board_room,
       {"GET /peer-reviews", "GET /peer-reviews/{review}", "GET /plans", "GET /plans/{plan}",
        "GET /training-needs"}},
      {"Evaluation",
       "Take the training needs along",
       board_room,
       {"GET /training-needs.csv"},
       true},
      {"Evaluation", "Take the plans along", board_room, {"GET /plans.csv"}, true},
      {"Evaluation",
       "Invite a member to review, and end a review",
       manager,
       {"GET /peer-reviews/invite", "POST /peer-reviews/invite",
        "POST /peer-reviews/{review}/end"}},
      {"Evaluation",
       "Demand a plan, write down that it is ratified, ask again",
       office,
       {"GET /returns/{return}/plan", "POST /returns/{return}/plan", "POST /plans/{plan}/ratify",
        "POST /plans/{plan}/again", "POST /plans/{plan}/withdraw"}},
      {"Evaluation",
       "Read the returns that were named for review, and write notes",
       reviewing,
       {"GET /reviews", "GET /reviews/{review}/{return}", "POST /reviews/{review}/{return}/note",
        "POST /reviews/{review}/{return}/send"}},
      {"Forms",
       "Read what each board’s form asks, side by side, and why it was mapped so",
       board_room,
       {"GET /mapping", "GET /mapping/{form}/{requirement}"}},
      {"Forms", "Take what each form asks along", board_room, {"GET /mapping.csv"}, true},
  };
}

Rights of_actions() {
  return {
      {"Actions",
       "Read actions, the improvement plan and evidence that came with them",
       board_room,
       {"GET /actions", "GET /actions/plan", "GET /actions/{action}",
        "GET /actions/{action}/evidence/{entry}/{number}"}},
      {"Actions",
       "Take actions or the plan along",
       board_room,
       {"GET /actions.csv", "GET /actions/plan.csv"},
       true},
      {"Actions",
       "Add, follow, verify, close and ask about actions",
       office,
       {"GET /actions/new", "POST /actions", "GET /actions/{action}/change",
        "POST /actions/{action}/change", "POST /actions/{action}/status",
        "POST /actions/{action}/verify", "POST /actions/{action}/close",
        "POST /actions/{action}/ask-again", "POST /actions/{action}/reopen",
        "POST /actions/{action}/with", "POST /actions/{action}/mail"}},
      {"Reports",
       "Read reports and their versions, and take them along as a document",
       board_room,
       {"GET /reports", "GET /reports/{report}", "GET /reports/{report}/versions/{version}",
        "GET /reports/{report}/versions/{version}/changes",
        "GET /reports/{report}/versions/{version}/pictures/{number}",
        "GET /reports/{report}/versions/{version}/files", "POST /reports/{report}/files",
        "GET /reports/{report}/papers/{file}"}},
      {"Reports",
       "Take the tables of a report along",
       board_room,
       {"GET /reports/{report}/tables/{file}"},
       true},
      {"Reports",
       "Make reports, write them, take conclusions over, begin the next version",
       office,
       {"GET /reports/new", "POST /reports", "POST /reports/{report}/sections/{section}",
        "POST /reports/{report}/draft", "POST /reports/{report}/lift",
        "POST /reports/{report}/next"}},
      {"Reports",
       "Finish and withdraw a report",
       manager,
       {"POST /reports/{report}/finish", "POST /reports/{report}/withdraw"}},
      {"Reports",
       "Choose how the board's papers look: name, colour, logo",
       manager,
       {"GET /board/look", "POST /board/look", "GET /board/look/logo"}},
      {"Reports", "Note who signed a report", signing, {"POST /reports/{report}/sign"}},
      {"Figures",
       "Look at figures, the direction of travel and what was spared",
       board_room,
       {"GET /figures", "GET /figures/picture"}},
      {"Figures", "Take a table of figures along", board_room, {"GET /figures.csv"}, true},
      {"The board itself",
       "Keep the board's people, their roles and rights",
       manager,
       {"GET /board/people", "GET /board/people/invite", "POST /board/people/invite",
        "POST /board/people/invitations/{invitation}/withdraw", "GET /board/people/{membership}",
        "POST /board/people/{membership}", "POST /board/people/{membership}/remove",
        "POST /board/people/{membership}/codes", "POST /board/people/{membership}/export"}},
      {"The board itself", "Read what a council may see", board_room, {"GET /board/sight"}},
      {"The board itself",
       "Let a council see, and end it",
       manager,
       {"GET /board/sight/new", "POST /board/sight", "POST /board/sight/{sight}/end"}},
      {"The board itself", "Read what was done here", manager, {"GET /board/trail"}},
      {"The board itself", "Take what was done along", manager, {"GET /board/trail.csv"}, true},
  };
}

bool holds(const Roles& roles, std::string_view role) {
  return std::ranges::find(roles, role) != roles.end();
}

std::string cell(const BoardRight& right, std::string_view role) {
  if (!holds(right.roles, role)) return "";
  return right.exports && role != "manager" ? "where let" : "yes";
}

}  // namespace

const std::vector<BoardRight>& board_rights() {
  static const Rights all = [] {
    Rights table;
    for (auto* part : {&of_the_register, &of_returns, &of_evaluation, &of_actions}) {
      for (auto& right : part()) {
        table.push_back(std::move(right));
      }
    }
    return table;
  }();
  return all;
}

std::string board_rights_document() {
  std::string text =
      "# Who of a board may do what\n\n"
      "Written from `services/gateway/board_rights.cpp`, which a test holds against the table of "
      "routes, both ways\n"
      "(`BoardRights`), and which every route is tried against over HTTP, role by role "
      "(`proof_inputs`). Taking a list along\n"
      "is a right of its own: a manager has it, anybody else where a manager lets them by name, "
      "and "
      "each time is in the trail\n"
      "with how many rows. Members and reviewers enter a scope of their own (ADR 0051), a council "
      "another (ADR 0054).\n\n"
      "| | | manager | assistant | chair | member, reviewer | routes "
      "|\n|---|---|---|---|---|---|---|\n";
  std::string_view area;
  for (const auto& right : board_rights()) {
    std::string routes;
    for (const auto route : right.routes) {
      routes += (routes.empty() ? "`" : ", `") + std::string(route) + "`";
    }
    text += "| " + std::string(right.area == area ? "" : right.area) + " | " +
            std::string(right.words) + " | " + cell(right, "manager") + " | " +
            cell(right, "assistant") + " | " + cell(right, "chair") + " | " +
            cell(right, "member") + " | " + routes + " |\n";
    area = right.area;
  }
  return text;
}

}  // namespace onereturn::gateway
