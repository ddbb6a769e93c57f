#include "domain/fan_out/acknowledge_return.hpp"
#include "domain/fan_out/list_received_returns.hpp"
#include "domain/fan_out/read_receipt.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "domain/reviews/draw_sample.hpp"
#include "domain/reviews/invite_to_review.hpp"
#include "gateway/pages/fan_out/fan_out_pages.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/receipt_picture.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/closer_look.hpp"
#include "gateway/views/received.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

std::optional<ReturnId> return_in_path(const RequestContext& context) {
  return ReturnId::parse(context.path("return"));
}

Result<fan_out::Receipt> receipt_in_path(RequestContext& context) {
  const auto id = return_in_path(context);
  if (!id) return Problem{ProblemCode::not_found, "not-found", "", {}};
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) { return fan_out::read_receipt(tx, *id); });
}

}  // namespace

http::Response show_returns(RequestContext& context) {
  const auto returns = context.database().as_board(
      context.token(), [](postgres::BoardTx& tx) { return fan_out::list_received_returns(tx); });
  if (!returns) return refuse(context, returns.problem());
  return framed(context, "pages/board_returns",
                views::returns_page(*returns, day_in_england(context.now()),
                                    context.request().query.get("state")),
                "/returns");
}

http::Response show_return(RequestContext& context) {
  const auto id = return_in_path(context);
  if (!id) return not_found(context);
  auto closer = html::Data();
  const auto copy = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    closer =
        views::closer_look(reviews::notes_of_samples(tx, *id), reviews::notes_on_return(tx, *id));
    return fan_out::open_received_return(tx, *id, context.now());
  });
  if (!copy) return refuse(context, copy.problem());
  auto input = views::delivered_sheet(*copy);
  input.open_box = context.request().query.get("box");
  auto page = views::return_page(*copy, std::move(input), saved_note(context));
  const auto& role = context.session().role;
  const bool manages = role == "manager";
  page.set("closer", std::move(closer));
  page.set("plan_href", manages || role == "assistant"
                            ? html::Data("/returns/" + id->text() + "/plan")
                            : html::Data())
      .set("peer_href",
           manages ? html::Data("/peer-reviews/invite?return=" + id->text()) : html::Data());
  return framed(context, "pages/board_return", std::move(page), "/returns");
}

http::Response acknowledge(RequestContext& context) {
  const auto id = return_in_path(context);
  if (!id) return not_found(context);
  const auto receipt = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return fan_out::acknowledge_return(tx, *id, context.now());
  });
  if (!receipt) return refuse(context, receipt.problem());
  return http::Response::see_other("/returns/" + id->text() + "?saved=acknowledged");
}

http::Response show_board_receipt(RequestContext& context) {
  const auto receipt = receipt_in_path(context);
  if (!receipt) return refuse(context, receipt.problem());
  const auto base = "/returns/" + receipt->id.text();
  return framed(
      context, "pages/receipt",
      views::receipt_page(*receipt, context.origin(), base + "/receipt.svg", base, "The return"),
      "/returns");
}

http::Response show_board_receipt_code(RequestContext& context) {
  const auto receipt = receipt_in_path(context);
  if (!receipt) return refuse(context, receipt.problem());
  return receipt_picture(context, *receipt);
}

}  // namespace onereturn::gateway::pages
