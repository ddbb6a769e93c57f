#include "domain/returns/units.hpp"

namespace onereturn::returns {

std::string with_here(const std::string& common, const std::string& here) {
  if (common.empty() || here.empty()) return common + here;
  return common + "\n\n" + here;
}

mapping::Texts with_here(const mapping::Texts& common, const mapping::Texts& here) {
  return {with_here(common.describes, here.describes), with_here(common.knows, here.knows),
          with_here(common.improve, here.improve)};
}

Parts parts_to_take(const Parts& stated, const Parts& taken_before, std::optional<int> level,
                    const CommonAnswer& common) {
  const bool own = !stated.empty() && stated != taken_before;
  if (own) return stated;
  return level && level == common.level ? common.parts : Parts{};
}

bool has_changed(const InheritedAnswer& inherited, const CommonAnswer* above) {
  return above != nullptr && (above->texts != inherited.taken ||
                              above->not_applicable != inherited.taken_not_applicable ||
                              (inherited.takes_parts && above->parts != inherited.taken_parts));
}

bool has_changed(const InheritedText& inherited, const CommonText* above) {
  return above != nullptr && !above->text.empty() && above->text != inherited.taken;
}

}  // namespace onereturn::returns
