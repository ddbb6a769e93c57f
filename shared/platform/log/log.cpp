#include "platform/log/log.hpp"

#include <chrono>
#include <cstdio>
#include <memory>
#include <mutex>
#include <utility>

#include "base/date.hpp"

namespace onereturn::log {

namespace {

const char* name_of(Level level) {
  switch (level) {
    case Level::info:
      return "info";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  return "error";
}

Instant now() {
  return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

struct ToJson {
  std::string operator()(const std::string& text) const { return quoted(text); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return std::to_string(number); }
  std::string operator()(bool yes) const { return yes ? "true" : "false"; }
};

// How many bytes the character at `at` takes, 0 when it is not well-formed UTF-8.
std::size_t character_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || at + length > text.size()) {
    return 0;
  }
  // Neither longer than need be, nor half of a pair, nor beyond the last character.
  const auto second = length == 1 ? 0U : static_cast<unsigned char>(text[at + 1]);
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
      (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) {
    return 0;
  }
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U) {
      return 0;
    }
  }
  return length;
}

void append_escaped(std::string& out, char c) {
  static constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') {
    out.append("\\").push_back(c);
  } else if (byte < 0x20 || byte == 0x7F) {
    out.append("\\u00").push_back(digits[byte >> 4U]);
    out.push_back(digits[byte & 15U]);
  } else {
    out.push_back(c);
  }
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string out{"\""};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(text, at);
    if (length == 1) {
      append_escaped(out, text[at]);
    } else if (length == 0) {
      out.push_back('?');
    } else {
      out.append(text.substr(at, length));
    }
    at += length == 0 ? 1 : length;
  }
  return out.append("\"");
}

Logger::Logger(std::string program)
    : Logger{std::move(program), [mutex = std::make_shared<std::mutex>()](const std::string& line) {
               const std::lock_guard lock{*mutex};
               std::fwrite(line.data(), 1, line.size(), stdout);
               std::fflush(stdout);
             }} {}

Logger::Logger(std::string program, Sink sink)
    : program_{std::move(program)}, sink_{std::move(sink)} {}

void Logger::write(Level level, std::string_view event, const Facts& facts) noexcept {
  try {
    std::string line{R"({"at":)"};
    line.append(quoted(to_iso(now()))).append(R"(,"level":")").append(name_of(level));
    line.append(R"(","program":)").append(quoted(program_));
    line.append(R"(,"event":)").append(quoted(event));
    for (const auto& [name, value] : facts) {
      line.append(",").append(quoted(name)).append(":").append(std::visit(ToJson{}, value));
    }
    sink_(line.append("}\n"));
  } catch (...) {
    // Losing a line of the log must not cost a person their request.
    return;
  }
}

}  // namespace onereturn::log
