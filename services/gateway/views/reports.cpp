#include "gateway/views/reports.hpp"

#include <algorithm>
#include <array>

#include "gateway/views/due_field.hpp"
#include "gateway/views/rows_at_hand.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using reports::Kind;
using reports::ReportLine;

struct KindWords {
  Kind kind;
  const char* words;
  const char* what_for;
};

constexpr std::array<KindWords, 6> kinds = {
    {{Kind::organisation, "Evaluation report",
      "What you found at one organisation: summary, findings, numbered conclusions and "
      "recommendations, and its actions."},
     {Kind::overview, "Board overview",
      "One exercise as a whole: who took part, key themes, conclusions, the register of returns."},
     {Kind::improvement_plan, "Improvement plan",
      "Every action of a period by standard: who leads it, by when, where it stands."},
     {Kind::highlight, "Highlight report",
      "A month as a rule: what was done, what is overdue, what comes next, risks."},
     {Kind::exception, "Exception report",
      "What slipped in a period, and what ended or did better than before."},
     {Kind::pack, "Chair’s pack", "Papers for a meeting in one numbered document."}}};

const KindWords& words_of(Kind kind) { return *std::ranges::find(kinds, kind, &KindWords::kind); }

enum class Standing { draft, finished, signed_off, withdrawn };

Standing standing_of(const ReportLine& line) {
  if (line.withdrawn) return Standing::withdrawn;
  if (!line.finished) return Standing::draft;
  return line.signed_on ? Standing::signed_off : Standing::finished;
}

constexpr std::array<std::pair<Standing, std::pair<const char*, const char*>>, 4> standings = {
    {{Standing::draft, {"draft", "Draft"}},
     {Standing::finished, {"finished", "Finished"}},
     {Standing::signed_off, {"signed", "Signed off"}},
     {Standing::withdrawn, {"withdrawn", "Withdrawn"}}}};

const char* code_of(Standing standing) {
  return standings[static_cast<std::size_t>(standing)].second.first;
}

Data standing_data(const ReportLine& line) {
  switch (standing_of(line)) {
    case Standing::draft:
      return status("amber", "now", "Draft " + std::to_string(line.version));
    case Standing::finished:
      return status("blue", "done", "Finished, not signed");
    case Standing::signed_off:
      return status("green", "done", "Signed off " + to_words(*line.signed_on));
    case Standing::withdrawn:
      break;
  }
  return status("quiet", "na", "Withdrawn");
}

std::vector<const ReportLine*> found_reports(const std::vector<ReportLine>& all,
                                             const ListAsked& asked) {
  return rows_at_hand(
      all, asked,
      [&](const ReportLine& line) {
        const std::string code = code_of(standing_of(line));
        const bool shown =
            asked.of("state").empty() ? code != "withdrawn" : is_chosen(asked, "state", code);
        return shown && is_chosen(asked, "kind", to_string(line.kind)) &&
               contains_words(line.title + "\n" + line.about, asked.text);
      },
      [&](const ReportLine& a, const ReportLine& b) {
        if (asked.sort == "title") return a.title < b.title;
        if (asked.sort == "kind") return a.kind < b.kind;
        if (asked.sort == "state") return standing_of(a) < standing_of(b);
        return a.changed_at < b.changed_at;
      });
}

Data select(const char* id, const char* label, const std::string& none, Data choices,
            const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("hint", Data())
      .set("none", none)
      .set("choices", std::move(choices))
      .set("error", error_of(errors, id));
}

Data choice(const std::string& value, const std::string& text, const std::string& chosen) {
  return Data::object().set("value", value).set("text", text).set("chosen", value == chosen);
}

Data return_choices(const ReportChoices& choices, const TypedNewReport& typed) {
  auto list = Data::list();
  for (const auto& each : choices.returns) {
    list.push(choice(each.id.text(), each.organisation + ", " + each.title, typed.of_return));
  }
  return select("of_return", "Whose evaluation?", "Choose an organisation", std::move(list),
                typed.errors);
}

Data exercise_choices(const ReportChoices& choices, const TypedNewReport& typed) {
  auto list = Data::list();
  for (const auto& each : choices.exercises)
    list.push(choice(each.id.text(), each.title, typed.exercise));
  return select("exercise", "Of which exercise?", "Choose what you asked for", std::move(list),
                typed.errors);
}

Data paper_choices(const ReportChoices& choices, const TypedNewReport& typed) {
  auto list = Data::list();
  int number = 0;
  for (const auto& each : choices.reports) {
    if (each.withdrawn || each.kind == Kind::pack) continue;
    list.push(Data::object()
                  .set("id", "papers-" + std::to_string(++number))
                  .set("value", each.id.text())
                  .set("title", each.title)
                  .set("standing", standing_data(each))
                  .set("checked", typed.papers.contains(each.id.text())));
  }
  return list;
}

