#include "domain/returns/consequences.hpp"

#include <algorithm>

#include "domain/frameworks/template_rules.hpp"
#include "domain/mapping/consequences.hpp"
#include "domain/mapping/rating.hpp"

namespace onereturn::returns {

namespace {

// What stands beside the control for these points, in the scale's order.
void add_points(Consequence& result, const frameworks::Template& form,
                const std::vector<std::string>& codes) {
  for (const auto& point : form.scale->points) {
    if (std::find(codes.begin(), codes.end(), point.code) == codes.end()) continue;
    result.points.push_back(point.label);
    result.colours.push_back(point.colour);
    result.symbols.push_back(point.symbol);
    result.action_needed = result.action_needed || point.action_demanded;
  }
}

const Engaged* find_by_code(const Workspace& workspace, const std::string& code) {
  for (const auto& board : workspace.boards) {
    if (board.identity.code == code) return &board;
  }
  return nullptr;
}

std::string place_of_box(const frameworks::Template& form, const std::string& box_no) {
  for (const auto& rated : rated_boxes(form)) {
    if (rated.box->box_no == box_no) return rated.place();
  }
  return {};
}

Consequence supposed(const Engaged& board, const mapping::Consequence& would) {
  Consequence result;
  result.board = board.board;
  result.box_no = would.box_no;
  result.item = place_of_box(*board.form, would.box_no);
  if (would.no_point) {
    result.state = mapping::BoxState::no_point;
  } else if (would.points.size() == 1 && !would.waits) {
    result.state = mapping::BoxState::set;
  } else if (!would.points.empty()) {
    result.state = mapping::BoxState::choose;
  }
  result.waits = would.waits;
  add_points(result, *board.form, would.points);
  return result;
}

std::vector<mapping::Asking> asking_boards(const Workspace& workspace,
                                           const std::vector<mapping::Engagement>& engagements,
                                           const frameworks::Requirement& requirement) {
  std::vector<mapping::Asking> asking;
  for (std::size_t at = 0; at < engagements.size(); ++at) {
    if (!workspace.boards[at].rated_requirements.contains(requirement.code)) continue;
    asking.push_back({&engagements[at], &workspace.boards[at].side});
  }
  return asking;
}

std::vector<Consequence> in_boxes(const Workspace& workspace,
                                  const std::vector<mapping::Consequence>& would_be) {
  std::vector<Consequence> all;
  for (const auto& would : would_be) {
    const auto* board = find_by_code(workspace, would.board);
    if (board == nullptr || would.box_no.empty() || !board->form->scale) continue;
    all.push_back(supposed(*board, would));
  }
  return all;
}

bool contradicts_itself(const frameworks::Requirement& requirement, const mapping::Answer& answer) {
  const std::set<std::string> all(requirement.facets.begin(), requirement.facets.end());
  return mapping::possible_levels(requirement.facets, all, mapping::statement_of(answer)).empty();
}

}  // namespace

std::optional<std::vector<Consequence>> consequences_of(const Workspace& workspace,
                                                        const frameworks::Requirement& requirement,
                                                        const mapping::Answer& answer) {
  if (!answer.level || contradicts_itself(requirement, answer)) return std::nullopt;
  const auto engagements = workspace.engagements();
  return in_boxes(
      workspace,
      mapping::consequences_of(*workspace.index, asking_boards(workspace, engagements, requirement),
                               workspace.common, requirement.code, answer));
}

std::vector<LevelChoice> level_choices(const Workspace& workspace,
                                       const frameworks::Requirement& requirement) {
  const auto engagements = workspace.engagements();
  const auto asking = asking_boards(workspace, engagements, requirement);
  std::vector<LevelChoice> choices;
  for (const auto& anchor : workspace.framework->anchors) {
    LevelChoice choice;
    choice.anchor = anchor;
    choice.consequences =
        in_boxes(workspace, mapping::consequences_of(*workspace.index, asking, workspace.common,
                                                     requirement.code, anchor.level));
    mapping::Answer answer;
    answer.level = anchor.level;
    choice.parts_matter =
        !mapping::parts_needed(*workspace.index, asking, workspace.common, requirement.code, answer)
             .matters.empty();
    choices.push_back(std::move(choice));
  }
  return choices;
}

std::vector<Consequence> present_consequences(const Workspace& workspace,
                                              const frameworks::Requirement& requirement) {
  std::vector<Consequence> all;
  for (const auto& board : workspace.boards) {
    if (!board.rated_requirements.contains(requirement.code)) continue;
    const auto engagement = workspace.engagement(board);
    for (const auto& rated : rated_boxes(*board.form)) {
      const auto ask =
          mapping::ask_of(engagement, *workspace.index, workspace.common, board.side, rated.items);
      const bool touched = std::any_of(
          ask.requirements.begin(), ask.requirements.end(),
          [&](const auto& asked) { return asked.requirement->code == requirement.code; });
      if (!touched) continue;
      mapping::RenderedBox box;
      const auto& rule = rated.items.size() == 1
                             ? frameworks::not_applicable_rule(*board.form, *rated.items.front())
                             : board.form->not_applicable;
      const auto choice = board.side.choices.find(rated.box->box_no);
      mapping::rate(box, ask, *board.form, rule,
                    choice == board.side.choices.end() ? nullptr : &choice->second);
      Consequence result;
      result.board = board.board;
      result.box_no = rated.box->box_no;
      result.item = rated.place();
      result.state = box.state;
      const bool taken =
          box.state == mapping::BoxState::set || box.state == mapping::BoxState::chosen;
      add_points(result, *board.form, taken ? std::vector{box.point} : box.points);
      all.push_back(std::move(result));
    }
  }
  return all;
}

}  // namespace onereturn::returns
