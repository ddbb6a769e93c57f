#include "gateway/pages/actions/board_actions.hpp"
#include "gateway/pages/actions/my_list.hpp"
#include "gateway/pages/agency_register/contact_pages.hpp"
#include "gateway/pages/agency_register/register_pages.hpp"
#include "gateway/pages/audit_log/trail_pages.hpp"
#include "gateway/pages/identity/programs.hpp"
#include "gateway/pages/notifications/reminder_pages.hpp"
#include "gateway/pages/reporting/board_home_pages.hpp"
#include "gateway/pages/reporting/figures_pages.hpp"
#include "gateway/pages/returns/merged_answers.hpp"
#include "gateway/pages/returns/suggestions.hpp"
#include "gateway/pages/tenancy/joining_pages.hpp"
#include "gateway/pages/tenancy/merging_pages.hpp"
#include "gateway/pages/tenancy/site_pages.hpp"
#include "gateway/routes.hpp"

namespace onereturn::gateway {

std::vector<Route> joining_routes() {
  std::vector<Route> all;
  for (auto* some :
       {&pages::program_routes, &pages::my_list_routes, &pages::board_home_routes,
        &pages::undertaking_routes, &pages::board_action_routes, &pages::one_action_routes,
        &pages::mailed_action_routes, &pages::register_routes, &pages::contact_routes,
        &pages::reminder_routes, &pages::joining_page_routes, &pages::site_routes,
        &pages::suggestion_routes, &pages::merging_page_routes, &pages::merged_answer_routes,
        &pages::trail_routes, &pages::figures_routes}) {
    for (auto& route : some())
      all.push_back(std::move(route));
  }
  return all;
}

}  // namespace onereturn::gateway
