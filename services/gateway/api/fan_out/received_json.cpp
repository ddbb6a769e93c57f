#include "gateway/api/fan_out/received_json.hpp"

#include "domain/mapping/copy_format.hpp"
#include "gateway/api/api_support.hpp"
#include "platform/crypto/encoding.hpp"

namespace onereturn::gateway::api {
namespace {

json::Value to_json(const fan_out::SignOff& sign_off) {
  return json::Object{{"party", sign_off.party},
                      {"name", sign_off.name},
                      {"position", sign_off.position},
                      {"statement", sign_off.statement},
                      {"at", or_null(sign_off.at)}};
}

// Enough to compute the hash again with any tool. The salt is null once the text was erased.
json::Value to_json(const fan_out::BoxSeal& seal) {
  return json::Object{{"box_no", seal.box_no},
                      {"digest", crypto::to_hex(seal.digest)},
                      {"salt", or_null(crypto::to_hex(seal.salt))}};
}

// Its own number stays out: the same piece may have gone to others under it.
json::Value to_json(const mapping::Evidence& evidence) {
  return json::Object{
      {"title", evidence.title},
      {"kept_where", or_null(evidence.kept_where)},
      {"boxes", list_of(evidence.boxes, [](const std::string& box) { return json::Value(box); })}};
}

}  // namespace

json::Value to_json(const fan_out::ReceivedReturn& received) {
  return json::Object{{"request", received.request.text()},
                      {"return", received.id ? json::Value(received.id->text()) : json::Value()},
                      {"state", to_string(received.state)},
                      {"agency", received.agency},
                      {"own_ref", or_null(received.own_ref)},
                      {"audit", received.audit},
                      {"form", received.form_name},
                      {"due_on", to_iso(received.due_on)},
                      {"version_no", received.version_no},
                      {"received_at", or_null(received.received_at)},
                      {"acknowledged_at", or_null(received.acknowledged_at)},
                      {"actions", received.actions}};
}

json::Value to_json(const fan_out::Receipt& receipt) {
  return json::Object{{"return", receipt.id.text()},
                      {"version_no", receipt.version_no},
                      {"code", or_null(receipt.code)},
                      {"hash", receipt.hash},
                      {"board", receipt.board},
                      {"agency", receipt.agency},
                      {"audit", receipt.audit},
                      {"received_at", to_iso(receipt.received_at)},
                      {"acknowledged_at", or_null(receipt.acknowledged_at)},
                      {"acknowledged_by", or_null(receipt.acknowledged_by)}};
}

json::Value to_json(const fan_out::DeliveredCopy& copy) {
  return json::Object{
      {"return", copy.id.text()},
      {"request", copy.request.text()},
      {"state", to_string(copy.state)},
      {"agency", copy.agency},
      {"audit", copy.audit},
      {"form", copy.form->name},
      {"due_on", to_iso(copy.due_on)},
      {"copy", mapping::copy_to_json(copy.copy)},
      {"evidence",
       list_of(copy.copy.evidence, [](const mapping::Evidence& each) { return to_json(each); })},
      {"seals", list_of(copy.seals, [](const fan_out::BoxSeal& seal) { return to_json(seal); })},
      {"sign_offs",
       list_of(copy.sign_offs, [](const fan_out::SignOff& each) { return to_json(each); })},
      {"receipt", to_json(copy.receipt)}};
}

json::Value to_json(const fan_out::CheckedReceipt& receipt) {
  return json::Object{{"board", receipt.board},
                      {"received_on", to_iso(receipt.received_on)},
                      {"version_no", receipt.version_no},
                      {"hash", receipt.hash},
                      {"state", receipt.state},
                      {"superseded_by", or_null(receipt.superseded_by)},
                      {"superseded_on", or_null(receipt.superseded_on)},
                      {"redacted", receipt.redacted}};
}

}  // namespace onereturn::gateway::api
