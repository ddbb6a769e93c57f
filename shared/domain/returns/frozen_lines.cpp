#include "domain/returns/frozen_lines.hpp"

namespace onereturn::returns {

namespace {

std::optional<std::string> reason_of(bool not_applicable, const std::string& reason) {
  return not_applicable ? std::optional(reason) : std::nullopt;
}

// One line per text; one without a role when there is none.
void add_texts(std::vector<FrozenLine>& lines, const FrozenLine& head,
               const mapping::Texts& texts) {
  const auto before = lines.size();
  const auto add = [&](const char* role, const std::string& text) {
    if (text.empty()) return;
    auto line = head;
    line.role = role;
    line.text = text;
    lines.push_back(std::move(line));
  };
  add("describes", texts.describes);
  add("knows", texts.knows);
  add("improve", texts.improve);
  if (lines.size() == before) lines.push_back(head);
}

void add_local(std::vector<FrozenLine>& lines, const mapping::BoardSide& side) {
  for (const auto& [code, answer] : side.whole) {
    FrozenLine head;
    head.kind = "local";
    head.requirement = code;
    head.level = answer.level;
    head.na_reason = reason_of(answer.not_applicable, answer.not_applicable_reason);
    head.source_version = answer.confirmed.version;
    add_texts(lines, head, answer.texts);
  }
  for (const auto& [code, part] : side.parts) {
    if (part.texts.empty()) continue;
    FrozenLine head;
    head.kind = "local";
    head.requirement = code;
    head.source_version = part.confirmed.version;
    add_texts(lines, head, part.texts);
  }
}

void add_boxes(std::vector<FrozenLine>& lines, const mapping::BoardSide& side) {
  for (const auto& [item, residual] : side.residuals) {
    FrozenLine line;
    line.kind = "residual";
    line.box_no = item;
    line.text = residual.text;
    line.level = residual.level;
    line.na_reason = reason_of(residual.not_applicable, residual.not_applicable_reason);
    line.source_version = residual.confirmed.version;
    lines.push_back(std::move(line));
  }
  for (const auto& [box_no, direct] : side.direct) {
    FrozenLine line;
    line.kind = "direct";
    line.box_no = box_no;
    line.text = direct.text;
    line.point = direct.point;
    line.na_reason = reason_of(direct.not_applicable, direct.not_applicable_reason);
    line.source_version = direct.confirmed.version;
    lines.push_back(std::move(line));
  }
}

void add_decisions(std::vector<FrozenLine>& lines, const mapping::BoardSide& side) {
  for (const auto& [box_no, choice] : side.choices) {
    FrozenLine line;
    line.kind = "choice";
    line.box_no = box_no;
    line.point = choice.point;
    line.chosen_by = choice.by;
    line.by_on = choice.on;
    lines.push_back(std::move(line));
  }
  for (const auto& [box_no, replaced] : side.overrides) {
    FrozenLine line;
    line.kind = "override";
    line.box_no = box_no;
    line.text = replaced.text.value_or("");
    line.point = replaced.point.value_or("");
    line.reason = replaced.reason;
    line.chosen_by = replaced.by;
    line.by_on = replaced.on;
    lines.push_back(std::move(line));
  }
  for (const auto& [box_no, promised] : side.promises) {
    FrozenLine line;
    line.kind = "promise";
    line.box_no = box_no;
    line.by_on = promised.by_on;
    line.chosen_by = promised.by_whom;
    lines.push_back(std::move(line));
  }
  for (const auto& [key, text] : side.explanations) {
    FrozenLine line;
    line.kind = "explanation";
    line.subject = key;
    line.text = text;
    lines.push_back(std::move(line));
  }
}

}  // namespace

std::vector<FrozenLine> frozen_lines(const Workspace& workspace, const Engaged& board) {
  std::vector<FrozenLine> lines;
  add_local(lines, board.side);
  add_boxes(lines, board.side);
  add_decisions(lines, board.side);
  auto profile = workspace.common.profile;
  for (const auto& [source, value] : board.profile)
    profile[source] = value;
  // Its name for its area stands in headings of the copy, whatever the board calls it later.
  profile["board.area"] = board.board.area;
  for (const auto& [source, value] : profile) {
    FrozenLine line;
    line.kind = "detail";
    line.subject = source;
    line.text = value;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace onereturn::returns
