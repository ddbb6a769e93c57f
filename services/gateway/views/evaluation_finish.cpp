#include "gateway/views/evaluation_finish.hpp"

#include <algorithm>

namespace onereturn::gateway::views {
namespace {

using evaluation::Judging;
using evaluation::State;
using evaluation::Workbench;
using html::Data;

constexpr std::size_t missing_shown = 12;

State state_of(const Workbench& bench) {
  return bench.facts.evaluation ? bench.facts.evaluation->state : State::open;
}

// What the agency will read of items that nobody said anything about. Only comments may be missing:
// grades are asked for before a release.
std::string unsaid_words(const Workbench& bench) {
  if (state_of(bench) == State::finished) return {};
  int unsaid = 0;
  for (const auto& subject : bench.subjects) {
    const auto& grade = bench.grade(subject.key);
    const bool said = evaluation::is_done(subject, grade) &&
                      (grade.judged() || !grade.comment.empty() || !grade.reason.empty());
    unsaid += said ? 0 : 1;
  }
  if (unsaid == 0) return {};
  return "Nothing is said about " + std::to_string(unsaid) + " of " +
         counted(static_cast<int>(bench.subjects.size()), "item", "items") +
         ". If you release it so, the agency reads that beside each of them.";
}

// Some of the items, of which there may be as many as the form has, and all about the whole.
Data missing_data(const Workbench& bench) {
  const auto missing = evaluation::missing_for_release(bench);
  auto items = Data::list();
  auto whole = Data::list();
  int more = 0;
  for (const auto& one : missing) {
    const auto* subject = bench.find(one.key);
    if (subject == nullptr) {
      whole.push(Data::object().set("words", one.words));
    } else if (items.items().size() == missing_shown) {
      ++more;
    } else {
      items.push(Data::object()
                     .set("href", item_path(bench, one.key))
                     .set("title", evaluation::title_of(*subject))
                     .set("words", one.words));
    }
  }
  return Data::object()
      .set("any", !missing.empty())
      .set("unsaid", missing.empty() ? Data::text_or_no(unsaid_words(bench)) : Data())
      .set("items", std::move(items))
      .set("more", more == 0 ? Data() : Data("and " + counted(more, "more item", "more items")))
      .set("whole", std::move(whole));
}

Data looks_data(const Workbench& bench) {
  auto list = Data::list();
  for (const auto& look : bench.looks) {
    std::string outcome = "With a second person now.";
    const auto by = look.closed_by_name.empty() ? "Somebody" : look.closed_by_name;
    if (look.outcome == "agreed") outcome = by + " agreed.";
    if (look.outcome == "handed_back") outcome = by + " handed it back.";
    if (look.outcome == "taken_back") outcome = by + " took it back.";
    if (look.closed_at) outcome += " " + to_words_with_time(*look.closed_at) + ".";
    list.push(Data::object()
                  .set("sent",
                       look.sent_by_name + " sent it on " + to_words_with_time(look.sent_at) + ".")
                  .set("words", Data::text_or_no(look.words))
                  .set("outcome", outcome)
                  .set("answer", Data::text_or_no(look.answer)));
  }
  return list;
}

Data second_look_data(const FinishInput& input) {
  const auto& bench = input.bench;
  const auto state = state_of(bench);
  const bool evaluates = evaluation::may_evaluate(input.looker.role);
  const bool second = evaluation::may_look(input.looker.role) &&
                      evaluation::is_second_person(bench, input.looker.person);
  const bool looks = state == State::second_look;
  std::string say;
  if (state == State::finished) {
    say = {};
  } else if (looks && !second) {
    say = "It is with a second person: somebody of your board who graded nothing here.";
  } else if (state == State::agreed) {
    say = "A second person agreed. Whoever changes a grade now opens it again.";
  } else if (!bench.settings.second_look && !looks) {
    say = "Your board releases without a second look. You can ask for one all the same.";
  }
  auto looks_so_far = looks_data(bench);
  // What was released without one says nothing of it.
  if (state == State::finished && looks_so_far.items().empty()) return {};
  return Data::object()
      .set("action", evaluation_path(bench) + "/second-look")
      .set("say", Data::text_or_no(say))
      .set("has_history", !looks_so_far.items().empty())
      .set("history", std::move(looks_so_far))
      .set("send", state == State::open && evaluates)
      .set("take_back", looks && evaluates && !second)
      .set("look", looks && second)
      .set("words_value", input.typed.words)
      .set("words_error", error_of(input.errors, "words"))
      .set("answer_value", input.typed.answer)
      .set("answer_error", error_of(input.errors, "answer"));
}

Data release_data(const FinishInput& input) {
  const auto& bench = input.bench;
  const bool finished = state_of(bench) == State::finished;
  const bool manages = input.looker.role == "manager";
  const bool ready = evaluation::missing_for_release(bench).empty() && !finished;
  const int known = bench.facts.evaluation ? bench.facts.evaluation->releases : 0;
  auto releases = Data::list();
  for (const auto& line : bench.releases) {
    releases.push(Data::object().set("text", "Version " + std::to_string(line.version_no) +
                                                 ", release " + std::to_string(line.number) + ": " +
                                                 line.by_name + ", " +
                                                 to_words_with_time(line.at)));
  }
  const bool signs = finished && bench.facts.state != "signed_off" &&
                     (manages || input.looker.role == "chair") &&
                     bench.facts.latest_version == bench.facts.evaluation->version_no;
  return Data::object()
      .set("action", evaluation_path(bench) + "/release")
      .set("known", known)
      .set("ready", ready && manages)
      .set("not_yet", !ready && !finished)
      .set("waits_for_manager", ready && !manages)
      .set("button", known > 0 ? "Release the correction" : "Release to the agency")
      .set("told", bench.facts.agency.has_value())
      .set("has_releases", !releases.items().empty())
      .set("releases", std::move(releases))
      .set("correct_action", finished && manages && bench.facts.state != "signed_off"
                                 ? Data(evaluation_path(bench) + "/correct")
                                 : Data())
      .set("sign", signs ? Data::object()
                               .set("action", evaluation_path(bench) + "/sign-off")
                               .set("name_value", input.typed.name)
                               .set("position_value", input.typed.position)
                               .set("name_error", error_of(input.errors, "name"))
                               .set("position_error", error_of(input.errors, "position"))
                         : Data());
}

Data standings_of(const Workbench& bench) {
  auto rows = Data::list();
  for (const auto& standing : evaluation::self_against_board(bench)) {
    for (const auto& section : bench.copy.form->sections) {
      if (section.code != standing.section) continue;
      rows.push(Data::object()
                    .set("title", numbered(section.number, section.title))
                    .set("agree", standing.agree)
                    .set("lower", standing.lower)
                    .set("higher", standing.higher)
                    .set("without_reason", standing.without_reason)
                    .set("to_do", standing.to_do));
    }
  }
  return rows;
}

struct Counted {
  int agree = 0, differ = 0, to_do = 0, of = 0;
};

Counted counted_of(const Workbench& bench) {
  Counted all;
  for (const auto& subject : bench.subjects) {
    if (subject.judging != Judging::both) continue;
    ++all.of;
    const auto& grade = bench.grade(subject.key);
    const auto steps =
        evaluation::steps_between(*bench.copy.form, bench.self_point(subject), grade.point);
    if (!evaluation::is_done(subject, grade)) {
      ++all.to_do;
    } else if (steps.value_or(0) != 0) {
      ++all.differ;
    } else {
      ++all.agree;
    }
  }
  return all;
}

Data both_row(const BothInput& input, const evaluation::Subject& subject) {
  const auto& bench = input.bench;
  const auto& form = *bench.copy.form;
  const auto& grade = bench.grade(subject.key);
  const auto self = bench.self_point(subject);
  const bool done = evaluation::is_done(subject, grade);
  const auto field = both_field(bench, subject.key);
  const auto typed = input.typed.find(subject.key);
  auto options = Data::list();
  for (const auto& point : form.scale->points) {
    options.push(Data::object()
                     .set("value", point.code)
                     .set("text", point.label)
                     .set("selected", typed != input.typed.end() && typed->second == point.code));
  }
  const auto steps = evaluation::steps_between(form, self, grade.point);
  std::string difference = done ? "" : "to do", reason;
  if (done && steps) {
    difference = evaluation::steps_in_words(*steps);
    reason = *steps == 0 ? "none needed" : grade.reason;
  }
  if (done && grade.not_applicable) reason = grade.reason;
  return Data::object()
      .set("href", item_path(bench, subject.key))
      .set("number", Data::text_or_no(subject.number))
      .set("text", evaluation::short_title(subject))
      .set("essential", subject.essential)
      .set("theirs", point_light(form, self))
      .set("ours", done ? point_light(form, grade.point) : Data())
      .set("na", done && grade.not_applicable)
      .set("choose",
           !done && may_grade(bench, input.looker) && grade.how != evaluation::How::carried)
      .set("field", field)
      .set("version", grade.version)
      .set("options", std::move(options))
      .set("error", error_of(input.errors, field))
      .set("strong", done && steps.value_or(0) != 0)
      .set("difference", difference)
      .set("reason", Data::text_or_no(reason))
      .set("reason_missing", done && steps.value_or(0) != 0 && grade.reason.empty());
}

}  // namespace

Data finish_page(const FinishInput& input) {
  const auto& bench = input.bench;
  const auto& summary = bench.grade(evaluation::summary_key);
  bool both = false;
  for (const auto& subject : bench.subjects)
    both = both || subject.judging == Judging::both;
  const bool may = may_grade(bench, input.looker);
  const auto state = state_of(bench);
  // One form from the summary to the release: what was typed is kept whichever button is pressed.
  const bool whole = may && (state == State::open || state == State::agreed);
  return Data::object()
      .set("title", state == State::finished ? "What was released" : "Finish and release")
      .set("whole", whole)
      .set("error_summary", error_summary(input.errors))
      .set("saved_note", Data::text_or_no(input.saved_note))
      .set("back_href", evaluation_path(bench))
      .set("agency", bench.copy.agency)
      .set("received", "version " + std::to_string(bench.copy.receipt.version_no) + " of " +
                           to_words(day_in_england(bench.copy.receipt.received_at)))
      .set("status", state_status(bench))
      .set("progress", progress_words(bench))
      .set("notices", notices(bench, input.today))
      .set("missing", state == State::finished ? Data() : missing_data(bench))
      .set("summary",
           Data::object()
               .set("may", may)
               .set("action", item_path(bench, evaluation::summary_key))
               .set("evaluation", bench.facts.evaluation ? bench.facts.evaluation->id.text() : "")
               .set("version", summary.version)
               .set("known", bench.facts.evaluation ? bench.facts.evaluation->releases : 0)
               .set("error", error_of(input.errors, "comment"))
               .set("value", Data::text_or_no(input.typed.summary.value_or(summary.comment)))
               .set("saved_at", summary.version > 0
                                    ? Data("Last saved " + to_words_with_time(summary.at) + " by " +
                                           summary.by_name)
                                    : Data()))
      .set("second", second_look_data(input))
      .set("release", release_data(input))
      .set("both", both)
      .set("both_href", evaluation_path(bench) + "/both")
      .set("standings", both ? standings_of(bench) : Data());
}

std::string both_field(const Workbench& bench, const std::string& key) {
  for (std::size_t at = 0; at < bench.subjects.size(); ++at) {
    if (bench.subjects[at].key == key) return "g-" + std::to_string(at + 1);
  }
  return "g-0";
}

Data both_page(const BothInput& input) {
  const auto& bench = input.bench;
  auto sections = Data::list();
  bool any = false;
  for (const auto& section : bench.copy.form->sections) {
    auto rows = Data::list();
    for (const auto& subject : bench.subjects) {
      if (subject.section == section.code && subject.judging == Judging::both) {
        rows.push(both_row(input, subject));
        any = any || rows.items().back().find("choose")->is_yes();
      }
    }
    if (rows.items().empty()) continue;
    sections.push(Data::object()
                      .set("id", "both-" + as_id(section.code))
                      .set("title", numbered(section.number, section.title))
                      .set("rows", std::move(rows)));
  }
  const auto all = counted_of(bench);
  return Data::object()
      .set("title", "Theirs and ours")
      .set("error_summary", error_summary(input.errors))
      .set("saved_note", Data::text_or_no(input.saved_note))
      .set("back_href", evaluation_path(bench))
      .set("agency", bench.copy.agency)
      .set("received", "version " + std::to_string(bench.copy.receipt.version_no) + " of " +
                           to_words(day_in_england(bench.copy.receipt.received_at)))
      .set("done_line",
           std::to_string(all.of - all.to_do) + " of " + std::to_string(all.of) + " done")
      .set("lede", std::to_string(all.agree) + " agree, " + std::to_string(all.differ) +
                       " differ, " + std::to_string(all.to_do) +
                       " to do. Each difference needs its reason before release.")
      .set("notices", notices(bench, input.today))
      .set("action", evaluation_path(bench) + "/both")
      .set("evaluation", bench.facts.evaluation ? bench.facts.evaluation->id.text() : "")
      .set("may_save", any)
      .set("finish_href", evaluation_path(bench) + "/finish")
      .set("sections", std::move(sections));
}

}  // namespace onereturn::gateway::views
