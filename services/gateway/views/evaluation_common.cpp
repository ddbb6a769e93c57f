#include <algorithm>

#include "domain/frameworks/template_rules.hpp"
#include "gateway/views/evaluation.hpp"
#include "platform/html/href.hpp"

namespace onereturn::gateway::views {

using evaluation::State;
using evaluation::Workbench;
using html::Data;

std::string evaluation_path(const Workbench& bench) {
  return "/returns/" + bench.facts.id.text() + "/evaluation";
}

std::string item_path(const Workbench& bench, const std::string& key) {
  const auto place = key == evaluation::summary_key ? std::string("summary") : key;
  return evaluation_path(bench) + "/items/" + html::url_encoded(place);
}

evaluation::Subject whole_return() {
  evaluation::Subject subject;
  subject.key = evaluation::summary_key;
  subject.wording = "The whole return";
  return subject;
}

Data point_light(const frameworks::Template& form, const std::string& code) {
  const auto* point = code.empty() ? nullptr : frameworks::find_point(form, code);
  if (point == nullptr) return {};
  return Data::object()
      .set("colour", safe_colour(point->colour))
      .set("icon", as_id(point->symbol.empty() ? "disc" : point->symbol))
      .set("text", point->label);
}

std::string progress_words(const Workbench& bench) {
  const auto progress = evaluation::progress_of(bench.subjects, bench.grades);
  const bool graded = std::any_of(bench.subjects.begin(), bench.subjects.end(),
                                  [](const auto& subject) { return subject.graded(); });
  auto words = std::to_string(progress.done) + " of " + std::to_string(progress.of) +
               (graded ? " graded" : " looked at");
  if (progress.essential_of > 0) {
    words += ", " + std::to_string(progress.essential_done) + " of " +
             std::to_string(progress.essential_of) + " essential";
  }
  if (progress.carried > 0) words += ", " + std::to_string(progress.carried) + " to confirm";
  return words;
}

bool may_grade(const Workbench& bench, const Looker& looker) {
  const auto& evaluation = bench.facts.evaluation;
  if (!evaluation || evaluation->state == State::finished) return false;
  if (evaluation->state == State::second_look) {
    return evaluation::may_look(looker.role) && evaluation::is_second_person(bench, looker.person);
  }
  return evaluation::may_evaluate(looker.role);
}

Data state_status(const Workbench& bench) {
  const auto& evaluation = bench.facts.evaluation;
  if (!evaluation) return status("act", "now", "Not evaluated yet");
  switch (evaluation->state) {
    case State::second_look:
      return status("act", "now", "With a second person");
    case State::agreed:
      return status("green", "done", "Agreed, not released");
    case State::returned:
      return status("amber", "at-risk", "Back with the agency");
    case State::finished:
      return bench.facts.state == "signed_off" ? status("green", "done", "Signed off")
                                               : status("green", "done", "Released");
    case State::withdrawn:
      return status("quiet", "none", "Given up");
    case State::open:
      break;
  }
  return evaluation->releases > 0 ? status("act", "draft", "Being corrected")
                                  : status("act", "draft", "Being evaluated");
}

Data notices(const Workbench& bench, Date today) {
  auto list = Data::list();
  const auto add = [&](const char* tone, std::string text, std::string href, const char* link) {
    list.push(Data::object()
                  .set("tone", tone)
                  .set("text", std::move(text))
                  .set("href", Data::text_or_no(std::move(href)))
                  .set("link", link));
  };
  const auto& facts = bench.facts;
  const auto& evaluation = facts.evaluation;
  if (!evaluation) return list;
  const auto version = std::to_string(evaluation->version_no);
  if (facts.latest_version > evaluation->version_no) {
    add("amber",
        "Version " + std::to_string(facts.latest_version) + " came on " +
            to_words(day_in_england(facts.latest_at)) + ". What is graded here is version " +
            version + ", as it was received.",
        evaluation_path(bench) + "#newer", "Evaluate the newer one");
  }
  if (facts.offered_version) {
    add("",
        "Version " + std::to_string(*facts.offered_version) +
            " has arrived and is offered to you. It changes nothing here unless your board "
            "takes it.",
        "/returns/" + facts.id.text(), "The return");
  }
  if (facts.newest_form > bench.copy.form->ref.version) {
    add("",
        "Version " + std::to_string(facts.newest_form) +
            " of this form has been published since. This return is graded in the form that "
            "it was sent in.",
        "", "");
  }
  const bool waits = evaluation->state == State::returned && bench.sent_back;
  if (waits && facts.latest_version == evaluation->version_no) {
    const int days = days_between(today, bench.sent_back->due_on);
    add("amber",
        "Back with the agency for changes until " + to_words(bench.sent_back->due_on) + " (" +
            days_words(days) + "). Its next version comes here.",
        evaluation_path(bench) + "/send-back", "What was asked");
  }
  if (const auto* look = bench.open_look()) {
    add("",
        look->sent_by_name + " sent it for a second look on " +
            to_words(day_in_england(look->sent_at)) + ".",
        evaluation_path(bench) + "/finish", "The second look");
  }
  if (evaluation->state == State::finished && !bench.releases.empty()) {
    const auto& last = bench.releases.back();
    add("green",
        "Released by " + last.by_name + " on " + to_words_with_time(last.at) +
            ". The agency reads a copy that nobody changes.",
        evaluation_path(bench) + "/finish", "What comes next");
  }
  return list;
}

}  // namespace onereturn::gateway::views
