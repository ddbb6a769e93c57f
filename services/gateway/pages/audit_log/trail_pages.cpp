#include "gateway/pages/audit_log/trail_pages.hpp"

#include "base/csv.hpp"
#include "domain/identity/board_people.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/trail.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using audit_log::Part;
using html::Data;
using views::TrailFilter;
using views::TrailLine;

constexpr int lines_on_a_page = 50;
constexpr int lines_in_a_file = 10'000;

// A list as it was asked for.
struct Asked {
  TrailFilter filter;
  Part part;
  bool good = true;
};

std::optional<Date> day_of(const std::string& text, std::string& error, bool& good) {
  const auto day = parse_date(text);
  if (!text.empty() && !day) {
    error = "Give a day as in 2027-03-16.";
    good = false;
  }
  return day;
}

Asked asked_in(const RequestContext& context, TrailFilter filter) {
  const auto& query = context.request().query;
  Asked asked{std::move(filter), {}, true};
  auto& typed = asked.filter;
  if (!typed.kind.empty()) typed.chosen = query.get(typed.kind);
  typed.from = query.get("from").substr(0, 20);
  typed.to = query.get("to").substr(0, 20);
  asked.part.from = day_of(typed.from, typed.from_error, asked.good);
  asked.part.to = day_of(typed.to, typed.to_error, asked.good);
  asked.part.after = query.get("after");
  asked.part.count = lines_on_a_page;
  if (asked.part.from && asked.part.to && *asked.part.to < *asked.part.from) {
    typed.to_error = "This day is before the first one.";
    asked.good = false;
  }
  return asked;
}

struct Lines {
  std::vector<TrailLine> list;
  std::string next;
};

template <class One, class... More>
Lines lines_of(const audit_log::Page<One>& page, More... more) {
  Lines lines{{}, page.next};
  for (const auto& one : page.list) {
    lines.list.push_back(views::line_of(one, more...));
  }
  return lines;
}

// Page after page in one transaction, up to what a file may hold.
template <class Read>
Result<Lines> every_line(Part part, Read&& read) {
  Lines all;
  part.count = 1000;
  do {
    auto some = read(part);
    if (!some) return some.problem();
    all.list.insert(all.list.end(), some->list.begin(), some->list.end());
    part.after = some->next;
  } while (!part.after.empty() && all.list.size() < lines_in_a_file);
  return all;
}

http::Response page_of(RequestContext& context, const Asked& asked, const Lines& lines, Data page) {
  page.merge(views::trail_page(asked.filter, lines.list, lines.next, !asked.part.after.empty()));
  return framed(context, "pages/trail", std::move(page), asked.filter.path, asked.good ? 200 : 422);
}

http::Response file_of(const RequestContext& context, const std::string& name, const Lines& lines) {
  std::string text = csv_line({"When", "Who", "Role", "What", "About", "Address"});
  for (const auto& line : lines.list) {
    text += csv_line({line.at, line.who, line.who_more, line.what, line.what_more,
                      line.href.empty() ? std::string{} : context.origin() + line.href});
  }
  auto response = http::Response::text(text);
  response.headers.set("Content-Type", "text/csv; charset=utf-8");
  response.headers.set("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
  return response;
}

bool asks_for_colleagues(const RequestContext& context) {
  return context.request().query.get("who") == "colleagues";
}

Asked seen_asked(RequestContext& context) {
  TrailFilter filter;
  filter.path = "/seen";
  if (asks_for_colleagues(context)) {
    filter.who = "colleagues";
  } else {
    filter.kind = "board";
    filter.kind_of = "Board";
    filter.everyone = "Every board";
  }
  return asked_in(context, std::move(filter));
}

Result<Lines> read_seen(postgres::AgencyTx& tx, const Asked& asked, const Part& part) {
  if (asked.filter.who == "colleagues") {
    const auto page = audit_log::list_own_openings(tx, part);
    if (!page) return page.problem();
    return lines_of(*page, false);
  }
  // What is no board of theirs has opened nothing.
  const auto board = BoardId::parse(asked.filter.chosen);
  if (!asked.filter.chosen.empty() && !board) return Lines{};
  const auto page = audit_log::list_board_openings(tx, board, part);
  if (!page) return page.problem();
  return lines_of(*page);
}

Result<Lines> read_trail(postgres::BoardTx& tx, const Asked& asked, const Part& part) {
  const auto person = PersonId::parse(asked.filter.chosen);
  if (!asked.filter.chosen.empty() && !person) return Lines{};
  const auto page = audit_log::list_trail(tx, person, part);
  if (!page) return page.problem();
  return lines_of(*page, true);
}

Asked trail_asked(RequestContext& context) {
  TrailFilter filter;
  filter.path = "/board/trail";
  filter.kind = "person";
  filter.kind_of = "Person";
  filter.everyone = "Everybody";
  return asked_in(context, std::move(filter));
}

// A day that cannot be read shows an empty list with what is wrong, not everything.
template <class Read>
Result<Lines> lines_asked(const Asked& asked, Read&& read) {
  return asked.good ? read(asked.part) : Result<Lines>(Lines{});
}

}  // namespace

