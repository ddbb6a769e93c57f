#include "gateway/views/history_page.hpp"

#include "gateway/views/differences.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

// What became of each text since `before`; whole texts where there is no before.
Data texts(const mapping::Texts& before, const mapping::Texts& after) {
  auto list = Data::list();
  const auto add = [&](const char* label, const std::string& old_text, const std::string& now) {
    auto text = old_text == now ? marked_text(label, "", now) : marked_text(label, old_text, now);
    if (!text.is_no()) list.push(std::move(text));
  };
  add("How do you meet this?", before.describes, after.describes);
  add("How do you know?", before.knows, after.knows);
  add("What needs to improve?", before.improve, after.improve);
  return list;
}

std::string where(const std::optional<int>& level, bool not_applicable) {
  if (not_applicable) return "not applicable";
  return level ? "level " + std::to_string(*level) : std::string();
}

Data version_row(const returns::AnswerHistory& history, std::size_t at, bool may_restore) {
  const auto& version = history.versions[at];
  static const mapping::Texts nothing;
  const bool oldest = at + 1 == history.versions.size();
  const auto& before = oldest ? nothing : history.versions[at + 1].texts;
  const auto level = where(version.level, version.not_applicable);
  std::string state = version.confirmed ? "Confirmed" : "Draft";
  if (!level.empty()) state += ", " + level;
  if (version.inherited) state += ", with the common answer";
  return Data::object()
      .set("version", version.version)
      .set("who", version.by.empty() ? "A colleague who has left" : version.by)
      .set("at", to_words_with_time(version.at))
      .set("state", state)
      .set("texts", texts(before, version.texts))
      .set("open", at == 0)
      .set("may_restore", may_restore && at > 0 && !version.texts.empty());
}

}  // namespace

Data history_page(const returns::Workspace& workspace, const returns::QuestionView& view,
                  const returns::AnswerHistory& history, bool may_restore) {
  const auto here = "/questions/" + view.requirement->code;
  const auto unit = unit_query(workspace);
  auto versions = Data::list();
  for (std::size_t at = 0; at < history.versions.size(); ++at) {
    versions.push(version_row(history, at, may_restore));
  }
  Data sent;
  if (history.sent) {
    const auto now = texts(history.sent->texts, view.answer.texts);
    const auto then = where(history.sent->level, history.sent->not_applicable);
    const auto level = where(view.answer.level, view.answer.not_applicable);
    const bool moved = then != level && !(then.empty() && level.empty());
    sent = Data::object()
               .set("at", to_words(day_in_england(history.sent->submitted_at)))
               .set("same", history.sent->texts == view.answer.texts && !moved)
               .set("level", moved ? Data("Then " + (then.empty() ? "no level" : then) + ", now " +
                                          (level.empty() ? "no level" : level) + ".")
                                   : Data())
               .set("texts", now);
  }
  const auto count = static_cast<int>(history.versions.size());
  return Data::object()
      .set("title", "History of " + view.requirement->name)
      .set("eyebrow", view.standard->code + ". " + view.standard->name)
      .set("heading", view.requirement->name)
      .set("lede", count == 0 ? std::string("Nothing has been written yet.")
                              : capital(counted(count, "version", "versions")) +
                                    ". Nothing that was ever saved is lost.")
      .set("back_href", here + unit)
      .set("action", here + "/history" + unit)
      .set("sent", std::move(sent))
      .set("has_versions", count > 0)
      .set("versions", std::move(versions));
}

}  // namespace onereturn::gateway::views
