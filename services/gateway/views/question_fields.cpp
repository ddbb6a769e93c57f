#include <algorithm>
#include <charconv>

#include "gateway/views/common_choice.hpp"
#include "gateway/views/question_page.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

constexpr const char* no_part = "tick_none";

int number_in(const std::string& text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string level_text(const mapping::Answer& answer) {
  if (answer.not_applicable) return "na";
  return answer.level ? std::to_string(*answer.level) : "";
}

bool any_ticked(const http::Fields& form, const returns::QuestionView& view) {
  return std::any_of(view.parts.begin(), view.parts.end(),
                     [&](const auto& part) { return form.has("tick_" + part.facet); });
}

// A tick says 2 or better, no tick 0 or 1; where a part was stated more exactly before, and the
// tick says the same, that stands. Without any tick nothing is stated unless "none of these" is.
std::map<std::string, frameworks::LevelRange> ticked_parts(const http::Fields& form,
                                                           const returns::QuestionView& view) {
  std::map<std::string, frameworks::LevelRange> parts;
  if (!any_ticked(form, view) && !form.has(no_part)) return parts;
  for (const auto& part : view.parts) {
    const bool ticked = form.has("tick_" + part.facet);
    const auto said = ticked ? frameworks::LevelRange{2, 4} : frameworks::LevelRange{0, 1};
    const bool exact = view.answer.level == 1 && part.level && part.level->low >= said.low &&
                       part.level->high <= said.high;
    parts[part.facet] = exact ? *part.level : said;
  }
  return parts;
}

// The parts as stated under the level that was taken; the controls of other levels are ignored.
std::map<std::string, frameworks::LevelRange> posted_parts(const http::Fields& form,
                                                           const returns::QuestionView& view,
                                                           const std::string& level) {
  std::map<std::string, frameworks::LevelRange> parts;
  if (level == "1") return ticked_parts(form, view);
  const auto every = form.get("every_" + level);
  for (const auto& part : view.parts) {
    const auto own = form.get("part_" + level + "_" + part.facet);
    if (every == "yes") {
      const int at = number_in(level);
      parts[part.facet] = {at, at};
    } else if (every == "no" && !own.empty()) {
      const int at = number_in(own);
      parts[part.facet] = {at, at};
    }
  }
  return parts;
}

std::string level_words(const std::string& level, const returns::QuestionView& view) {
  if (level == "na") return "Not applicable";
  for (const auto& choice : view.levels) {
    if (std::to_string(choice.anchor.level) == level) {
      return "Level " + level + ", " + choice.anchor.name;
    }
  }
  return "No level yet";
}

Data shown(const std::string& label, const std::string& value) {
  return Data::object().set("label", label).set("value", value.empty() ? "Nothing" : value);
}

Data both_box(const char* id, const char* label, const std::string& mine,
              const std::string& theirs) {
  std::string together = mine;
  if (mine != theirs && !theirs.empty()) {
    together += (mine.empty() ? "" : "\n\n") + theirs;
  }
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("hint", mine == theirs ? "The same in both."
                                  : "Both are here, one after the other. Leave what should stand.")
      .set("value", together)
      .set("text", true)
      .set("choice", false);
}

Data level_box(const returns::QuestionView& view, const std::string& mine) {
  auto options = Data::list();
  options.push(
      Data::object().set("value", "").set("text", "No level yet").set("selected", mine.empty()));
  for (const auto& choice : view.levels) {
    const auto value = std::to_string(choice.anchor.level);
    options.push(Data::object()
                     .set("value", value)
                     .set("text", "Level " + value + ", " + choice.anchor.name)
                     .set("selected", mine == value));
  }
  if (view.not_applicable_allowed) {
    options.push(Data::object()
                     .set("value", "na")
                     .set("text", "Not applicable")
                     .set("selected", mine == "na"));
  }
  return Data::object()
      .set("id", "level")
      .set("label", "Level")
      .set("hint", "Yours is chosen here.")
      .set("text", false)
      .set("choice", true)
      .set("value", "")
      .set("options", std::move(options));
}

// What was taken over stands in the choice above the boxes; the boxes hold what was added here.
void take_from_above(QuestionFields& fields, const returns::QuestionView& view) {
  const bool written = view.version > 0 && !view.answer.texts.empty();
  fields.from = chosen_source(view.inherited != nullptr, written);
  fields.common_version = view.above->version;
  if (view.inherited == nullptr) return;
  fields.describes = view.inherited->here.describes;
  fields.knows = view.inherited->here.knows;
  fields.improve = view.inherited->here.improve;
}

}  // namespace

