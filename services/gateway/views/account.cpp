#include <algorithm>
#include <set>

#include "domain/mapping/rating.hpp"
#include "gateway/views/sheet.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using frameworks::BoxContent;
using frameworks::Relation;
using html::Data;
using mapping::BoxState;
using mapping::SourceKind;

bool is_rating(const mapping::RenderedBox& box) { return box.content == BoxContent::rating; }

std::string point_words(const mapping::RenderedBox& box) {
  if (box.state == BoxState::not_applicable) return "not applicable";
  return box.point_label;
}

std::string heading_of(const mapping::RenderedBox& box) {
  if (is_rating(box) && !box.point_label.empty()) return "Why does it say " + box.point_label + "?";
  if (is_rating(box)) return "What may stand here?";
  return "Where does this come from?";
}

std::string source_name(const SheetInput& input, const mapping::Source& source) {
  switch (source.kind) {
    case SourceKind::local_part:
      return source.name + ", what was written for " + input.board_area + " alone";
    case SourceKind::local_whole:
      return source.name + ", answered for " + input.board_area + " alone";
    case SourceKind::residual:
      return "The extra question" + (source.name.empty() ? "" : ": " + source.name);
    case SourceKind::direct:
      return "Written straight into this box";
    case SourceKind::choice:
      return "A person’s choice";
    case SourceKind::replacement:
      return "Changed by hand";
    case SourceKind::profile:
      return "The organisation’s own details";
    case SourceKind::evidence:
      return "Evidence: " + source.name;
    case SourceKind::promise:
      return "Will be supplied";
    default:
      return source.name.empty() ? source.code : source.name;
  }
}

std::string level_words(const SheetInput& input, int level) {
  if (input.framework != nullptr) {
    for (const auto& anchor : input.framework->anchors) {
      if (anchor.level == level) return anchor.name;
    }
  }
  return {};
}

std::string confirmed_words(const mapping::Confirmation& confirmed) {
  if (!confirmed.on) return confirmed.by;
  return confirmed.by.empty() ? to_words(*confirmed.on)
                              : confirmed.by + ", " + to_words(*confirmed.on);
}

Data sources(const SheetInput& input, const mapping::RenderedBox& box, bool levels) {
  auto list = Data::list();
  for (const auto& source : box.sources) {
    const bool question =
        source.kind == SourceKind::requirement || source.kind == SourceKind::local_part;
    const auto query = input.page_query.empty() ? "" : "?" + input.page_query;
    list.push(Data::object()
                  .set("href", input.link_answers && question
                                   ? Data("/questions/" + source.code + query)
                                   : Data())
                  .set("name", source_name(input, source))
                  .set("graded", levels)
                  .set("level", source.level ? Data(*source.level) : Data())
                  .set("level_words", source.level ? level_words(input, *source.level) : "")
                  .set("level_none", source.not_applicable ? "Not applicable" : "In words")
                  .set("confirmed", confirmed_words(source.confirmed)));
  }
  return list;
}

std::string relation_words(Relation relation, const std::string& name) {
  switch (relation) {
    case Relation::equal:
      return "all of " + name;
    case Relation::subset:
      return "a part of " + name;
    case Relation::superset:
      return "all of " + name + " and more";
    case Relation::intersects:
      return "a part of " + name + " and more";
    default:
      return "something beyond " + name;
  }
}

// "It asks all of Complaints, a part of Whistleblowing, and one thing more: …".
std::string asks_words(const SheetInput& input, const mapping::RenderedBox& box) {
  // An agency that fills in this form itself has never seen the common questions.
  if (input.copy->mapping_version == 0) return "It is answered in this form itself.";
  std::vector<std::string> parts;
  std::set<std::string> told;
  std::string more;
  for (const auto& source : box.sources) {
    if (source.relation && told.insert(source.code).second) {
      const bool part =
          *source.relation == Relation::subset || *source.relation == Relation::intersects;
      parts.push_back(relation_words(part ? Relation::subset : Relation::equal,
                                     source.name.empty() ? source.code : source.name));
    }
    if (source.kind == SourceKind::residual) more = source.name;
  }
  if (parts.empty() && more.empty()) {
    return "It asks what none of the common questions ask, so it is answered for this board.";
  }
  std::string words = parts.empty() ? "" : "It asks " + joined(parts);
  if (!more.empty()) {
    words += words.empty() ? "It asks one thing more than the common questions: "
                           : ", and one thing more: ";
    words += "“" + more + "”";
  }
  return words + ".";
}

const frameworks::ItemMapping* mapping_of(const SheetInput& input,
                                          const mapping::RenderedBox& box) {
  if (input.mapping == nullptr || box.item.empty()) return nullptr;
  const auto found = input.mapping->items.find(box.item);
  return found == input.mapping->items.end() ? nullptr : &found->second;
}

