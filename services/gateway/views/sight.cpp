#include "gateway/views/sight.hpp"

#include <algorithm>

#include "domain/sharing/sight_rules.hpp"
#include "gateway/views/due_field.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using sharing::GrantState;

Data line(const char* id, const std::string& value, const std::vector<PageError>& errors) {
  return Data::object().set("id", id).set("value", value).set("error", error_of(errors, id));
}

}  // namespace

std::string sight_parts_words(const std::vector<std::string>& parts) {
  std::string words;
  for (const auto& code : parts) {
    const auto* part = sharing::part_of(code);
    words += (words.empty() ? "" : "; ") + std::string(part == nullptr ? code : part->title);
  }
  return words;
}

std::string sight_days(const sharing::Grant& grant) {
  return to_words(grant.from) + " until " + to_words(grant.until);
}

Data sight_status(const sharing::Grant& grant, Date today) {
  switch (sharing::state_of(grant, today)) {
    case GrantState::ahead:
      return status("quiet", "none", "From " + to_words(grant.from));
    case GrantState::standing:
      return status("act", "now", "Stands");
    case GrantState::over:
      return status("quiet", "none", "Over since " + to_words(grant.until));
    case GrantState::ended:
      break;
  }
  return status("quiet", "none", "Ended on " + to_words(day_in_england(*grant.ended_at)));
}

Data sights_page(const SightList& list) {
  auto grants = Data::list();
  for (const auto& grant : list.grants) {
    const auto state = sharing::state_of(grant, list.today);
    const bool lives = state == GrantState::standing || state == GrantState::ahead;
    grants.push(Data::object()
                    .set("council", grant.council_name)
                    .set("granted", "Granted on " + to_words(day_in_england(grant.granted_at)) +
                                        (grant.granted_by.empty() ? "" : " by " + grant.granted_by))
                    .set("parts", sight_parts_words(grant.parts))
                    .set("words", Data::text_or_no(grant.words))
                    .set("days", sight_days(grant))
                    .set("status", sight_status(grant, list.today))
                    .set("ended", grant.ended_by.empty() ? Data() : Data("By " + grant.ended_by))
                    .set("csrf", list.csrf)
                    .set("end", lives && list.may_grant
                                    ? Data("/board/sight/" + grant.id.text() + "/end")
                                    : Data()));
  }
  return Data::object()
      .set("title", "Sight")
      .set("note", Data::text_or_no(list.note))
      .set("refused", Data::text_or_no(list.refused))
      .set("may_grant", list.may_grant)
      .set("any", !list.grants.empty())
      .set("grants", std::move(grants));
}

Data grant_page(const TypedSight& typed, const std::string& csrf) {
  auto parts = Data::list();
  for (const auto& part : sharing::sight_parts()) {
    const bool first = &part == &sharing::sight_parts().front();
    const std::string code(part.code);
    parts.push(Data::object()
                   // The error summary leads to the first of them.
                   .set("id", first ? std::string("parts") : "part-" + code)
                   .set("value", code)
                   .set("title", std::string(part.title))
                   .set("words", std::string(part.words))
                   .set("checked", std::ranges::find(typed.parts, code) != typed.parts.end()));
  }
  return Data::object()
      .set("title", "Let a council see")
      .set("csrf", csrf)
      .set("number", line("number", typed.number, typed.errors))
      .set("parts", std::move(parts))
      .set("parts_error", error_of(typed.errors, "parts"))
      .set("from", due_field("from", "First day", typed.from, typed.errors))
      .set("until", due_field("until", "Last day", typed.until, typed.errors))
      .set("words", line("words", typed.words, typed.errors))
      .set("error_summary", error_summary(typed.errors))
      .set("title_error", !typed.errors.empty());
}

}  // namespace onereturn::gateway::views
