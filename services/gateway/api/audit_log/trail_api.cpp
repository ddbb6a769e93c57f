#include "gateway/api/audit_log/trail_api.hpp"

#include "domain/audit_log/openings.hpp"
#include "domain/identity/clients.hpp"
#include "gateway/api/api_support.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::api {
namespace {

using audit_log::Part;

Result<Part> part_of(const RequestContext& context) {
  const auto& query = context.request().query;
  Part part;
  Problem problem{ProblemCode::invalid, "validation", "Give days as in 2027-03-16.", {}};
  const auto day = [&](const char* name) {
    const auto text = query.get(name);
    const auto found = parse_date(text);
    if (!text.empty() && !found) problem.fields.push_back({name, "This is no day."});
    return found;
  };
  part.from = day("from");
  part.to = day("to");
  part.after = query.get("after");
  if (!problem.fields.empty()) return problem;
  return part;
}

// A filter that is no id finds nothing, as a foreign one does.
template <class AnyId>
Result<std::optional<AnyId>> filter_of(const RequestContext& context, const char* name) {
  const auto text = context.request().query.get(name);
  if (text.empty()) return std::optional<AnyId>{};
  const auto id = id_of<AnyId>(text);
  if (!id) return id.problem();
  return std::optional<AnyId>(*id);
}

json::Value to_json(const audit_log::BoardOpening& one) {
  return json::Object{{"at", to_iso(one.at)},
                      {"board", json::Object{{"id", one.board.text()}, {"name", one.board_name}}},
                      {"role", or_null(one.role)},
                      {"what", one.what},
                      {"request", one.request.text()},
                      {"form", one.form},
                      {"version", one.version},
                      {"evidence", or_null(one.evidence.text())},
                      {"title", or_null(one.title)}};
}

json::Value to_json(const audit_log::OwnEntry& one) {
  return json::Object{
      {"at", to_iso(one.at)},
      {"number", one.number},
      {"person", or_null(one.person.text())},
      {"name", or_null(one.name)},
      {"role", one.role},
      {"what", one.what},
      {"subject", json::Object{{"kind", one.subject_kind}, {"ref", one.subject_ref}}},
      {"detail", one.detail},
      {"sealed", one.sealed}};
}

template <class One>
http::Response page_of(RequestContext& context, const char* name,
                       const audit_log::Page<One>& page) {
  return context.json(
      json::Object{{name, list_of(page.list, [](const One& one) { return to_json(one); })},
                   {"next", or_null(page.next)}});
}

}  // namespace

http::Response get_openings(RequestContext& context) {
  const auto part = part_of(context);
  if (!part) return refuse(context, part.problem());
  const auto board = filter_of<BoardId>(context, "board");
  if (!board) return refuse(context, board.problem());
  const auto page = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return audit_log::list_board_openings(tx, *board, *part);
  });
  return page ? page_of(context, "openings", *page) : refuse(context, page.problem());
}

http::Response get_trail(RequestContext& context) {
  const auto part = part_of(context);
  if (!part) return refuse(context, part.problem());
  const auto person = filter_of<PersonId>(context, "person");
  if (!person) return refuse(context, person.problem());
  const auto page = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return audit_log::list_trail(tx, *person, *part);
  });
  return page ? page_of(context, "entries", *page) : refuse(context, page.problem());
}

std::vector<Route> trail_routes() {
  using http::Verb;
  return {{Verb::get, "/api/v1/openings", agency({"lead"}).for_scope(identity::reads_deliveries),
           get_openings},
          {Verb::get, "/api/v1/trail", board({"manager"}), get_trail}};
}

}  // namespace onereturn::gateway::api
