#include "gateway/views/action_words.hpp"

#include <array>
#include <cctype>
#include <set>

namespace onereturn::gateway::views {

namespace {

using actions::BoardAction;
using actions::Forms;
using frameworks::StatusPoint;
using frameworks::StatusRole;
using html::Data;

// The page's own tones, by their colours: a scheme's colour is its own, whatever it is called.
const char* tone_of(const std::string& colour) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 4> tones{
      {{"#1c509b", "blue"}, {"#1c6b3b", "green"}, {"#8a5300", "amber"}, {"#a8211a", "red"}}};
  for (const auto& [known, tone] : tones) {
    if (colour == known) return tone;
  }
  return "quiet";
}

std::string small_first(std::string words) {
  if (words.size() > 1 && std::islower(static_cast<unsigned char>(words[1])) != 0) {
    words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
  }
  return words;
}

std::string key_words(const frameworks::StatusScheme& scheme) {
  std::vector<std::string> points;
  for (const auto& point : scheme.points) {
    const auto& words = actions::words_of(point);
    if (!point.label.empty() && point.label != words) {
      points.push_back(small_first(point.label) + " is " + small_first(words));
    }
  }
  std::string text;
  for (const auto& point : points)
    text += (text.empty() ? "" : "; ") + point;
  return text.empty() ? text : capital(text) + ".";
}

}  // namespace

Data point_status(const StatusPoint& point) {
  return status(tone_of(point.colour), role_icon(point.role), actions::words_of(point));
}

Data standing(const BoardAction& action, const Forms& forms) {
  const auto* point = actions::point_in(actions::scheme_of(forms, action.form), action.point);
  return point == nullptr ? status("quiet", "none", "No status yet") : point_status(*point);
}

const char* role_icon(const std::optional<StatusRole>& role) {
  if (!role) return "none";
  switch (*role) {
    case StatusRole::complete:
      return "complete";
    case StatusRole::on_track:
      return "on-track";
    case StatusRole::at_risk:
      return "at-risk";
    case StatusRole::off_track:
      break;
  }
  return "off-track";
}

std::string from_words(const BoardAction& action, const Forms& forms) {
  std::string words = "Board";
  if (action.source == "commitment" || action.source == "promise") words = "Return";
  if (action.source == "evaluation") words = "Evaluation";
  if (action.source == "review") words = "Review";
  const auto items = actions::items_of(action, forms);
  if (!items.empty()) {
    words += ", " + joined({items.begin(),
                            items.begin() + std::min<std::ptrdiff_t>(3, std::ssize(items))});
    if (items.size() > 3) words += " and more";
  }
  return words;
}

std::string due_words(const BoardAction& action, Date today) {
  if (!action.is_open()) {
    const std::string ended = action.state == "verified" ? "Verified" : "Closed";
    return action.ended_at ? ended + " " + to_short_words(day_in_england(*action.ended_at)) : ended;
  }
  if (!action.by_on) return {};
  const auto days = days_between(today, *action.by_on);
  if (days > 0) return counted(days, "day left", "days left");
  return capital(days_words(days));
}

Data keys_of(const Forms& forms) {
  auto keys = Data::list();
  std::set<std::string> said;
  for (const auto& [ref, form] : forms) {
    if (form == nullptr) continue;
    auto words = key_words(form->status_scheme);
    if (words.empty() || !said.insert(words).second) continue;
    keys.push(Data::object().set("name", form->name).set("words", std::move(words)));
  }
  const bool several = keys.items().size() > 1;
  return Data::object().set("keys", std::move(keys)).set("several_keys", several);
}

}  // namespace onereturn::gateway::views
