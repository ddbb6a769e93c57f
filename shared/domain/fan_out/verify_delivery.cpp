#include "domain/fan_out/verify_delivery.hpp"

#include "domain/fan_out/make_copy.hpp"
#include "domain/fan_out/read_frozen_return.hpp"
#include "domain/fan_out/received_rules.hpp"
#include "domain/fan_out/verify_rules.hpp"

namespace onereturn::fan_out {

Result<VerifiedDelivery> verify_delivery(postgres::AgencyTx& tx, const RequestId& request,
                                         const Hash& hash) {
  const auto head = find_return(tx, request);
  if (!head || !head->submission) {
    return no_such_return();
  }
  const auto frozen = read_frozen_return(tx, *head->submission, request);
  if (!frozen) {
    return frozen.problem();
  }
  auto found =
      compare_boxes(stored_boxes(tx, *head), head->hash, render_frozen(*frozen).boxes, hash);
  found.board = head->board;
  found.form = frozen->form->name;
  found.version_no = head->version_no;
  return found;
}

}  // namespace onereturn::fan_out
