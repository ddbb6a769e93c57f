#include "gateway/pages/returns/wave_pages.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "domain/agency_register/entry_types.hpp"
#include "domain/agency_register/register_list.hpp"
#include "domain/identity/export_right.hpp"
#include "domain/returns/ask_for_return.hpp"
#include "domain/returns/open_wave.hpp"
#include "domain/returns/wave_rules.hpp"
#include "gateway/pages/notifications/telling.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/register_list.hpp"
#include "gateway/views/waves.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using views::PageError;
using views::WaveInput;

constexpr const char* place = "/register";
constexpr std::size_t names_shown = 5;
constexpr int file_max = 10'000;

bool may_write(const RequestContext& context) { return context.session().role == "manager"; }

http::Response show_waves(RequestContext& context) {
  const auto today = day_in_england(context.now());
  const auto waves = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return Result<std::vector<returns::Wave>>(returns::list_waves(tx, today));
  });
  if (!waves) return refuse(context, waves.problem());
  return framed(context, "pages/waves", views::waves_page(*waves, may_write(context)), place);
}

std::vector<std::string> ids_in(const std::string& text) {
  std::vector<std::string> ids;
  std::istringstream in(text);
  for (std::string id; in >> id;) {
    if (ids.size() <= returns::wave_entries_max && is_uuid(id)) ids.push_back(id);
  }
  return ids;
}

// Whom it is about, as the register knows them now, and what can be asked.
Result<Done> fill(postgres::BoardTx& tx, WaveInput& input, agency_register::RegisterQuery query,
                  Date today) {
  query.count = static_cast<int>(returns::wave_entries_max);
  query.offset = 0;
  const auto page = agency_register::list_entries(tx, query, today);
  input.chosen = page.total;
  for (const auto& row : page.rows) {
    if (row.to_on) continue;
    input.entries += (input.entries.empty() ? "" : " ") + row.entry.text();
    if (input.names.size() < names_shown) input.names.push_back(row.name);
  }
  input.forms = returns::forms_to_ask(tx);
  for (auto& wave : returns::list_waves(tx, today)) {
    if (wave.mode != returns::WaveMode::single && input.open.size() < 6) {
      input.open.push_back(std::move(wave));
    }
  }
  const bool there = std::any_of(input.open.begin(), input.open.end(),
                                 [&](const auto& wave) { return wave.wave.text() == input.join; });
  if (!there) input.join.clear();
  return Done{};
}

http::Response show_new_wave(RequestContext& context) {
  const auto today = day_in_england(context.now());
  const auto& query = context.request().query;
  WaveInput input;
  input.number = AuditId::random().text();
  input.period = std::to_string(static_cast<int>(today.year()));
  input.title = "Section 11, " + input.period;
  if (const auto join = AuditId::parse(query.get("join"))) input.join = join->text();
  const auto ticked = query.all("entry");
  const bool all = query.has("all");
  const auto read =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Done> {
        agency_register::RegisterQuery chosen;
        if (ticked.empty()) {
          const auto shape = views::register_shape(agency_register::list_types(tx), {}, {});
          auto asked = views::list_asked(query, shape);
          asked.page = 1;
          chosen = views::register_query(asked);
        } else {
          for (const auto& id : ticked) {
            if (is_uuid(id)) chosen.entries.push_back(id);
          }
          // Nothing of what was sent can be an entry: then none is chosen, not all of them.
          if (chosen.entries.empty()) chosen.entries.push_back("none");
        }
        return fill(tx, input, std::move(chosen), today);
      });
  if (!read) return refuse(context, read.problem());
  if (input.entries.empty() || (ticked.empty() && !all)) {
    return http::Response::see_other("/register?saved=none" +
                                     (input.join.empty() ? "" : "&join=" + input.join));
  }
  return framed(context, "pages/wave_new", views::wave_form(input), place);
}

WaveInput typed_wave(const RequestContext& context) {
  WaveInput input;
  input.number = context.field("number");
  input.title = context.field("title");
  input.form = context.field("form");
  input.period = context.field("period");
  input.mode = context.field("mode");
  input.join = context.field("join");
  input.due = views::typed_date(context.request().form, "due");
  return input;
}

std::vector<EntryId> entries_of(const std::vector<std::string>& ids) {
  std::vector<EntryId> entries;
  for (const auto& id : ids)
    entries.emplace_back(id);
  return entries;
}

Result<returns::AskedInWave> ask(postgres::BoardTx& tx, const WaveInput& input,
                                 const AuditId& number, const std::optional<Date>& due_on,
                                 std::vector<EntryId> entries, Instant at) {
  if (!input.join.empty()) {
    const auto wave = AuditId::parse(input.join);
    if (!wave) {
      return Problem{ProblemCode::not_found, "not-found", "There is no such wave here."};
    }
    return returns::join_wave(tx, {*wave, due_on, std::move(entries), at});
  }
  return returns::open_wave(tx, {number, input.title, input.form, input.period,
                                 input.mode == "rolling", due_on, std::move(entries), at});
}

