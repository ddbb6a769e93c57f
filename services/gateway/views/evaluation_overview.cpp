#include <algorithm>

#include "gateway/views/evaluation.hpp"

namespace onereturn::gateway::views {
namespace {

using evaluation::Grade;
using evaluation::State;
using evaluation::Subject;
using evaluation::Workbench;
using html::Data;

Data options_of(const Workbench& bench, const std::optional<PersonId>& chosen) {
  auto options = Data::list();
  for (const auto& one : bench.people) {
    options.push(Data::object()
                     .set("value", one.person.text())
                     .set("text", one.name)
                     .set("selected", chosen && *chosen == one.person));
  }
  return options;
}

const evaluation::Task* task_of(const Workbench& bench, const std::string& section) {
  const auto found = std::find_if(bench.tasks.begin(), bench.tasks.end(),
                                  [&](const auto& task) { return task.section == section; });
  return found == bench.tasks.end() ? nullptr : &*found;
}

// Who has it, said so that a colleague who left does not keep it unseen.
Data task_data(const OverviewInput& input, const std::string& section, const std::string& about) {
  const auto* task = task_of(input.bench, section);
  const bool may = evaluation::may_evaluate(input.looker.role);
  auto data = Data::object()
                  .set("section", section)
                  .set("field", "person" + (section.empty() ? "" : "-" + as_id(section)))
                  .set("about", about)
                  .set("who", task == nullptr ? Data() : Data(task->person_name))
                  .set("gone", task != nullptr && !task->here)
                  .set("may_give", may)
                  .set("give_action", evaluation_path(input.bench) + "/give");
  data.set("options",
           options_of(input.bench, task == nullptr ? std::nullopt : std::optional(task->person)));
  return data;
}

Data standing_of(const Workbench& bench, const Subject& subject, const Grade& grade) {
  if (grade.not_applicable) return status("quiet", "na", "Not applicable");
  if (grade.how == evaluation::How::carried) return status("amber", "reconfirm", "To confirm");
  if (!evaluation::is_done(subject, grade)) {
    return grade.version > 0 ? status("act", "draft", "Comment only")
                             : status("quiet", "none", subject.graded() ? "Not graded" : "Not yet");
  }
  if (!subject.graded()) return status("act", "done", grade.comment.empty() ? "Read" : "Commented");
  const auto light = point_light(*bench.copy.form, grade.point);
  const auto* text = light.find("text");
  return status("act", "done", text == nullptr ? grade.point : text->text());
}

Data row_of(const Workbench& bench, const Subject& subject) {
  const auto& grade = bench.grade(subject.key);
  const auto self = subject.judging == evaluation::Judging::both ? bench.self_point(subject) : "";
  std::string difference;
  if (const auto steps = evaluation::steps_between(*bench.copy.form, self, grade.point)) {
    difference = evaluation::steps_in_words(*steps);
    if (*steps != 0 && grade.reason.empty()) difference += ", reason missing";
  }
  std::string here;
  for (const auto& other : bench.present) {
    if (other.key == subject.key) here = other.name + " is here now";
  }
  return Data::object()
      .set("href", item_path(bench, subject.key))
      .set("number", Data::text_or_no(subject.number))
      .set("text", evaluation::short_title(subject))
      .set("essential", subject.essential)
      .set("status", standing_of(bench, subject, grade))
      .set("theirs", point_light(*bench.copy.form, self))
      .set("difference", Data::text_or_no(difference))
      .set("by", grade.by_name)
      .set("here", Data::text_or_no(here));
}

Data section_data(const OverviewInput& input, const frameworks::Section& section) {
  const auto& bench = input.bench;
  auto rows = Data::list();
  int done = 0, of = 0;
  for (const auto& subject : bench.subjects) {
    if (subject.section != section.code) continue;
    ++of;
    done += evaluation::is_done(subject, bench.grade(subject.key)) ? 1 : 0;
    rows.push(row_of(bench, subject));
  }
  const auto title = numbered(section.number, section.title);
  return Data::object()
      .set("id", "section-" + as_id(section.code))
      .set("title", title)
      .set("any", of > 0)
      .set("done", std::to_string(done) + " of " + std::to_string(of))
      .set("task", task_data(input, section.code, title))
      .set("rows", std::move(rows));
}

// The button that begins, where there is something to begin with.
Data begin_data(const OverviewInput& input) {
  const auto& facts = input.bench.facts;
  const bool newer = facts.evaluation && facts.latest_version > facts.evaluation->version_no;
  if (facts.evaluation && !newer) return {};
  const auto latest = std::to_string(facts.latest_version);
  std::string words = "You grade item by item. The agency sees nothing of it before you release.";
  if (newer) {
    words = "Version " + latest + " came on " + to_words(day_in_england(facts.latest_at)) +
            ". What you said about items that say the same comes along as drafts to be confirmed; "
            "the grades of version " +
            std::to_string(facts.evaluation->version_no) + " are kept.";
  }
  return Data::object()
      .set("action", evaluation_path(input.bench))
      .set("heading", newer ? "A newer version" : "Begin")
      .set("words", words)
      .set("may", evaluation::may_evaluate(input.looker.role))
      .set("button", newer ? "Evaluate version " + latest : "Begin to evaluate");
}

}  // namespace

Data evaluation_page(const OverviewInput& input) {
  const auto& bench = input.bench;
  const auto base = evaluation_path(bench);
  auto sections = Data::list();
  bool both = false;
  for (const auto& section : bench.copy.form->sections)
    sections.push(section_data(input, section));
  for (const auto& subject : bench.subjects)
    both = both || subject.judging == evaluation::Judging::both;
  const bool begun = bench.facts.evaluation.has_value();
  const auto next = evaluation::next_to_do(bench.subjects, bench.grades, "");
  const bool may = may_grade(bench, input.looker);
  return Data::object()
      .set("title", "Evaluating " + bench.copy.agency)
      .set("error_summary", error_summary(input.errors))
      .set("saved_note", Data::text_or_no(input.saved_note))
      .set("return_href", "/returns/" + bench.facts.id.text())
      .set("agency", bench.copy.agency)
      .set("audit", bench.copy.audit)
      .set("version_line", "version " + std::to_string(bench.copy.receipt.version_no) +
                               ", received " +
                               to_words(day_in_england(bench.copy.receipt.received_at)))
      .set("status", state_status(bench))
      .set("progress", begun ? Data(progress_words(bench)) : Data())
      .set("notices", notices(bench, input.today))
      .set("begin", begin_data(input))
      .set("begun", begun)
      .set("next_href", begun && may && !next.empty() ? Data(item_path(bench, next)) : Data())
      .set("finish_href", begun ? Data(base + "/finish") : Data())
      .set("both_href", both && begun ? Data(base + "/both") : Data())
      .set("send_back_href", begun ? Data(base + "/send-back") : Data())
      .set("with", task_data(input, "", "the whole return"))
      .set("both", both)
      .set("sections", std::move(sections));
}

}  // namespace onereturn::gateway::views
