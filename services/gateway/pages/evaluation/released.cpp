#include <algorithm>
#include <charconv>

#include "domain/evaluation/release_evaluation.hpp"
#include "gateway/pages/evaluation/evaluation_pages.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/evaluation_finish.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

int asked_number(const RequestContext& context, const char* name) {
  const auto text = context.request().query.get(name);
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? number : 0;
}

struct Asked {
  std::vector<evaluation::ChangeForAgency> changes;
  std::vector<evaluation::BackForChanges> rounds;
};

}  // namespace

http::Response show_released(RequestContext& context) {
  const auto request = RequestId::parse(context.path("request"));
  if (!request) return not_found(context);
  const auto release = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return evaluation::open_release(tx, *request, asked_number(context, "version"),
                                    asked_number(context, "release"));
  });
  if (!release) return refuse(context, release.problem());
  return framed(context, "pages/released", views::released_page(*release), "/sent");
}

http::Response show_asked_changes(RequestContext& context) {
  const auto request = RequestId::parse(context.path("request"));
  if (!request) return not_found(context);
  const auto asked =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Asked> {
        return Asked{evaluation::changes_to_agency(tx, *request),
                     evaluation::sent_back_to_agency(tx)};
      });
  if (!asked) return refuse(context, asked.problem());
  const bool here = std::any_of(asked->rounds.begin(), asked->rounds.end(),
                                [&](const auto& one) { return one.request == *request; });
  if (!here) return not_found(context);
  return framed(context, "pages/asked_changes",
                views::asked_changes_page(asked->changes, asked->rounds, *request,
                                          day_in_england(context.now())),
                "/home");
}

}  // namespace onereturn::gateway::pages
