// Bodies of the API: the answer's own reader, and readers that ask for any members in any order as
// the others do. The first line is what they ask for, the rest the body.

#include "base/ids.hpp"
#include "fuzz/target.hpp"
#include "gateway/api/returns/answer_json.hpp"
#include "platform/json/json.hpp"
#include "platform/json/reader.hpp"

namespace onereturn::fuzz {
namespace {

namespace api = gateway::api;

constexpr const char* names[] = {"level", "describes", "parts",    "facet", "requests", "name",
                                 "unit",  "by_on",     "subjects", "place", "version",  "confirm"};

void ask(json::ObjectReader& reader, Taker& wishes, int depth) {
  for (std::size_t count = wishes.number(8); count > 0; --count) {
    const auto* key = names[wishes.number(std::size(names))];
    const auto inner = [&](json::ObjectReader& each) { ask(each, wishes, depth + 1); };
    switch (wishes.number(depth > 4 ? 7 : 9)) {
      case 0:
        must(reader.text(key, {64}).size() <= 64, "a text keeps to its limit");
        break;
      case 1:
        must(reader.optional_text(key, {8, true}).size() <= 8, "a text keeps to its limit");
        break;
      case 2: {
        const int number = reader.integer(key, 0, 4);
        must(number >= 0 && number <= 4, "a number keeps to its limits");
        break;
      }
      case 3:
        (void)reader.optional_flag(key, true);
        break;
      case 4:
        for (const auto& text : reader.optional_texts(key, {64}))
          must(!text.empty() && text.size() <= 64, "a text of a list keeps to its limit");
        break;
      case 5:
        (void)reader.nullable_text(key);
        break;
      case 6:
        (void)reader.integers(key, 1, 9);
        break;
      case 7:
        reader.optional_objects(key, inner);
        break;
      default:
        reader.optional_object(key, inner);
    }
  }
}

void read_as_answer(const json::Value& body) {
  json::Faults faults;
  json::ObjectReader reader(body, "", faults);
  const auto written = api::read_answer(reader);
  reader.finish();
  for (const auto& fault : faults.list())
    must(is_utf8(fault.path) && !fault.message.empty(), "a fault has a place and a sentence");
  if (!faults.empty()) return;
  const auto& answer = written.answer;
  must(!answer.level || (*answer.level >= 0 && *answer.level <= 4), "a level is one of five");
  for (const auto& [facet, range] : answer.parts)
    must(!facet.empty() && range.low >= 0 && range.low <= range.high && range.high <= 4,
         "a part's levels are in order");
  auto object = api::answer_to_json(answer);
  object.pop_back();  // who confirmed it is not read back
  json::Faults none;
  const json::Value value(std::move(object));
  json::ObjectReader again(value, "", none);
  must(api::read_answer(again).answer == answer && none.empty(),
       "an answer that is written is read as the same");
}

void one_input(std::string_view bytes) {
  const auto line = bytes.find('\n');
  if (line == std::string_view::npos) return;
  const auto parsed = json::parse(bytes.substr(line + 1));
  if (!parsed.value) return;
  json::Faults faults;
  json::ObjectReader reader(*parsed.value, "", faults);
  Taker wishes(bytes.substr(0, line));
  ask(reader, wishes, 0);
  reader.finish();
  must(parsed.value->if_object() != nullptr || !faults.empty(), "only an object passes");
  if (parsed.value->if_object() != nullptr) read_as_answer(*parsed.value);
}

const Known known("api_body", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
