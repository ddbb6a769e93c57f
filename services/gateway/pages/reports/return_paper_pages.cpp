#include "gateway/pages/reports/return_paper_pages.hpp"

#include "domain/identity/export_right.hpp"
#include "domain/reports/return_papers.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/reports/paper_response.hpp"
#include "gateway/pages/reports/report_support.hpp"
#include "gateway/pages/version_asked.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/return_papers.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using reports::PapersOfReturn;
using reports::ReadyReturnPaper;
using reports::ReturnPaper;

struct Asked {
  ReturnPaper paper;
  std::optional<int> version;
  bool shows_sources = false;  // what the page was showing
};

std::optional<Asked> asked_in(const RequestContext& context) {
  const auto kind = reports::return_paper_kind_of(context.field("kind"));
  const auto format = reports::format_of(context.field("format"));
  if (!kind || !format) return std::nullopt;
  Asked asked{{*kind, false, *format}, std::nullopt, context.field("sources") == "yes"};
  asked.paper.with_sources = asked.shows_sources && *kind == reports::ReturnPaperKind::filled &&
                             !reports::is_table(*format);
  const int version = number_from(context.field("version"));
  if (version > 0) asked.version = version;
  return asked;
}

http::Response back_to(RequestContext& context, const std::string& base, const Asked& asked,
                       bool is_new) {
  if (is_new) context.services().wake.ring("make_paper");
  return http::Response::see_other(
      views::papers_path(base, asked.version.value_or(0), asked.shows_sources));
}

http::Response page(RequestContext& context, const PapersOfReturn& papers,
                    views::ReturnPapersPlace place, const char* nav) {
  place.now = context.now();
  place.with_sources = context.request().query.get("sources") == "yes";
  return framed(context, "pages/return_papers", views::return_papers_page(papers, place), nav);
}

const char* kind_words(reports::ReturnPaperKind kind) {
  switch (kind) {
    case reports::ReturnPaperKind::blank:
      return "Blank form ";
    case reports::ReturnPaperKind::receipt:
      return "Receipt ";
    case reports::ReturnPaperKind::filled:
      break;
  }
  return "Return ";
}

// "Return v2 Section 11 return 2027".
http::Response handed_over(ReadyReturnPaper ready) {
  auto name = std::string(kind_words(ready.paper.kind));
  if (ready.version > 0) name += "v" + std::to_string(ready.version) + " ";
  return paper_response(ready.paper.format, name + ready.title, std::move(ready.bytes));
}

std::string base_of(const ReturnId& id) { return "/returns/" + id.text(); }
std::string base_of(const RequestId& request) { return "/sent/" + request.text(); }

http::Response take_at_board(RequestContext& context, bool tables) {
  const auto id = ReturnId::parse(context.path("return"));
  const auto file = reports::FileId::parse(context.path("file"));
  if (!id || !file) return not_found(context);
  auto ready = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<ReadyReturnPaper> {
        auto taken = reports::take_return_paper(tx, *id, *file, context.now());
        if (taken && reports::is_table(taken->paper.format) != tables) {
          return Problem{ProblemCode::not_found, "not-found", "", {}};
        }
        return taken;
      });
  if (!ready) return refuse(context, ready.problem());
  return handed_over(std::move(*ready));
}

}  // namespace

http::Response show_papers_of_return(RequestContext& context) {
  const auto id = ReturnId::parse(context.path("return"));
  if (!id) return not_found(context);
  views::ReturnPapersPlace place{base_of(*id), base_of(*id), "The return", true};
  const auto papers = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    place.may_export = identity::may_export(tx);
    return reports::papers_of_return(tx, *id, version_asked(context));
  });
  if (!papers) return refuse(context, papers.problem());
  return page(context, *papers, std::move(place), "/returns");
}

http::Response ask_for_paper_of_return(RequestContext& context) {
  const auto id = ReturnId::parse(context.path("return"));
  const auto asked = asked_in(context);
  if (!id || !asked) return not_found(context);
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return reports::ask_for_return_paper(tx, *id, asked->version, asked->paper, context.now());
  });
  if (!done) return refuse(context, done.problem());
  return back_to(context, base_of(*id), *asked, *done);
}

http::Response take_paper_of_return(RequestContext& context) {
  return take_at_board(context, false);
}

http::Response take_tables_of_return(RequestContext& context) {
  return take_at_board(context, true);
}

http::Response show_papers_of_sent(RequestContext& context) {
  const auto request = RequestId::parse(context.path("request"));
  if (!request) return not_found(context);
  const auto papers = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return reports::papers_of_return(tx, *request, version_asked(context));
  });
  if (!papers) return refuse(context, papers.problem());
  return page(context, *papers, {base_of(*request), "/sent", "Sent to boards"}, "/sent");
}

http::Response ask_for_paper_of_sent(RequestContext& context) {
  const auto request = RequestId::parse(context.path("request"));
  const auto asked = asked_in(context);
  if (!request || !asked) return not_found(context);
  const auto done = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return reports::ask_for_return_paper(tx, *request, asked->version, asked->paper, context.now());
  });
  if (!done) return refuse(context, done.problem());
  return back_to(context, base_of(*request), *asked, *done);
}

http::Response take_paper_of_sent(RequestContext& context) {
  const auto request = RequestId::parse(context.path("request"));
  const auto file = reports::FileId::parse(context.path("file"));
  if (!request || !file) return not_found(context);
  auto ready = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return reports::take_return_paper(tx, *request, *file);
  });
  if (!ready) return refuse(context, ready.problem());
  return handed_over(std::move(*ready));
}

}  // namespace onereturn::gateway::pages
