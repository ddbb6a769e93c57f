// Any JSON that arrives as a body.

#include "platform/json/json.hpp"

#include <set>

#include "fuzz/target.hpp"

namespace onereturn::fuzz {
namespace {

using json::Value;

int depth_of(const Value& value) {
  int deepest = 0;
  if (const auto* array = value.if_array()) {
    for (const auto& each : *array)
      deepest = std::max(deepest, depth_of(each));
    return deepest + 1;
  }
  const auto* object = value.if_object();
  if (object == nullptr) return 0;
  std::set<std::string> names;
  for (const auto& [name, member] : *object) {
    must(names.insert(name).second, "no key stands twice");
    must(is_utf8(name) && name.find('\0') == std::string::npos, "a key is text without NUL");
    deepest = std::max(deepest, depth_of(member));
  }
  return deepest + 1;
}

void look_at_texts(const Value& value) {
  if (const auto* text = value.if_text()) {
    must(is_utf8(*text) && text->find('\0') == std::string::npos, "a text is text without NUL");
  }
  if (const auto* array = value.if_array()) {
    for (const auto& each : *array)
      look_at_texts(each);
  }
  if (const auto* object = value.if_object()) {
    for (const auto& member : *object)
      look_at_texts(member.second);
  }
}

void one_input(std::string_view bytes) {
  const auto parsed = json::parse(bytes);
  must(parsed.value.has_value() == parsed.faults.empty(), "either a value or faults");
  for (const auto& fault : parsed.faults)
    must(is_utf8(fault.path) && is_utf8(fault.message), "what is said of a fault is text");
  must(!json::parse(bytes, {.depth_max = 3}).value || depth_of(*parsed.value) <= 3,
       "a smaller depth is held");
  if (!parsed.value) return;
  must(depth_of(*parsed.value) <= 32, "nothing is deeper than the limit");
  look_at_texts(*parsed.value);
  const auto written = json::write(*parsed.value);
  must(is_utf8(written), "what is written is UTF-8");
  const auto again = json::parse(written, {.bytes_max = written.size()});
  must(again.value == parsed.value, "what is written is read as the same");
  must(json::write(*again.value) == written, "and is written as the same");
  const auto indented = json::write(*parsed.value, json::Style::indented);
  must(json::parse(indented, {.bytes_max = indented.size()}).value == parsed.value,
       "indented it is the same too");
}

const Known known("json", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
