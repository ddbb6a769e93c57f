#pragma once

#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"

// The sites of an organisation, for its lead: on pages a unit is called a site.
namespace onereturn::gateway::pages {

std::vector<Route> site_routes();

http::Response show_sites(RequestContext& context);
http::Response add_site(RequestContext& context);
http::Response show_site(RequestContext& context);
http::Response rename_site(RequestContext& context);
http::Response end_site(RequestContext& context);
http::Response bring_back_site(RequestContext& context);

}  // namespace onereturn::gateway::pages
