#include "domain/fan_out/make_copy.hpp"

#include "domain/fan_out/copy_rules.hpp"
#include "domain/fan_out/receipt_code.hpp"
#include "domain/fan_out/result_hash.hpp"
#include "domain/mapping/render_copy.hpp"

namespace onereturn::fan_out {

mapping::RenderedCopy render_frozen(const FrozenReturn& frozen) {
  const frameworks::FrameworkIndex index(*frozen.framework);
  const mapping::Engagement engagement{.board = frozen.head.board,
                                       .form = frozen.form.get(),
                                       .mapping = frozen.mapping.get(),
                                       .way = frozen.head.way};
  return mapping::render_copy(engagement, index, frozen.sides.common, frozen.sides.board);
}

Copy make_copy(const FrozenReturn& frozen, const Hash& hash, const RandomBytes& random) {
  Copy copy;
  copy.rendered = render_frozen(frozen);
  copy.seals = seal_boxes(copy.rendered.boxes, hash, random);
  copy.hash = result_hash(hash, copy.seals);
  copy.receipt_code = make_receipt_code(random);
  copy.counts = count_boxes(copy.rendered.boxes);
  copy.levels = counted_levels(copy.rendered.boxes);
  return copy;
}

}  // namespace onereturn::fan_out
