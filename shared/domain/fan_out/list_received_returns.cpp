#include "domain/fan_out/list_received_returns.hpp"

#include "domain/fan_out/received_store.hpp"

namespace onereturn::fan_out {

Result<std::vector<ReceivedReturn>> list_received_returns(postgres::BoardTx& tx) {
  return received_returns(tx);
}

}  // namespace onereturn::fan_out
