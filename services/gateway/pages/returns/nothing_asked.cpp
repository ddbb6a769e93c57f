#include "gateway/pages/returns/nothing_asked.hpp"

#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"

namespace onereturn::gateway::pages {

using html::Data;

http::Response without_return(RequestContext& context, const Problem& problem) {
  if (problem.key != "nothing-asked" || asked_unit(context)) return refuse(context, problem);
  const auto& session = context.session();
  return framed(context, "pages/nothing_asked",
                Data::object()
                    .set("title", "No board asks you for a return just now")
                    .set("agency", session.party_name)
                    .set("leads", session.role == "lead" && !session.unit),
                "/home");
}

}  // namespace onereturn::gateway::pages
