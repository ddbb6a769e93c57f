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

using Common = std::shared_ptr<const FrozenCommon>;

Result<Common> read_common(postgres::Transaction& tx, const FrozenHead& head) {
  FrozenCommon common;
  common.framework = frameworks::load_framework(tx, head.framework);
  common.form = frameworks::load_template(tx, head.form);
  common.mapping = load_frozen_mapping(tx, head);
  if (!common.framework || !common.form || !common.mapping) {
    return Problem{.code = ProblemCode::invalid,
                   .key = "mapping-gone",
                   .detail = "A version that this return was signed with is not in the catalogue."};
  }
  common.answers = read_frozen_answers(tx, head, *common.framework, *common.mapping);
  return Common(std::make_shared<const FrozenCommon>(std::move(common)));
}

Problem no_such_delivery() {
  return {.code = ProblemCode::not_found,
          .key = "not-found",
          .detail = "There is no such delivery any more."};
}

FrozenReturn join(FrozenRows rows, const FrozenCommon& common) {
  FrozenReturn frozen;
  frozen.framework = common.framework;
  frozen.form = frameworks::only_parts(common.form, rows.head.parts);
  frozen.mapping = common.mapping;
  frozen.sides = to_sides(rows, *common.framework);
  frozen.sides.common.answers = common.answers;
  frozen.head = std::move(rows.head);
  const auto& profile = frozen.sides.common.profile;
  if (const auto area = profile.find("board.area"); area != profile.end()) {
    frozen.head.board.area = area->second;
  }
  return frozen;
}

}  // namespace

Result<FrozenReturn> read_frozen_return(postgres::Database& database,
                                        const postgres::JobLease& lease, FrozenAtHand& at_hand) {
  auto rows = read_frozen_rows(database, lease);
  if (!rows) {
    return no_such_delivery();
  }
  const auto key = FrozenAtHand::key_of(rows->head);
  auto common = at_hand.find(key);
  if (!common) {
    const auto read = database.as_delivery(
        lease, [&](postgres::DeliveryTx& tx) { return read_common(tx, rows->head); });
    if (!read) {
      return read.problem();
    }
    common = *read;
    at_hand.keep(key, common);
  }
  return join(*std::move(rows), *common);
}

Result<FrozenReturn> read_frozen_return(postgres::AgencyTx& tx, const SubmissionId& submission,
                                        const RequestId& request) {
  auto rows = read_frozen_rows(tx, submission, request);
  if (!rows) {
    return no_such_delivery();
  }
  const auto common = read_common(tx, rows->head);
  if (!common) {
    return common.problem();
  }
  return join(*std::move(rows), **common);
}

}  // namespace onereturn::fan_out
