#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.hpp"

namespace onereturn::gateway {

class RequestContext;

// Answers one request on a work thread. Throws for the world's failures; they become pages.
using Handler = http::Response (*)(RequestContext&);

// Who may use a route, before anything is looked up. The database decides about rows.
struct Access {
  enum class Who { anyone, signed_in, agency, board, council };

  Who who = Who::signed_in;
  // The roles that may; empty means every role of that kind of party.
  std::vector<std::string_view> roles = {};
  // What a program must have been let in for, besides; empty keeps programs out.
  std::string_view scope = {};

  Access for_scope(std::string_view needed) const { return {who, roles, needed}; }
};

Access anyone();
Access signed_in();
Access agency(std::initializer_list<std::string_view> roles = {});
Access board(std::initializer_list<std::string_view> roles = {});
Access council();

inline constexpr std::size_t form_body_max = std::size_t{256} * 1024;
inline constexpr std::size_t autosave_body_max = std::size_t{64} * 1024;
// More than a file may have, so that whoever chose a larger one reads in words what to do.
inline constexpr std::size_t upload_body_max = std::size_t{64} * 1024 * 1024;

// One row of the table. A pattern is a path whose segments in braces are parameters:
// "/requests/{request}/preview". A literal segment wins over a parameter.
// The session cookie's CSRF token is demanded on every unsafe verb; a bearer token never needs it.
struct Route {
  http::Verb verb;
  std::string_view pattern;
  Access access;
  Handler handler;
  std::size_t body_max = form_body_max;
  // 400 key-missing without an Idempotency-Key header (for the API) or field (for a form).
  bool needs_idempotency_key = false;
  // The request proves itself, by a secret of its own: no CSRF token, and the handler looks at the
  // body by itself.
  bool brings_own_secret = false;
  // The body is a file, taken as it arrives: bare, or with fields in a form. See upload.hpp.
  bool takes_file = false;
};

// Every route of the service. The parts live beside the handlers they name.
const std::vector<Route>& routes();

std::vector<Route> page_routes();  // routes_pages.cpp
std::vector<Route>
account_routes();                 // routes_accounts.cpp: signing in, the own account, colleagues
std::vector<Route> api_routes();  // routes_api.cpp
std::vector<Route> joining_routes();     // routes_joining.cpp: programs, lists, joining a board
std::vector<Route> evidence_routes();    // routes_evidence.cpp
std::vector<Route> question_routes();    // routes_questions.cpp: questions, guidance, versions
std::vector<Route> unit_routes();        // routes_units.cpp
std::vector<Route> evaluation_routes();  // routes_evaluation.cpp
std::vector<Route> sharing_routes();     // routes_sharing.cpp: sight of a council
std::vector<Route> own_routes();         // of the gateway itself

}  // namespace onereturn::gateway
