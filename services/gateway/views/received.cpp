#include "gateway/views/received.hpp"

#include "domain/fan_out/redacted_boxes.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using fan_out::ReturnState;
using html::Data;

Data fact(std::string label, std::string text) {
  return Data::object().set("label", std::move(label)).set("text", std::move(text));
}

}  // namespace

SheetInput delivered_sheet(const fan_out::DeliveredCopy& copy) {
  SheetInput input;
  input.form = copy.form.get();
  input.copy = &copy.copy;
  input.redacted = fan_out::redacted_boxes(copy);
  input.board_name = copy.board;
  input.board_area = copy.board;
  input.agency_name = copy.unit.empty() ? copy.agency : copy.agency + ", " + copy.unit;
  if (!copy.sign_offs.empty()) {
    const auto& by = copy.sign_offs.front();
    input.signature =
        Signature{by.name, by.position, by.at ? to_words(day_in_england(*by.at)) : std::string()};
  }
  return input;
}

namespace {

bool has_versions(const fan_out::Receipt& receipt) {
  return receipt.offered.has_value() || receipt.stands > 1 || receipt.version_no > 1;
}

std::string version_words(const fan_out::Receipt& receipt) {
  auto words = std::to_string(receipt.version_no);
  if (receipt.version_no == receipt.stands) return words;
  switch (receipt.standing) {
    case fan_out::Standing::offered:
      words += ", offered, not accepted yet";
      break;
    case fan_out::Standing::declined:
      words += ", declined";
      break;
    case fan_out::Standing::replaced:
      words += ", offered and replaced by a newer one";
      break;
    case fan_out::Standing::accepted:
      words += ", replaced since";
      break;
  }
  return words + ". You work with version " + std::to_string(receipt.stands);
}

}  // namespace

Data return_page(const fan_out::DeliveredCopy& copy, SheetInput input,
                 const std::string& saved_note) {
  const auto base = "/returns/" + copy.id.text();
  input.page_path = base;
  const bool stands = copy.receipt.version_no == copy.receipt.stands;
  const bool done = copy.state == ReturnState::acknowledged;
  auto facts = Data::list();
  facts.push(fact("Received", to_words_with_time(copy.receipt.received_at)));
  facts.push(fact("Due", to_words(copy.due_on)));
  facts.push(fact("Version", version_words(copy.receipt)));
  if (!copy.sign_offs.empty()) {
    const auto& by = copy.sign_offs.front();
    facts.push(fact("Authorised by", by.name + (by.position.empty() ? "" : ", " + by.position)));
    if (!by.statement.empty()) facts.push(fact("Statement", by.statement));
  }
  if (done && copy.receipt.acknowledged_at) {
    facts.push(fact(
        "Acknowledged",
        to_words_with_time(*copy.receipt.acknowledged_at) +
            (copy.receipt.acknowledged_by.empty() ? "" : " by " + copy.receipt.acknowledged_by)));
  }
  return Data::object()
      .set("title", copy.agency)
      .set("eyebrow", copy.audit)
      .set("heading", input.agency_name)
      .set("saved_note", Data::text_or_no(saved_note))
      .set("status",
           done ? status("green", "done", "Acknowledged") : status("act", "now", "With us now"))
      .set("supplement_href",
           Data::text_or_no(has_versions(copy.receipt) ? base + "/supplement" : ""))
      .set("offered", copy.receipt.offered.has_value())
      .set("offered_words",
           copy.receipt.offered && stands
               ? Data("Version " + std::to_string(*copy.receipt.offered) +
                      " is offered. You work with version " + std::to_string(copy.receipt.stands) +
                      " until you have decided.")
               : Data())
      .set("acknowledge",
           done || !stands ? Data() : Data::object().set("action", base + "/acknowledge"))
      .set("evaluation_href", base + "/evaluation")
      .set("papers_href",
           base + "/papers" + (stands ? "" : "?version=" + std::to_string(copy.receipt.version_no)))
      .set("plan_href", false)
      .set("peer_href", false)
      .set("closer", false)
      .set("evidence_href", copy.copy.evidence.empty() ? Data() : Data(base + "/evidence"))
      .set("evidence_count",
           counted(static_cast<int>(copy.copy.evidence.size()), "piece", "pieces"))
      .set("receipt_href", done ? Data(base + "/receipt") : Data())
      .set("facts", std::move(facts))
      .set("sheet", sheet(input));
}

