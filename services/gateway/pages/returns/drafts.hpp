#pragma once

#include <map>
#include <optional>
#include <string>

#include "domain/returns/save_box.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/box_fields.hpp"
#include "platform/http/message.hpp"

// How the forms about one board save: confirmed, as a draft, or by themselves while somebody
// writes.
namespace onereturn::gateway::pages {

// What the pressed button asks for; what a page sends by itself is a draft too.
enum class Wish { confirm, draft, autosave };
Wish wish_of(const RequestContext& context);

// What became of the fields of one form.
struct SavedFields {
  views::TypedBoxes refused;
  std::map<std::string, int> versions;  // by the field's id: what was written
  std::optional<Instant> saved_at;
  std::string overtaken_by;  // a colleague who saved one of them meanwhile
  bool overtaken = false;

  void note(const std::string& id, const returns::SavedBox& saved);
  // Keeps what was typed with the reason; `theirs` and its version stand beside it where somebody
  // saved meanwhile.
  void refuse(const std::string& id, views::TypedBox typed, const Problem& problem,
              const std::string& theirs, const std::string& by, int version);
};

// What a page with a script is told: the versions to send back, and since when it is saved. 409
// when somebody saved meanwhile, 422 when something must be put right; what could be saved is.
http::Response autosaved_fields(const SavedFields& saved);

}  // namespace onereturn::gateway::pages
