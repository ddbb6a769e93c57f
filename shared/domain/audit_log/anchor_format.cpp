#include "domain/audit_log/anchor_format.hpp"

#include "base/hex.hpp"
#include "platform/json/json.hpp"

namespace onereturn::audit_log {
namespace {

constexpr const char* format = "onereturn.anchor/1";

std::optional<std::string> digest_of(const json::Value& object, std::string_view key) {
  const auto* value = object.find(key);
  const auto* text = value == nullptr ? nullptr : value->if_text();
  if (text == nullptr || text->size() != 64) return std::nullopt;
  std::string bytes;
  for (std::size_t at = 0; at < text->size(); at += 2) {
    static constexpr std::string_view digits = "0123456789abcdef";
    const auto high = digits.find((*text)[at]);
    const auto low = digits.find((*text)[at + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    bytes += static_cast<char>(high << 4U | low);
  }
  return bytes;
}

std::optional<std::int64_t> number_of(const json::Value& object, std::string_view key) {
  const auto* value = object.find(key);
  const auto* number = value == nullptr ? nullptr : value->if_integer();
  return number == nullptr ? std::nullopt : std::optional(*number);
}

std::optional<std::string> text_of(const json::Value& object, std::string_view key) {
  const auto* value = object.find(key);
  const auto* text = value == nullptr ? nullptr : value->if_text();
  return text == nullptr ? std::nullopt : std::optional(*text);
}

std::optional<AnchoredHead> head_of(const json::Value& object) {
  const auto party = PartyId::parse(text_of(object, "party").value_or(""));
  const auto links = number_of(object, "links");
  const auto hash = digest_of(object, "head");
  if (!party || !links || *links < 1 || !hash) return std::nullopt;
  return AnchoredHead{*party, {*links, *hash}};
}

}  // namespace

std::string write_anchor(const Anchor& anchor) {
  json::Array heads;
  for (const auto& each : anchor.heads) {
    heads.emplace_back(json::Object{{"party", each.party.text()},
                                    {"links", each.head.count},
                                    {"head", to_hex(each.head.hash)}});
  }
  return json::write(json::Object{{"format", format},
                                  {"number", anchor.number},
                                  {"at", anchor.at},
                                  {"before", to_hex(anchor.before)},
                                  {"heads", std::move(heads)}});
}

std::optional<Anchor> read_anchor(std::string_view line) {
  const auto parsed = json::parse(line);
  if (!parsed.value || text_of(*parsed.value, "format") != format) return std::nullopt;
  const auto number = number_of(*parsed.value, "number");
  const auto at = text_of(*parsed.value, "at");
  const auto before = digest_of(*parsed.value, "before");
  const auto* heads = parsed.value->find("heads");
  if (!number || !at || !before || heads == nullptr || heads->if_array() == nullptr) {
    return std::nullopt;
  }
  Anchor anchor{*number, *at, *before, {}};
  for (const auto& each : *heads->if_array()) {
    auto head = head_of(each);
    if (!head) return std::nullopt;
    anchor.heads.push_back(std::move(*head));
  }
  return anchor;
}

}  // namespace onereturn::audit_log
