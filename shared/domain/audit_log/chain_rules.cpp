#include "domain/audit_log/chain_rules.hpp"

#include "base/hex.hpp"

namespace onereturn::audit_log {
namespace {

// A value cannot end its line: what would, is written as two characters.
std::string on_one_line(std::string_view value) {
  std::string line;
  line.reserve(value.size());
  for (const char character : value) {
    switch (character) {
      case '\\':
        line += "\\\\";
        break;
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      default:
        line += character;
    }
  }
  return line;
}

// Absence has no blank behind the name, so that it differs from an empty value.
void add(std::string& text, const char* name, const std::optional<std::string>& value) {
  text += name;
  if (value) text += ' ' + *value;
  text += '\n';
}

std::optional<std::string> lined(const std::optional<std::string>& value) {
  return value ? std::optional(on_one_line(*value)) : std::nullopt;
}

}  // namespace

std::string link_text(const ChainHead& head, const TrailEntry& entry) {
  // Entries from before business time was kept are hashed as they were then.
  std::string text = entry.business_at ? "onereturn.trail/2\n" : "onereturn.trail/1\n";
  add(text, "before", to_hex(head.hash));
  add(text, "link", std::to_string(head.count + 1));
  add(text, "party", entry.party.text());
  add(text, "entry", std::to_string(entry.number));
  add(text, "at", entry.at);
  if (entry.business_at) add(text, "business_at", entry.business_at);
  add(text, "person", entry.person);
  add(text, "role", lined(entry.role));
  add(text, "job", entry.job);
  add(text, "what", on_one_line(entry.what));
  add(text, "subject_kind", on_one_line(entry.subject_kind));
  add(text, "subject_ref", on_one_line(entry.subject_ref));
  add(text, "facts", entry.facts);
  add(text, "payload",
      entry.payload_digest ? std::optional(to_hex(*entry.payload_digest)) : std::nullopt);
  add(text, "request", lined(entry.request));
  return text;
}

ChainHead link(const ChainHead& head, const TrailEntry& entry, const Hash& hash) {
  return {head.count + 1, hash(link_text(head, entry))};
}

Payload look_at_payload(const TrailEntry& entry, const Hash& hash) {
  if (!entry.payload_digest) {
    return entry.payload || entry.payload_salt ? Payload::changed : Payload::none;
  }
  if (!entry.payload && !entry.payload_salt) return Payload::erased;
  const bool same = entry.payload && entry.payload_salt &&
                    hash(*entry.payload_salt + *entry.payload) == *entry.payload_digest;
  return same ? Payload::kept : Payload::changed;
}

}  // namespace onereturn::audit_log
