#include "gateway/views/look.hpp"

#include "domain/actions/action_titles.hpp"
#include "domain/sharing/sight_rules.hpp"
#include "gateway/views/action_words.hpp"
#include "gateway/views/sight.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using sharing::GrantState;

Data cell(const char* label, const std::string& text, bool late = false) {
  return Data::object()
      .set("label", label)
      .set("status", Data())
      .set("text", Data::text_or_no(text))
      .set("late", late);
}

Data cell(const char* label, Data status) {
  return Data::object()
      .set("label", label)
      .set("status", std::move(status))
      .set("text", Data())
      .set("late", false);
}

Data row(const std::string& href, const std::string& name, const std::string& sub, Data cells) {
  return Data::object()
      .set("href", Data::text_or_no(href))
      .set("name", name)
      .set("sub", Data::text_or_no(sub))
      .set("cells", std::move(cells));
}

struct ListWords {
  std::string part, title, lede, empty;
};

Data list_page(const sharing::Grant& grant, const ListWords& words, const ListAsked& asked,
               int found, Data rows) {
  return Data::object()
      .set("title", words.title)
      .set("board", grant.board_name)
      .set("back_href", sight_path(grant.board))
      .set("lede", words.lede)
      .set("empty_words",
           asked.any() ? std::string("Nothing fits. Take a filter away.") : words.empty)
      .set("list", listing(sight_list_shape(grant.board, words.part), asked, found))
      .set("rows", std::move(rows));
}

Data standing_of(const sharing::RegisterLine& line) {
  if (line.late) return status("amber", "at-risk", "Late");
  if (line.standing == "awaited") return status("quiet", "none", "Awaited");
  if (line.standing == "to_evaluate") return status("act", "now", "With the board");
  if (line.standing == "sent_back") return status("amber", "half-disc", "Back for changes");
  if (line.standing == "evaluated") return status("green", "done", "Evaluated");
  if (line.standing == "signed_off") return status("green", "done", "Signed off");
  if (line.standing == "left_out") return status("quiet", "na", "Left out");
  return status("quiet", "none", "Not asked yet");
}

std::string with_lead(const std::string& what, const std::string& lead) {
  return lead.empty() ? what : what + ", " + lead;
}

}  // namespace

std::string sight_path(const BoardId& board, const std::string& rest) {
  return "/sight/" + board.text() + (rest.empty() ? "" : "/" + rest);
}

Data sight_home(const sharing::OwnSight& own, const std::string& council, Date today) {
  auto boards = Data::list(), grants = Data::list();
  int standing = 0;
  for (const auto& grant : own.grants) {
    if (sharing::state_of(grant, today) == GrantState::standing) {
      ++standing;
      boards.push(Data::object()
                      .set("href", sight_path(grant.board))
                      .set("board", grant.board_name)
                      .set("parts", sight_parts_words(grant.parts))
                      .set("when", "Until " + to_words(grant.until)));
    }
    grants.push(Data::object()
                    .set("board", grant.board_name)
                    .set("parts", sight_parts_words(grant.parts))
                    .set("words", Data::text_or_no(grant.words))
                    .set("days", sight_days(grant))
                    .set("status", sight_status(grant, today)));
  }
  const auto heading = standing == 0
                           ? std::string("No board lets you see anything yet")
                           : capital(number_word(standing)) +
                                 (standing == 1 ? " board lets you see" : " boards let you see");
  return Data::object()
      .set("title", "What boards let you see")
      .set("heading", heading)
      .set("council", council)
      .set("number", own.number)
      .set("any", standing > 0)
      .set("boards", std::move(boards))
      .set("any_before", !own.grants.empty())
      .set("grants", std::move(grants));
}

Data sight_board(const sharing::Grant& grant) {
  auto parts = Data::list();
  std::vector<std::string> withheld;
  for (const auto& part : sharing::sight_parts()) {
    if (!grant.holds(part.code)) {
      withheld.emplace_back(part.title);
      continue;
    }
    parts.push(Data::object()
                   .set("href", sight_path(grant.board, std::string(part.code)))
                   .set("title", std::string(part.title))
                   .set("words", std::string(part.words)));
  }
  std::string missing;
  for (const auto& title : withheld)
    missing += (missing.empty() ? "" : "; ") + title;
  return Data::object()
      .set("title", grant.board_name)
      .set("board", grant.board_name)
      .set("when", "You may read this until " + to_words(grant.until) +
                       ". The board may end it at any time.")
      .set("words", Data::text_or_no(grant.words))
      .set("parts", std::move(parts))
      .set("withheld", Data::text_or_no(missing));
}

