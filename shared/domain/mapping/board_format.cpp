#include "domain/mapping/board_format.hpp"

#include <array>

#include "domain/frameworks/support_format.hpp"

namespace onereturn::mapping {

using frameworks::highest_level;
using frameworks::lowest_level;

namespace {

constexpr std::array<std::pair<const char*, Way>, 2> way_words = {
    {{"canonical", Way::canonical}, {"own-form", Way::own_form}}};

Texts read_texts(json::ObjectReader& reader) {
  return {reader.optional_text("describes"), reader.optional_text("knows"),
          reader.optional_text("improve")};
}

Confirmation read_confirmation(json::ObjectReader& reader) {
  Confirmation confirmed;
  reader.optional_object("confirmed", [&](json::ObjectReader& member) {
    confirmed.by = member.text("by");
    confirmed.on = read_date(member, "on");
    confirmed.version = member.optional_integer("version", 1, frameworks::version_max).value_or(1);
    confirmed.carried = member.optional_flag("carried", false);
  });
  return confirmed;
}

// True, and the reason, when "not_applicable" is there.
bool read_not_applicable(json::ObjectReader& reader, std::string& reason) {
  const auto stated = reader.nullable_text("not_applicable", {20'000, true});
  reason = stated.value_or("");
  return stated.has_value();
}

void read_parts(json::ObjectReader& reader, Answer& answer) {
  reader.optional_objects("parts", [&](json::ObjectReader& part) {
    const std::string facet = part.text("facet");
    const auto level = part.optional_integer("level", lowest_level, highest_level);
    const bool has_tick = part.has("ticked");
    const bool ticked = part.optional_flag("ticked", false);
    if (level.has_value() == has_tick) part.refuse("level", "either a level or a tick");
    const LevelRange tick = ticked ? LevelRange{2, highest_level} : LevelRange{lowest_level, 1};
    if (!answer.parts.emplace(facet, level ? LevelRange{*level, *level} : tick).second) {
      part.refuse("facet", "\"" + facet + "\" stands twice");
    }
  });
  reader.optional_objects("part_texts", [&](json::ObjectReader& part) {
    const std::string facet = part.text("facet");
    if (!answer.part_texts.emplace(facet, read_texts(part)).second) {
      part.refuse("facet", "\"" + facet + "\" stands twice");
    }
  });
}

template <class Value>
void put(std::map<std::string, Value>& map, json::ObjectReader& reader, std::string_view key,
         const std::string& code, Value value) {
  if (!map.emplace(code, std::move(value)).second) {
    reader.refuse(key, "\"" + code + "\" stands twice");
  }
}

void read_local(json::ObjectReader& reader, BoardSide& side) {
  reader.optional_objects(
      "whole", [&](json::ObjectReader& member) { read_answer_into(member, side.whole); });
  reader.optional_objects("parts", [&](json::ObjectReader& member) {
    const std::string code = member.text("requirement");
    put(side.parts, member, "requirement", code,
        LocalPart{read_texts(member), read_confirmation(member)});
  });
  reader.optional_objects("residuals", [&](json::ObjectReader& member) {
    const std::string item = member.text("item");
    ResidualAnswer answer;
    answer.text = member.optional_text("text");
    answer.level = member.optional_integer("level", lowest_level, highest_level);
    answer.not_applicable = read_not_applicable(member, answer.not_applicable_reason);
    answer.confirmed = read_confirmation(member);
    put(side.residuals, member, "item", item, std::move(answer));
  });
  reader.optional_objects("direct", [&](json::ObjectReader& member) {
    const std::string box_no = member.text("box_no");
    DirectBox direct;
    direct.text = member.optional_text("text");
    direct.point = member.optional_text("point");
    direct.not_applicable = read_not_applicable(member, direct.not_applicable_reason);
    direct.confirmed = read_confirmation(member);
    put(side.direct, member, "box_no", box_no, std::move(direct));
  });
}

void read_by_hand(json::ObjectReader& reader, BoardSide& side) {
  reader.optional_objects("choices", [&](json::ObjectReader& member) {
    const std::string box_no = member.text("box_no");
    put(side.choices, member, "box_no", box_no,
        Choice{member.text("point"), member.text("by"), read_optional_date(member, "on")});
  });
  reader.optional_objects("overrides", [&](json::ObjectReader& member) {
    const std::string box_no = member.text("box_no");
    Override by_hand;
    by_hand.text = member.nullable_text("text", {100'000, true});
    by_hand.point = member.nullable_text("point");
    by_hand.reason = member.text("reason");
    by_hand.by = member.text("by");
    by_hand.on = read_optional_date(member, "on");
    if (by_hand.text.has_value() == by_hand.point.has_value()) {
      member.refuse("text", "either a text or a point");
    }
    put(side.overrides, member, "box_no", box_no, std::move(by_hand));
  });
  reader.optional_objects("promises", [&](json::ObjectReader& member) {
    const std::string box_no = member.text("box_no");
    put(side.promises, member, "box_no", box_no,
        Promise{read_date(member, "by_on"), member.text("by_whom")});
  });
  reader.optional_objects("explanations", [&](json::ObjectReader& member) {
    const std::string query = member.text("query");
    put(side.explanations, member, "query", query, member.text("text"));
  });
  reader.optional_objects("commitments", [&](json::ObjectReader& member) {
    side.commitments.push_back(read_commitment(member, true));
  });
}

}  // namespace

Date read_date(json::ObjectReader& reader, std::string_view key) {
  const std::string text = reader.text(key, {10, false});
  const auto date = parse_date(text);
  if (!date && !text.empty()) reader.refuse(key, "\"" + text + "\" is not a day, as 2027-03-16");
  return date.value_or(Date{});
}

std::optional<Date> read_optional_date(json::ObjectReader& reader, std::string_view key) {
  if (!reader.has(key)) {
    reader.optional_text(key);
    return std::nullopt;
  }
  return read_date(reader, key);
}

void read_answer_into(json::ObjectReader& reader, std::map<std::string, Answer>& answers) {
  const std::string code = reader.text("requirement");
  Answer answer;
  answer.level = reader.optional_integer("level", lowest_level, highest_level);
  answer.not_applicable = read_not_applicable(reader, answer.not_applicable_reason);
  if (answer.not_applicable && answer.level) {
    reader.refuse("level", "has no place beside \"not applicable\"");
  }
  answer.texts = read_texts(reader);
  read_parts(reader, answer);
  answer.confirmed = read_confirmation(reader);
  put(answers, reader, "requirement", code, std::move(answer));
}

Commitment read_commitment(json::ObjectReader& reader, bool of_a_board) {
  Commitment commitment;
  commitment.id = frameworks::read_code(reader, "id");
  commitment.what = reader.text("what");
  commitment.how = reader.optional_text("how");
  commitment.lead = reader.optional_text("lead");
  commitment.by_on = read_optional_date(reader, "by_on");
  commitment.area = reader.optional_text("area");
  commitment.change = reader.optional_text("change");
  reader.objects("subjects", [&](json::ObjectReader& member) {
    CommitmentSubject subject;
    subject.requirement = member.optional_text("requirement");
    subject.item = member.optional_text("item");
    if (subject.requirement.empty() == subject.item.empty()) {
      member.refuse("requirement", "either a requirement or an item");
    }
    if (!subject.item.empty() && !of_a_board) {
      member.refuse("item", "an item belongs to one board: put the commitment there");
    }
    commitment.subjects.push_back(std::move(subject));
  });
  return commitment;
}

BoardEntry read_board(json::ObjectReader& reader) {
  BoardEntry entry;
  entry.board.code = frameworks::read_code(reader, "board");
  entry.board.name = reader.text("name");
  entry.board.area = reader.text("area");
  entry.board.aliases = reader.optional_texts("aliases");
  entry.board.procedures = reader.optional_texts("procedures");
  entry.form = frameworks::read_ref(reader, "template");
  if (reader.has("way")) entry.way = reader.choice<Way>("way", way_words);
  read_local(reader, entry.side);
  read_by_hand(reader, entry.side);
  return entry;
}

}  // namespace onereturn::mapping