http::Response form_again(RequestContext& context, WaveInput input,
                          const std::vector<std::string>& ids, int status) {
  const auto today = day_in_england(context.now());
  const auto read = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    agency_register::RegisterQuery chosen;
    chosen.entries = ids;
    if (ids.empty()) chosen.entries.push_back("none");
    return fill(tx, input, std::move(chosen), today);
  });
  if (!read) return refuse(context, read.problem());
  return framed(context, "pages/wave_new", views::wave_form(input), place, status);
}

std::string told_in_address(const returns::AskedInWave& made, int waiting) {
  if (made.asked == 0) return "?saved=nobody";
  return "?saved=asked&asked=" + std::to_string(made.asked) +
         "&before=" + std::to_string(made.already) + "&waiting=" + std::to_string(waiting) +
         "&uninvited=" + std::to_string(made.not_invited);
}

int figure_in(const http::Fields& query, const char* name) {
  const auto text = query.get(name);
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole && number > 0 ? number : 0;
}

http::Response open_wave(RequestContext& context) {
  auto input = typed_wave(context);
  const auto ids = ids_in(context.field("entries"));
  const auto number = AuditId::parse(input.number);
  if (!number) {
    input.number = AuditId::random().text();
    input.errors.push_back({"title", "This page was not whole. Look it through and ask again"});
    return form_again(context, std::move(input), ids, 422);
  }
  const auto read = views::read_date(input.due);
  if (!read.error.empty()) input.errors.push_back({"due", read.error});
  if (!input.errors.empty()) return form_again(context, std::move(input), ids, 422);
  int waiting = 0;
  const auto now = context.now();
  const auto made = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    auto asked = ask(tx, input, *number, read.date, entries_of(ids), now);
    if (asked) waiting = tell_of_wave(tx, asked->wave, now);
    return asked;
  });
  if (made) {
    return http::Response::see_other("/waves/" + made->wave.text() +
                                     told_in_address(*made, waiting));
  }
  const auto& problem = made.problem();
  for (const auto& field : problem.fields)
    input.errors.push_back({field.field, field.message});
  if (problem.key == "key-reused") input.errors.push_back({"title", problem.detail});
  if (input.errors.empty()) return refuse(context, problem);
  return form_again(context, std::move(input), ids, 422);
}

struct WaveList {
  returns::Wave wave;
  views::ListShape shape;
  views::ListAsked asked;
  returns::WavePage page;
};

Result<WaveList> read_list(RequestContext& context, bool whole) {
  const auto id = AuditId::parse(context.path("wave"));
  if (!id) return Problem{ProblemCode::not_found, "not-found", "There is no such wave here."};
  const auto today = day_in_england(context.now());
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<WaveList> {
        const auto refused = whole ? identity::refuse_export(tx) : std::nullopt;
        if (refused) return *refused;
        auto wave = returns::read_wave(tx, *id, today);
        if (!wave) return wave.problem();
        auto shape = views::wave_shape(*wave, agency_register::list_types(tx));
        shape.export_ = whole || identity::may_export(tx);
        auto asked = views::list_asked(context.request().query, shape);
        auto query = views::wave_query(asked);
        query.count = whole ? file_max : shape.page_size;
        query.offset = whole ? 0 : (asked.page - 1) * shape.page_size;
        auto page = returns::list_wave(tx, *id, query, today);
        if (page.rows.empty() && query.offset > 0) {
          asked.page = 1;
          query.offset = 0;
          page = returns::list_wave(tx, *id, query, today);
        }
        if (whole) {
          identity::note_export(tx, {"wave.exported", "audit", id->text()}, page.rows.size());
        }
        return WaveList{std::move(*wave), std::move(shape), std::move(asked), std::move(page)};
      });
}

http::Response show_wave(RequestContext& context) {
  const auto list = read_list(context, false);
  if (!list) return refuse(context, list.problem());
  const auto& query = context.request().query;
  const views::WaveView view{list->wave,
                             list->shape,
                             list->asked,
                             list->page,
                             query.get("saved"),
                             {figure_in(query, "asked"), figure_in(query, "before"),
                              figure_in(query, "waiting"), figure_in(query, "uninvited")},
                             may_write(context)};
  return framed(context, "pages/wave", views::wave_page(view), place);
}

http::Response wave_file(RequestContext& context) {
  const auto list = read_list(context, true);
  if (!list) return refuse(context, list.problem());
  return views::csv_file("returns", views::wave_headings(), views::wave_rows(list->page));
}

}  // namespace

std::vector<Route> wave_routes() {
  using http::Verb;
  return {{Verb::get, "/waves", board(), show_waves},
          {Verb::get, "/waves/new", board({"manager"}), show_new_wave},
          {Verb::post, "/waves", board({"manager"}), open_wave, form_body_max},
          {Verb::get, "/waves/{wave}", board(), show_wave},
          {Verb::get, "/waves/{wave}/returns.csv", board(), wave_file}};
}

}  // namespace onereturn::gateway::pages
