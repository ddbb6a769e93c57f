// Mappings, as they are loaded into the catalogue.

#include "domain/frameworks/catalogue_rows_format.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "fuzz/target.hpp"
#include "platform/json/json.hpp"

namespace onereturn::fuzz {
namespace {

void one_input(std::string_view bytes) {
  const auto read = frameworks::read_mapping(bytes);
  if (!read) {
    must(read.problem().key == "mapping-unsound" && !read.problem().fields.empty(),
         "a refusal names what is wrong");
    for (const auto& field : read.problem().fields)
      must(is_utf8(field.field) && !field.message.empty(), "each fault has a place and a sentence");
    return;
  }
  const auto written = frameworks::write_mapping(*read);
  must(is_utf8(written), "what is written is UTF-8");
  const auto again = frameworks::read_mapping(written);
  must(again.has_value() && *again == *read, "what is written is read as the same");
  must(frameworks::write_mapping(*again) == written, "and is written as the same");
  must(json::parse(frameworks::item_facet_rows(*read)).value.has_value(), "its rows are JSON");
}

const Known known("mapping", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