QuestionFields kept_fields(const returns::QuestionView& view, const returns::LocalPlace* place) {
  const auto& answer = place != nullptr ? place->answer : view.answer;
  QuestionFields fields;
  fields.version = place != nullptr ? place->version : view.version;
  fields.level = level_text(answer);
  fields.na_reason = answer.not_applicable_reason;
  fields.describes = answer.texts.describes;
  fields.knows = answer.texts.knows;
  fields.improve = answer.texts.improve;
  fields.parts = answer.parts;
  if (place == nullptr && view.above != nullptr) take_from_above(fields, view);
  for (const auto* kept : view.commitments) {
    fields.commitments.push_back(typed(*kept));
  }
  return fields;
}

QuestionFields posted_fields(const http::Fields& form, const returns::QuestionView& view) {
  QuestionFields fields;
  fields.version = number_in(form.get("version"));
  fields.level = form.get("level");
  fields.na_reason = form.get("na_reason");
  fields.describes = form.get("describes");
  fields.knows = form.get("knows");
  fields.improve = form.get("improve");
  fields.parts = posted_parts(form, view, fields.level);
  fields.parts_clash = fields.level == "1" && form.has(no_part) && any_ticked(form, view);
  for (const auto& place : view.local) {
    const auto name = "local_" + place.request.text();
    if (form.has(name)) fields.local[place.request.text()] = form.get(name);
  }
  fields.from = view.above != nullptr && form.get("from") == "common" ? "common" : "own";
  fields.common_version = number_in(form.get("common_version"));
  fields.commitments = typed_commitments(form);
  fields.evidence = typed_evidence(form);
  return fields;
}

Data conflict_page(const returns::Workspace& workspace, const returns::QuestionView& view,
                   const QuestionFields& mine, const returns::OtherVersion& theirs,
                   const http::Fields& form) {
  const auto unit = unit_query(workspace);
  const auto& other = theirs.answer;
  const auto other_level = level_text(other);
  auto yours = Data::list();
  auto saved = Data::list();
  auto fields = Data::list();
  if (view.level_needed) {
    yours.push(shown("Level", level_words(mine.level, view)));
    saved.push(shown("Level", level_words(other_level, view)));
    fields.push(level_box(view, mine.level));
  }
  const auto text = [&](const char* id, const char* label, const std::string& my,
                        const std::string& their) {
    yours.push(shown(label, my));
    saved.push(shown(label, their));
    fields.push(both_box(id, label, my, their));
  };
  text("describes", "How do you meet this?", mine.describes, other.texts.describes);
  text("knows", "How do you know?", mine.knows, other.texts.knows);
  text("improve", "What needs to improve?", mine.improve, other.texts.improve);
  // Whoever puts two texts together here answers for the unit itself: `from` is not carried.
  auto carried = Data::list();
  for (const auto& [name, value] : form) {
    static const std::vector<std::string> shown_here = {"csrf",    "version",   "go",
                                                        "level",   "describes", "knows",
                                                        "improve", "from",      "common_version"};
    bool here = false;
    for (const auto& own : shown_here)
      here = here || own == name;
    if (!here) carried.push(Data::object().set("name", name).set("value", value));
  }
  const bool confirms = form.get("go") == "next";
  const auto who = theirs.by.empty() ? std::string("Somebody") : theirs.by;
  const auto heading = who + " saved " + view.requirement->name + " while you were writing";
  return Data::object()
      .set("title", heading)
      .set("heading", heading)
      .set("eyebrow", view.standard->code + ". " + view.standard->name)
      .set("back_href", "/questions/" + view.requirement->code + unit)
      .set("back_text", view.requirement->name)
      .set("action", "/questions/" + view.requirement->code + unit)
      .set("theirs_href", "/questions/" + view.requirement->code + unit)
      .set("version", theirs.version)
      .set("go", confirms ? "next" : "stay")
      .set("keep_words", confirms ? "Keep this and confirm it" : "Keep this as a draft")
      .set("carried", std::move(carried))
      .set("yours", std::move(yours))
      .set("theirs", std::move(saved))
      .set("theirs_name", who)
      .set("theirs_when", "saved at " + clock_in_england(theirs.at))
      .set("fields", std::move(fields));
}

}  // namespace onereturn::gateway::views