// One fold for each exercise, open where something in it is chosen.
Data delivered_choices(const ReportChoices& choices, const TypedNewReport& typed) {
  auto groups = Data::list();
  const auto& all = choices.delivered;
  int number = 0;
  for (auto from = all.begin(); from != all.end();) {
    const auto to =
        std::find_if(from, all.end(), [&](const auto& each) { return each.title != from->title; });
    auto rows = Data::list();
    bool open = false;
    for (auto each = from; each != to; ++each) {
      const bool checked = typed.returns.contains(each->id.text());
      open = open || checked;
      rows.push(Data::object()
                    .set("id", "returns-" + std::to_string(++number))
                    .set("value", each->id.text())
                    .set("title", each->organisation)
                    .set("version", "Version " + std::to_string(each->version))
                    .set("checked", checked));
    }
    const auto count = to - from;
    groups.push(Data::object()
                    .set("title", from->title)
                    .set("count", std::to_string(count) + (count == 1 ? " return" : " returns"))
                    .set("open", open)
                    .set("rows", std::move(rows)));
    from = to;
  }
  return groups;
}

Data kind_choices(const TypedNewReport& typed) {
  auto list = Data::list();
  for (const auto& each : kinds) {
    list.push(Data::object()
                  .set("id", std::string("kind-") + to_string(each.kind))
                  .set("value", to_string(each.kind))
                  .set("words", each.words)
                  .set("what_for", each.what_for)
                  .set("chosen", typed.kind == to_string(each.kind)));
  }
  return list;
}

}  // namespace

std::string report_kind_words(Kind kind) { return words_of(kind).words; }

std::string report_path(const reports::ReportId& id) { return "/reports/" + id.text(); }

std::string version_path(const reports::ReportId& id, int version) {
  return report_path(id) + "/versions/" + std::to_string(version);
}

ListShape reports_shape() {
  ListShape shape;
  shape.path = "/reports";
  shape.what_one = "report";
  shape.what_many = "reports";
  shape.search = "Title, organisation or exercise";
  ListFilter kind{"kind", "Kind", {}, true};
  for (const auto& each : kinds)
    kind.choices.push_back({to_string(each.kind), each.words});
  ListFilter state{"state", "State", {}, true};
  for (const auto& [standing, words] : standings)
    state.choices.push_back({words.first, words.second});
  shape.filters = {std::move(kind), std::move(state)};
  shape.columns = {
      {"Report", "title"}, {"Kind", "kind"}, {"Changed", "changed"}, {"State", "state"}};
  shape.sort = "changed";
  shape.descending = true;
  shape.export_ = false;
  return shape;
}

Data reports_page(const std::vector<ReportLine>& all, ListAsked asked, bool may_draft) {
  const auto shape = reports_shape();
  const auto found = found_reports(all, asked);
  auto rows = Data::list();
  for (const auto* line : page_at_hand(found, shape, asked)) {
    rows.push(Data::object()
                  .set("href", report_path(line->id))
                  .set("title", line->title)
                  .set("number", line->number)
                  .set("about", Data::text_or_no(line->title.find(line->about) == std::string::npos
                                                     ? line->about
                                                     : std::string()))
                  .set("kind", report_kind_words(line->kind))
                  .set("changed", to_words(day_in_england(line->changed_at)))
                  .set("status", standing_data(*line)));
  }
  return Data::object()
      .set("title", "Reports")
      .set("may_draft", may_draft)
      .set("any", !all.empty())
      .set("kinds", kind_choices({}))
      .set("list", listing(shape, asked, static_cast<int>(found.size())))
      .set("rows", std::move(rows));
}

Data new_report_page(const ReportChoices& choices, const TypedNewReport& typed) {
  const auto kind = reports::kind_of(typed.kind);
  const bool period =
      kind == Kind::improvement_plan || kind == Kind::highlight || kind == Kind::exception;
  const bool pack = kind == Kind::pack;
  auto papers = pack ? paper_choices(choices, typed) : Data::list();
  const bool any_papers = !papers.items().empty();
  auto delivered = pack ? delivered_choices(choices, typed) : Data::list();
  const bool any_delivered = !delivered.items().empty();
  return Data::object()
      .set("title", "Make a report")
      .set("error_summary", error_summary(typed.errors))
      .set("title_error", !typed.errors.empty())
      .set("choose", !kind)
      .set("kind_error", error_of(typed.errors, "kind-organisation"))
      .set("kinds", kind_choices(typed))
      .set("kind", kind ? Data(to_string(*kind)) : Data())
      .set("kind_words", kind ? Data(words_of(*kind).words) : Data())
      .set("what_for", kind ? Data(words_of(*kind).what_for) : Data())
      .set("id", typed.id)
      .set("of_return", kind == Kind::organisation ? return_choices(choices, typed) : Data())
      .set("exercise", kind == Kind::overview || pack ? exercise_choices(choices, typed) : Data())
      .set("from", period ? due_field("from", "From which day?", typed.from, typed.errors) : Data())
      .set("to", period ? due_field("to", "Until which day?", typed.to, typed.errors) : Data())
      .set("pack", pack)
      .set("papers", std::move(papers))
      .set("any_papers", any_papers)
      .set("delivered", std::move(delivered))
      .set("any_delivered", any_delivered)
      .set("papers_error", error_of(typed.errors, "papers"));
}

}  // namespace onereturn::gateway::views
