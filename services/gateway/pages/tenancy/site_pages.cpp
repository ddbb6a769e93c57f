#include "gateway/pages/tenancy/site_pages.hpp"

#include <algorithm>

#include "domain/tenancy/units.hpp"
#include "gateway/pages/identity/signing_in.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/plain_form.hpp"
#include "gateway/views/words.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;
using tenancy::AgencyUnit;
using views::PageError;

Result<std::vector<AgencyUnit>> units_of(RequestContext& context) {
  return context.database().as_agency(
      context.token(), [](postgres::AgencyTx& tx) { return tenancy::list_units(tx); });
}

// The site in the path; nothing for the whole organisation, which is none.
std::optional<AgencyUnit> site_in_path(const RequestContext& context,
                                       const std::vector<AgencyUnit>& units) {
  const auto asked = UnitId::parse(context.path("unit"));
  const auto found = std::ranges::find_if(
      units, [&](const auto& one) { return asked && one.unit == *asked && !one.whole(); });
  return found == units.end() ? std::nullopt : std::optional(*found);
}

std::string people_words(const AgencyUnit& site) {
  if (site.people == 0) return "Nobody only here";
  return views::capital(views::number_word(site.people)) +
         (site.people == 1 ? " colleague" : " colleagues");
}

std::string boards_words(const AgencyUnit& site) {
  return site.asked == 1 ? "one board" : views::number_word(site.asked) + " boards";
}

std::string note_words(const RequestContext& context) {
  const auto done = context.request().query.get("done");
  if (done == "added") return "Added. You can now invite colleagues who work only there.";
  if (done == "renamed") return "Saved. Copies that were sent keep the name they had.";
  if (done == "left") return "Noted. What the site wrote stays here with its history.";
  if (done == "back") return "The site belongs to your organisation again.";
  return {};
}

std::string lede_words(std::ptrdiff_t present) {
  if (present == 0) return "Every answer is for the whole organisation.";
  return present == 1 ? "One site answers for itself where a board asks it."
                      : views::capital(views::number_word(static_cast<int>(present))) +
                            " sites answer for themselves where a board asks them.";
}

Data row_of(const AgencyUnit& site) {
  return Data::object()
      .set("href", "/sites/" + site.unit.text())
      .set("name", site.name)
      .set("people", people_words(site))
      .set("asked", site.asked == 0 ? std::string("Not asked") : "By " + boards_words(site))
      .set("left", site.left_on ? Data("Left on " + to_words(*site.left_on)) : Data());
}

http::Response sites_page(RequestContext& context, const std::vector<AgencyUnit>& units,
                          const std::string& name, const std::vector<PageError>& errors,
                          int status) {
  auto present = Data::list();
  auto left = Data::list();
  for (const auto& unit : units) {
    if (!unit.whole()) (unit.left_on ? left : present).push(row_of(unit));
  }
  const auto count =
      std::ranges::count_if(units, [](const auto& unit) { return !unit.whole() && !unit.left_on; });
  return framed(context, "pages/sites",
                Data::object()
                    .set("title", "Sites")
                    .set("title_error", !errors.empty())
                    .set("error_summary", views::error_summary(errors))
                    .set("note", Data::text_or_no(note_words(context)))
                    .set("agency", context.session().party_name)
                    .set("lede", lede_words(count))
                    .set("has_sites", count > 0)
                    .set("sites", std::move(present))
                    .set("has_left", !left.items().empty())
                    .set("left_sites", std::move(left))
                    .set("fields", Data::list().push(views::text_field(
                                       {.id = "name",
                                        .label = "Name of the site",
                                        .value = name,
                                        .hint = "As your colleagues and the boards call it."},
                                       errors))),
                "/colleagues", status);
}

// Why a site cannot leave yet, or nothing.
Data obstacle(const AgencyUnit& site) {
  if (site.people == 0) return {};
  return people_words(site) + (site.people == 1 ? " works" : " work") +
         " only here. Move or remove them first.";
}