std::string mapping_line(const SheetInput& input, const mapping::RenderedBox& box) {
  if (input.copy->mapping_version == 0) return {};
  std::string line = "Mapping version " + std::to_string(input.copy->mapping_version) + ".";
  if (const auto* item = mapping_of(input, box)) {
    if (!item->author.empty()) line += " Proposed by " + item->author;
    if (!item->reviewer.empty()) line += ", checked by " + item->reviewer;
    if (!item->author.empty()) line += ".";
  }
  return line;
}

Data ruler_cells(const SheetInput& input, const mapping::RenderedBox& box) {
  auto cells = Data::list();
  for (int level = frameworks::lowest_level; level <= frameworks::highest_level; ++level) {
    const bool possible = box.possible.contains(level);
    static const char* const words[] = {"Nothing", "Partly", "Minimum", "Above", "Well above"};
    cells.push(Data::object()
                   .set("cls", possible ? "in" : "cell")
                   .set("text_cls", possible ? "b" : "q")
                   .set("x", 5 + 110 * level)
                   .set("mid", 60 + 110 * level)
                   .set("text", std::to_string(level) + " " + words[level]));
  }
  (void)input;
  return cells;
}

// Levels in a row, the possible ones tinted; under them the points, each as wide as its interval.
// Points that share a level stand in rows of their own.
Data ruler(const SheetInput& input, const mapping::RenderedBox& box) {
  if (!is_rating(box) || !input.form->scale || box.possible.empty()) return {};
  auto points = Data::list();
  std::string spoken = "Levels 0 to 4.";
  std::vector<int> row_ends;
  for (const auto& point : input.form->scale->points) {
    std::size_t row = 0;
    while (row < row_ends.size() && row_ends[row] >= point.levels.low)
      ++row;
    if (row == row_ends.size()) row_ends.push_back(0);
    row_ends[row] = point.levels.high;
    const bool hit =
        std::find(box.points.begin(), box.points.end(), point.code) != box.points.end();
    const bool took = box.point == point.code;
    const int x = 8 + 110 * point.levels.low;
    const int width = 110 * (point.levels.high - point.levels.low + 1) - 6;
    const int y = 66 + 40 * static_cast<int>(row);
    points.push(Data::object()
                    .set("cls", std::string("pt") + (hit ? " hit" : "") + (took ? " took" : ""))
                    .set("text_cls", took  ? "inv b"
                                     : hit ? "b"
                                           : "q")
                    .set("x", x)
                    .set("mid", x + width / 2)
                    .set("y", y)
                    .set("text_y", y + 22)
                    .set("width", width)
                    .set("text", point.label));
    spoken +=
        " " + point.label + " covers " + std::to_string(point.levels.low) +
        (point.levels.high > point.levels.low ? " to " + std::to_string(point.levels.high) : "") +
        ".";
  }
  const auto interval = box.possible.interval();
  spoken +=
      " Possible: " + std::to_string(interval.low) + " to " + std::to_string(interval.high) + ".";
  if (!box.point_label.empty()) spoken += " Taken: " + box.point_label + ".";
  return Data::object()
      .set("height", 72 + 40 * static_cast<int>(std::max<std::size_t>(row_ends.size(), 1)))
      .set("label", spoken)
      .set("cells", ruler_cells(input, box))
      .set("points", std::move(points));
}

std::string follows_heading(const mapping::RenderedBox& box) {
  if (!is_rating(box) || box.possible.empty()) return "What follows";
  const auto levels = box.possible.levels();
  std::vector<std::string> words;
  for (const int level : levels)
    words.push_back(std::to_string(level));
  return "What follows: level " + joined(words, "or");
}

std::string label_of(const SheetInput& input, const std::string& code) {
  if (input.form->scale) {
    for (const auto& point : input.form->scale->points) {
      if (point.code == code) return point.label;
    }
  }
  return code == mapping::not_applicable_point ? mapping::not_applicable_label(*input.form) : code;
}

