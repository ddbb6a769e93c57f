#include "domain/fan_out/read_frozen_return.hpp"

#include "domain/fan_out/frozen_store.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/frameworks/only_parts.hpp"

namespace onereturn::fan_out {
namespace {

// A template that was never mapped is filled box by box: nothing follows from common answers.
std::shared_ptr<const frameworks::Mapping> load_frozen_mapping(postgres::Transaction& tx,
                                                               const FrozenHead& head) {
  if (head.mapping_version) {
    return frameworks::load_mapping(tx, head.form, head.framework, *head.mapping_version);
  }
  auto none = std::make_shared<frameworks::Mapping>();
  none->of_template = head.form;
  none->framework = head.framework;
  return none;
}

Result<FrozenReturn> read_whole(postgres::Transaction& tx, std::optional<FrozenHead> head) {
  if (!head) {
    return Problem{.code = ProblemCode::not_found,
                   .key = "not-found",
                   .detail = "There is no such delivery any more."};
  }
  FrozenReturn frozen;
  frozen.framework = frameworks::load_framework(tx, head->framework);
  frozen.form = frameworks::only_parts(frameworks::load_template(tx, head->form), head->parts);
  frozen.mapping = load_frozen_mapping(tx, *head);
  if (!frozen.framework || !frozen.form || !frozen.mapping) {
    return Problem{.code = ProblemCode::invalid,
                   .key = "mapping-gone",
                   .detail = "A version that this return was signed with is not in the catalogue."};
  }
  frozen.sides = read_frozen_sides(tx, *head, *frozen.framework, *frozen.mapping);
  frozen.head = *std::move(head);
  const auto& profile = frozen.sides.common.profile;
  if (const auto area = profile.find("board.area"); area != profile.end()) {
    frozen.head.board.area = area->second;
  }
  return frozen;
}

}  // namespace

Result<FrozenReturn> read_frozen_return(postgres::DeliveryTx& tx) {
  return read_whole(tx, read_frozen_head(tx));
}

Result<FrozenReturn> read_frozen_return(postgres::AgencyTx& tx, const SubmissionId& submission,
                                        const RequestId& request) {
  return read_whole(tx, read_frozen_head(tx, submission, request));
}

}  // namespace onereturn::fan_out
