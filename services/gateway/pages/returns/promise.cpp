#include "domain/returns/promised.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/promise_page.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using returns::PromiseSubject;

// What the address or the form names; nothing when it names nothing.
std::optional<PromiseSubject> subject_in(const http::Fields& fields) {
  for (const auto kind :
       {PromiseSubject::Kind::requirement, PromiseSubject::Kind::item, PromiseSubject::Kind::box}) {
    const auto key = fields.get(returns::to_string(kind));
    if (!key.empty()) return PromiseSubject{kind, key};
  }
  return std::nullopt;
}

struct Asked {
  const returns::Engaged* board = nullptr;
  PromiseSubject subject;
  returns::PromiseView view;
  views::WayBack back;
};

std::optional<Asked> asked_in(const RequestContext& context, const returns::Workspace& workspace,
                              const http::Fields& fields) {
  Asked asked;
  asked.board = engaged_in_path(context, workspace);
  const auto subject = subject_in(fields);
  if (asked.board == nullptr || !subject) return std::nullopt;
  auto view = returns::promise_view(workspace, *asked.board, *subject);
  if (!view) return std::nullopt;
  asked.subject = *subject;
  asked.view = std::move(*view);
  asked.back = views::way_back(workspace, asked.board, fields.get("from"));
  return asked;
}

http::Response page(RequestContext& context, const returns::Workspace& workspace,
                    const Asked& asked, const views::TypedPromise& typed,
                    const std::vector<views::PageError>& errors) {
  return framed(context, "pages/promise",
                views::promise_page(workspace, *asked.board, asked.subject, asked.view, typed,
                                    asked.back, errors),
                "/check", errors.empty() ? 200 : 422);
}

views::PageError named(const FieldError& error) {
  return {error.field == "by_on" ? "by-day" : "by-whom", error.message};
}

}  // namespace

http::Response show_promise(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto asked = asked_in(context, *workspace, context.request().query);
  if (!asked) return not_found(context);
  return page(context, *workspace, *asked, views::typed_promise(asked->view.given), {});
}

http::Response save_promise(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto& form = context.request().form;
  const auto asked = asked_in(context, *workspace, form);
  if (!asked) return not_found(context);
  const bool withdraw = context.field("go") == "withdraw";
  const views::TypedPromise typed{views::typed_date(form, "by"), form.get("by_whom")};
  const auto read = views::read_date(typed.by);
  const auto today = workspace->today;
  const auto saved = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    if (withdraw) return returns::withdraw_promises(tx, asked->board->request, asked->view);
    return returns::promise_boxes(tx, asked->board->request, asked->view,
                                  read.date.value_or(Date{}), typed.whom, today);
  });
  if (!saved) {
    if (saved.problem().code != ProblemCode::invalid) return refuse(context, saved.problem());
    std::vector<views::PageError> errors;
    for (const auto& field : saved.problem().fields) {
      errors.push_back(named(field));
      const bool no_such_day = errors.back().field == "by-day" && !read.error.empty();
      if (no_such_day) errors.back().message = read.error;
    }
    return page(context, *workspace, *asked, typed, errors);
  }
  return http::Response::see_other(
      with_note(asked->back.href, withdraw ? "withdrawn" : "promised"));
}

}  // namespace onereturn::gateway::pages
