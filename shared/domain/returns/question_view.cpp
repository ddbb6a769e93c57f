#include "domain/returns/question_view.hpp"

#include <algorithm>

#include "domain/returns/asked.hpp"
#include "domain/returns/consequences.hpp"
#include "domain/returns/drafts.hpp"

namespace onereturn::returns {

namespace {

using frameworks::LocalKind;
using frameworks::Requirement;

void add_prompt(std::vector<Prompt>& prompts, const std::string& words, const BoardRef& board) {
  for (auto& prompt : prompts) {
    if (prompt.words != words) continue;
    const auto known = std::any_of(prompt.boards.begin(), prompt.boards.end(),
                                   [&](const BoardRef& each) { return each.board == board.board; });
    if (!known) prompt.boards.push_back(board);
    return;
  }
  prompts.push_back({words, {board}});
}

void add_asking(QuestionView& view, const Engaged& board) {
  AskingBoard asking{board.request, board.board, {}};
  for (const auto& asked : board.asked) {
    if (!asked.requirements.contains(view.requirement->code)) continue;
    asking.items.push_back({asked.section, asked.item,
                            frameworks::relation_to(*view.requirement, asked.mapping->facets,
                                                    asked.mapping->residual.has_value())});
    for (const auto& prompt : asked.item->prompts)
      add_prompt(view.prompts, prompt, board.board);
  }
  if (!asking.items.empty()) view.asked_by.push_back(std::move(asking));
}

// The requirements of this standard that the agency is asked, whole-local ones included.
void add_siblings(QuestionView& view, const Workspace& workspace) {
  std::set<std::string> asked;
  for (const auto& board : workspace.boards) {
    asked.insert(board.requirements.begin(), board.requirements.end());
  }
  for (const auto& requirement : workspace.framework->requirements) {
    if (requirement.standard != view.standard->code || !asked.contains(requirement.code)) continue;
    view.siblings.emplace_back(&requirement, answer_state(workspace, requirement.code));
  }
  view.of = static_cast<int>(view.siblings.size());
  for (std::size_t at = 0; at < view.siblings.size(); ++at) {
    if (view.siblings[at].first != view.requirement) continue;
    view.number = static_cast<int>(at) + 1;
    view.state = view.siblings[at].second;
    if (at > 0) view.previous = view.siblings[at - 1].first->code;
    if (at + 1 < view.siblings.size()) view.next = view.siblings[at + 1].first->code;
  }
}

void add_levels(QuestionView& view, const Workspace& workspace) {
  view.level_needed = level_needed(workspace, view.requirement->code);
  if (!view.level_needed) return;
  view.levels = level_choices(workspace, *view.requirement);
  // At the level that was taken, what the stated parts decide is known.
  for (auto& choice : view.levels) {
    if (view.answer.level != choice.anchor.level || view.answer.parts.empty()) continue;
    if (auto exact = consequences_of(workspace, *view.requirement, view.answer)) {
      choice.consequences = std::move(*exact);
    }
  }
  view.now = present_consequences(workspace, *view.requirement);
  const bool parts_matter = !view.answer.parts.empty() ||
                            std::any_of(view.levels.begin(), view.levels.end(),
                                        [](const LevelChoice& each) { return each.parts_matter; });
  if (!parts_matter || view.whole_local) return;
  for (const auto& code : view.requirement->facets) {
    PartChoice part;
    part.facet = code;
    if (const auto* facet = workspace.index->facet(code)) part.statement = facet->statement;
    if (const auto stated = view.answer.parts.find(code); stated != view.answer.parts.end()) {
      part.level = stated->second;
    }
    view.parts.push_back(std::move(part));
  }
}

// A part matters when some agency-rated item asks it without the rest.
void mark_parts(QuestionView& view, const Workspace& workspace) {
  for (const auto& board : workspace.boards) {
    if (!board.rated_requirements.contains(view.requirement->code)) continue;
    for (const auto& asked : board.asked) {
      if (!asked.requirements.contains(view.requirement->code)) continue;
      const auto& facets = view.requirement->facets;
      const bool whole = std::all_of(facets.begin(), facets.end(), [&](const std::string& facet) {
        return asked.mapping->facets.contains(facet);
      });
      if (whole) continue;
      for (auto& part : view.parts) {
        part.matters = part.matters || asked.mapping->facets.contains(part.facet);
      }
    }
  }
}

void add_local(QuestionView& view, const Workspace& workspace) {
  for (const auto& asking : view.asked_by) {
    const auto* board = workspace.find(asking.request);
    LocalPlace place;
    place.request = asking.request;
    place.board = asking.board;
    place.demanded = view.requirement->local != LocalKind::common;
    place.question = view.requirement->local_question;
    place.hint = view.requirement->local_hint;
    if (view.whole_local) {
      if (place.question.empty()) place.question = view.requirement->question;
      const auto answer = kept(*board, &mapping::BoardSide::whole, view.requirement->code);
      if (answer.written != nullptr) place.answer = *answer.written;
      place.draft = answer.draft;
    } else {
      const auto part = kept(*board, &mapping::BoardSide::parts, view.requirement->code);
      if (part.written != nullptr) place.answer.texts = part.written->texts;
      place.draft = part.draft;
    }
    const auto version = board->answer_versions.find(view.requirement->code);
    if (version != board->answer_versions.end()) {
      place.version = version->second;
      place.saved_at = board->answer_saved_at.at(view.requirement->code);
    }
    view.local.push_back(std::move(place));
  }
}

void add_own(QuestionView& view, const Workspace& workspace) {
  const auto& code = view.requirement->code;
  if (const auto answer = workspace.common.answers.find(code);
      answer != workspace.common.answers.end()) {
    view.answer = answer->second;
    view.version = answer->second.confirmed.version;
  }
  if (const auto found = workspace.above.find(code); found != workspace.above.end()) {
    view.above = &found->second;
  }
  if (const auto found = workspace.inherited.find(code); found != workspace.inherited.end()) {
    view.inherited = &found->second;
  }
  if (const auto at = workspace.saved_at.find(code); at != workspace.saved_at.end()) {
    view.saved_at = at->second;
  }
  for (const auto& kept : workspace.evidence) {
    if (kept.requirements.contains(code)) view.evidence.push_back(&kept);
  }
  for (const auto& kept : workspace.commitments) {
    const auto& subjects = kept.words.subjects;
    if (std::any_of(subjects.begin(), subjects.end(),
                    [&](const auto& subject) { return subject.requirement == code; })) {
      view.commitments.push_back(&kept);
    }
  }
}

}  // namespace

Result<QuestionView> question_view(const Workspace& workspace, const std::string& requirement) {
  QuestionView view;
  view.requirement = workspace.index->requirement(requirement);
  if (view.requirement != nullptr) {
    for (const auto& board : workspace.boards)
      add_asking(view, board);
  }
  if (view.asked_by.empty()) {
    return Problem{ProblemCode::not_found, "not-found", "No board asks this question."};
  }
  view.standard = workspace.index->standard(view.requirement->standard);
  ENSURE(view.standard != nullptr, "a requirement without its standard");
  view.whole_local = view.requirement->local == LocalKind::whole;
  view.not_applicable_allowed =
      std::any_of(workspace.boards.begin(), workspace.boards.end(),
                  [](const Engaged& board) { return board.form->not_applicable.allowed; });
  add_own(view, workspace);
  add_siblings(view, workspace);
  add_levels(view, workspace);
  mark_parts(view, workspace);
  add_local(view, workspace);
  return view;
}

}  // namespace onereturn::returns