http::Response show_seen(RequestContext& context) {
  auto asked = seen_asked(context);
  const auto lines =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Lines> {
        for (const auto& [id, name] : audit_log::boards_joined(tx)) {
          asked.filter.choices.emplace_back(id.text(), name);
        }
        return lines_asked(asked, [&](const Part& part) { return read_seen(tx, asked, part); });
      });
  if (!lines) return refuse(context, lines.problem());
  const bool own = asked.filter.who == "colleagues";
  auto page =
      Data::object()
          .set("title", "Who has seen our records")
          .set("lede", own ? "What colleagues of the whole organisation opened of the "
                             "copies that boards hold, and what they took along."
                           : "Each time that somebody of a board opened a return of "
                             "yours, its evidence, or the list of it. You see the board "
                             "and the role, not the name.")
          .set("who_label", own ? "Colleague" : "Board")
          .set("views", Data::object().set("boards_here", !own).set("colleagues_here", own));
  return page_of(context, asked, *lines, std::move(page));
}

http::Response export_seen(RequestContext& context) {
  const auto asked = seen_asked(context);
  if (!asked.good) return show_seen(context);
  const auto lines =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Lines> {
        auto all =
            every_line(asked.part, [&](const Part& part) { return read_seen(tx, asked, part); });
        if (all) audit_log::note_exported(tx, all->list.size());
        return all;
      });
  return lines ? file_of(context, "who-has-seen-our-records", *lines)
               : refuse(context, lines.problem());
}

http::Response show_board_trail(RequestContext& context) {
  auto asked = trail_asked(context);
  const auto lines =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Lines> {
        const auto people = identity::list_board_people(tx);
        if (!people) return people.problem();
        for (const auto& one : people->people) {
          asked.filter.choices.emplace_back(one.person.text(),
                                            one.name + (one.until ? " (no longer here)" : ""));
        }
        return lines_asked(asked, [&](const Part& part) { return read_trail(tx, asked, part); });
      });
  if (!lines) return refuse(context, lines.problem());
  auto page = Data::object()
                  .set("title", "What was done here")
                  .set("lede",
                       "Who of the board did what, and when, newest first. No "
                       "organisation sees this page.")
                  .set("who_label", "Who");
  return page_of(context, asked, *lines, std::move(page));
}

http::Response export_board_trail(RequestContext& context) {
  const auto asked = trail_asked(context);
  if (!asked.good) return show_board_trail(context);
  const auto lines =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Lines> {
        auto all =
            every_line(asked.part, [&](const Part& part) { return read_trail(tx, asked, part); });
        if (all) audit_log::note_exported(tx, all->list.size());
        return all;
      });
  return lines ? file_of(context, "what-was-done-here", *lines) : refuse(context, lines.problem());
}

std::vector<Route> trail_routes() {
  using http::Verb;
  return {{Verb::get, "/seen", agency({"lead"}), show_seen},
          {Verb::get, "/seen.csv", agency({"lead"}), export_seen},
          {Verb::get, "/board/trail", board({"manager"}), show_board_trail},
          {Verb::get, "/board/trail.csv", board({"manager"}), export_board_trail}};
}

}  // namespace onereturn::gateway::pages
