#include "gateway/views/way_back.hpp"

#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

const frameworks::Section* section_in(const returns::Engaged& board, std::string_view code) {
  for (const auto& section : board.form->sections) {
    if (section.code == code) return &section;
  }
  return nullptr;
}

}  // namespace

WayBack way_back(const returns::Workspace& workspace, const returns::Engaged* board,
                 std::string_view from) {
  const auto unit = unit_query(workspace);
  const bool own_form = workspace.way == mapping::Way::own_form;
  if (board != nullptr && (from == "extras" || from == "copy")) {
    const auto base = "/boards/" + board->request.text() + "/";
    if (from == "copy") return {"copy", base + "copy" + unit, board->board.area + "’s copy"};
    if (!own_form) return {"extras", base + "extras" + unit, "Only for " + board->board.area};
  }
  if (const auto code = pressed(from, "form/"); board != nullptr && own_form && !code.empty()) {
    if (const auto* section = section_in(*board, code)) {
      return {"form/" + code, "/form/" + code + unit, section->title};
    }
  }
  if (auto code = pressed(from, "questions/"); !own_form && !code.empty()) {
    const bool alone = board != nullptr && code.ends_with("/for");
    if (alone) code.resize(code.size() - 4);
    if (const auto* requirement = workspace.requirement(code)) {
      const auto page = "/questions/" + code + (alone ? "/for/" + board->request.text() : "");
      return {"questions/" + code + (alone ? "/for" : ""), page + unit, requirement->name};
    }
  }
  return {"check", "/check" + unit, "Check answers"};
}

std::string pressed(std::string_view go, std::string_view word) {
  return go.starts_with(word) ? std::string(go.substr(word.size())) : std::string();
}

}  // namespace onereturn::gateway::views
