#pragma once

#include "domain/mapping/mapping.hpp"
#include "platform/json/reader.hpp"
#include "platform/json/value.hpp"

// Answers as JSON, in the words of docs/formats/answers.md.
namespace onereturn::gateway::api {

// level, not_applicable (the reason, or null), describes, knows, improve, parts, part_texts,
// confirmed.
json::Object answer_to_json(const mapping::Answer& answer);

json::Value confirmation_to_json(const mapping::Confirmation& confirmed);

// Reads the same members, all of them optional.
struct WrittenAnswer {
  std::optional<int> version;
  mapping::Answer answer;
  bool confirm = true;
};
WrittenAnswer read_answer(json::ObjectReader& reader);

}  // namespace onereturn::gateway::api
