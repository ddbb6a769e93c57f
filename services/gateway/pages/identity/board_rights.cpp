#include "gateway/board_rights.hpp"

#include <algorithm>

#include "gateway/pages/identity/identity_pages.hpp"
#include "gateway/pages/page_support.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;

std::string cell(const BoardRight& right, std::string_view role) {
  const bool holds = std::ranges::find(right.roles, role) != right.roles.end();
  if (!holds) return "No";
  return right.exports && role != "manager" ? "Where a manager lets them" : "Yes";
}

}  // namespace

http::Response show_board_rights(RequestContext& context) {
  auto areas = Data::list(), rows = Data::list();
  std::string_view area = board_rights().front().area;
  const auto close = [&](std::string_view next) {
    areas.push(Data::object()
                   .set("id", "area-" + std::to_string(areas.items().size() + 1))
                   .set("name", std::string(area))
                   .set("rows", std::move(rows)));
    rows = Data::list();
    area = next;
  };
  for (const auto& right : board_rights()) {
    if (right.area != area) close(right.area);
    rows.push(Data::object()
                  .set("words", std::string(right.words))
                  .set("manager", cell(right, "manager"))
                  .set("assistant", cell(right, "assistant"))
                  .set("chair", cell(right, "chair"))
                  .set("member", cell(right, "member")));
  }
  close({});
  return framed(context, "pages/board_rights",
                Data::object()
                    .set("title", "Who may do what")
                    .set("board", context.session().party_name)
                    .set("areas", std::move(areas)),
                "/board/people");
}

}  // namespace onereturn::gateway::pages
