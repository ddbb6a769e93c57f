#include <algorithm>

#include "domain/sharing/grant_sight.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/sharing/sight_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/sight.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

constexpr const char* place = "/board/sight";

std::string done_words(const std::string& done) {
  if (done == "granted")
    return "They see it from the first day on, until the last or until you end it.";
  if (done == "ended") return "It has ended. They see nothing of it any more.";
  return {};
}

http::Response list_page(RequestContext& context, const std::string& refused, int status) {
  auto grants = context.database().as_board(
      context.token(), [](postgres::BoardTx& tx) -> Result<std::vector<sharing::Grant>> {
        return sharing::list_grants(tx);
      });
  if (!grants) return refuse(context, grants.problem());
  const views::SightList list{
      std::move(*grants),
      day_in_england(context.now()),
      context.session().role == "manager",
      context.csrf_token(),
      refused.empty() ? done_words(context.request().query.get("done")) : "",
      refused};
  return framed(context, "pages/sights", views::sights_page(list), place, status);
}

http::Response form_page(RequestContext& context, const views::TypedSight& typed, int status) {
  return framed(context, "pages/sight_grant", views::grant_page(typed, context.csrf_token()), place,
                status);
}

// A day, or its fault among the errors.
std::optional<Date> day_of(const views::TypedDate& typed, const char* field,
                           std::vector<views::PageError>& errors) {
  const auto read = views::read_date(typed);
  if (!read.error.empty()) errors.push_back({field, read.error});
  return read.date;
}

// In the order of the form; what the calendar says of a day stands for what the rules say of it.
std::vector<views::PageError> in_order(const std::vector<views::PageError>& calendar,
                                       const Problem& problem) {
  std::vector<views::PageError> all;
  const auto add = [&](const std::string& field, const std::string& message) {
    const bool told =
        std::ranges::any_of(all, [&](const auto& error) { return error.field == field; });
    if (!told) all.push_back({field, message});
  };
  for (const char* field : {"number", "parts", "from", "until", "words"}) {
    for (const auto& error : calendar) {
      if (error.field == field) add(error.field, error.message);
    }
    for (const auto& error : problem.fields) {
      if (error.field == field) add(error.field, error.message);
    }
  }
  return all;
}

}  // namespace

http::Response show_sights(RequestContext& context) { return list_page(context, {}, 200); }

http::Response show_grant_form(RequestContext& context) {
  views::TypedSight typed;
  typed.from = views::typed_date(day_in_england(context.now()));
  return form_page(context, typed, 200);
}

http::Response grant_sight(RequestContext& context) {
  views::TypedSight typed;
  typed.number = context.field("number");
  typed.words = context.field("words");
  typed.parts = context.request().form.all("parts");
  typed.from = views::typed_date(context.request().form, "from");
  typed.until = views::typed_date(context.request().form, "until");
  std::vector<views::PageError> calendar;
  const sharing::GrantSight command{typed.number,
                                    typed.parts,
                                    day_of(typed.from, "from", calendar),
                                    day_of(typed.until, "until", calendar),
                                    typed.words,
                                    context.now()};
  const auto counted = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return sharing::count_number(tx, typed.number);
  });
  if (!counted) return refuse(context, counted.problem());
  const auto granted = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) { return sharing::grant_sight(tx, command); });
  if (granted) return http::Response::see_other(std::string(place) + "?done=granted");
  const auto& problem = granted.problem();
  if (problem.code == ProblemCode::conflict) {
    typed.errors.push_back({"number", problem.detail + " Look at the list before you go on."});
    return form_page(context, typed, 409);
  }
  if (problem.code != ProblemCode::invalid) return refuse(context, problem);
  typed.errors = in_order(calendar, problem);
  return form_page(context, typed, 422);
}

http::Response end_sight(RequestContext& context) {
  const auto id = sharing::SightId::parse(context.path("sight"));
  if (!id) return not_found(context);
  const auto now = context.now();
  const auto ended = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) { return sharing::end_sight(tx, *id, now); });
  if (ended) return http::Response::see_other(std::string(place) + "?done=ended");
  if (ended.problem().code != ProblemCode::conflict) return refuse(context, ended.problem());
  return list_page(context, ended.problem().detail, 409);
}

}  // namespace onereturn::gateway::pages
