// What a program learns of a receipt's code: the same as whoever reads the verification page.

#include <gtest/gtest.h>

#include "gateway/api/fan_out/received_json.hpp"
#include "platform/json/json.hpp"

namespace onereturn::gateway::api {
namespace {

fan_out::CheckedReceipt known() {
  fan_out::CheckedReceipt receipt;
  receipt.board = "Westmarch";
  receipt.received_on = *parse_date("2027-03-16");
  receipt.version_no = 1;
  receipt.hash = "ab";
  receipt.state = "received";
  return receipt;
}

TEST(ReceiptJson, says_null_where_nothing_took_its_place) {
  EXPECT_EQ(json::write(to_json(known())),
            R"({"board":"Westmarch","received_on":"2027-03-16","version_no":1,"hash":"ab",)"
            R"("state":"received","superseded_by":null,"superseded_on":null,"redacted":0})");
}

TEST(ReceiptJson, says_what_took_its_place_when_and_how_many_boxes_were_redacted) {
  auto receipt = known();
  receipt.state = "superseded";
  receipt.superseded_by = 2;
  receipt.superseded_on = parse_date("2027-04-30");
  receipt.redacted = 3;
  EXPECT_EQ(json::write(to_json(receipt)),
            R"({"board":"Westmarch","received_on":"2027-03-16","version_no":1,"hash":"ab",)"
            R"("state":"superseded","superseded_by":2,"superseded_on":"2027-04-30","redacted":3})");
}

}  // namespace
}  // namespace onereturn::gateway::api
