#include "domain/actions/action_titles.hpp"
#include "gateway/views/action_page.hpp"
#include "gateway/views/action_words.hpp"
#include "gateway/views/as_written.hpp"
#include "gateway/views/evaluation_finish.hpp"
#include "gateway/views/look.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

std::string level_words(const std::map<int, int>& counts) {
  std::vector<std::string> parts;
  for (const auto& [level, count] : counts) {
    parts.push_back(std::to_string(count) + " at level " + std::to_string(level));
  }
  return joined(parts);
}

std::string of_all(int some, int all) {
  return std::to_string(some) + " of " + std::to_string(all);
}

}  // namespace

Data figures_seen(const sharing::FiguresSeen& seen) {
  auto exercises = Data::list(), levels = Data::list();
  for (const auto& one : seen.exercises) {
    exercises.push(Data::object()
                       .set("title", one.title)
                       .set("due", one.due_on ? "Due " + to_words(*one.due_on)
                                              : std::string("By each own day"))
                       .set("sent", of_all(one.asked - one.awaited, one.asked))
                       .set("evaluated", of_all(one.evaluated + one.signed_off, one.asked))
                       .set("back", std::to_string(one.sent_back))
                       .set("left_out", std::to_string(one.left_out)));
  }
  for (const auto& one : seen.levels) {
    levels.push(Data::object()
                    .set("standard", one.standard)
                    .set("period", one.period)
                    .set("shown", one.shown)
                    .set("counts", level_words(one.counts)));
  }
  return Data::object()
      .set("title", "Figures")
      .set("board", seen.grant.board_name)
      .set("back_href", sight_path(seen.grant.board))
      .set("any", !seen.exercises.empty())
      .set("exercises", std::move(exercises))
      .set("any_levels", !seen.levels.empty())
      .set("levels", std::move(levels));
}

Data release_seen(const sharing::ReleaseSeen& seen) {
  return Data::object()
      .set("title", seen.line.organisation)
      .set("eyebrow", seen.line.title + ", version " + std::to_string(seen.line.version))
      .set("back_href", sight_path(seen.grant.board, "evaluations"))
      .set("released", "Released on " + to_words(day_in_england(seen.line.released_at)) + " by " +
                           seen.grant.board_name + ".")
      .set("summary", Data::text_or_no(seen.released.summary))
      .set("sections", released_sections(seen.released));
}

Data action_seen(const sharing::ActionSeen& seen, Date today) {
  const auto& action = seen.action;
  auto facts = Data::list();
  const auto add = [&](const char* label, const std::string& text) {
    if (!text.empty()) facts.push(Data::object().set("label", label).set("text", text));
  };
  add("What", action.what);
  add("How", action.how);
  add("What should change", action.change);
  add("Who leads", action.lead);
  add("By when", action.by_on ? to_words(*action.by_on) : "");
  add("Progress", action.progress);
  add("Evidence", action.evidence);
  add("Risks", action.risks);
  add("From", from_words(action, seen.forms));
  actions::BoardActionFile file{action, seen.history, {}};
  for (auto& entry : file.history) {
    entry.by_name = entry.by_kind == "board" ? "the board" : "the organisation";
  }
  const bool late = action.is_open() && action.by_on && *action.by_on < today;
  return Data::object()
      .set("title", actions::title_line(action.what))
      .set("organisation",
           action.organisation.empty() ? seen.grant.board_name : action.organisation)
      .set("back_href", sight_path(seen.grant.board, "actions"))
      .set("status", standing(action, seen.forms))
      .set("due", Data::text_or_no(due_words(action, today)))
      .set("late", late)
      .set("facts", std::move(facts))
      .set("any_history", !seen.history.empty())
      .set("history", history_rows(file, seen.forms, seen.grant.board_name));
}

Data return_seen(const sharing::ReturnSeen& seen) {
  auto evidence = Data::list(), signatures = Data::list();
  for (const auto& title : seen.evidence) {
    evidence.push(Data::object().set("title", title));
  }
  for (const auto& one : seen.sign_offs) {
    const auto whose = one.party == "agency" ? std::string("For the organisation: ")
                                             : std::string("For the board: ");
    signatures.push(Data::object().set(
        "text", whose + one.name + (one.position.empty() ? "" : ", " + one.position) +
                    (one.at ? ", " + to_words(day_in_england(*one.at)) : "")));
  }
  return Data::object()
      .set("title", seen.line.organisation)
      .set("eyebrow", seen.line.title + ", version " + std::to_string(seen.line.version) +
                          ", arrived on " + to_words(day_in_england(seen.line.received_at)))
      .set("back_href", sight_path(seen.grant.board, "returns"))
      .set("sections", sections_as_written(*seen.form, seen.boxes))
      .set("signed", std::move(signatures))
      .set("any_evidence", !seen.evidence.empty())
      .set("evidence", std::move(evidence));
}

}  // namespace onereturn::gateway::views
