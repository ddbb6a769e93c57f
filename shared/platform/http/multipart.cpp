#include "platform/http/multipart.hpp"

#include <algorithm>
#include <utility>

#include "platform/http/fields.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::http {
namespace {

constexpr std::size_t boundary_max = 70;
constexpr std::size_t head_bytes_max = 4096;
constexpr std::size_t parts_max = 200;
constexpr std::string_view line_end = "\r\n";
constexpr std::string_view head_end = "\r\n\r\n";

bool is_boundary(std::string_view text) {
  static constexpr std::string_view marks = "'()+_,-./:=?";
  return !text.empty() && text.size() <= boundary_max &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                  marks.find(c) != std::string_view::npos;
         });
}

// Browsers write %22, %0D and %0A for what would end the quotation, and nothing else so.
std::string unescape(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const auto code = text.substr(0, 3);
    const bool quote = code == "%22";
    const bool line = equals_ignoring_case(code, "%0D") || equals_ignoring_case(code, "%0A");
    plain += quote ? '"' : line ? ' ' : text.front();
    text.remove_prefix(quote || line ? 3 : 1);
  }
  return plain;
}

// `; key="value"` from the front of the rest of a Content-Disposition.
std::optional<std::pair<std::string, std::string>> take_parameter(std::string_view& rest) {
  if (!rest.starts_with("; ")) return std::nullopt;
  rest.remove_prefix(2);
  const auto equals = rest.find("=\"");
  const auto close = equals == std::string_view::npos ? equals : rest.find('"', equals + 2);
  if (close == std::string_view::npos) return std::nullopt;
  std::pair found{std::string{rest.substr(0, equals)},
                  unescape(rest.substr(equals + 2, close - equals - 2))};
  rest.remove_prefix(close + 1);
  return found;
}

std::optional<PartHead> read_disposition(std::string_view value) {
  static constexpr std::string_view kind = "form-data";
  if (!value.starts_with(kind) || !is_valid_utf8(value)) return std::nullopt;
  value.remove_prefix(kind.size());
  PartHead head;
  bool named = false;
  while (!value.empty()) {
    auto parameter = take_parameter(value);
    if (!parameter) return std::nullopt;
    if (parameter->first == "name" && !named) {
      head.name = std::move(parameter->second);
      named = true;
    } else if (parameter->first == "filename" && !head.file_name) {
      head.file_name = std::move(parameter->second);
    } else if (parameter->first != "filename*") {
      return std::nullopt;
    }
  }
  return named ? std::optional{std::move(head)} : std::nullopt;
}

}  // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type) {
  static constexpr std::string_view kind = "multipart/form-data";
  static constexpr std::string_view key = "boundary=";
  if (!equals_ignoring_case(content_type.substr(0, kind.size()), kind)) return std::nullopt;
  auto rest = content_type.substr(kind.size());
  while (rest.starts_with(';') || rest.starts_with(' '))
    rest.remove_prefix(1);
  if (!rest.starts_with(key)) return std::nullopt;
  rest.remove_prefix(key.size());
  if (rest.size() > 1 && rest.front() == '"' && rest.back() == '"') {
    rest = rest.substr(1, rest.size() - 2);
  }
  return is_boundary(rest) ? std::optional{std::string{rest}} : std::nullopt;
}

MultipartReader::MultipartReader(std::string boundary, PartReceiver& receiver)
    : mark_{"\r\n--" + std::move(boundary)}, receiver_{receiver} {}

bool MultipartReader::take(std::string_view bytes) {
  if (state_ == State::broken || state_ == State::done) return state_ == State::done;
  held_.append(bytes);
  while (step()) {
  }
  return state_ != State::broken;
}

// One step forward. False when more bytes are needed, or none are wanted any more.
bool MultipartReader::step() {
  switch (state_) {
    case State::first_line:
      return read_first_line();
    case State::head:
      return read_head();
    case State::body:
      return read_body();
    case State::after_boundary:
      return read_after_boundary();
    case State::done:
    case State::broken:
      held_.clear();
      return false;
  }
  return false;
}

bool MultipartReader::read_first_line() {
  const auto wanted = std::string_view{mark_}.substr(line_end.size());
  if (held_.size() < wanted.size()) return false;
  state_ = held_.starts_with(wanted) ? State::after_boundary : State::broken;
  held_.erase(0, wanted.size());
  return true;
}

bool MultipartReader::read_after_boundary() {
  if (held_.size() < 2) return false;
  const bool another = held_.starts_with(line_end);
  const bool last = held_.starts_with("--");
  held_.erase(0, 2);
  // The part's head begins with the line end, so that a head without a line is seen as empty.
  if (another) held_.insert(0, line_end);
  state_ = last ? State::done : another && ++parts_ <= parts_max ? State::head : State::broken;
  return true;
}

bool MultipartReader::read_head() {
  const auto end = held_.find(head_end);
  if (end == std::string::npos) {
    if (held_.size() > head_bytes_max) state_ = State::broken;
    return state_ == State::broken;
  }
  const bool good = end <= head_bytes_max && take_head(std::string_view{held_}.substr(0, end));
  held_.erase(0, end + head_end.size());
  // The line end before the first boundary of an empty body is the one that ends the head.
  if (good) held_.insert(0, line_end);
  not_body_ = line_end.size();
  state_ = good ? State::body : State::broken;
  return true;
}

bool MultipartReader::read_body() {
  const auto mark = held_.find(mark_);
  const bool ends = mark != std::string::npos;
  // Without a boundary in sight, what could be the beginning of one is kept back.
  const auto until = ends ? mark : held_.size() - std::min(held_.size(), mark_.size() - 1);
  if (until > not_body_) {
    receiver_.part_bytes(std::string_view{held_}.substr(not_body_, until - not_body_));
    held_.erase(0, until);
    not_body_ = 0;
  } else if (ends) {
    held_.erase(0, mark);
  }
  if (!ends) return false;
  receiver_.end_part();
  held_.erase(0, mark_.size());
  state_ = State::after_boundary;
  return true;
}

bool MultipartReader::take_head(std::string_view lines) {
  std::optional<PartHead> head;
  while (lines.starts_with(line_end)) {
    lines.remove_prefix(line_end.size());
    const auto line = lines.substr(0, lines.find(line_end));
    lines.remove_prefix(line.size());
    const auto colon = line.find(": ");
    if (colon == std::string_view::npos || colon == 0) return false;
    const auto name = line.substr(0, colon);
    if (equals_ignoring_case(name, "Content-Disposition")) {
      if (head) return false;
      head = read_disposition(line.substr(colon + 2));
      if (!head) return false;
    } else if (!equals_ignoring_case(name, "Content-Type") &&
               !equals_ignoring_case(name, "Content-Length")) {
      return false;
    }
  }
  if (!head) return false;
  receiver_.begin_part(*head);
  return true;
}

}  // namespace onereturn::http