void add_taken(const SheetInput& input, const mapping::RenderedBox& box, Data& data) {
  std::vector<std::string> possible;
  for (const auto& code : box.points)
    possible.push_back(label_of(input, code));
  std::string heading, words;
  if (input.redacted.contains(box.box_no)) {
    heading = "Redacted";
    words = "What stood in the box has been taken out for good.";
  } else if (box.overridden) {
    heading = "Changed by hand for this board alone";
    words = "The reason given: " + box.override_reason;
  } else if (box.state == BoxState::left_to_board) {
    heading = "Left to the board";
    words = "Nobody else fills this box.";
  } else if (!is_rating(box)) {
    heading = box.state == BoxState::unanswered ? "Not answered yet" : "The words above";
    words = box.state == BoxState::unanswered ? "It fills as soon as the questions are answered."
                                              : "They stand in the box as they were written.";
  } else if (box.state == BoxState::chosen) {
    heading = box.point_label + ", chosen by a person";
    words = (possible.size() > 1 ? "Possible were " + joined(possible, "or") + ". " : "") +
            (box.chosen_by.empty() ? "It was chosen" : box.chosen_by + " chose it") +
            (box.chosen_on ? " on " + to_words(*box.chosen_on) : "") + ".";
  } else if (box.state == BoxState::choose) {
    heading = "Not chosen yet";
    words = "Possible are " + joined(possible, "or") + ". Nothing is chosen for you.";
  } else if (box.state == BoxState::set) {
    heading = capital(point_words(box)) + " follows";
    words = "Only one point fits. Nobody had to choose.";
  } else if (box.state == BoxState::not_applicable) {
    heading = "Not applicable";
    words = "Everything that it asks is not applicable, with the reason given.";
  } else {
    heading = "Nothing yet";
    words = "An answer that it needs is missing, and nothing is guessed.";
  }
  data.set("taken_heading", heading).set("taken", words);
  Data choose;
  const bool open = is_rating(box) && box.points.size() > 1 && !input.choose_action.empty();
  if (open) {
    auto options = Data::list();
    for (const auto& code : box.points) {
      if (code == box.point) continue;
      options.push(Data::object()
                       .set("value", code)
                       .set("text", "Choose " + label_of(input, code) +
                                        (box.point.empty() ? "" : " instead")));
    }
    choose = Data::object()
                 .set("action", input.choose_action)
                 .set("csrf", input.csrf)
                 .set("box", box.box_no)
                 .set("version", input.choice_version ? input.choice_version(box.box_no) : 0)
                 .set("options", std::move(options));
  }
  data.set("choose", std::move(choose));
}

bool can_be_changed_by_hand(const mapping::RenderedBox& box) {
  return box.state != BoxState::left_to_board && box.content != BoxContent::detail;
}

// The form that puts other words, or another point, into this board's copy alone.
Data by_hand(const SheetInput& input, const mapping::RenderedBox& box) {
  if (input.by_hand_action.empty() || !can_be_changed_by_hand(box)) return {};
  TypedByHand typed;
  typed.text = box.text;
  typed.point = box.overridden ? box.point : "";
  typed.reason = box.override_reason;
  typed.version = input.by_hand_version ? input.by_hand_version(box.box_no) : 0;
  const bool refused = input.by_hand.has_value();
  if (refused) typed = *input.by_hand;
  Data options;
  if (is_rating(box)) {
    options = Data::list();
    for (const auto& point : input.form->scale->points) {
      options.push(Data::object()
                       .set("value", point.code)
                       .set("text", point.label)
                       .set("checked", typed.point == point.code));
    }
  }
  const bool words = options.is_no();
  return Data::object()
      .set("open", refused)
      .set("summary", box.overridden ? "Change it again, or take it back" : "Change it by hand")
      .set("hint", "Only " + input.board_area +
                       "’s copy changes. Your answers stay as they are, and the board sees your "
                       "reason.")
      .set("action", input.by_hand_action)
      .set("csrf", input.csrf)
      .set("box", box.box_no)
      .set("version", typed.version)
      .set("words", words)
      .set("text", typed.text)
      .set("points", std::move(options))
      .set("error", Data::text_or_no(typed.error))
      .set("reason", typed.reason)
      .set("reason_error", Data::text_or_no(typed.reason_error))
      .set("removable", box.overridden);
}

}  // namespace

Data account(const SheetInput& input, const mapping::RenderedBox& box) {
  const bool levels = std::any_of(box.sources.begin(), box.sources.end(), [](const auto& source) {
    return source.level.has_value() || source.not_applicable;
  });
  auto from = sources(input, box, levels);
  const bool any = !from.items().empty();
  auto data = Data::object();
  data.set("heading", heading_of(box))
      .set("answers_heading", input.link_answers ? "Your answers" : "The answers")
      .set("has_sources", any)
      .set("has_levels", levels)
      .set("sources", std::move(from))
      .set("no_sources", "No answer fills this box yet.")
      .set("asks_heading",
           "What " + input.board_area + "’s " + (box.item.empty() ? "box" : "item") + " asks")
      .set("asks", asks_words(input, box))
      .set("mapping_line", mapping_line(input, box))
      .set("follows_heading", follows_heading(box))
      .set("ruler", ruler(input, box))
      .set("rule", box.rule_text);
  add_taken(input, box, data);
  data.set("by_hand", by_hand(input, box));
  return data;
}

}  // namespace onereturn::gateway::views
