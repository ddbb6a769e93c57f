#include "gateway/views/common_choice.hpp"

#include "gateway/views/differences.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

constexpr const char* was_changed =
    "The common answer has changed. Saving takes the new words over.";

Data choice(const std::string& who, const std::string& id, const std::string& from, int version) {
  auto options = Data::list();
  const auto add = [&](const char* value, const char* text) {
    options.push(Data::object()
                     .set("name", id + "from")
                     .set("value", value)
                     .set("text", text)
                     .set("checked", from == value));
  };
  add("common", "This, and what we write below");
  add("own", "Only what we write below");
  return Data::object()
      .set("heading", "Common answer of " + who)
      .set("legend", "Which answer stands here?")
      .set("changed", false)
      .set("note", false)
      .set("options", std::move(options))
      .set("version_name", id + "common_version")
      .set("version", version);
}

void add_text(Data& list, const std::string& label, const std::string& before,
              const std::string& after) {
  auto text = marked_text(label, before, after);
  if (!text.is_no()) list.push(std::move(text));
}

// "How often it is looked at: level 2", a line for each part that was stated.
std::string parts_words(const returns::QuestionView& view, const returns::Parts& parts) {
  std::string lines;
  for (const auto& part : view.parts) {
    const auto found = parts.find(part.facet);
    if (found == parts.end()) continue;
    const auto& [low, high] = found->second;
    const auto level = low == high ? "level " + std::to_string(low)
                       : low >= 2  ? std::string{"the minimum or better"}
                       : high <= 1 ? std::string{"below the minimum"}
                                   : std::to_string(low) + " to " + std::to_string(high);
    lines += (lines.empty() ? "" : "\n") + part.statement + ": " + level;
  }
  return lines;
}

}  // namespace

std::string chosen_source(bool inherited, bool own_words) {
  return inherited || !own_words ? "common" : "own";
}

Data common_choice(const returns::QuestionView& view, const std::string& from) {
  if (view.above == nullptr) return {};
  const auto& above = *view.above;
  const bool changed = view.inherited != nullptr && view.inherited->changed;
  static const mapping::Texts nothing;
  const auto& before = changed ? view.inherited->taken : nothing;
  auto texts = Data::list();
  add_text(texts, "How they meet this", before.describes, above.texts.describes);
  add_text(texts, "How they know", before.knows, above.texts.knows);
  add_text(texts, "What needs to improve", before.improve, above.texts.improve);
  const bool parts_count = above.level && view.answer.level == above.level;
  add_text(texts, "Where single parts stand",
           changed && view.inherited->takes_parts ? parts_words(view, view.inherited->taken_parts)
                                                  : std::string{},
           parts_words(view, above.parts));
  std::string note;
  if (above.not_applicable) {
    note = "They say that it does not apply: " + above.not_applicable_reason + " ";
  } else if (above.level && view.level_needed) {
    note = "They stand at level " + std::to_string(*above.level) + ". ";
  }
  if (view.level_needed || above.not_applicable) note += "Where you stand is yours to say.";
  if (!above.parts.empty() && !view.parts.empty()) {
    note += parts_count
                ? " Their parts stand here too, unless you state your own."
                : " At the same level their parts are taken over, unless you state your own.";
  }
  auto page = choice(above.from_name, "", from, above.version);
  page.set("changed", changed ? Data(was_changed) : Data());
  page.set("note", Data::text_or_no(note));
  page.set("texts", std::move(texts));
  return page;
}

Data common_choice(const returns::CommonText* above, const returns::InheritedText* inherited,
                   const std::string& id, const std::string& from) {
  if (above == nullptr || above->text.empty()) return {};
  const bool changed = inherited != nullptr && inherited->changed;
  auto texts = Data::list();
  texts.push(Data::object()
                 .set("label", false)
                 .set("runs", runs_of(changed ? inherited->taken : std::string(), above->text)));
  auto page = choice(above->from_name, id + "_", from, above->version);
  page.set("changed", changed ? Data(was_changed) : Data());
  page.set("texts", std::move(texts));
  return page;
}

}  // namespace onereturn::gateway::views
