#include "domain/evaluation/release_store.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "domain/fan_out/supplements.hpp"
#include "domain/identity/roles.hpp"
#include "domain/returns/deliveries.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/receipt_picture.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/received.hpp"
#include "gateway/views/sending.hpp"
#include "gateway/views/words.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

using html::Data;

http::Response show_sent(RequestContext& context) {
  views::SaidByBoards said;
  const auto deliveries =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
        for (const auto& copy : evaluation::released_to_agency(tx))
          said[copy.request] = {copy.version_no, copy.at, copy.signed_off};
        return returns::list_deliveries(tx);
      });
  if (!deliveries) return refuse(context, deliveries.problem());
  std::vector<fan_out::HeldCopy> held;
  const auto workspace = load_workspace(context, asked_unit(context), returns::Reach::asked,
                                        [&](postgres::AgencyTx& tx, const returns::Workspace& of) {
                                          if (!deliveries->empty())
                                            held = fan_out::held_copies(tx, of);
                                        });
  return framed(
      context, "pages/sent",
      views::sent_page(*deliveries, workspace ? &workspace.value() : nullptr, saved_note(context),
                       said, held, identity::may_submit(context.session().role)),
      "/sent");
}

http::Response show_sent_copy(RequestContext& context) {
  const auto request = RequestId::parse(context.path("request"));
  if (!request) return not_found(context);
  const auto copy = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return fan_out::open_own_copy(tx, *request);
  });
  if (!copy) return refuse(context, copy.problem());
  auto input = views::delivered_sheet(*copy);
  input.open_box = context.request().query.get("box");
  input.page_path = context.request().path;
  return framed(
      context, "pages/preview",
      Data::object()
          .set("title", "The copy that " + copy->board + " holds")
          .set("back_href", "/sent")
          .set("back_text", "Sent to boards")
          .set("saved_note", false)
          .set("eyebrow", "Version " + std::to_string(copy->receipt.version_no) + ", delivered " +
                              to_words_with_time(copy->receipt.received_at))
          .set("heading", "The copy that " + copy->board + " holds")
          .set("lede", false)
          .set("sheet", views::sheet(input)),
      "/sent");
}

namespace {

// The newest copy's receipt in the shape that both sides print.
Result<fan_out::Receipt> receipt_in_path(RequestContext& context) {
  const auto request = RequestId::parse(context.path("request"));
  const Problem none{ProblemCode::not_found, "not-found", "", {}};
  if (!request) return none;
  return context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) -> Result<fan_out::Receipt> {
        const auto deliveries = returns::list_deliveries(tx);
        if (!deliveries) return deliveries.problem();
        for (const auto& delivery : *deliveries) {
          if (!(delivery.request == *request)) continue;
          const auto own = returns::receipt_of(tx, delivery.submission, *request);
          if (!own) return own.problem();
          fan_out::Receipt receipt;
          receipt.version_no = own->delivery.version_no;
          receipt.code = own->code;
          receipt.hash = own->delivery.result_hash;
          receipt.board = own->delivery.board.name;
          receipt.agency = own->agency_name;
          receipt.audit = own->delivery.audit_name;
          receipt.received_at = own->delivery.delivered_at.value_or(own->delivery.submitted_at);
          receipt.acknowledged_at = own->delivery.received_at;
          return receipt;
        }
        return none;
      });
}

}  // namespace

http::Response show_agency_receipt(RequestContext& context) {
  const auto receipt = receipt_in_path(context);
  if (!receipt) return refuse(context, receipt.problem());
  const auto base = "/sent/" + context.path("request");
  auto page = views::receipt_page(*receipt, context.origin(), base + "/receipt.svg", "/sent",
                                  "Sent to boards");
  page.set("papers", base + "/papers");
  return framed(context, "pages/receipt", std::move(page), "/sent");
}

http::Response show_agency_receipt_code(RequestContext& context) {
  const auto receipt = receipt_in_path(context);
  if (!receipt) return refuse(context, receipt.problem());
  return receipt_picture(context, *receipt);
}

}  // namespace onereturn::gateway::pages
