#include <algorithm>
#include <numeric>

#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/reporting/draft_words.hpp"
#include "domain/reporting/evaluation_facts.hpp"

namespace onereturn::reporting {

namespace {

using evaluation::ReleasedItem;
constexpr const char* in_the_table = "the table of each item";

// What is counted once, so that every sentence says the same.
struct Counts {
  int items = 0;
  int judged = 0;  // with a point, or said not to apply
  int not_applicable = 0;
  int graded = 0;
  int below = 0;
  int essential = 0;  // of those graded
  int essential_below = 0;
  int both = 0;  // graded by both sides
  int agree = 0, lower = 0, higher = 0;
  int commented = 0;
};

std::string title_of(const ReleasedItem& item) {
  const auto words = evaluation::short_words(item.wording);
  return item.number.empty() ? words : item.number + " " + words;
}

std::optional<int> place_of(const EvaluationFacts& facts, const std::string& words) {
  const auto found = std::find(facts.points.begin(), facts.points.end(), words);
  if (words.empty() || found == facts.points.end()) return std::nullopt;
  return static_cast<int>(found - facts.points.begin());
}

bool is_below(const EvaluationFacts& facts, const ReleasedItem& item) {
  return !item.not_applicable && facts.below.contains(item.ours);
}

Counts count(const EvaluationFacts& facts) {
  Counts all;
  for (const auto& item : facts.released.items) {
    ++all.items;
    all.not_applicable += item.not_applicable ? 1 : 0;
    all.commented += item.comment.empty() ? 0 : 1;
    const bool graded = !item.not_applicable && !item.ours.empty();
    all.judged += graded || item.not_applicable ? 1 : 0;
    if (!graded) continue;
    ++all.graded;
    const bool below = is_below(facts, item);
    all.below += below ? 1 : 0;
    all.essential += item.essential ? 1 : 0;
    all.essential_below += item.essential && below ? 1 : 0;
    const auto theirs = place_of(facts, item.theirs);
    const auto ours = place_of(facts, item.ours);
    if (!theirs || !ours) continue;
    ++all.both;
    (*ours == *theirs ? all.agree : *ours < *theirs ? all.lower : all.higher) += 1;
  }
  return all;
}

// The items of a section that are below, of how many that are graded.
struct InSection {
  std::string title;
  int graded = 0;
  std::vector<const ReleasedItem*> below;
};

std::vector<InSection> by_section(const EvaluationFacts& facts) {
  std::vector<InSection> sections;
  for (const auto& item : facts.released.items) {
    if (sections.empty() || sections.back().title != item.section) {
      sections.push_back({item.section, 0, {}});
    }
    if (item.not_applicable || item.ours.empty()) continue;
    ++sections.back().graded;
    if (is_below(facts, item)) sections.back().below.push_back(&item);
  }
  return sections;
}

std::string minimum_words(const Counts& all) {
  if (all.graded == 0) return "The board gave no item a grade.";
  if (all.below == 0) {
    return all.graded == 1 ? "The one item that the board graded meets the minimum."
                           : "All " + counted(all.graded, "item", "items") +
                                 " that the board graded meet the minimum.";
  }
  auto words = out_of(all.below, all.graded, "graded item", "graded items") +
               verb(all.below, " is", " are") + " below the minimum.";
  if (all.essential > 0) {
    words += " Of the " + counted(all.essential, "item", "items") +
             " that the form calls essential, " +
             (all.essential_below == 0 ? std::string("none") : figure(all.essential_below)) +
             verb(all.essential_below, " is", " are") + " below it.";
  }
  return words;
}

std::string actions_words(const EvaluationFacts& facts) {
  const auto size = static_cast<int>(facts.actions.size());
  if (size == 0) return "No action has been agreed from it so far.";
  const auto open = std::count_if(facts.actions.begin(), facts.actions.end(),
                                  [](const BoardAction& action) { return action.is_open(); });
  return counted(size, "action", "actions") + verb(size, " follows", " follow") + " from it, " +
         figure(static_cast<int>(open)) + " of them still open on " + to_words(facts.today) + ".";
}

Section summary(const EvaluationFacts& facts, const Counts& all) {
  const auto& released = facts.released;
  SectionText text;
  text.say(released.board + " has evaluated what " + released.agency + " sent for " +
           released.audit + ".");
  text.quote(released.summary);
  if (released.graded) {
    text.say(minimum_words(all));
  } else {
    text.say("The board does not grade this form; it comments. It commented on " +
             out_of(all.commented, all.items, "item", "items") + ".");
  }
  text.say(actions_words(facts));
  if (facts.closed_on) {
    text.say("The board’s register says that " + released.agency + " closed on " +
             to_words(*facts.closed_on) + ". This report stays as the record of what was found.");
  }
  return {"summary", "Summary", text.text()};
}

Section introduction(const EvaluationFacts& facts) {
  const auto& released = facts.released;
  SectionText text;
  text.say(
      "Section 11 of the Children Act 2004 asks organisations to see to it that they work with"
      " regard to the need to safeguard children and to promote their welfare. The board asks"
      " them to show how they do so, and tells each what it makes of the answer.");
  std::string words = released.agency + " answered in the form “" + released.form_name + "”";
  if (facts.received_at) {
    words += ", and its return arrived on " + to_words(day_in_england(*facts.received_at));
  }
  words += ".";
  if (!facts.authorised_by.empty()) words += " It was authorised by " + facts.authorised_by + ".";
  text.say(words);
  text.say("This report is about version " + figure(released.version_no) +
           " of the return. The board released its evaluation on " + to_words(facts.released_on) +
           (released.number > 1 ? ", as release " + figure(released.number) +
                                      ", which puts right what was released before."
                                : "."));
  return {"introduction", "Introduction", text.text()};
}

std::vector<std::string> distribution(const EvaluationFacts& facts, const Counts& all) {
  std::vector<std::string> points;
  for (auto at = facts.points.rbegin(); at != facts.points.rend(); ++at) {
    const auto number = std::count_if(
        facts.released.items.begin(), facts.released.items.end(),
        [&](const ReleasedItem& item) { return !item.not_applicable && item.ours == *at; });
    points.push_back(*at + ": " + figure(static_cast<int>(number)) + " of " + figure(all.graded));
  }
  if (all.not_applicable > 0) {
    points.push_back("Does not apply: " + figure(all.not_applicable) + " of all " +
                     figure(all.items));
  }
  return points;
}

void add_self_against_board(SectionText& text, const Counts& all) {
  if (all.both == 0) return;
  text.under("How the organisation sees itself");
  text.say(out_of(all.both, all.items, "item", "items") + verb(all.both, " was", " were") +
           " graded by both sides. They agree on " + figure(all.agree) +
           "; the board is lower on " + figure(all.lower) + " and higher on " + figure(all.higher) +
           ".");
}

Section findings(const EvaluationFacts& facts, const Counts& all) {
  SectionText text;
  if (all.items == 0) {
    text.say("The form has no item to evaluate.");
    return {"findings", "Key findings", text.text()};
  }
  if (!facts.released.graded) {
    std::vector<std::string> points;
    for (const auto& item : facts.released.items) {
      if (!item.comment.empty())
        points.push_back(title_of(item) + ": " + first_words(item.comment));
    }
    text.say(points.empty() ? "The board made no comment on single items."
                            : "What the board says of single items, in its first words:");
    text.points(points, in_the_table);
    return {"findings", "Key findings", text.text()};
  }
  text.say("Of " + counted(all.items, "item", "items") + ", " + figure(all.judged) +
           verb(all.judged, " was", " were") + " judged.");
  text.points(distribution(facts, all), in_the_table);
  add_self_against_board(text, all);
  std::vector<std::string> strong;
  std::vector<std::string> weak;
  for (const auto& item : facts.released.items) {
    if (item.not_applicable || item.ours.empty()) continue;
    if (is_below(facts, item)) {
      weak.push_back(title_of(item) + ": " + item.ours +
                     (item.essential ? " (an essential item)" : ""));
    } else if (!facts.points.empty() && item.ours == facts.points.back()) {
      strong.push_back(title_of(item));
    }
  }
  if (!strong.empty()) {
    text.under("Strengths");
    text.say(out_of(static_cast<int>(strong.size()), all.graded, "graded item", "graded items") +
             verb(static_cast<int>(strong.size()), " stands", " stand") +
             " at the highest point of the scale.");
    text.points(strong, in_the_table);
  }
  if (!weak.empty()) {
    text.under("Below the minimum");
    text.points(weak, in_the_table);
  }
  return {"findings", "Key findings", text.text()};
}

Section conclusions(const EvaluationFacts& facts, const Counts& all) {
  std::vector<documents::Paragraph> points;
  std::vector<std::string> meets;
  for (const auto& section : by_section(facts)) {
    if (section.graded == 0) continue;
    const auto title = section.title.empty() ? std::string("The form") : section.title;
    if (section.below.empty()) {
      meets.push_back(title);
      continue;
    }
    std::vector<std::string> numbers;
    for (const auto* item : section.below)
      numbers.push_back(item->number.empty() ? evaluation::short_words(item->wording)
                                             : item->number);
    const auto below = static_cast<int>(section.below.size());
    points.push_back(
        plain(title + ": " + out_of(below, section.graded, "graded item", "graded items") +
              verb(below, " falls", " fall") + " short of the minimum (" + listed(numbers) + ")."));
  }
  if (!meets.empty()) {
    points.push_back(plain("What was graded meets the minimum throughout in " +
                           counted(static_cast<int>(meets.size()), "part", "parts") +
                           " of the form: " + listed(meets) + "."));
  }
  if (all.lower > 0) {
    points.push_back(plain("The organisation rates itself higher than the board does on " +
                           out_of(all.lower, all.both, "item", "items") +
                           " that both graded. It may want to look at how it judges these."));
  }
  SectionText text;
  if (points.empty()) {
    text.say(
        "The evaluation holds no grade from which a conclusion can be drawn. The board’s"
        " comments stand with each item.");
  }
  text.numbered(std::move(points), in_the_table);
  return {"conclusions", "Conclusions", text.text()};
}

const BoardAction* action_for(const EvaluationFacts& facts, const ReleasedItem& item) {
  const auto code = facts.item_of.find(item.key);
  if (code == facts.item_of.end() || code->second.empty()) return nullptr;
  for (const auto& action : facts.actions) {
    if (std::find(action.places.begin(), action.places.end(), code->second) !=
        action.places.end()) {
      return &action;
    }
  }
  return nullptr;
}

Section recommendations(const EvaluationFacts& facts) {
  std::vector<const ReleasedItem*> below;
  for (const auto& item : facts.released.items) {
    if (is_below(facts, item)) below.push_back(&item);
  }
  std::stable_sort(below.begin(), below.end(),
                   [](const auto* a, const auto* b) { return a->essential && !b->essential; });
  std::vector<documents::Paragraph> points;
  for (const auto* item : below) {
    const auto& why = item->reason.empty() ? item->comment : item->reason;
    auto words = "Bring “" + title_of(*item) + "” up to the minimum.";
    if (!why.empty()) words += " The board says: " + first_words(why, 240);
    const auto* action = action_for(facts, *item);
    words += action == nullptr ? " No action has been agreed for it yet."
                               : " Action: " + action_point(*action) + ".";
    points.push_back(plain(std::move(words)));
  }
  SectionText text;
  if (points.empty()) {
    text.say(facts.released.graded
                 ? "No graded item is below the minimum, so the board recommends nothing on"
                   " these grounds."
                 : "The board has not graded this return, so no recommendation follows from"
                   " grades.");
  } else {
    text.say("Essential items come first.");
  }
  text.numbered(std::move(points), in_the_table);
  return {"recommendations", "Recommendations", text.text()};
}

documents::Table items_table(const EvaluationFacts& facts) {
  const bool both = std::any_of(facts.released.items.begin(), facts.released.items.end(),
                                [](const ReleasedItem& item) { return !item.theirs.empty(); });
  documents::Table table;
  table.caption = "What the board says of each item";
  table.name = "items";
  table.columns = {{"Item", 5}};
  if (both) table.columns.push_back({"Organisation", 2});
  if (facts.released.graded) table.columns.push_back({"Board", 2});
  table.columns.push_back({"The board’s words", 6});
  table.first_is_heading = true;
  std::string section;
  for (const auto& item : facts.released.items) {
    if (item.section != section) {
      section = item.section;
      auto across = heading_cell(section);
      across.columns = static_cast<int>(table.columns.size());
      table.rows.push_back({std::move(across)});
    }
    std::vector<documents::Cell> row{heading_cell((item.number.empty() ? "" : item.number + " ") +
                                                  item.wording +
                                                  (item.essential ? " (essential)" : ""))};
    if (both) row.push_back(cell(item.theirs.empty() ? "Not graded" : item.theirs));
    if (facts.released.graded) {
      row.push_back(cell(item.not_applicable ? "Does not apply"
                         : item.ours.empty() ? "Not graded"
                                             : item.ours));
    }
    auto words = item.reason;
    if (!item.comment.empty()) words += (words.empty() ? "" : "\n") + item.comment;
    row.push_back(words_cell(words, "No comment"));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Draft evaluation_report_of(const EvaluationFacts& facts) {
  const auto all = count(facts);
  Draft draft;
  draft.title = "Evaluation report: " + facts.released.agency;
  draft.subtitle = facts.released.audit + ", released " + to_words(facts.released_on);
  draft.sections = {summary(facts, all), introduction(facts), findings(facts, all),
                    conclusions(facts, all), recommendations(facts)};
  draft.facts.emplace_back(heading("Actions", "actions"));
  if (facts.actions.empty()) {
    draft.facts.emplace_back(plain("No action has been agreed from this return so far."));
  } else {
    std::vector<const BoardAction*> list;
    for (const auto& action : facts.actions)
      list.push_back(&action);
    draft.facts.emplace_back(
        table_of(list, facts.forms, facts.events,
                 {.caption = "Actions from this return, as they stood on " + to_words(facts.today),
                  .name = "actions",
                  .organisation = false,
                  .closing = true},
                 facts.today));
  }
  draft.facts.emplace_back(heading("Each item", "items"));
  if (all.items == 0) {
    draft.facts.emplace_back(plain("The form has no item."));
  } else {
    draft.facts.emplace_back(items_table(facts));
  }
  return draft;
}

}  // namespace onereturn::reporting
