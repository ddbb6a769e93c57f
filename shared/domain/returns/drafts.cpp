#include "domain/returns/drafts.hpp"

#include <algorithm>

#include "domain/returns/asked.hpp"

namespace onereturn::returns {

namespace {

using frameworks::Box;
using frameworks::Item;
using frameworks::Section;

CheckFinding draft_of(const std::string& about, std::string place, const std::string& what) {
  CheckFinding finding;
  finding.rule = draft_rule;
  finding.key = finding.rule + ":" + about;
  finding.place = std::move(place);
  finding.message = what + " is a draft: confirm it first.";
  return finding;
}

const AskedItem* item_asking(const Engaged& board, const std::string& requirement) {
  const auto found = std::find_if(
      board.asked.begin(), board.asked.end(),
      [&](const AskedItem& asked) { return asked.requirements.contains(requirement); });
  return found == board.asked.end() ? nullptr : &*found;
}

void add_answers(std::vector<CheckFinding>& found, const Workspace& workspace,
                 const Engaged& board) {
  const auto add = [&](const std::string& code) {
    const auto* asked = item_asking(board, code);
    const auto* requirement = workspace.requirement(code);
    if (asked == nullptr || requirement == nullptr) return;
    auto finding = draft_of("local:" + code, place_of(*asked->section, *asked->item),
                            "What you wrote on " + requirement->name + " for " + board.board.area);
    finding.requirement = code;
    finding.item = asked->item->code;
    found.push_back(std::move(finding));
  };
  for (const auto& [code, answer] : board.drafts.whole)
    add(code);
  for (const auto& [code, part] : board.drafts.parts)
    add(code);
}

void add_residuals(std::vector<CheckFinding>& found, const Engaged& board) {
  for (const auto& asked : board.asked) {
    const auto& code = asked.item->code;
    if (!asked.mapping->residual || !board.drafts.residuals.contains(code)) continue;
    auto finding = draft_of("item:" + code, place_of(*asked.section, *asked.item),
                            "Your answer to the board's own question");
    finding.item = code;
    found.push_back(std::move(finding));
  }
}

void add_boxes(std::vector<CheckFinding>& found, const Engaged& board, const Section& section,
               const Item* item, const std::vector<Box>& boxes) {
  for (const auto& box : boxes) {
    if (!board.drafts.direct.contains(box.box_no)) continue;
    const bool known = std::any_of(found.begin(), found.end(), [&](const CheckFinding& finding) {
      return finding.box_no == box.box_no;
    });
    if (known) continue;
    auto finding = draft_of("box:" + box.box_no,
                            item == nullptr ? place_of(section) : place_of(section, *item),
                            "\"" + box.label + "\"");
    finding.box_no = box.box_no;
    if (item != nullptr) finding.item = item->code;
    found.push_back(std::move(finding));
  }
}

}  // namespace

std::vector<CheckFinding> draft_findings(const Workspace& workspace, const Engaged& board) {
  std::vector<CheckFinding> found;
  add_answers(found, workspace, board);
  add_residuals(found, board);
  if (board.drafts.direct.empty()) return found;
  for (const auto& [section, item] : unmapped_items(workspace, board)) {
    add_boxes(found, board, *section, item, item->boxes);
    const bool in_section = workspace.way == mapping::Way::own_form || item->boxes.empty();
    if (in_section) add_boxes(found, board, *section, nullptr, section->boxes);
  }
  return found;
}

bool is_cured_by(const CheckFinding& missing, const CheckFinding& draft) {
  const auto& rule = missing.rule;
  if (rule == "no-local-answer" || rule == "no-local-part") {
    return !draft.requirement.empty() && missing.requirement == draft.requirement;
  }
  if (rule == "no-own-answer" || rule == "no-own-level") {
    return draft.box_no.empty() && draft.requirement.empty() && missing.item == draft.item;
  }
  if (rule == "no-text" || rule == "no-rating") {
    return !draft.box_no.empty() && missing.box_no == draft.box_no;
  }
  return false;
}

}  // namespace onereturn::returns
