#include "gateway/views/board_home.hpp"

#include <algorithm>

#include "domain/actions/action_titles.hpp"
#include "domain/reporting/home_rules.hpp"
#include "gateway/views/action_words.hpp"
#include "gateway/views/curve.hpp"
#include "gateway/views/reminders.hpp"
#include "gateway/views/waves.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {

namespace {

using html::Data;
using reporting::BoardHome;

constexpr int bar_width = 1100;
constexpr std::size_t waves_to_choose = 30;  // and those that are open

struct Figure {
  const char* state;
  const char* words;
  const char* look;
  int count = 0;
};

std::vector<Figure> figures_of(const returns::WaveCounts& counts) {
  return {{"signed_off", "Signed off", "f1", counts.signed_off},
          {"evaluated", "Evaluated", "f2", counts.evaluated},
          {"to_evaluate", "To evaluate", "f3", counts.to_evaluate},
          {"sent_back", "Sent back", "f4", counts.sent_back},
          {"started", "Started", "f5", counts.started},
          {"not_started", "Not started", "f6", counts.not_started()}};
}

// Whole pixels: what a piece loses by rounding, the last one gets.
Data bar(const std::vector<Figure>& figures, int asked) {
  auto pieces = Data::list();
  int at = 0, seen = 0;
  for (const auto& figure : figures) {
    if (figure.count == 0) continue;
    seen += figure.count;
    const int end = static_cast<int>(static_cast<long>(seen) * bar_width / std::max(1, asked));
    pieces.push(Data::object()
                    .set("look", figure.look)
                    .set("x", at + 1)
                    .set("width", std::max(1, end - at - 2)));
    at = end;
  }
  return pieces;
}

std::string heading_of(const returns::Wave& wave) {
  const auto& counts = wave.counts;
  auto words = counted(counts.asked(), "return", "returns");
  if (wave.due_on && wave.mode == returns::WaveMode::wave) {
    words += " due by " + to_words(*wave.due_on);
  } else {
    words += " asked for";
  }
  return words + ", " + std::to_string(counts.in()) + " in";
}

std::string bar_words(const std::vector<Figure>& figures, int asked) {
  std::string words = "Where the " + std::to_string(asked) + " returns stand: ";
  for (const auto& figure : figures) {
    if (&figure != figures.data()) words += ", ";
    auto name = std::string(figure.words);
    name.front() = static_cast<char>(name.front() - 'A' + 'a');
    words += name + " " + std::to_string(figure.count);
  }
  return words;
}

Data figures(const returns::Wave& wave) {
  const auto base = "/waves/" + wave.wave.text();
  const auto of = " of " + std::to_string(wave.counts.asked());
  auto stats = Data::list();
  for (const auto& figure : figures_of(wave.counts)) {
    stats.push(Data::object()
                   .set("href", base + "?state=" + figure.state)
                   .set("look", figure.look)
                   .set("number", figure.count)
                   .set("of", of)
                   .set("words", figure.words)
                   .set("warn", false));
  }
  stats.push(Data::object()
                 .set("href", base + "?needs=late")
                 .set("look", false)
                 .set("number", wave.counts.late)
                 .set("of", " of " + std::to_string(wave.counts.expected()) + " with them")
                 .set("words", "Late, their own date has passed")
                 .set("warn", wave.counts.late > 0));
  return stats;
}

Data wave_of(const BoardHome& home, Date today) {
  if (!home.wave) return {};
  const auto& wave = *home.wave;
  const auto all = figures_of(wave.counts);
  const int asked = wave.counts.asked();
  std::string out;
  const auto& counts = wave.counts;
  if (counts.left_out > 0) {
    out = counted(counts.left_out, "return is", "returns are") +
          " left out of these figures: closed, or not applicable this time.";
  }
  auto choices = Data::list();
  for (std::size_t at = 0; at < home.waves.size(); ++at) {
    const auto& each = home.waves[at];
    const bool awaits = each.counts.awaited + each.counts.sent_back > 0;
    if (at >= waves_to_choose && !awaits && each.wave != wave.wave) continue;
    choices.push(Data::object()
                     .set("value", each.wave.text())
                     .set("text", each.title)
                     .set("chosen", each.wave == wave.wave));
  }
  const bool several = home.waves.size() > 1;
  return Data::object()
      .set("eyebrow", wave.title + ". " + to_words(today))
      .set("heading", heading_of(wave))
      .set("href", "/waves/" + wave.wave.text())
      .set("figures_href", "/figures?exercise=" + wave.wave.text())
      .set("bar_words", bar_words(all, asked))
      .set("bar", bar(all, asked))
      .set("any_asked", asked > 0)
      .set("stats", figures(wave))
      .set("out", Data::text_or_no(std::move(out)))
      .set("several", several)
      .set("choices", std::move(choices));
}

// Whoever is late anywhere is seen without choosing: one line for each, where there are several.
Data open_waves_of(const BoardHome& home) {
  if (home.open.size() < 2) return {};
  auto rows = Data::list();
  int late = 0;
  for (const auto& wave : home.open) {
    const auto& counts = wave.counts;
    const auto base = "/waves/" + wave.wave.text();
    const auto of = " of " + std::to_string(counts.asked());
    late += counts.late;
    rows.push(Data::object()
                  .set("title", wave.title)
                  .set("href", "/board?wave=" + wave.wave.text())
                  .set("due", wave.due_on ? "Due " + to_words(*wave.due_on) : "Each by its own day")
                  .set("late", counts.late)
                  .set("late_of", " of " + std::to_string(counts.expected()) + " with them")
                  .set("late_href", base + "?needs=late")
                  .set("warn", counts.late > 0)
                  .set("started", std::to_string(counts.started) + of)
                  .set("started_href", base + "?state=started")
                  .set("not_started", std::to_string(counts.not_started()) + of)
                  .set("not_started_href", base + "?state=not_started")
                  .set("in", std::to_string(counts.in()) + of));
  }
  return Data::object()
      .set("heading",
           std::to_string(home.open.size()) + " are open now, " +
               (late == 0 ? std::string("nobody is late") : std::to_string(late) + " late in all"))
      .set("rows", std::move(rows));
}

// The year only where it is another.
std::string since_words(const reporting::Waiting& one, Date today) {
  if (!one.since) return {};
  return one.since->year() == today.year() ? to_short_words(*one.since) : to_words(*one.since);
}

Data waiting(const BoardHome& home, Date today) {
  auto rows = Data::list();
  for (const auto& each : home.waiting) {
    rows.push(Data::object()
                  .set("what", each.what)
                  .set("href", each.href)
                  .set("from", each.from)
                  .set("with", each.with)
                  .set("nobody", each.can_be_given && each.with.empty())
                  .set("since", since_words(each, today)));
  }
  auto kinds = Data::list();
  for (const auto& kind : home.kinds) {
    kinds.push(Data::object()
                   .set("href", kind.all)
                   .set("text", counted(kind.count, kind.one, kind.many))
                   .set("of", "of " + std::to_string(kind.of_all) + " " + kind.of_words));
  }
  const int more = home.waiting_in_all - static_cast<int>(home.waiting.size());
  return Data::object()
      .set("rows", std::move(rows))
      .set("more", more <= 0 ? Data()
                             : Data("The " + std::to_string(home.waiting.size()) +
                                    " that have waited longest. " + counted(more, "more", "more") +
                                    (more == 1 ? " is" : " are") + " in these lists:"))
      .set("kinds", std::move(kinds));
}

Data overdue(const BoardHome& home, Date today) {
  auto rows = Data::list();
  for (const auto& action : home.overdue) {
    const int days = action.by_on ? days_between(*action.by_on, today) : 0;
    rows.push(Data::object()
                  .set("what", actions::title_line(action.what))
                  .set("href", "/actions/" + action.action.text())
                  .set("from", action.organisation)
                  .set("status", standing(action, home.forms))
                  .set("days", counted(days, "day", "days")));
  }
  auto late = Data::list();
  bool any_late = false;
  for (const auto& kind : home.late) {
    any_late = any_late || kind.count > 0;
    late.push(Data::object()
                  .set("href", kind.all)
                  .set("warn", kind.count > 0)
                  .set("text", counted(kind.count, kind.one, kind.many))
                  .set("of", "of " + std::to_string(kind.of_all) + " " + kind.of_words));
  }
  return Data::object()
      .set("late", std::move(late))
      .set("none", any_late ? "No action is late."
                            : "Nothing is late. When something is, it stands here first.")
      .set("heading", "Actions overdue: " + std::to_string(home.actions_overdue) + " of " +
                          std::to_string(home.actions_open))
      .set("any", home.actions_overdue > 0)
      .set("rows", std::move(rows));
}

Data week_of(const notifications::Week& week, bool may_write) {
  const int sent = week.last_week.sent;
  return Data::object()
      .set("on", week.settings.on)
      .set("may_write", may_write)
      .set("rows", week_rows(week))
      .set("hours", hours_words(week.settings))
      .set("last_week", "In the last seven days " + counted(sent, "reminder", "reminders") +
                            " went out and " +
                            counted(week.last_week.returns, "return", "returns") + " came in.");
}

// What a board does first, and what it may do next.
Data hints(const BoardHome& home, bool may_write) {
  auto lines = Data::list();
  const auto add = [&](std::string text, const char* href) {
    lines.push(Data::object().set("text", std::move(text)).set("href", href));
  };
  if (home.organisations == 0 && may_write)
    add("Put the first organisation in your register", "/register/add");
  if (home.not_invited > 0) {
    add(std::to_string(home.not_invited) + " of " +
            counted(home.organisations, "organisation has", "organisations have") +
            " not been invited yet",
        "/register?needs=not_invited");
  }
  if (home.due_soon > 0) {
    add(std::to_string(home.due_soon) + " of " +
            counted(home.organisations, "organisation", "organisations") +
            " asked for nothing: due within 90 days, or never done",
        "/register?needs=due&sort=due");
  }
  return lines;
}

}  // namespace

Data board_home_page(const BoardHome& home, const notifications::Week& week, Date today,
                     bool may_write) {
  const bool first_day = !home.wave.has_value();
  return Data::object()
      .set("title", first_day ? "Home" : heading_of(*home.wave))
      .set("first_day", first_day)
      .set("today", to_words(today))
      .set("may_write", may_write)
      .set("organisations", counted(home.organisations, "organisation", "organisations"))
      .set("wave", wave_of(home, today))
      .set("open_waves", open_waves_of(home))
      .set("waiting", waiting(home, today))
      .set("overdue", overdue(home, today))
      .set("hints", hints(home, may_write))
      .set("week", week_of(week, may_write))
      .set("curve", curve(home.now, home.before));
}

}  // namespace onereturn::gateway::views
