#include "gateway/views/question_levels.hpp"

#include <algorithm>

namespace onereturn::gateway::views {
namespace {

using html::Data;

// One rated box in words: "Amber (an action will be needed)", "Amber or Green: you choose".
std::string meaning(const returns::Consequence& consequence) {
  using mapping::BoxState;
  switch (consequence.state) {
    case BoxState::set:
    case BoxState::chosen:
    case BoxState::choose: {
      const bool open = consequence.points.size() > 1;
      auto words = joined(consequence.points, "or");
      if (open) words += consequence.waits ? ", once the rest is answered" : ": you choose";
      if (consequence.action_needed) {
        words += open ? " (an action may be needed)" : " (an action will be needed)";
      }
      return words;
    }
    case BoxState::no_point:
      return "no point covers this level";
    case BoxState::not_applicable:
      return "not applicable";
    default:
      return "waits for other answers too";
  }
}

struct BoardLine {
  Data mark;
  std::string area;
  std::vector<std::pair<std::string, std::string>> items;  // place, meaning
};

std::string line_words(const BoardLine& line) {
  const auto& first = line.items.front().second;
  const bool same = std::all_of(line.items.begin(), line.items.end(),
                                [&](const auto& item) { return item.second == first; });
  if (same) {
    return line.items.size() == 1
               ? first
               : first + ", in " + counted(static_cast<int>(line.items.size()), "box", "boxes");
  }
  std::vector<std::string> parts;
  for (const auto& [place, words] : line.items) {
    parts.push_back(place + ": " + words);
  }
  std::string all;
  for (const auto& part : parts) {
    if (!all.empty()) all += "; ";
    all += part;
  }
  return all;
}

}  // namespace

std::vector<BoardMeaning> meanings_of(const returns::Workspace& workspace,
                                      const returns::QuestionView& view,
                                      const returns::LocalPlace* place,
                                      const std::vector<returns::Consequence>& consequences) {
  std::vector<BoardMeaning> list;
  for (const auto& asking : view.asked_by) {
    if (place != nullptr && !(asking.request == place->request)) continue;
    BoardLine line;
    for (const auto& consequence : consequences) {
      if (consequence.board.board == asking.board.board) {
        line.items.emplace_back(consequence.item, meaning(consequence));
      }
    }
    std::string words;
    if (!line.items.empty()) {
      words = line_words(line);
    } else {
      const auto* engaged = workspace.find(asking.request);
      const bool graded = engaged != nullptr && engaged->form->scale.has_value();
      words = graded ? "words; the board grades" : "words only";
    }
    list.push_back({asking.board, words});
  }
  return list;
}

namespace {

Data lines(const returns::Workspace& workspace, const returns::QuestionView& view,
           const returns::LocalPlace* place,
           const std::vector<returns::Consequence>& consequences) {
  auto list = Data::list();
  for (const auto& meaning : meanings_of(workspace, view, place, consequences)) {
    list.push(Data::object().set("board", board_mark(meaning.board)).set("text", meaning.words));
  }
  return list;
}

Data consequences(const returns::Workspace& workspace, const returns::QuestionView& view,
                  const returns::LocalPlace* place) {
  auto list = Data::list();
  for (const auto& choice : view.levels) {
    list.push(Data::object()
                  .set("cls", "at-" + std::to_string(choice.anchor.level))
                  .set("heading", "Level " + std::to_string(choice.anchor.level) +
                                      (place == nullptr ? " means, in each board’s form:"
                                                        : " means, in this board’s form:"))
                  .set("lines", lines(workspace, view, place, choice.consequences)));
  }
  return list;
}

Data ticks(const returns::QuestionView& view, const QuestionFields& fields) {
  auto rows = Data::list();
  for (const auto& part : view.parts) {
    const auto stated = fields.parts.find(part.facet);
    const bool ticked = stated != fields.parts.end() && stated->second.low >= 2;
    rows.push(Data::object()
                  .set("id", "tick-" + as_id(part.facet))
                  .set("name", "tick_" + part.facet)
                  .set("checked", ticked && fields.level == "1")
                  .set("text", part.statement));
  }
  const bool none =
      !fields.parts.empty() && std::all_of(fields.parts.begin(), fields.parts.end(),
                                           [](const auto& part) { return part.second.high <= 1; });
  return Data::object()
      .set("cls", "at-1")
      .set("question", "Which parts meet the minimum?")
      .set("why",
           "A tick means the minimum or better. Leave all of them empty if you do not want to say "
           "yet: a board’s form may then leave you a choice.")
      .set("ticks", Data::object()
                        .set("rows", std::move(rows))
                        .set("none", fields.level == "1" && (none || fields.parts_clash)))
      .set("every", false);
}

Data part_selects(const returns::QuestionView& view, const QuestionFields& fields, int level,
                  bool mine) {
  auto rows = Data::list();
  const auto name = std::to_string(level);
  for (const auto& part : view.parts) {
    const auto stated = fields.parts.find(part.facet);
    auto options = Data::list();
    options.push(Data::object().set("value", "").set("selected", false).set("text", "Not stated"));
    for (int at = level; at <= frameworks::highest_level; ++at) {
      const bool selected = mine && stated != fields.parts.end() && stated->second.low == at &&
                            stated->second.high == at;
      options.push(Data::object()
                       .set("value", at)
                       .set("selected", selected)
                       .set("text", "Level " + std::to_string(at)));
    }
    rows.push(Data::object()
                  .set("id", "part-" + name + "-" + as_id(part.facet))
                  .set("name", "part_" + name + "_" + part.facet)
                  .set("text", part.statement)
                  .set("options", std::move(options)));
  }
  return rows;
}

Data every_part(const returns::QuestionView& view, const QuestionFields& fields, int level) {
  const auto name = std::to_string(level);
  const bool mine = fields.level == name && !fields.parts.empty();
  const bool all_here =
      mine && fields.parts.size() == view.parts.size() &&
      std::all_of(fields.parts.begin(), fields.parts.end(), [&](const auto& part) {
        return part.second.low == level && part.second.high == level;
      });
  auto choices = Data::list();
  const auto choice = [&](const char* value, const char* text, bool no, bool checked) {
    choices.push(Data::object()
                     .set("id", "every-" + name + "-" + value)
                     .set("name", "every_" + name)
                     .set("value", value)
                     .set("text", text)
                     .set("no", no)
                     .set("checked", checked));
  };
  choice("yes", "Yes, every part", false, all_here);
  choice("no", "No, they differ", true, mine && !all_here);
  return Data::object()
      .set("cls", "at-" + name)
      .set("question", "Is every part at this level?")
      .set("why", "Some forms ask only a part of this, and their scale cannot decide without it.")
      .set("ticks", false)
      .set("every", Data::object()
                        .set("choices", std::move(choices))
                        .set("rows", part_selects(view, fields, level, mine)));
}

Data parts_of(const returns::QuestionView& view, const QuestionFields& fields) {
  auto list = Data::list();
  if (view.parts.empty()) return list;
  for (const auto& choice : view.levels) {
    if (!choice.parts_matter) continue;
    const int level = choice.anchor.level;
    list.push(level == 1 ? ticks(view, fields) : every_part(view, fields, level));
  }
  return list;
}

}  // namespace

Data not_applicable_control(const returns::QuestionView& view, const QuestionFields& fields,
                            const std::vector<PageError>& errors) {
  if (!view.not_applicable_allowed) return {};
  const auto& hint = view.requirement->not_applicable_hint;
  return Data::object()
      .set("checked", fields.level == "na")
      .set("text", hint.empty() ? "You will say why. Each board decides whether it agrees." : hint)
      .set("reason", fields.na_reason)
      .set("error", error_of(errors, "na-reason"));
}

Data level_control(const returns::Workspace& workspace, const returns::QuestionView& view,
                   const returns::LocalPlace* place, const QuestionFields& fields,
                   const std::vector<PageError>& errors) {
  if (!view.level_needed) return {};
  auto points = Data::list();
  auto meanings = Data::list();
  for (const auto& choice : view.levels) {
    const auto value = std::to_string(choice.anchor.level);
    points.push(Data::object()
                    .set("value", value)
                    .set("text", choice.anchor.name)
                    .set("checked", fields.level == value)
                    .set("last", choice.anchor.level == frameworks::highest_level));
    meanings.push(Data::object()
                      .set("name", value + " " + choice.anchor.name + ".")
                      .set("meaning", choice.anchor.meaning)
                      .set("example", choice.anchor.example));
  }
  return Data::object()
      .set("legend", "Where are you now?")
      .set("error", error_of(errors, "level-0"))
      .set("points", std::move(points))
      .set("meanings", std::move(meanings))
      .set("parts", parts_of(view, fields))
      .set("consequences", consequences(workspace, view, place));
}

}  // namespace onereturn::gateway::views
