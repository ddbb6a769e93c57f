#pragma once

#include "domain/fan_out/checked_receipt.hpp"
#include "platform/json/value.hpp"

// What a board has received, as JSON.
namespace onereturn::gateway::api {

json::Value to_json(const fan_out::ReceivedReturn& received);
json::Value to_json(const fan_out::DeliveredCopy& copy);
json::Value to_json(const fan_out::Receipt& receipt);
json::Value to_json(const fan_out::CheckedReceipt& receipt);

}  // namespace onereturn::gateway::api
