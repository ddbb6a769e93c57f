#include <algorithm>

#include "base/fault.hpp"
#include "domain/returns/deliveries.hpp"
#include "domain/returns/submit_return.hpp"
#include "gateway/api/api_support.hpp"
#include "gateway/api/returns/agency_api.hpp"
#include "gateway/services.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/json/json.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::api {

namespace {

const char* to_word(returns::CopyState state) {
  switch (state) {
    case returns::CopyState::not_sent:
      return "not_sent";
    case returns::CopyState::on_its_way:
      return "on_its_way";
    case returns::CopyState::delivered:
      return "delivered";
    case returns::CopyState::received:
      return "received";
    case returns::CopyState::parked:
      return "parked";
  }
  return "";
}

Result<returns::SubmitReturn> read_submission(const RequestContext& context) {
  returns::SubmitReturn command;
  const auto read = read_body(context, [&](json::ObjectReader& reader) {
    for (const auto& text : reader.texts("requests", {64})) {
      if (const auto request = RequestId::parse(text)) {
        command.requests.push_back(*request);
      } else {
        reader.refuse("requests", "there is no such request here");
      }
    }
    command.name = reader.optional_text("name", {2'000, true});
    command.position = reader.optional_text("position", {2'000, true});
    command.statement = reader.optional_text("statement", {60'000, true});
    if (const auto unit = reader.optional_text("unit", {64, true}); !unit.empty()) {
      command.unit = UnitId::parse(unit);
      if (!command.unit) reader.refuse("unit", "there is no such unit here");
    }
  });
  if (!read) return read.problem();
  std::sort(command.requests.begin(), command.requests.end());
  return command;
}

// The body in one fixed form, so that the order of its members and of the boards does not matter.
std::string digest_of(const returns::SubmitReturn& command) {
  json::Object body{
      {"unit", command.unit ? json::Value(command.unit->text()) : json::Value()},
      {"requests",
       list_of(command.requests, [](const RequestId& id) { return json::Value(id.text()); })},
      {"name", command.name},
      {"position", command.position},
      {"statement", command.statement}};
  return crypto::sha256("POST /api/v1/submissions\n" + json::write(json::Value(std::move(body))));
}

json::Value to_json(const returns::SubmittedReturn& submitted) {
  return json::Object{{"submission", submitted.submission.text()},
                      {"submitted_at", to_iso(submitted.at)},
                      {"copies", list_of(submitted.copies, [](const returns::SubmittedCopy& copy) {
                         return json::Value(json::Object{{"request", copy.request.text()},
                                                         {"board", api::to_json(copy.board)}});
                       })}};
}

json::Object to_json(const returns::Delivery& delivery) {
  return {{"submission", delivery.submission.text()},
          {"request", delivery.request.text()},
          {"unit", delivery.unit.text()},
          {"board", api::to_json(delivery.board)},
          {"audit", delivery.audit_name},
          {"due_on", to_iso(delivery.due_on)},
          {"submitted_at", to_iso(delivery.submitted_at)},
          {"authorised_by", delivery.authorised_name},
          {"state", to_word(delivery.state)},
          {"tries", delivery.tries},
          {"reason", or_null(delivery.reason)},
          {"next_try_at", or_null(delivery.next_try_at)},
          {"delivered_at", or_null(delivery.delivered_at)},
          {"hash", or_null(delivery.result_hash)},
          {"return", delivery.return_id ? json::Value(delivery.return_id->text()) : json::Value()},
          {"version_no", delivery.version_no},
          {"received_at", or_null(delivery.received_at)}};
}

}  // namespace

http::Response post_submission(RequestContext& context) {
  auto command = read_submission(context);
  if (!command) return refuse(context, command.problem());
  command->idempotency_key = context.idempotency_key();
  command->body_sha256 = digest_of(*command);
  const auto submitted =
      returns::submit_return(context.database(), context.token(), *command, context.now());
  if (!submitted) return refuse(context, submitted.problem());
  FAULT("submit.committed");
  context.services().wake.ring("deliver");
  FAULT("submit.announced");
  return context.json(to_json(*submitted), 201);
}

http::Response list_deliveries(RequestContext& context) {
  const auto deliveries = context.database().as_agency(
      context.token(), [](postgres::AgencyTx& tx) { return returns::list_deliveries(tx); });
  if (!deliveries) return refuse(context, deliveries.problem());
  return context.json(
      json::Object{{"deliveries", list_of(*deliveries, [](const returns::Delivery& delivery) {
                      return json::Value(to_json(delivery));
                    })}});
}

http::Response get_agency_receipt(RequestContext& context) {
  const auto submission = id_of<SubmissionId>(context.path("submission"));
  if (!submission) return refuse(context, submission.problem());
  const auto request = request_in_path(context);
  if (!request) return refuse(context, request.problem());
  const auto receipt = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::receipt_of(tx, *submission, *request);
  });
  if (!receipt) return refuse(context, receipt.problem());
  auto body = to_json(receipt->delivery);
  body.emplace_back("agency", receipt->agency_name);
  body.emplace_back("form", receipt->form_name);
  body.emplace_back("boxes", receipt->boxes);
  body.emplace_back("code", receipt->code);
  return context.json(std::move(body));
}

}  // namespace onereturn::gateway::api