Data receipt_page(const fan_out::Receipt& receipt, const std::string& origin,
                  const std::string& picture, const std::string& back_href,
                  const std::string& back_text) {
  auto facts = Data::list();
  facts.push(fact("From", receipt.agency));
  facts.push(fact("To", receipt.board));
  facts.push(fact("What", receipt.audit));
  facts.push(
      fact("Version", std::to_string(receipt.version_no) +
                          (receipt.stands > 1 || receipt.standing != fan_out::Standing::accepted
                               ? ", accepted: version " + std::to_string(receipt.stands)
                               : "")));
  facts.push(fact("Delivered", to_words_with_time(receipt.received_at)));
  facts.push(
      fact("Acknowledged",
           receipt.acknowledged_at
               ? to_words_with_time(*receipt.acknowledged_at) +
                     (receipt.acknowledged_by.empty() ? "" : " by " + receipt.acknowledged_by)
               : "Not yet"));
  const bool coded = !receipt.code.empty();
  const bool done = receipt.acknowledged_at.has_value();
  const auto heading = receipt.board + (done ? " has received this return" : " holds this return");
  return Data::object()
      .set("title", "Receipt")
      .set("back", Data::object().set("href", back_href).set("text", back_text))
      .set("code", coded ? receipt.code : "")
      .set("heading", heading)
      .set("facts", std::move(facts))
      .set("hash", receipt.hash)
      .set("papers", false)
      .set("picture", Data::text_or_no(coded ? picture : ""))
      .set("verify_address",
           coded ? origin + "/verify/" + receipt.code : "the board, once it has acknowledged it");
}

namespace {

std::string standing_words(const fan_out::CheckedReceipt& receipt) {
  if (receipt.state == "declined") return " The board did not accept this version.";
  if (receipt.state == "withdrawn") return " It has been withdrawn since.";
  if (receipt.state != "superseded") return " No newer version has replaced it.";
  if (!receipt.superseded_by || !receipt.superseded_on) {
    return " A newer version has replaced it since.";
  }
  return " Version " + std::to_string(*receipt.superseded_by) + " has replaced it on " +
         to_words(*receipt.superseded_on) + ".";
}

}  // namespace

Data verify_page(const std::optional<fan_out::CheckedReceipt>& receipt, const std::string& code) {
  if (!receipt) {
    const bool asked = !code.empty();
    return Data::object()
        .set("title", asked ? "No such receipt" : "Check a receipt")
        .set("asked", asked)
        .set("found", false);
  }
  auto facts = Data::list();
  facts.push(fact("Receipt", code));
  facts.push(fact("Received by", receipt->board));
  facts.push(fact("On", to_words(receipt->received_on)));
  facts.push(fact("Version", std::to_string(receipt->version_no)));
  if (receipt->superseded_by && receipt->superseded_on) {
    facts.push(fact("Replaced by", "Version " + std::to_string(*receipt->superseded_by) + ", on " +
                                       to_words(*receipt->superseded_on)));
  }
  if (receipt->redacted > 0) {
    facts.push(fact("Redacted", counted(receipt->redacted, "box", "boxes")));
  }
  std::string lede =
      receipt->board + " received a return on " + to_words(receipt->received_on) + ".";
  lede += standing_words(*receipt);
  if (receipt->redacted > 0) {
    lede += " The words of " + counted(receipt->redacted, "box", "boxes") +
            " have been taken out for good since. A paper that still shows them is older than that;"
            " the check value is the same.";
  }
  return Data::object()
      .set("title", "This receipt is genuine")
      .set("found", true)
      .set("lede", lede)
      .set("facts", std::move(facts))
      .set("hash", receipt->hash);
}

}  // namespace onereturn::gateway::views
