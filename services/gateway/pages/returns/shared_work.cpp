#include "gateway/pages/returns/shared_work.hpp"

#include <algorithm>
#include <charconv>

#include "domain/identity/roles.hpp"
#include "domain/returns/home_view.hpp"
#include "domain/returns/share_work.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/returns/nothing_asked.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/problems.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;
using views::NamedPlace;
using views::PageError;

// Only to a page of ours that holds such a block.
std::string safe_back(const RequestContext& context) {
  const auto back = context.field("back");
  const bool ours = back.starts_with("/questions/") || back.starts_with("/form/");
  return ours && back.find('\\') == std::string::npos ? back : std::string("/home");
}

std::optional<UnitId> posted_unit(const RequestContext& context) {
  return UnitId::parse(context.field("unit"));
}

Result<returns::Workspace> posted_workspace(RequestContext& context) {
  return load_workspace(context, posted_unit(context), returns::Reach::common_too);
}

const NamedPlace* posted_place(const std::vector<NamedPlace>& places, const std::string& kind,
                               const std::string& code) {
  const auto found = std::find_if(places.begin(), places.end(), [&](const NamedPlace& each) {
    return each.place.kind == kind && each.place.code == code;
  });
  return found == places.end() ? nullptr : &*found;
}

int number_in(const std::string& text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ptr == text.data() + text.size() ? number : 0;
}

// Nothing where no date was typed; a date that is not ok() where it cannot be one.
std::optional<Date> typed_date(const views::TypedAssignment& typed) {
  if (typed.day.empty() && typed.month.empty() && typed.year.empty()) return std::nullopt;
  return Date{std::chrono::year{number_in(typed.year)},
              std::chrono::month{static_cast<unsigned>(number_in(typed.month))},
              std::chrono::day{static_cast<unsigned>(number_in(typed.day))}};
}

returns::SharedWork work_of(RequestContext& context, const UnitId& unit) {
  returns::SharedWork work;
  const auto read =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Done> {
        work = returns::shared_work(tx, unit);
        return Done{};
      });
  ENSURE(read.has_value(), "reading what colleagues share was refused");
  return work;
}

http::Response work_page(RequestContext& context, const returns::Workspace& workspace,
                         const views::TypedAssignment& typed,
                         const std::vector<PageError>& errors) {
  auto page = views::shared_work_page(work_of(context, workspace.unit), places_of(workspace),
                                      workspace.unit.text(), typed, errors,
                                      errors.empty() ? saved_note(context) : "");
  page.set("may_write", identity::may_write(context.session().role));
  page.set("home_href", "/home" + views::unit_query(workspace));
  return framed(context, "pages/shared_work", std::move(page), "/tasks",
                errors.empty() ? 200 : 422);
}

std::vector<PageError> named(const Problem& problem) {
  std::vector<PageError> errors;
  for (const auto& field : problem.fields) {
    errors.push_back({field.field == "by_on" ? "by-day" : field.field, field.message});
  }
  if (errors.empty()) errors.push_back({"place", problem.detail});
  return errors;
}

}  // namespace

std::vector<NamedPlace> places_of(const returns::Workspace& workspace) {
  std::vector<NamedPlace> places;
  const auto unit = views::unit_query(workspace);
  if (workspace.way == mapping::Way::own_form) {
    for (const auto& board : workspace.boards) {
      for (const auto& section : board.form->sections) {
        places.push_back({{"section", section.code},
                          views::numbered(section.number, section.title),
                          (workspace.common_only ? "/common/" : "/form/") + section.code + unit});
      }
    }
    return places;
  }
  const auto asked = returns::asked_once(workspace);
  for (const auto& standard : workspace.framework->standards) {
    bool first = true;
    for (const auto* requirement : asked) {
      if (requirement->standard != standard.code) continue;
      if (first) {
        places.push_back({{"standard", standard.code},
                          "Standard " + standard.code + ". " + standard.name,
                          "/standards/" + standard.code + unit});
      }
      first = false;
      places.push_back({{"question", requirement->code},
                        requirement->name,
                        "/questions/" + requirement->code + unit});
    }
  }
  return places;
}

BesidePlace look_beside(const RequestContext& context, postgres::AgencyTx& tx,
                        const returns::Workspace& workspace, const returns::Place& place,
                        const std::optional<std::string>& standard) {
  BesidePlace seen;
  seen.found = returns::look_beside(tx, workspace.unit, place, standard, context.now());
  seen.colleagues = returns::colleagues_of(tx, workspace.unit);
  return seen;
}

