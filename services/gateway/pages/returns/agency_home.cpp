#include "domain/returns/cycles.hpp"
#include "domain/returns/home_view.hpp"
#include "domain/returns/merged_answers.hpp"
#include "domain/returns/share_work.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/returns/merged_answers.hpp"
#include "gateway/pages/returns/nothing_asked.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/pages/returns/shared_work.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/box_fields.hpp"
#include "gateway/views/home_view.hpp"
#include "gateway/views/own_form.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;

// Where several parts of an agency are asked, the others are one tap away.
void add_units(Data& page, const returns::Workspace& workspace) {
  auto list = Data::list();
  for (const auto& unit : workspace.units) {
    list.push(Data::object()
                  .set("href", (unit.common ? "/common?unit=" : "/home?unit=") + unit.unit.text())
                  .set("text", unit.common ? "Common answers: " + unit.name : unit.name)
                  .set("here", unit.unit == workspace.unit));
  }
  page.set("has_units", workspace.units.size() > 1).set("units", std::move(list));
}

}  // namespace

http::Response show_home(RequestContext& context) {
  returns::SharedWork work;
  std::size_t both = 0;
  const auto workspace = load_workspace(context, asked_unit(context), returns::Reach::asked,
                                        [&](auto& tx, const auto& of) {
                                          work = returns::shared_work(tx, of.unit);
                                          both = returns::open_merged_answers(tx).size();
                                        });
  if (!workspace) return without_return(context, workspace.problem());
  const bool own_form = workspace->way == mapping::Way::own_form;
  auto page = own_form ? views::own_form_page(*workspace, returns::next_of(*workspace))
                       : views::agency_home(*workspace, returns::home_view(*workspace));
  add_units(page, *workspace);
  page.set("from_colleagues", from_colleagues(context, work, *workspace));
  if (!own_form) page.set("both_had", both_had(both));
  return framed(context, own_form ? "pages/own_form" : "pages/agency_home", std::move(page),
                "/home");
}

http::Response show_standard(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  if (workspace->way == mapping::Way::own_form) return not_found(context);
  for (const auto& standard : workspace->framework->standards) {
    if (standard.code == context.path("standard")) {
      return framed(context, "pages/standard", views::standard_list(*workspace, standard), "/home");
    }
  }
  return not_found(context);
}

}  // namespace onereturn::gateway::pages
