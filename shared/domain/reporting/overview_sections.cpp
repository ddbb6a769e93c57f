#include "domain/reporting/overview_sections.hpp"

#include <algorithm>
#include <cstdint>

#include "domain/reporting/draft_words.hpp"
#include "domain/reporting/home_rules.hpp"

namespace onereturn::reporting {

namespace {

std::string share(int part, int whole) {
  return whole == 0 ? "" : " (" + std::to_string(per_cent(part, whole)) + " per cent)";
}

std::string participation_words(const returns::WaveCounts& counts) {
  if (counts.asked() == 0) return "No organisation was asked in this exercise.";
  auto words = out_of(counts.in(), counts.asked(), "return", "returns") +
               verb(counts.in(), " is", " are") + " in" + share(counts.in(), counts.asked()) + ".";
  if (counts.awaited > 0) {
    words += " " + counted(counts.awaited, "is", "are") + " not here yet, of which " +
             figure(counts.started) + verb(counts.started, " has", " have") + " been started.";
  }
  if (counts.late > 0) {
    words += " " + counted(counts.late, "return is", "returns are") + " late.";
  }
  if (counts.left_out > 0) {
    words += " " + counted(counts.left_out, "request was", "requests were") +
             " left out, because the organisation has closed or need not answer this time; " +
             verb(counts.left_out, "it is", "they are") + " in no figure.";
  }
  return words;
}

std::string evaluated_words(const returns::WaveCounts& counts) {
  if (counts.in() == 0) return "Nothing has come in yet that could be evaluated.";
  const int done = counts.evaluated + counts.signed_off;
  return "Of the " + counted(counts.in(), "return", "returns") + " that " +
         verb(counts.in(), "is", "are") + " in, the board has evaluated " + figure(done) +
         " and released what it found; " + figure(counts.to_evaluate) +
         verb(counts.to_evaluate, " waits", " wait") + " to be evaluated and " +
         figure(counts.sent_back) + verb(counts.sent_back, " is", " are") +
         " back with the organisation for changes.";
}

std::string name_of(const reviews::StandardNeed& need) {
  return need.code.empty() ? need.name : "Standard " + need.code + ", " + need.name;
}

std::string need_words(const reviews::StandardNeed& need) {
  return out_of(need.below(), need.rated(), "graded item", "graded items") +
         verb(need.below(), " is", " are") + " below the minimum, in " +
         out_of(need.organisations_below(), static_cast<int>(need.gaps.size()), "organisation",
                "organisations");
}

std::string held_back_words(int held_back) {
  if (held_back == 0) return {};
  return counted(held_back, "organisation", "organisations") +
         " whose evaluation is not released "
         "yet " +
         verb(held_back, "is", "are") + " left out of every figure of grades.";
}

int rated_in_all(const OverviewFacts& facts) {
  int rated = 0;
  for (const auto& need : facts.needs)
    rated += need.rated();
  return rated;
}

int overdue(const PeriodFacts& plan) {
  return static_cast<int>(std::count_if(
      plan.actions.begin(), plan.actions.end(),
      [&](const BoardAction& action) { return actions::is_overdue(action, plan.on); }));
}

int still_open(const PeriodFacts& plan) {
  return static_cast<int>(std::count_if(plan.actions.begin(), plan.actions.end(),
                                        [](const BoardAction& one) { return one.is_open(); }));
}

documents::Paragraph taken_over(const Lifted& lifted) {
  auto paragraph = plain(lifted.organisation + ": " + lifted.text);
  if (lifted.href.empty()) return paragraph;
  paragraph.spans.push_back({" ", false, false, "", ""});
  paragraph.spans.push_back({"From its report", false, false, lifted.href, ""});
  return paragraph;
}

}  // namespace

std::vector<const reviews::StandardNeed*> weakest_first(const OverviewFacts& facts) {
  std::vector<const reviews::StandardNeed*> weakest;
  for (const auto& need : facts.needs) {
    if (need.below() > 0) weakest.push_back(&need);
  }
  // Shares of different wholes, without dividing.
  std::stable_sort(weakest.begin(), weakest.end(), [](const auto* a, const auto* b) {
    return std::int64_t{a->below()} * b->rated() > std::int64_t{b->below()} * a->rated();
  });
  return weakest;
}

int in_on_time(const OverviewFacts& facts) {
  return static_cast<int>(
      std::count_if(facts.signed_returns.begin(), facts.signed_returns.end(),
                    [](const auto& one) { return one.second.first_in <= one.second.due_on; }));
}

Section overview_summary(const OverviewFacts& facts, int held_back) {
  SectionText text;
  text.say("This report brings together what organisations returned to " + facts.board + " for " +
           facts.wave.title + ", as it stood on " + to_words(facts.today) + ".");
  text.say(participation_words(facts.wave.counts));
  if (facts.wave.counts.asked() > 0) text.say(evaluated_words(facts.wave.counts));
  const auto weakest = weakest_first(facts);
  if (!weakest.empty()) {
    text.say("The standard with most to do is " + name_of(*weakest.front()) + ": " +
             need_words(*weakest.front()) + ".");
  } else if (rated_in_all(facts) > 0) {
    text.say("No graded item is below the minimum.");
  }
  text.say(held_back_words(held_back));
  const auto size = static_cast<int>(facts.plan.actions.size());
  text.say(size == 0 ? "No action has come from these returns so far."
                     : counted(size, "action has", "actions have") + " come from these returns; " +
                           figure(still_open(facts.plan)) + " of them " +
                           verb(still_open(facts.plan), "is", "are") + " open and " +
                           figure(overdue(facts.plan)) + " overdue.");
  for (auto& words : left_out_words(facts.plan))
    text.say(std::move(words));
  return {"summary", "Summary", text.text()};
}

Section overview_introduction(const OverviewFacts& facts) {
  SectionText text;
  text.say(
      "Section 11 of the Children Act 2004 puts a duty on the organisations that it names to"
      " work with regard to the need to safeguard children and to promote their welfare. The"
      " board asks them, and other partners who work with children in its area, to show how"
      " they meet it, so that it can be sure of the whole and not of single parts.");
  std::string words = facts.board + " asked " +
                      counted(facts.wave.counts.asked(), "organisation", "organisations") +
                      " in this exercise";
  if (facts.wave.opens_on) words += ", which it opened on " + to_words(*facts.wave.opens_on);
  words += ". ";
  words += facts.wave.mode == returns::WaveMode::rolling
               ? "Each organisation answers by a day of its own."
           : facts.wave.due_on ? "Returns were due on " + to_words(*facts.wave.due_on) + "."
                               : "Each organisation was given a day.";
  text.say(words);
  text.say(
      "The report is put together from what the board holds: the returns as they were"
      " authorised, the evaluations that it has released, and the actions that it follows.");
  return {"introduction", "Introduction", text.text()};
}

namespace {

void add_form(SectionText& text, const OverviewFacts& facts) {
  if (facts.form == nullptr) {
    text.say("Organisations answered in the form “" + facts.wave.form_name + "”.");
    return;
  }
  int items = 0;
  for (const auto& section : facts.form->sections)
    items += static_cast<int>(section.items.size());
  text.say("Organisations answered in the form “" + facts.form->name + "” with " +
           counted(items, "item", "items") + " in " +
           counted(static_cast<int>(facts.form->sections.size()), "part", "parts") + ".");
  if (!facts.form->scale) {
    text.say("The form asks for words only. It has no scale.");
    return;
  }
  std::vector<std::string> points;
  for (const auto& point : facts.form->scale->points) {
    points.push_back(point.label +
                     (point.descriptor.empty() ? "" : ": " + first_words(point.descriptor)));
  }
  text.say("Its scale has " + counted(static_cast<int>(points.size()), "point", "points") + ":");
  text.points(points, "the form");
}

std::string samples_words(const std::vector<reviews::SampleHead>& samples) {
  if (samples.empty()) return "No random sample of evidence was drawn from these returns.";
  int size = 0;
  int seen = 0;
  for (const auto& sample : samples) {
    size += sample.size;
    seen += sample.seen;
  }
  return "The board drew " +
         counted(static_cast<int>(samples.size()), "random sample", "random samples") +
         " of evidence, " + counted(size, "piece", "pieces") + " in all, and has noted what " +
         figure(seen) + " of them " + verb(seen, "shows", "show") +
         ". Each draw can be repeated from its seed.";
}

}  // namespace

Section overview_methodology(const OverviewFacts& facts) {
  SectionText text;
  add_form(text, facts);
  text.say(std::string("The board evaluates each return item by item") +
           (facts.second_look
                ? ", and a second person looks at the grades before they are released."
                : ". A second person does not have to look before a release.") +
           " An organisation reads its evaluation once it is released.");
  text.say(samples_words(facts.samples));
  text.say(facts.reviewed == 0
               ? "No member of the board has sent a peer review of these returns."
               : "Members of the board reviewed " +
                     out_of(facts.reviewed, facts.wave.counts.in(), "return", "returns") +
                     " that " + verb(facts.wave.counts.in(), "is", "are") + " in.");
  text.say(
      "An item counts as below the minimum where the whole of its grade lies below it. It is"
      " the board’s grade that counts; where the board gives none, the organisation’s own. An"
      " item that rests on two standards counts in both. Requests that were left out or"
      " withdrawn are in no figure.");
  return {"methodology", "Methodology", text.text()};
}

Section board_functioning(const OverviewFacts& facts) {
  const auto& counts = facts.wave.counts;
  SectionText text;
  if (counts.asked() == 0) {
    text.say("Nobody was asked in this exercise, so it says nothing about how the board works.");
    return {"board_functioning", "Key themes: how the board works", text.text()};
  }
  const auto first = static_cast<int>(facts.signed_returns.size());
  if (first > 0) {
    text.say("On time: " + out_of(in_on_time(facts), first, "return", "returns") +
             " first came in by the day that was asked for" + share(in_on_time(facts), first) +
             ".");
  }
  text.say("Evaluating: " + evaluated_words(counts));
  int offered = 0;
  int ratified = 0;
  int wanted = 0;
  for (const auto& plan : facts.plans) {
    const auto state = reviews::state_of(plan, facts.today);
    if (state == reviews::PlanState::withdrawn || state == reviews::PlanState::closed) continue;
    ++wanted;
    ratified += state == reviews::PlanState::ratified ? 1 : 0;
    offered += state == reviews::PlanState::offered ? 1 : 0;
  }
  text.say(wanted == 0
               ? "Plans: the board demanded no plan after these returns."
               : "Plans: of " + counted(wanted, "plan", "plans") + " that the board demanded, " +
                     counted(ratified, "is", "are") + " ratified and " +
                     counted(offered, "waits", "wait") + " for the board.");
  const auto size = static_cast<int>(facts.plan.actions.size());
  if (size > 0) {
    text.say(
        "Following actions: " + out_of(size - still_open(facts.plan), size, "action", "actions") +
        " from these returns " + verb(size - still_open(facts.plan), "has", "have") +
        " ended, and " + figure(overdue(facts.plan)) + " of the " + figure(still_open(facts.plan)) +
        " open " + verb(overdue(facts.plan), "is", "are") + " overdue.");
  }
  return {"board_functioning", "Key themes: how the board works", text.text()};
}

Section agency_compliance(const OverviewFacts& facts, int held_back) {
  const char* title = "Key themes: how organisations meet the standards";
  SectionText text;
  if (rated_in_all(facts) == 0) {
    text.say(
        "No item of these returns has a grade that can be reported, so nothing is said here in"
        " figures.");
    text.say(held_back_words(held_back));
    return {"agency_compliance", title, text.text()};
  }
  const auto weakest = weakest_first(facts);
  std::vector<std::string> points;
  for (const auto* need : weakest)
    points.push_back(name_of(*need) + ": " + need_words(*need) + ".");
  if (points.empty()) {
    text.say("Every graded item meets the minimum.");
  } else {
    text.say("By standard, the one with most of its graded items below the minimum first:");
    text.points(points, "the table of standards");
  }
  int agree = 0;
  int lower = 0;
  int higher = 0;
  for (const auto& row : facts.differences) {
    agree += row.agree;
    lower += row.lower;
    higher += row.higher;
  }
  if (agree + lower + higher > 0) {
    text.say("Of " + counted(agree + lower + higher, "item", "items") +
             " graded by both sides, board and organisation agree on " + figure(agree) +
             "; the board is lower on " + figure(lower) + " and higher on " + figure(higher) + ".");
  }
  text.say(held_back_words(held_back));
  return {"agency_compliance", title, text.text()};
}

Section overview_conclusions(const OverviewFacts& facts) {
  const auto& counts = facts.wave.counts;
  std::vector<documents::Paragraph> points;
  if (counts.asked() > 0) {
    const auto words = out_of(counts.in(), counts.asked(), "organisation", "organisations");
    points.push_back(
        plain(counts.in() == counts.asked()
                  ? "Everybody who was asked has answered: " + words + "."
                  : words + verb(counts.in(), " has", " have") +
                        " answered. The board cannot be sure of the others until they do."));
  }
  const auto weakest = weakest_first(facts);
  for (std::size_t at = 0; at < weakest.size() && at < 3; ++at)
    points.push_back(
        plain(name_of(*weakest[at]) + ", needs work: " + need_words(*weakest[at]) + "."));
  for (const auto& lifted : facts.conclusions)
    points.push_back(taken_over(lifted));
  SectionText text;
  if (points.empty()) text.say("There is nothing yet to draw a conclusion from.");
  text.numbered(std::move(points), "the reports of the organisations");
  return {"conclusions", "Conclusions", text.text()};
}

Section overview_recommendations(const OverviewFacts& facts) {
  const auto& counts = facts.wave.counts;
  std::vector<documents::Paragraph> points;
  if (counts.late > 0) {
    points.push_back(plain("The board writes to those who lead the organisations whose " +
                           counted(counts.late, "return is", "returns are") +
                           " late, and reports who has not answered by its next meeting."));
  }
  const auto weakest = weakest_first(facts);
  for (std::size_t at = 0; at < weakest.size() && at < 3; ++at) {
    points.push_back(plain(
        "The " + counted(weakest[at]->organisations_below(), "organisation", "organisations") +
        " below the minimum in " + name_of(*weakest[at]) +
        ", agree an action for each item concerned, with a name and a day."));
  }
  if (overdue(facts.plan) > 0) {
    points.push_back(plain("Whoever leads one of the " +
                           counted(overdue(facts.plan), "overdue action", "overdue actions") +
                           " says when it will be done, or what stands in the way."));
  }
  for (const auto& lifted : facts.recommendations)
    points.push_back(taken_over(lifted));
  SectionText text;
  if (points.empty()) text.say("The figures alone give no ground for a recommendation.");
  text.numbered(std::move(points), "the reports of the organisations");
  return {"recommendations", "Recommendations", text.text()};
}

}  // namespace onereturn::reporting
