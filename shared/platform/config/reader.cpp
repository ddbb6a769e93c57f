#include "platform/config/reader.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <regex>

namespace onereturn::config {

namespace {

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) {
    return {};
  }
  return std::string{text.substr(first, text.find_last_not_of(" \t") - first + 1)};
}

// A connection text may carry a password in either of libpq's two forms.
std::string without_password(const std::string& value) {
  static const std::regex word{R"((password\s*=\s*)('[^']*'|\S+))"};
  static const std::regex in_address{R"((://[^:/@]*:)[^@]*@)"};
  return std::regex_replace(std::regex_replace(value, word, "$1***"), in_address, "$1***@");
}

}  // namespace

Lookup environment() {
  return [](const std::string& name) -> std::optional<std::string> {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): read before there are threads; nothing sets any
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>{value};
  };
}

std::optional<std::string> Reader::look(const std::string& name) const {
  auto value = lookup_(name);
  return value && !value->empty() ? value : std::nullopt;
}

void Reader::print(const std::string& name, const std::string& value, Secret secret) {
  const std::string shown =
      secret == Secret::no ? without_password(value) : std::string{value.empty() ? "" : "***"};
  printed_.append(name).append("=").append(shown).append("\n");
}

void Reader::complain(const std::string& name, const std::string& what) {
  complaints_.push_back(name + " " + what);
}

std::string Reader::text(const std::string& name, std::string fallback, Secret secret) {
  auto value = look(name).value_or(std::move(fallback));
  if (value.find_first_of("\r\n") != std::string::npos) {
    complain(name, "must be one line");
  }
  print(name, value, secret);
  return value;
}

std::string Reader::required(const std::string& name, Secret secret) {
  auto value = text(name, "", secret);
  if (value.empty()) {
    complain(name, "must be set");
  }
  return value;
}

std::int64_t Reader::number(const std::string& name, std::int64_t fallback, std::int64_t least,
                            std::int64_t most) {
  std::int64_t number = fallback;
  if (const auto value = look(name)) {
    const auto [end, failure] =
        std::from_chars(value->data(), value->data() + value->size(), number);
    const bool whole = failure == std::errc{} && end == value->data() + value->size();
    if (!whole || number < least || number > most) {
      complain(name, "must be a whole number from " + std::to_string(least) + " to " +
                         std::to_string(most));
      number = fallback;
    }
  }
  print(name, std::to_string(number), Secret::no);
  return number;
}

std::vector<std::string> Reader::list(const std::string& name, const std::string& fallback,
                                      Secret secret) {
  const std::string value = text(name, fallback, secret);
  std::vector<std::string> items;
  for (std::size_t from = 0; from <= value.size();) {
    const auto end = std::min(value.find(',', from), value.size());
    if (auto item = trimmed(std::string_view{value}.substr(from, end - from)); !item.empty()) {
      items.push_back(std::move(item));
    }
    from = end + 1;
  }
  return items;
}

std::optional<Instant> Reader::instant(const std::string& name) {
  const std::string value = text(name, "");
  if (value.empty()) {
    return std::nullopt;
  }
  const auto instant = parse_instant(value);
  if (!instant) {
    complain(name, "must be an instant such as 2027-03-16T10:00:00Z");
  }
  return instant;
}

std::string Reader::one_of(const std::string& name, const std::vector<std::string>& words,
                           const std::string& fallback) {
  std::string value = text(name, fallback);
  if (std::find(words.begin(), words.end(), value) == words.end()) {
    std::string choice;
    for (const auto& word : words) {
      choice.append(choice.empty() ? "" : ", ").append(word);
    }
    complain(name, "must be one of " + choice);
    return fallback;
  }
  return value;
}

}  // namespace onereturn::config
