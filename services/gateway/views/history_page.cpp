#include "gateway/views/history_page.hpp"

#include "domain/frameworks/template_rules.hpp"
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

template <class Version>
Data version_row(const Version& version, std::string state, Data texts, bool latest,
                 bool may_restore) {
  return Data::object()
      .set("version", version.version)
      .set("who", version.by.empty() ? "A colleague who has left" : version.by)
      .set("at", to_words_with_time(version.at))
      .set("state", std::move(state))
      .set("texts", std::move(texts))
      .set("open", latest)
      .set("may_restore", may_restore && !latest);
}

Data answer_rows(const std::vector<returns::AnswerVersion>& versions, bool may_restore) {
  static const mapping::Texts nothing;
  auto rows = Data::list();
  for (std::size_t at = 0; at < versions.size(); ++at) {
    const auto& version = versions[at];
    const bool oldest = at + 1 == versions.size();
    const auto level = where(version.level, version.not_applicable);
    std::string state = version.confirmed ? "Confirmed" : "Draft";
    if (!level.empty()) state += ", " + level;
    if (version.inherited) state += ", with the common answer";
    if (!version.stood_in.empty()) state += ", as it stood in " + version.stood_in;
    if (!version.kept_beside.empty()) {
      state += ", kept when " + version.kept_beside + " became part of this room";
    }
    rows.push(version_row(version, std::move(state),
                          texts(oldest ? nothing : versions[at + 1].texts, version.texts), at == 0,
                          may_restore && !version.texts.empty()));
  }
  return rows;
}

std::string how_many(std::size_t versions) {
  const auto count = static_cast<int>(versions);
  return count == 0 ? std::string("Nothing has been written yet.")
                    : capital(counted(count, "version", "versions")) +
                          ". Nothing that was ever saved is lost.";
}

Data page_of(const LocalPlaceName& place, Data rows) {
  const auto count = rows.items().size();
  return Data::object()
      .set("title", "History of " + place.heading)
      .set("eyebrow", "For " + place.board + " only")
      .set("heading", place.heading)
      .set("lede", how_many(count))
      .set("back_href", place.back)
      .set("action", place.action)
      .set("sent", false)
      .set("has_versions", count > 0)
      .set("versions", std::move(rows));
}

std::string box_state(const frameworks::Template& form, const returns::BoxVersion& version) {
  std::string state = version.confirmed ? "Confirmed" : "Draft";
  const auto level = where(version.level, version.not_applicable);
  if (!level.empty()) state += ", " + level;
  if (const auto* point = frameworks::find_point(form, version.point)) {
    state += ", " + point->label;
  }
  return state;
}

}  // namespace

Data history_page(const returns::Workspace& workspace, const returns::QuestionView& view,
                  const returns::AnswerHistory& history, bool may_restore) {
  const auto here = "/questions/" + view.requirement->code;
  const auto unit = unit_query(workspace);
  auto versions = answer_rows(history.versions, may_restore);
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
  return Data::object()
      .set("title", "History of " + view.requirement->name)
      .set("eyebrow", view.standard->code + ". " + view.standard->name)
      .set("heading", view.requirement->name)
      .set("lede", how_many(history.versions.size()))
      .set("back_href", here + unit)
      .set("action", here + "/history" + unit)
      .set("sent", std::move(sent))
      .set("has_versions", !history.versions.empty())
      .set("versions", std::move(versions));
}

Data local_history_page(const LocalPlaceName& place,
                        const std::vector<returns::AnswerVersion>& history, bool may_restore) {
  return page_of(place, answer_rows(history, may_restore));
}

Data box_history_page(const LocalPlaceName& place, const frameworks::Template& form,
                      const std::vector<returns::BoxVersion>& history, bool may_restore) {
  auto rows = Data::list();
  for (std::size_t at = 0; at < history.size(); ++at) {
    const auto& version = history[at];
    const auto before = at + 1 == history.size() ? std::string() : history[at + 1].text;
    auto words = Data::list();
    auto text = marked_text(place.label, before == version.text ? "" : before, version.text);
    if (!text.is_no()) words.push(std::move(text));
    if (version.not_applicable) {
      words.push(marked_text("Why it does not apply", "", version.not_applicable_reason));
    }
    const bool said = !version.text.empty() || !version.point.empty() || version.not_applicable;
    rows.push(version_row(version, box_state(form, version), std::move(words), at == 0,
                          may_restore && said));
  }
  return page_of(place, std::move(rows));
}

}  // namespace onereturn::gateway::views
