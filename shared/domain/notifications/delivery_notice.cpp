#include "domain/notifications/delivery_notice.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>
#include <vector>

#include "domain/notifications/return_path.hpp"

namespace onereturn::notifications {

namespace {

using std::string_view;

constexpr std::size_t parts_max = 20;
constexpr std::array<string_view, 4> heads_with_recipient{"delivered-to", "x-original-to",
                                                          "envelope-to", "to"};
constexpr std::array<string_view, 5> actions{"failed", "delayed", "delivered", "relayed",
                                             "expanded"};

using Fields = std::vector<std::pair<std::string, std::string>>;

Problem refused(std::string detail) {
  return {ProblemCode::invalid, "no-delivery-notice", std::move(detail)};
}

std::string lower(string_view text) {
  std::string made(text);
  std::transform(made.begin(), made.end(), made.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return made;
}

string_view trimmed(string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string unix_lines(string_view text) {
  std::string lines;
  lines.reserve(text.size());
  for (const char c : text) {
    if (c != '\r') lines += c;
  }
  return lines;
}

struct Entity {
  Fields fields;
  string_view body;
};

// Up to the first empty line; folded lines belong to the one before.
Entity entity_of(string_view text) {
  Entity entity;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    if (line.empty()) break;
    if ((line.front() == ' ' || line.front() == '\t') && !entity.fields.empty()) {
      entity.fields.back().second += " " + std::string(trimmed(line));
      continue;
    }
    const auto colon = line.find(':');
    if (colon == string_view::npos) continue;
    entity.fields.emplace_back(lower(trimmed(line.substr(0, colon))),
                               trimmed(line.substr(colon + 1)));
  }
  entity.body = text.substr(at);
  return entity;
}

std::string field(const Fields& fields, string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const auto& each) { return each.first == name; });
  return found == fields.end() ? std::string{} : found->second;
}

// The value of a parameter: boundary="..." or boundary=...
std::string parameter(const std::string& value, const std::string& name) {
  const auto found = lower(value).find(name + "=");
  if (found == std::string::npos) return {};
  auto rest = string_view(value).substr(found + name.size() + 1);
  if (!rest.empty() && rest.front() == '"') {
    rest.remove_prefix(1);
    return std::string(rest.substr(0, rest.find('"')));
  }
  return std::string(trimmed(rest.substr(0, rest.find_first_of("; \t"))));
}

std::vector<string_view> parts_of(string_view body, const std::string& boundary) {
  std::vector<string_view> parts;
  const std::string mark = "--" + boundary;
  auto at = body.find(mark);
  while (at != string_view::npos && parts.size() < parts_max) {
    const auto line = body.find('\n', at);
    if (line == string_view::npos || body.substr(at + mark.size(), 2) == "--") break;
    const auto next = body.find("\n" + mark, line);
    const auto end = next == string_view::npos ? body.size() : next;
    parts.push_back(body.substr(line + 1, end > line ? end - line - 1 : 0));
    at = next == string_view::npos ? next : next + 1;
  }
  return parts;
}

bool is_status(string_view text) {
  int dots = 0;
  int digits = 0;
  for (const char c : text) {
    if (c == '.') {
      if (digits == 0 || digits > 3 || ++dots > 2) return false;
      digits = 0;
    } else if (c >= '0' && c <= '9') {
      ++digits;
    } else {
      return false;
    }
  }
  return dots == 2 && digits > 0 && digits <= 3 &&
         (text.front() == '2' || text.front() == '4' || text.front() == '5') && text[1] == '.';
}

// The status of the first recipient that has one; one that failed comes before others.
std::optional<std::pair<std::string, std::string>> status_in(string_view body) {
  std::optional<std::pair<std::string, std::string>> found;
  for (auto entity = entity_of(body); !entity.fields.empty() || !entity.body.empty();
       entity = entity_of(entity.body)) {
    const auto action = lower(trimmed(field(entity.fields, "action")));
    const auto status = field(entity.fields, "status");
    const auto first_word = status.substr(0, status.find_first_of(" \t("));
    const bool known = std::find(actions.begin(), actions.end(), action) != actions.end();
    if (!known || !is_status(first_word)) continue;
    if (!found || action == "failed") found = {action, first_word};
    if (action == "failed") break;
  }
  return found;
}

std::optional<std::string> token_of(const Fields& head, string_view recipient) {
  if (!recipient.empty()) return token_in(recipient);
  for (const auto name : heads_with_recipient) {
    for (const auto& each : head) {
      if (each.first != name) continue;
      if (auto token = token_in(each.second)) return token;
    }
  }
  return std::nullopt;
}

}  // namespace

Result<DeliveryNotice> read_delivery_notice(string_view message, string_view recipient) {
  if (message.size() > notice_bytes_max) {
    return refused("It is longer than a delivery status notification is.");
  }
  const auto text = unix_lines(message);
  const auto whole = entity_of(text);
  const auto type = field(whole.fields, "content-type");
  if (whole.fields.empty()) return refused("It is no message: there is no head.");
  if (!lower(type).starts_with("multipart/report") ||
      lower(parameter(type, "report-type")) != "delivery-status") {
    return refused("It is no delivery status notification (multipart/report).");
  }
  const auto boundary = parameter(type, "boundary");
  if (boundary.empty()) return refused("It does not say what separates its parts.");
  const auto token = token_of(whole.fields, recipient);
  if (!token) return refused("It is not for an address that reminders of ours come back to.");
  for (const auto part : parts_of(whole.body, boundary)) {
    const auto entity = entity_of(part);
    if (!lower(field(entity.fields, "content-type")).starts_with("message/delivery-status")) {
      continue;
    }
    const auto status = status_in(entity.body);
    if (!status) return refused("It says of no recipient what became of the mail.");
    return DeliveryNotice{*token, status->first, status->second, status->first == "failed"};
  }
  return refused("It has no part that says what became of the mail.");
}

}  // namespace onereturn::notifications
