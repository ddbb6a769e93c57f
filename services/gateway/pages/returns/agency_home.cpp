#include "domain/evaluation/release_store.hpp"
#include "domain/reporting/agency_waiting.hpp"
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

// What boards say of what was sent: changes that they ask for, and what they released lately.
struct FromBoards {
  std::vector<evaluation::BackForChanges> back;
  std::vector<evaluation::ReleasedCopy> released;
  std::vector<reporting::AskedOfAgency> asked;
};

constexpr int days_of_news = 60;

Data from_boards(const FromBoards& news, Date today) {
  auto list = Data::list();
  for (const auto& one : news.back) {
    const int days = days_between(today, one.due_on);
    auto text = one.board + " asks for changes by " + to_words(one.due_on) + ": ";
    text += one.items > 0 ? views::counted(one.items, "item", "items") : "see its words";
    if (days < 0) text += ". " + views::capital(views::days_words(days));
    list.push(Data::object()
                  .set("tone", "amber")
                  .set("text", text + ".")
                  .set("href", "/sent/" + one.request.text() + "/changes")
                  .set("link", "See what is asked"));
  }
  for (const auto& one : news.released) {
    const auto on = day_in_england(one.at);
    if (days_between(on, today) > days_of_news) continue;
    list.push(Data::object()
                  .set("tone", "green")
                  .set("text", one.board + " has looked at your return, " + to_words(on) + ".")
                  .set("href", "/sent/" + one.request.text() + "/evaluation")
                  .set("link", "Read what it says"));
  }
  return list;
}

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
  FromBoards news;
  // Evidence, plans and contacts are for whoever leads.
  const bool leads = context.session().role == "lead";
  const auto workspace = load_workspace(context, asked_unit(context), returns::Reach::asked,
                                        [&](auto& tx, const auto& of) {
                                          work = returns::shared_work(tx, of.unit);
                                          both = returns::open_merged_answers(tx).size();
                                          news.back = evaluation::sent_back_to_agency(tx);
                                          news.released = evaluation::released_to_agency(tx);
                                          if (leads) news.asked = reporting::asked_of_agency(tx);
                                        });
  if (!workspace) return without_return(context, workspace.problem());
  const bool own_form = workspace->way == mapping::Way::own_form;
  auto page = own_form ? views::own_form_page(*workspace, returns::next_of(*workspace))
                       : views::agency_home(*workspace, returns::home_view(*workspace));
  add_units(page, *workspace);
  page.set("notices", from_boards(news, day_in_england(context.now())));
  page.set("any_asked", !news.asked.empty())
      .set("asked", views::asked_rows(news.asked, day_in_england(context.now())));
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
