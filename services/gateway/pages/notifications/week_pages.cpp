#include <charconv>

#include "domain/notifications/chase_week.hpp"
#include "domain/notifications/holidays_format.hpp"
#include "gateway/pages/notifications/reminder_pages.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/reminders.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using notifications::StepId;

constexpr const char* place = "/reminders";

bool may_write(const RequestContext& context) { return context.session().role == "manager"; }

const notifications::Holidays& holidays() { return notifications::holidays_of_england(); }

struct InPath {
  StepId step;
  Date day;
};

std::optional<InPath> group_in_path(const RequestContext& context) {
  const auto step = StepId::parse(context.path("step"));
  const auto day = parse_date(context.path("day"));
  if (!step || !day) return std::nullopt;
  return InPath{*step, *day};
}

// The first where the address names none that there can be.
int page_asked(const RequestContext& context) {
  constexpr int pages_max = 10'000;
  const auto text = context.request().query.get("page");
  int page = 1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), page);
  const bool good = read.ec == std::errc{} && read.ptr == text.data() + text.size();
  return good && page >= 1 && page <= pages_max ? page : 1;
}

http::Response show_week(RequestContext& context) {
  const auto now = context.now();
  const auto week = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<notifications::Week> {
        return notifications::read_week(tx, holidays(), now);
      });
  if (!week) return refuse(context, week.problem());
  return framed(context, "pages/week",
                views::week_page(*week, may_write(context), context.request().query.get("saved")),
                place);
}

http::Response show_group(RequestContext& context) {
  const auto path = group_in_path(context);
  if (!path) return not_found(context);
  const auto now = context.now();
  const auto group = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return notifications::read_group(tx, holidays(), path->step, path->day, now, context.origin());
  });
  if (!group) return refuse(context, group.problem());
  return framed(context, "pages/week_group",
                views::group_page(*group, may_write(context), context.request().query.get("saved")),
                place);
}

http::Response decide_group(RequestContext& context) {
  const auto path = group_in_path(context);
  if (!path) return not_found(context);
  const auto now = context.now();
  const auto what = context.field("what");
  const auto decided = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return notifications::decide(tx, holidays(), path->step, path->day,
                                 context.request().form.all("subject"), what, now);
  });
  if (!decided) return refuse(context, decided.problem());
  return http::Response::see_other("/reminders/" + path->step.text() + "/" + to_iso(path->day) +
                                   "?saved=" + what);
}

http::Response show_chairs_list(RequestContext& context) {
  const auto today = day_in_england(context.now());
  const auto lines = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<std::vector<notifications::GroupLine>> {
        return notifications::chairs_list(tx, today);
      });
  if (!lines) return refuse(context, lines.problem());
  return framed(context, "pages/chairs_list", views::chairs_list_page(*lines, today), place);
}

http::Response show_log(RequestContext& context) {
  const auto entry = EntryId::parse(context.path("entry"));
  if (!entry) return not_found(context);
  const int page = page_asked(context);
  const auto log = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return notifications::read_chase_log(tx, *entry, page);
  });
  if (!log) return refuse(context, log.problem());
  return framed(context, "pages/chase_log", views::chase_log_page(*log, *entry, may_write(context)),
                "/register");
}

}  // namespace

std::vector<Route> reminder_routes() {
  using http::Verb;
  std::vector<Route> all = {
      {Verb::get, "/reminders", board(), show_week},
      {Verb::get, "/reminders/chair", board(), show_chairs_list},
      {Verb::get, "/reminders/{step}/{day}", board(), show_group},
      {Verb::post, "/reminders/{step}/{day}", board({"manager"}), decide_group},
      {Verb::get, "/register/{entry}/reminders", board(), show_log}};
  for (auto& route : reminder_set_up_routes())
    all.push_back(std::move(route));
  return all;
}

}  // namespace onereturn::gateway::pages
