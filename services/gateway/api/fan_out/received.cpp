#include "domain/fan_out/acknowledge_return.hpp"
#include "domain/fan_out/list_received_returns.hpp"
#include "domain/fan_out/read_receipt.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "domain/fan_out/verify_receipt.hpp"
#include "gateway/api/api_support.hpp"
#include "gateway/api/fan_out/board_api.hpp"
#include "gateway/api/fan_out/received_json.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::api {
namespace {

// Runs a use case on the return named in the path, and answers its value as JSON.
template <class Work>
http::Response about_return(RequestContext& context, Work&& work) {
  const auto id = id_of<ReturnId>(context.path("return"));
  if (!id) return refuse(context, id.problem());
  const auto found = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) { return work(tx, *id); });
  if (!found) return refuse(context, found.problem());
  return context.json(to_json(*found));
}

}  // namespace

http::Response list_received(RequestContext& context) {
  const auto returns = context.database().as_board(
      context.token(), [](postgres::BoardTx& tx) { return fan_out::list_received_returns(tx); });
  if (!returns) return refuse(context, returns.problem());
  return context.json(
      json::Object{{"returns", list_of(*returns, [](const fan_out::ReceivedReturn& received) {
                      return to_json(received);
                    })}});
}

http::Response get_received(RequestContext& context) {
  return about_return(context, [&](postgres::BoardTx& tx, const ReturnId& id) {
    return fan_out::open_received_return(tx, id, context.now());
  });
}

http::Response post_acknowledgement(RequestContext& context) {
  return about_return(context, [&](postgres::BoardTx& tx, const ReturnId& id) {
    return fan_out::acknowledge_return(tx, id, context.now());
  });
}

http::Response get_board_receipt(RequestContext& context) {
  return about_return(context, [](postgres::BoardTx& tx, const ReturnId& id) {
    return fan_out::read_receipt(tx, id);
  });
}

http::Response check_receipt(RequestContext& context) {
  const auto receipt = context.database().as_system([&](postgres::SystemTx& tx) {
    return fan_out::verify_receipt(tx, context.path("code"), crypto::sha256);
  });
  if (!receipt) return refuse(context, receipt.problem());
  return context.json(to_json(*receipt));
}

}  // namespace onereturn::gateway::api