http::Response site_page(RequestContext& context, const AgencyUnit& site, const std::string& name,
                         const std::vector<PageError>& errors, int status) {
  const auto here = "/sites/" + site.unit.text();
  return framed(
      context, "pages/site",
      Data::object()
          .set("title", site.name)
          .set("title_error", !errors.empty())
          .set("error_summary", views::error_summary(errors))
          .set("note", Data::text_or_no(note_words(context)))
          .set("here", here)
          .set("state", site.left_on ? "Left on " + to_words(*site.left_on)
                                     : people_words(site) +
                                           (site.asked == 0 ? " · not asked"
                                                            : " · asked by " + boards_words(site)))
          .set("has_left", site.left_on.has_value())
          .set("obstacle", obstacle(site))
          .set("may_leave", !site.left_on && site.people == 0)
          .set("still_asked", site.asked > 0 && !site.left_on)
          .set("fields", Data::list().push(views::text_field(
                             {.id = "name", .label = "Name of the site", .value = name}, errors))),
      "/colleagues", status);
}

// Does the work to the site in the path; a refusal shows its page again with what was typed.
template <class Work>
http::Response change_site(RequestContext& context, const char* done, Work&& work) {
  const auto units = units_of(context);
  if (!units) return refuse(context, units.problem());
  const auto site = site_in_path(context, *units);
  if (!site) return not_found(context);
  const auto changed = context.database().as_agency(
      context.token(),
      [&](postgres::AgencyTx& tx) -> Result<Done> { return work(tx, site->unit); });
  if (!changed) {
    const auto& problem = changed.problem();
    const auto typed = context.field("name");
    return site_page(context, *site, typed.empty() ? site->name : typed, errors_of(problem, "name"),
                     status_of(problem));
  }
  return http::Response::see_other("/sites/" + site->unit.text() + "?done=" + done);
}

}  // namespace

http::Response show_sites(RequestContext& context) {
  const auto units = units_of(context);
  if (!units) return refuse(context, units.problem());
  return sites_page(context, *units, "", {}, 200);
}

http::Response add_site(RequestContext& context) {
  const auto name = context.field("name");
  const auto added = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) { return tenancy::add_unit(tx, name); });
  if (added) return http::Response::see_other("/sites?done=added");
  const auto units = units_of(context);
  if (!units) return refuse(context, units.problem());
  return sites_page(context, *units, name, errors_of(added.problem(), "name"),
                    status_of(added.problem()));
}

http::Response show_site(RequestContext& context) {
  const auto units = units_of(context);
  if (!units) return refuse(context, units.problem());
  const auto site = site_in_path(context, *units);
  if (!site) return not_found(context);
  return site_page(context, *site, site->name, {}, 200);
}

http::Response rename_site(RequestContext& context) {
  return change_site(context, "renamed", [&](postgres::AgencyTx& tx, const UnitId& unit) {
    return tenancy::rename_unit(tx, unit, context.field("name"));
  });
}

http::Response end_site(RequestContext& context) {
  return change_site(context, "left", [&](postgres::AgencyTx& tx, const UnitId& unit) {
    return tenancy::end_unit(tx, unit, day_in_england(context.now()));
  });
}

http::Response bring_back_site(RequestContext& context) {
  return change_site(context, "back", [](postgres::AgencyTx& tx, const UnitId& unit) {
    return tenancy::bring_back_unit(tx, unit);
  });
}

std::vector<Route> site_routes() {
  using http::Verb;
  const auto lead = [] { return agency({"lead"}); };
  return {{Verb::get, "/sites", lead(), show_sites},
          {Verb::post, "/sites", lead(), add_site},
          {Verb::get, "/sites/{unit}", lead(), show_site},
          {Verb::post, "/sites/{unit}", lead(), rename_site},
          {Verb::post, "/sites/{unit}/leave", lead(), end_site},
          {Verb::post, "/sites/{unit}/back", lead(), bring_back_site}};
}

}  // namespace onereturn::gateway::pages
