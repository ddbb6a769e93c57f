#include "gateway/views/waves.hpp"

#include "gateway/views/standing.hpp"

namespace onereturn::gateway::views {

namespace {

using html::Data;
using returns::Wave;
using returns::WaveMode;

Data line(const char* id, const char* label, const std::string& value,
          const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("value", value)
      .set("autocomplete", "off")
      .set("error", error_of(errors, id));
}

std::string in_words(const Wave& wave) {
  return std::to_string(wave.counts.in()) + " of " + std::to_string(wave.counts.asked()) + " in";
}

std::string saved_words(const std::string& saved, const AskedFigures& figures) {
  if (saved == "nobody") return "Nobody new was asked: each of them has been asked already.";
  if (saved != "asked" || figures.asked == 0) return {};
  auto words = counted(figures.asked, "organisation is", "organisations are") + " asked now.";
  const int here = figures.asked - figures.waiting;
  if (here > 0) {
    words += " " + counted(here, "has joined and reads", "have joined and read") +
             " it at once; whoever leads there is told by mail, in your working hours.";
  }
  if (figures.waiting > 0) {
    words +=
        " " +
        counted(figures.waiting, "has not joined yet and reads", "have not joined yet and read") +
        " it on accepting your invitation.";
  }
  if (figures.uninvited > 0) {
    words += " " + counted(figures.uninvited, "has no invitation yet", "have no invitation yet") +
             ": send it from the page of the organisation.";
  }
  if (figures.before > 0) {
    words += " " +
             counted(figures.before, "was asked for this form and period before, and stays",
                     "were asked for this form and period before, and stay") +
             (figures.before == 1 ? " as it is." : " as they are.");
  }
  return words;
}

std::string count_words(int count, const char* words) {
  return count > 0 ? std::to_string(count) + " " + words : std::string{};
}

// What is in no denominator, said where the figures are.
std::string out_words(const returns::WaveCounts& counts) {
  std::vector<std::string> parts;
  for (auto part :
       {count_words(counts.left_out, "left out, because they closed or need not answer"),
        count_words(counts.withdrawn, "withdrawn")}) {
    if (!part.empty()) parts.push_back(std::move(part));
  }
  return parts.empty() ? std::string{} : "Not counted: " + joined(parts) + ".";
}

}  // namespace

std::string mode_words(const Wave& wave) {
  if (wave.mode == WaveMode::rolling) return "Rolling, each by its own date";
  if (wave.mode == WaveMode::single) return "Asked one by one";
  return wave.due_on ? "Wave, due on " + to_words(*wave.due_on) : "Wave";
}

Data waves_page(const std::vector<Wave>& waves, bool may_write) {
  auto rows = Data::list();
  for (const auto& wave : waves) {
    rows.push(Data::object()
                  .set("href", "/waves/" + wave.wave.text())
                  .set("title", wave.title)
                  .set("mode", mode_words(wave))
                  .set("opened", wave.opens_on ? to_words(*wave.opens_on) : "")
                  .set("in", in_words(wave))
                  .set("late", wave.counts.late > 0 ? Data(wave.counts.late) : Data()));
  }
  return Data::object()
      .set("title", "Waves")
      .set("may_write", may_write)
      .set("rows", std::move(rows));
}

Data wave_form(const WaveInput& input) {
  auto forms = Data::list();
  for (const auto& form : input.forms) {
    forms.push(Data::object()
                   .set("value", form.form.code)
                   .set("text", form.name)
                   .set("chosen", form.form.code == input.form || input.forms.size() == 1));
  }
  auto open = Data::list();
  for (const auto& wave : input.open) {
    open.push(Data::object()
                  .set("id", "join-" + wave.wave.text())
                  .set("value", wave.wave.text())
                  .set("text", wave.title + ". " + mode_words(wave))
                  .set("chosen", input.join == wave.wave.text()));
  }
  auto names = joined(input.names);
  if (input.chosen > static_cast<int>(input.names.size())) {
    names +=
        " and " + std::to_string(input.chosen - static_cast<int>(input.names.size())) + " more";
  }
  const bool any_open = !input.open.empty();
  return Data::object()
      .set("title", "Ask " + counted(input.chosen, "organisation", "organisations"))
      .set("title_error", !input.errors.empty())
      .set("error_summary", error_summary(input.errors))
      .set("number", input.number)
      .set("entries", input.entries)
      .set("names", std::move(names))
      .set("entries_error", error_of(input.errors, "entries"))
      .set("any_form", !input.forms.empty())
      .set("any_open", any_open)
      .set("open", std::move(open))
      .set("opens_new", input.join.empty())
      .set("wave_title", line("title", "What do you call it?", input.title, input.errors))
      .set("form", Data::object()
                       .set("id", "form")
                       .set("label", "Which of your forms?")
                       .set("hint", false)
                       .set("none", input.forms.size() > 1 ? Data("Choose") : Data())
                       .set("choices", std::move(forms))
                       .set("error", error_of(input.errors, "form")))
      .set("period",
           line("period", "For which period? For example 2027", input.period, input.errors))
      .set("rolling", input.mode == "rolling")
      .set("due", Data::object()
                      .set("id", "due")
                      .set("legend", "By when?")
                      .set("day", input.due.day)
                      .set("month", input.due.month)
                      .set("year", input.due.year)
                      .set("error", error_of(input.errors, "due")));
}

ListShape wave_shape(const Wave& wave, const std::vector<agency_register::EntryType>& types) {
  const auto& counts = wave.counts;
  const std::map<std::string, int> by_state = {
      {"not_started", counts.not_started()}, {"started", counts.started},
      {"sent_back", counts.sent_back},       {"to_evaluate", counts.to_evaluate},
      {"evaluated", counts.evaluated},       {"signed_off", counts.signed_off},
      {"left_out", counts.left_out},         {"withdrawn", counts.withdrawn}};
  ListShape shape;
  shape.path = "/waves/" + wave.wave.text();
  shape.file = "/returns.csv";
  shape.what_one = "return";
  shape.what_many = "returns";
  shape.search = "Name, or your number";
  ListFilter states{"state", "State", {}, true};
  for (const auto& [code, words] : standings())
    states.choices.push_back({code, words, by_state.at(code)});
  ListFilter kinds{"type", "What it is", {}};
  for (const auto& type : types)
    kinds.choices.push_back({type.type, type.words});
  shape.filters = {std::move(states),
                   {"needs", "Needs attention", {{"late", "Late", counts.late}}, true},
                   std::move(kinds)};
  shape.columns = {{"Organisation", "name"},
                   {"Due", "due"},
                   {"State", "state"},
                   {"Answered", "answered"},
                   {"Received", "received", false, true}};
  shape.sort = "name";
  return shape;
}

returns::WaveQuery wave_query(const ListAsked& asked) {
  returns::WaveQuery query;
  query.text = asked.text;
  query.states = asked.of("state");
  query.types = asked.of("type");
  query.attention = asked.of("needs");
  query.sort = asked.sort;
  query.descending = asked.descending;
  return query;
}

Data wave_page(const WaveView& view) {
  auto rows = Data::list();
  for (const auto& row : view.page.rows) {
    const auto asked = "/register/" + row.entry.text() + "/asked/" + row.request.text();
    rows.push(Data::object()
                  .set("name", row.name)
                  .set("href", row.received ? "/returns/" + row.received->text() : asked)
                  .set("asked_href", asked)
                  .set("kind", row.type_words)
                  .set("own_ref", Data::text_or_no(row.own_ref))
                  .set("due", to_words(row.due_on))
                  .set("late", row.late)
                  .set("answered", answered_words(row.questions, row.confirmed))
                  .set("drafted",
                       row.drafted > 0 ? Data(std::to_string(row.drafted) + " drafted") : Data())
                  .set("received", row.received_on ? to_words(*row.received_on) : "")
                  .set("status", standing_status(row.state, row.late)));
  }
  const auto& wave = view.wave;
  return Data::object()
      .set("title", wave.title)
      .set("eyebrow", mode_words(wave) + ". " + wave.form_name)
      .set("lede", in_words(wave) + ".")
      .set("out_words", Data::text_or_no(out_words(wave.counts)))
      .set("home_href", "/board?wave=" + wave.wave.text())
      .set("figures_href", "/figures?exercise=" + wave.wave.text())
      .set("report_href", "/reports/new?kind=overview&exercise=" + wave.wave.text())
      .set("saved_note", Data::text_or_no(saved_words(view.saved, view.figures)))
      .set("may_write", view.may_write)
      .set("more_href", "/register?join=" + wave.wave.text())
      .set("empty_words", view.asked.any() ? "Nothing here is like that." : "Nobody is asked yet.")
      .set("list", listing(view.shape, view.asked, view.page.total))
      .set("rows", std::move(rows));
}

const std::vector<std::string>& wave_headings() {
  static const std::vector<std::string> headings = {
      "Organisation", "What it is", "Your number", "Parts",     "Asked on",   "Due on",
      "State",        "Questions",  "Drafted",     "Confirmed", "Received on"};
  return headings;
}

std::vector<std::vector<std::string>> wave_rows(const returns::WavePage& page) {
  const auto figure = [](bool known, int number) {
    return known ? std::to_string(number) : std::string{};
  };
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : page.rows) {
    const bool known = row.questions.has_value();
    rows.push_back({row.name, row.type_words, row.own_ref, joined(row.parts), to_iso(row.asked_on),
                    to_iso(row.due_on), row.late ? "Late" : standing_words(row.state),
                    figure(known, row.questions.value_or(0)), figure(known, row.drafted),
                    figure(known, row.confirmed), row.received_on ? to_iso(*row.received_on) : ""});
  }
  return rows;
}

}  // namespace onereturn::gateway::views
