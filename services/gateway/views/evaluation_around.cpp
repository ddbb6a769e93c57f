#include "gateway/views/evaluation_around.hpp"

#include <cstdlib>

#include "domain/actions/action_titles.hpp"
#include "domain/actions/list_board_actions.hpp"
#include "domain/frameworks/template_rules.hpp"
#include "domain/questions/question_rules.hpp"
#include "gateway/views/action_form.hpp"
#include "gateway/views/action_words.hpp"
#include "gateway/views/questions.hpp"
#include "gateway/views/samples.hpp"
#include "platform/html/href.hpp"

namespace onereturn::gateway::views {
namespace {

using evaluation::Subject;
using evaluation::Workbench;
using html::Data;
using reviews::AroundItem;
using reviews::SampleNote;

Data drawn(const std::vector<SampleNote>& notes) {
  auto samples = Data::list();
  for (std::size_t at = 0; at < notes.size();) {
    const auto& head = notes[at];
    auto lines = Data::list();
    // A piece stands there once for each box that it stands behind.
    for (int last = 0; at < notes.size() && notes[at].sample == head.sample; ++at) {
      const auto& note = notes[at];
      if (note.number == last) continue;
      last = note.number;
      lines.push(Data::object()
                     .set("title", note.title)
                     .set("state", note.result  ? outcome_words(note.result->outcome)
                                   : note.asked ? "asked for. Result after you see it"
                                                : "no result yet"));
    }
    samples.push(Data::object()
                     .set("href", "/samples/" + head.sample.text())
                     .set("size", std::to_string(head.size) + " of " +
                                      counted(head.population, "piece", "pieces") + " of evidence")
                     .set("seed", head.seed)
                     .set("lines", std::move(lines)));
  }
  return samples;
}

Data conversations(const AroundItem& around) {
  auto list = Data::list();
  for (const auto& one : around.threads) {
    auto row = thread_bit(one.messages);
    row.set("href", "/threads/" + one.thread.id.text())
        .set("status", thread_status(one.thread, questions::Side::board))
        .set("since", to_words(day_in_england(one.thread.begun_at)));
    list.push(std::move(row));
  }
  return list;
}

Data followed(const AroundItem& around) {
  auto list = Data::list();
  for (const auto& one : around.actions) {
    list.push(Data::object()
                  .set("href", "/actions/" + one.action.text())
                  .set("title", actions::title_line(one.what))
                  .set("withheld", one.withheld)
                  .set("status", standing(one, around.forms)));
  }
  return list;
}

std::string compared(const Workbench& bench, const evaluation::LastTime& last,
                     const std::string& now) {
  // Points of two versions of a form are not measured against each other.
  if (last.form->ref != bench.copy.form->ref || now.empty()) return {};
  const auto steps = evaluation::steps_between(*bench.copy.form, last.grade.point, now);
  const auto* point = frameworks::find_point(*bench.copy.form, now);
  if (!steps || point == nullptr) return {};
  auto words = "Now " + point->label;
  if (*steps == 0) return words + ", the same.";
  const int by = std::abs(*steps);
  words += by == 1 ? ", one step " : ", " + std::to_string(by) + " steps ";
  return words + (*steps > 0 ? "better." : "lower.");
}

Data last_time(const Workbench& bench, const Subject& subject, const AroundItem& around) {
  if (!around.last_time) return {};
  const auto& last = *around.last_time;
  return Data::object()
      .set("title", last.title)
      .set("light", point_light(*last.form, last.grade.point))
      .set("na", last.grade.not_applicable)
      .set("none", last.grade.point.empty() && !last.grade.not_applicable)
      .set("compared", Data::text_or_no(compared(bench, last, bench.grade(subject.key).point)))
      .set("comment", Data::text_or_no(last.grade.comment))
      .set("href", "/returns/" + last.of_return.text() + "/evaluation/items/" +
                       html::url_encoded(last.grade.key));
}

}  // namespace

void add_around(const Workbench& bench, const Subject& subject, const AroundItem& around,
                const Looker& looker, Data& page) {
  const auto& agency = bench.facts.agency;
  const bool may_ask = agency.has_value() && questions::may_answer(looker.role);
  const auto place = subject.item.empty() ? subject.section : subject.item;
  auto threads = conversations(around);
  auto actions = followed(around);
  page.set("samples", drawn(around.samples))
      .set("about_words", subject.number.empty() ? std::string("this item") : subject.number)
      .set("has_threads", !threads.items().empty())
      .set("threads", std::move(threads))
      .set("ask_href", may_ask ? Data("/threads/new?request=" + bench.facts.request.text() +
                                      "&item=" + html::url_encoded(subject.item))
                               : Data())
      .set("has_followed", !actions.items().empty())
      .set("followed", std::move(actions))
      .set("action_href",
           actions::may_follow(looker.role) ? Data(add_action_href(bench.facts.id, place)) : Data())
      .set("last_time", last_time(bench, subject, around));
}

}  // namespace onereturn::gateway::views