Data beside(const BesidePlace& seen, const returns::Workspace& workspace,
            const returns::Place& place) {
  const auto back = (place.kind == "section" ? "/form/" : "/questions/") + place.code +
                    views::unit_query(workspace);
  return views::beside_block(seen.found, seen.colleagues, place, workspace.unit.text(), back, {});
}

Data beside(RequestContext& context, const returns::Workspace& workspace,
            const returns::Place& place, const std::optional<std::string>& standard) {
  BesidePlace seen;
  const auto read =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Done> {
        seen = look_beside(context, tx, workspace, place, standard);
        return Done{};
      });
  ENSURE(read.has_value(), "reading what stands beside a question was refused");
  return beside(seen, workspace, place);
}

Data from_colleagues(const RequestContext& context, const returns::SharedWork& work,
                     const returns::Workspace& workspace) {
  return views::from_colleagues(work, context.session().person, places_of(workspace));
}

http::Response show_work(RequestContext& context) {
  const auto workspace = load_workspace(context, asked_unit(context), returns::Reach::common_too);
  if (!workspace) return without_return(context, workspace.problem());
  return work_page(context, *workspace, {}, {});
}

http::Response give_work(RequestContext& context) {
  const auto workspace = posted_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const views::TypedAssignment typed{context.field("place"), context.field("person"),
                                     context.field("note"),  context.field("day"),
                                     context.field("month"), context.field("year")};
  const auto blank = typed.place.find(' ');
  const auto places = places_of(*workspace);
  const auto* place =
      blank == std::string::npos
          ? nullptr
          : posted_place(places, typed.place.substr(0, blank), typed.place.substr(blank + 1));
  if (place == nullptr) {
    return work_page(context, *workspace, typed, {{"place", "Choose what it is about."}});
  }
  const returns::AssignWork command{workspace->unit, place->place,
                                    PersonId::parse(typed.person).value_or(PersonId()), typed.note,
                                    typed_date(typed)};
  const auto given = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::assign_work(tx, command, workspace->today, context.now());
  });
  if (!given) {
    if (given.problem().code != ProblemCode::invalid) return refuse(context, given.problem());
    return work_page(context, *workspace, typed, named(given.problem()));
  }
  return http::Response::see_other(with_saved("/tasks", *workspace));
}

http::Response end_work(RequestContext& context) {
  const auto workspace = posted_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto id = returns::AssignmentId::parse(context.field("assignment"));
  if (!id) return not_found(context);
  const auto ended = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::end_assignment(tx, *id, context.now());
  });
  if (!ended) return refuse(context, ended.problem());
  return http::Response::see_other(with_saved("/tasks", *workspace));
}

http::Response say_remark(RequestContext& context) {
  const auto workspace = posted_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto places = places_of(*workspace);
  const auto* place = posted_place(places, context.field("place_kind"), context.field("place"));
  if (place == nullptr || place->place.kind == "standard") return not_found(context);
  views::TypedRemark typed{context.field("text"), context.field("for"),
                           context.field("missing") == "yes", ""};
  const returns::SayToColleagues command{workspace->unit, place->place, typed.text,
                                         PersonId::parse(typed.for_person), typed.missing};
  const auto said = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::say_to_colleagues(tx, command, context.now());
  });
  const auto back = safe_back(context);
  if (said) return http::Response::see_other(back + "#colleagues");
  if (said.problem().code != ProblemCode::invalid) return refuse(context, said.problem());
  typed.error = said.problem().fields.front().message;
  auto block = views::beside_block({}, work_of(context, workspace->unit).colleagues, place->place,
                                   workspace->unit.text(), back, typed);
  auto page = Data::object();
  page.set("title", "Say something to colleagues")
      .set("title_error", true)
      .set("error_summary", views::error_summary({{"remark", typed.error}}))
      .set("back_href", back)
      .set("back_text", place->name)
      .set("beside", std::move(block));
  return framed(context, "pages/remark_again", std::move(page), "/home", 422);
}

http::Response settle_remark(RequestContext& context) {
  const auto id = returns::RemarkId::parse(context.field("remark"));
  if (!id) return not_found(context);
  const auto settled = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::settle_remark(tx, *id, context.now());
  });
  if (!settled) return refuse(context, settled.problem());
  return http::Response::see_other(safe_back(context) + "#colleagues");
}

}  // namespace onereturn::gateway::pages
