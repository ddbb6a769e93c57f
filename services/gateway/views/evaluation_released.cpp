#include <algorithm>
#include <map>

#include "gateway/views/evaluation_finish.hpp"

namespace onereturn::gateway::views {
namespace {

using evaluation::ReleasedItem;
using evaluation::State;
using html::Data;

Data released_light(const ReleasedItem& item) {
  if (item.ours.empty()) return {};
  return Data::object()
      .set("colour", safe_colour(item.colour))
      .set("icon", as_id(item.symbol.empty() ? "disc" : item.symbol))
      .set("text", item.ours);
}

Data released_item(const ReleasedItem& item) {
  return Data::object()
      .set("number", Data::text_or_no(item.number))
      .set("wording", item.wording)
      .set("essential", item.essential)
      .set("theirs", Data::text_or_no(item.theirs))
      .set("ours", released_light(item))
      .set("meaning", Data::text_or_no(item.ours_meaning))
      .set("na", item.not_applicable)
      .set("reason", Data::text_or_no(item.reason))
      .set("comment", Data::text_or_no(item.comment))
      .set("nothing", item.ours.empty() && !item.not_applicable && item.comment.empty());
}

Data others_of(const evaluation::ReadRelease& release) {
  auto list = Data::list();
  for (const auto& other : release.others) {
    const bool here =
        other.version_no == release.copy.version_no && other.number == release.copy.number;
    list.push(Data::object()
                  .set("here", here)
                  .set("href", "/sent/" + other.request.text() +
                                   "/evaluation?version=" + std::to_string(other.version_no) +
                                   "&release=" + std::to_string(other.number))
                  .set("text", "Version " + std::to_string(other.version_no) + ", released " +
                                   to_words(day_in_england(other.at)) +
                                   (other.number > 1 ? ", correction" : "")));
  }
  return list;
}

}  // namespace

Data send_back_page(const SendBackInput& input) {
  const auto& bench = input.bench;
  const auto& evaluation = bench.facts.evaluation;
  const bool back = evaluation && evaluation->state == State::returned;
  const bool open = evaluation && !back && evaluation->state != State::finished &&
                    evaluation->state != State::second_look &&
                    bench.facts.latest_version == evaluation->version_no &&
                    evaluation::may_evaluate(input.looker.role);
  auto items = Data::list();
  std::string section;
  for (const auto& subject : bench.subjects) {
    const auto typed = input.items.find(subject.key);
    const auto field = "item-" + subject.key;
    std::string title;
    if (subject.section != section) {
      section = subject.section;
      for (const auto& one : bench.copy.form->sections) {
        if (one.code == section) title = numbered(one.number, one.title);
      }
    }
    items.push(Data::object()
                   .set("section", Data::text_or_no(title))
                   .set("id", as_id(field))
                   .set("name", field)
                   .set("title", evaluation::title_of(subject))
                   .set("open", typed != input.items.end() && !typed->second.empty())
                   .set("value", typed == input.items.end() ? "" : typed->second)
                   .set("error", error_of(input.errors, as_id(field))));
  }
  auto asked = Data::list();
  if (bench.sent_back) {
    for (const auto& item : bench.sent_back->items) {
      asked.push(Data::object()
                     .set("title", item.title)
                     .set("words", item.words)
                     .set("thread_href",
                          Data::text_or_no(item.thread ? "/threads/" + item.thread->text() : "")));
    }
  }
  auto due = Data::object();
  add_date(due, "due", input.due);
  return Data::object()
      .set("title", "Give back for changes")
      .set("error_summary", error_summary(input.errors))
      .set("back_href", evaluation_path(bench))
      .set("agency", bench.copy.agency)
      .set("action", evaluation_path(bench) + "/send-back")
      .set("open", open)
      .set("not_now", !open && !back)
      .set("due", std::move(due))
      .set("due_error", error_of(input.errors, "due-day"))
      .set("words_value", input.words)
      .set("words_error", error_of(input.errors, "words"))
      .set("items", std::move(items))
      .set("asked", bench.sent_back
                        ? Data::object()
                              .set("when", bench.sent_back->asked_by_name + " asked on " +
                                               to_words(day_in_england(bench.sent_back->asked_at)) +
                                               " for changes to version " +
                                               std::to_string(bench.sent_back->version_no) +
                                               " until " + to_words(bench.sent_back->due_on) + ".")
                              .set("to_all", Data::text_or_no(bench.sent_back->words))
                              .set("list", std::move(asked))
                              .set("withdraw", back && evaluation::may_evaluate(input.looker.role))
                        : Data());
}

Data differences_page(const DifferencesInput& input) {
  auto forms = Data::list(), columns = Data::list(), rows = Data::list();
  for (const auto& one : input.forms) {
    forms.push(Data::object()
                   .set("href", "/evaluation/differences?form=" + one.form.code +
                                    "&version=" + std::to_string(one.form.version))
                   .set("here", input.form && input.form->ref == one.form)
                   .set("text", one.name + ", version " + std::to_string(one.form.version)));
  }
  std::map<ReturnId, std::map<std::string, const evaluation::DifferenceRow*>> by_return;
  std::vector<ReturnId> order;
  for (const auto& row : input.rows) {
    if (!by_return.contains(row.id)) order.push_back(row.id);
    by_return[row.id][row.section] = &row;
  }
  if (input.form) {
    for (const auto& section : input.form->sections)
      columns.push(Data::object().set("title", numbered(section.number, section.title)));
  }
  const auto words = [](int agree, int lower, int higher) {
    std::string text = std::to_string(agree) + " agree";
    if (lower > 0) text += ", " + std::to_string(lower) + " lower";
    if (higher > 0) text += ", " + std::to_string(higher) + " higher";
    return text;
  };
  for (const auto& id : order) {
    auto cells = Data::list();
    int agree = 0, lower = 0, higher = 0, judged = 0, of = 0;
    for (const auto& section : input.form->sections) {
      const auto found = by_return[id].find(section.code);
      auto cell = Data::object().set("column", numbered(section.number, section.title));
      if (found == by_return[id].end() || found->second->judged == 0) {
        cells.push(cell.set("text", found == by_return[id].end() ? "not asked" : "to do")
                       .set("quiet", true));
        if (found != by_return[id].end()) of += found->second->of;
        continue;
      }
      const auto& row = *found->second;
      agree += row.agree;
      lower += row.lower;
      higher += row.higher;
      judged += row.judged;
      of += row.of;
      cells.push(cell.set("text", words(row.agree, row.lower, row.higher)).set("quiet", false));
    }
    rows.push(Data::object()
                  .set("href", "/returns/" + id.text() + "/evaluation/both")
                  .set("agency", by_return[id].begin()->second->agency)
                  .set("state", by_return[id].begin()->second->state == State::finished
                                    ? "Released"
                                    : "Not released")
                  .set("all", words(agree, lower, higher))
                  .set("judged", std::to_string(judged) + " of " + std::to_string(of))
                  .set("cells", std::move(cells)));
  }
  return Data::object()
      .set("title", "Self against board")
      .set("has_forms", input.forms.size() > 1)
      .set("forms", std::move(forms))
      .set("any_form", input.form != nullptr)
      .set("count", counted(static_cast<int>(order.size()), "return", "returns"))
      .set("columns", std::move(columns))
      .set("rows", std::move(rows));
}

Data settings_page(const evaluation::Settings& settings, bool manages,
                   const std::string& saved_note) {
  return Data::object()
      .set("title", "How we evaluate")
      .set("saved_note", Data::text_or_no(saved_note))
      .set("manages", manages)
      .set("second_look", settings.second_look)
      .set("keys", settings.keys);
}

Data released_sections(const evaluation::Released& said) {
  auto sections = Data::list();
  std::vector<std::pair<std::string, Data>> grouped;
  for (const auto& item : said.items) {
    if (grouped.empty() || grouped.back().first != item.section) {
      grouped.emplace_back(item.section, Data::list());
    }
    grouped.back().second.push(released_item(item));
  }
  for (auto& [title, items] : grouped) {
    sections.push(Data::object()
                      .set("id", "said-" + std::to_string(sections.items().size() + 1))
                      .set("title", title)
                      .set("items", std::move(items)));
  }
  return sections;
}

Data released_page(const evaluation::ReadRelease& release) {
  const auto& said = release.released;
  return Data::object()
      .set("title", said.board + " on your return")
      .set("eyebrow", said.audit + ", version " + std::to_string(said.version_no))
      .set("heading", said.board + " on your return")
      .set("released", "Released on " + to_words(day_in_england(release.copy.at)) +
                           (said.number > 1 ? ". This corrects what was released before." : "."))
      .set("summary", Data::text_or_no(said.summary))
      .set("graded", said.graded)
      .set("has_others", release.others.size() > 1)
      .set("others", others_of(release))
      .set("copy_href", "/sent/" + release.copy.request.text() + "/copy")
      .set("sections", released_sections(said));
}

Data asked_changes_page(const std::vector<evaluation::ChangeForAgency>& changes,
                        const std::vector<evaluation::BackForChanges>& rounds,
                        const RequestId& request, Date today) {
  auto items = Data::list();
  const auto round = std::find_if(rounds.begin(), rounds.end(),
                                  [&](const auto& one) { return one.request == request; });
  for (const auto& change : changes) {
    auto questions = Data::list();
    for (const auto& code : change.asked.requirements)
      questions.push(
          Data::object().set("href", "/questions/" + code).set("text", "Question " + code));
    items.push(Data::object()
                   .set("title", change.asked.title)
                   .set("words", change.asked.words)
                   .set("thread_href",
                        Data::text_or_no(
                            change.asked.thread ? "/asked/" + change.asked.thread->text() : ""))
                   .set("questions", std::move(questions)));
  }
  const int days = days_between(today, round->due_on);
  return Data::object()
      .set("title", round->board + " asks for changes")
      .set("heading", round->board + " asks for changes by " + to_words(round->due_on))
      .set("eyebrow", round->title)
      .set("when", "Asked on " + to_words(day_in_england(round->asked_at)) + ", of version " +
                       std::to_string(round->version_no) + ". " + capital(days_words(days)) +
                       (days >= 0 ? " left." : "."))
      .set("to_all", Data::text_or_no(round->words))
      .set("has_items", !items.items().empty())
      .set("items", std::move(items))
      .set("copy_href", "/sent/" + request.text() + "/copy");
}

}  // namespace onereturn::gateway::views
