#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/returns/load_workspace.hpp"
#include "domain/returns/workspace.hpp"
#include "gateway/request_context.hpp"
#include "platform/html/data.hpp"
#include "platform/http/message.hpp"
#include "platform/postgres/transaction.hpp"

// What most pages begin or end with.
namespace onereturn::gateway::pages {

// The page with the navigation of this person's role; `active` is the address of the item that is
// open, or nothing.
http::Response framed(RequestContext& context, std::string_view template_name, html::Data page,
                      std::string_view active = {}, int status = 200);

// The unit that the address asks for ("?unit=…"). Nothing when it names none.
std::optional<UnitId> asked_unit(const RequestContext& context);

// Everything of the agency's unit. Refuses as load_workspace does.
Result<returns::Workspace> load_workspace(RequestContext& context);
// The same for a unit that a form names, or for one whose answers are common to units below.
Result<returns::Workspace> load_workspace(RequestContext& context,
                                          const std::optional<UnitId>& unit, returns::Reach reach);
// The same, and what else the page reads in the same transaction.
using Also = std::function<void(postgres::AgencyTx&, const returns::Workspace&)>;
Result<returns::Workspace> load_workspace(RequestContext& context,
                                          const std::optional<UnitId>& unit, returns::Reach reach,
                                          const Also& also);

// The request named in the path, when it is open for this unit.
const returns::Engaged* engaged_in_path(const RequestContext& context,
                                        const returns::Workspace& workspace);

// A page of ours with "saved" in its query, so that the next page can say so.
std::string with_saved(std::string path, const returns::Workspace& workspace,
                       std::string_view what = "yes");

// The same for an address that has its query already.
std::string with_note(std::string path, std::string_view what);

// The sentence for the "saved" of this address; "" when there is none.
std::string saved_note(const RequestContext& context);

// The agency's name, with the unit where several are asked.
std::string agency_name(const RequestContext& context, const returns::Workspace& workspace);

http::Response not_found(RequestContext& context);

// How the layout names a role: "lead", "chair".
std::string role_words(std::string_view role, std::string_view party_kind);

}  // namespace onereturn::gateway::pages
