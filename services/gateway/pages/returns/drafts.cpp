#include "gateway/pages/returns/drafts.hpp"

#include <algorithm>
#include <utility>

#include "base/date.hpp"
#include "platform/json/json.hpp"

namespace onereturn::gateway::pages {

Wish wish_of(const RequestContext& context) {
  const auto go = context.field("go");
  if (go == "autosave") return Wish::autosave;
  return go == "next" ? Wish::confirm : Wish::draft;
}

void SavedFields::note(const std::string& id, const returns::SavedBox& saved) {
  versions[id] = saved.version;
  saved_at = saved_at ? std::max(*saved_at, saved.saved_at) : saved.saved_at;
}

void SavedFields::refuse(const std::string& id, views::TypedBox typed, const Problem& problem,
                         const std::string& theirs, const std::string& by, int version) {
  typed.error = problem.fields.empty() ? problem.detail : problem.fields.front().message;
  if (problem.key == "stale-version") {
    overtaken = true;
    overtaken_by = by;
    typed.theirs = theirs;
    typed.theirs_by = by;
    typed.version = version;
  }
  refused.emplace(id, std::move(typed));
}

http::Response autosaved_fields(const SavedFields& saved) {
  json::Object versions;
  for (const auto& [id, version] : saved.versions)
    versions.emplace_back(id, version);
  json::Object facts{{"versions", std::move(versions)}};
  if (saved.saved_at) facts.emplace_back("saved_at", clock_in_england(*saved.saved_at));
  if (saved.overtaken) facts.emplace_back("by", saved.overtaken_by);
  const int status = saved.overtaken ? 409 : saved.refused.empty() ? 200 : 422;
  return http::Response::json(json::write(std::move(facts)), status);
}

}  // namespace onereturn::gateway::pages
