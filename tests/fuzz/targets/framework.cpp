// Frameworks, as they are loaded into the catalogue.

#include "domain/frameworks/catalogue_rows_format.hpp"
#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/framework_rules.hpp"
#include "fuzz/target.hpp"
#include "platform/json/json.hpp"

namespace onereturn::fuzz {
namespace {

void one_input(std::string_view bytes) {
  const auto read = frameworks::read_framework(bytes);
  if (!read) {
    must(read.problem().key == "framework-unsound" && !read.problem().fields.empty(),
         "a refusal names what is wrong");
    for (const auto& field : read.problem().fields)
      must(is_utf8(field.field) && !field.message.empty(), "each fault has a place and a sentence");
    return;
  }
  const auto written = frameworks::write_framework(*read);
  must(is_utf8(written), "what is written is UTF-8");
  const auto again = frameworks::read_framework(written);
  must(again.has_value() && *again == *read, "what is written is read as the same");
  must(frameworks::write_framework(*again) == written, "and is written as the same");
  for (const auto& rows : {frameworks::requirement_rows(*read), frameworks::facet_rows(*read)})
    must(json::parse(rows).value.has_value(), "its rows are JSON");
  must(frameworks::check_framework(*read).empty(), "what was read is sound");
  const frameworks::FrameworkIndex index(*read);
  for (const auto& requirement : read->requirements)
    must(index.requirement(requirement.code) == &requirement, "each requirement is found");
}

const Known known("framework", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
