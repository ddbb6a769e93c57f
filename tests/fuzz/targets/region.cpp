// The region that a demonstration is loaded from.

#include "tools/admin/region.hpp"

#include "fuzz/target.hpp"

namespace onereturn::fuzz {
namespace {

void one_input(std::string_view bytes) {
  const auto read = admin::read_region(bytes);
  if (!read) {
    must(!read.problem().fields.empty(), "a refusal names what is wrong");
    for (const auto& field : read.problem().fields)
      must(is_utf8(field.field) && !field.message.empty(), "each fault has a place and a sentence");
    return;
  }
  for (const auto& party : read->parties) {
    must(read->party(party.code) != nullptr, "each party is found by its code");
    must(is_utf8(party.name), "a party's name is text");
    must(read->id_of("party", party.code) == read->id_of("party", party.code), "an id stays");
  }
}

const Known known("region", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
