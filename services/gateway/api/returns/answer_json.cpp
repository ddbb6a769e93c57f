#include "gateway/api/returns/answer_json.hpp"

#include "gateway/api/api_support.hpp"

namespace onereturn::gateway::api {

namespace {

constexpr json::TextRule paragraph{60'000, true};
constexpr frameworks::LevelRange ticked{2, 4};
constexpr frameworks::LevelRange not_ticked{0, 1};

mapping::Texts read_texts(json::ObjectReader& reader) {
  mapping::Texts texts;
  texts.describes = reader.optional_text("describes", paragraph);
  texts.knows = reader.optional_text("knows", paragraph);
  texts.improve = reader.optional_text("improve", paragraph);
  return texts;
}

json::Value part_to_json(const std::string& facet, const frameworks::LevelRange& range) {
  json::Object part{{"facet", facet}};
  if (range.low == range.high) {
    part.emplace_back("level", range.low);
  } else {
    part.emplace_back("ticked", range == ticked);
  }
  return part;
}

void add_texts(json::Object& object, const mapping::Texts& texts) {
  object.emplace_back("describes", texts.describes);
  object.emplace_back("knows", texts.knows);
  object.emplace_back("improve", texts.improve);
}

// An exact level or a tick, and not both.
std::optional<frameworks::LevelRange> read_range(json::ObjectReader& part) {
  const auto level = part.optional_integer("level", 0, 4);
  const bool has_tick = part.has("ticked");
  const bool tick = part.optional_flag("ticked", false);
  if (level.has_value() == has_tick) {
    part.refuse("level", "give either a level or a tick");
    return std::nullopt;
  }
  if (level) return frameworks::LevelRange{*level, *level};
  return tick ? ticked : not_ticked;
}

}  // namespace

json::Value confirmation_to_json(const mapping::Confirmation& confirmed) {
  return json::Object{{"by", or_null(confirmed.by)}, {"on", or_null(confirmed.on)}};
}

json::Object answer_to_json(const mapping::Answer& answer) {
  json::Object object{
      {"level", or_null(answer.level)},
      {"not_applicable",
       answer.not_applicable ? json::Value(answer.not_applicable_reason) : json::Value()}};
  add_texts(object, answer.texts);
  json::Array parts, part_texts;
  for (const auto& [facet, range] : answer.parts)
    parts.push_back(part_to_json(facet, range));
  for (const auto& [facet, texts] : answer.part_texts) {
    json::Object each{{"facet", facet}};
    add_texts(each, texts);
    part_texts.emplace_back(std::move(each));
  }
  object.emplace_back("parts", std::move(parts));
  object.emplace_back("part_texts", std::move(part_texts));
  object.emplace_back("confirmed", confirmation_to_json(answer.confirmed));
  return object;
}

WrittenAnswer read_answer(json::ObjectReader& reader) {
  WrittenAnswer written;
  written.version = reader.optional_integer("version", 0, 1'000'000'000);
  auto& answer = written.answer;
  answer.level = reader.optional_integer("level", 0, 4);
  if (const auto reason = reader.nullable_text("not_applicable", paragraph)) {
    answer.not_applicable = true;
    answer.not_applicable_reason = *reason;
  }
  answer.texts = read_texts(reader);
  reader.optional_objects("parts", [&](json::ObjectReader& part) {
    const auto facet = part.text("facet", {64});
    const auto range = read_range(part);
    if (range && !answer.parts.emplace(facet, *range).second) {
      part.refuse("facet", "stands twice");
    }
  });
  reader.optional_objects("part_texts", [&](json::ObjectReader& part) {
    const auto facet = part.text("facet", {64});
    if (!answer.part_texts.emplace(facet, read_texts(part)).second) {
      part.refuse("facet", "stands twice");
    }
  });
  if (answer.not_applicable && (answer.level || !answer.parts.empty())) {
    reader.refuse("not_applicable", "cannot stand beside a level: an answer has one or the other");
  }
  written.confirm = reader.optional_flag("confirm", true);
  return written;
}

}  // namespace onereturn::gateway::api