ListShape sight_list_shape(const BoardId& board, const std::string& part) {
  ListShape shape;
  shape.path = sight_path(board, part);
  shape.export_ = false;
  shape.page_size = sharing::looked_at_once;
  shape.search = "Organisation";
  shape.what_one = "return";
  shape.what_many = "returns";
  if (part == "register") {
    shape.what_one = "organisation";
    shape.what_many = "organisations";
    shape.filters = {{"only",
                      "Where it stands",
                      {{"late", "Late"}, {"awaited", "Not sent yet"}, {"in", "Sent"}},
                      true}};
    shape.columns = {{"Organisation"}, {"Due"}, {"Sent"}, {"State"}};
  } else if (part == "actions") {
    shape.what_one = "action";
    shape.what_many = "actions";
    shape.search = "Organisation or words";
    shape.filters = {{"only", "Which", {{"overdue", "Overdue"}, {"closed", "Closed"}}, true}};
    shape.columns = {{"Action"}, {"Organisation"}, {"By when"}, {"Status"}};
  } else if (part == "evaluations") {
    shape.what_one = "evaluation";
    shape.what_many = "evaluations";
    shape.columns = {{"Organisation"}, {"Version"}, {"Released"}};
  } else {
    shape.columns = {{"Organisation"}, {"Version"}, {"Arrived"}};
  }
  return shape;
}

sharing::Looked looked_of(const ListAsked& asked) {
  return {asked.text, asked.of("only"), asked.page};
}

Data register_seen(const sharing::RegisterSeen& seen, ListAsked asked, Date today) {
  auto rows = Data::list();
  for (const auto& line : seen.lines) {
    auto cells = Data::list();
    cells.push(cell("Due", line.due_on ? to_words(*line.due_on) : "", line.late));
    cells.push(cell("Sent", line.received_on ? to_words(*line.received_on) : ""));
    cells.push(cell("State", standing_of(line)));
    rows.push(row("", line.name, line.type, std::move(cells)));
  }
  const auto lede = counted(seen.organisations, "organisation", "organisations") + ", " +
                    std::to_string(seen.awaited) + " not sent yet, " + std::to_string(seen.late) +
                    " late on " + to_words(today) + ". Closed ones are not counted.";
  return list_page(seen.grant,
                   {"register", "The register, and who is late", lede,
                    "None yet. The board has nobody on its register."},
                   asked, seen.found, std::move(rows));
}

Data releases_seen(const sharing::ReleasesSeen& seen, ListAsked asked) {
  auto rows = Data::list();
  for (const auto& line : seen.lines) {
    auto cells = Data::list();
    cells.push(cell("Version", std::to_string(line.version)));
    cells.push(cell("Released", to_words(day_in_england(line.released_at))));
    rows.push(row(sight_path(seen.grant.board, "evaluations/" + line.id.text()), line.organisation,
                  line.title, std::move(cells)));
  }
  return list_page(seen.grant,
                   {"evaluations", "Released evaluations",
                    "What the board has said to organisations, the latest of each return.",
                    "None yet. The first appears here when the board releases one."},
                   asked, seen.found, std::move(rows));
}

Data actions_seen(const sharing::ActionsSeen& seen, ListAsked asked, Date today) {
  auto rows = Data::list();
  for (const auto& action : seen.lines) {
    const bool late = action.is_open() && action.by_on && *action.by_on < today;
    const auto day = action.by_on ? to_words(*action.by_on) : std::string("No day");
    auto cells = Data::list();
    cells.push(cell("Organisation", with_lead(action.organisation, action.lead)));
    cells.push(cell("By when", late ? day + ", " + due_words(action, today) : day, late));
    cells.push(cell("Status", action.is_open()
                                  ? standing(action, seen.forms)
                                  : status("green", "done", due_words(action, today))));
    rows.push(row(sight_path(seen.grant.board, "actions/" + action.action.text()),
                  actions::title_line(action.what), "", std::move(cells)));
  }
  return list_page(
      seen.grant,
      {"actions", "Actions",
       std::to_string(seen.open) + " open, " + std::to_string(seen.overdue) + " of them overdue.",
       "None yet. Actions appear here with returns and evaluations."},
      asked, seen.found, std::move(rows));
}

Data returns_seen(const sharing::ReturnsSeen& seen, ListAsked asked) {
  auto rows = Data::list();
  for (const auto& line : seen.lines) {
    auto cells = Data::list();
    cells.push(cell("Version", std::to_string(line.version)));
    cells.push(cell("Arrived", to_words(day_in_england(line.received_at))));
    rows.push(row(sight_path(seen.grant.board, "returns/" + line.id.text()), line.organisation,
                  line.title, std::move(cells)));
  }
  return list_page(
      seen.grant,
      {"returns", "Returns", "What organisations sent, in the board’s own form, newest first.",
       "None yet. The first will appear here when an agency sends it."},
      asked, seen.found, std::move(rows));
}

}  // namespace onereturn::gateway::views
