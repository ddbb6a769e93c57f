#include "tools/load/script.hpp"

#include <array>
#include <charconv>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string_view>

namespace onereturn::load {
namespace {

constexpr std::string_view version_mark = "@V@";
constexpr char header_end = '\x1f';
constexpr std::size_t field_count = 9;

using FileText = std::shared_ptr<const std::string>;

template <class Number>
Number number_of(std::string_view text, const char* what) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) {
    throw std::runtime_error(std::string("the script has no number as ") + what);
  }
  return number;
}

std::array<std::string_view, field_count> fields_of(std::string_view line) {
  std::array<std::string_view, field_count> fields;
  for (std::size_t at = 0; at < field_count; ++at) {
    const auto end = at + 1 < field_count ? line.find('\t') : line.size();
    if (end == std::string_view::npos) {
      throw std::runtime_error("a line of the script has too few fields");
    }
    fields.at(at) = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return fields;
}

FileText file_text(const std::string& path, std::map<std::string, FileText>& known) {
  auto& text = known[path];
  if (!text) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
      throw std::runtime_error("the script names a file that is not there");
    }
    text = std::make_shared<const std::string>(std::istreambuf_iterator<char>(file),
                                               std::istreambuf_iterator<char>());
  }
  return text;
}

std::string head_of(std::string_view method, std::string_view target, std::string_view headers,
                    const std::string& host) {
  std::string head(method);
  head.append(" ").append(target).append(" HTTP/1.1\r\nHost: ").append(host).append("\r\n");
  while (!headers.empty()) {
    const auto end = std::min(headers.find(header_end), headers.size());
    head.append(headers.substr(0, end)).append("\r\n");
    headers.remove_prefix(std::min(end + 1, headers.size()));
  }
  return head;
}

}  // namespace

std::string Step::text(int current) const {
  std::string content = file ? *file : body;
  if (slot >= 0) {
    const auto at = content.find(version_mark);
    if (at != std::string::npos) {
      content.replace(at, version_mark.size(), std::to_string(current));
    }
  }
  std::string whole = head;
  if (!content.empty() || !head.starts_with("GET ")) {
    whole += "Content-Length: " + std::to_string(content.size()) + "\r\n";
  }
  return whole + "\r\n" + content;
}

std::vector<Step> read_script(std::istream& lines, const std::string& host) {
  std::vector<Step> steps;
  std::map<std::string, FileText> files;
  for (std::string line; std::getline(lines, line);) {
    const auto fields = fields_of(line);
    Step step;
    step.at_us = number_of<std::int64_t>(fields[0], "a time");
    step.kind = fields[1];
    step.seat = number_of<int>(fields[2], "a seat");
    step.slot = number_of<int>(fields[3], "a slot");
    step.version = number_of<int>(fields[4], "a version");
    step.head = head_of(fields[5], fields[6], fields[7], host);
    if (fields[8].starts_with('@')) {
      step.file = file_text(std::string(fields[8].substr(1)), files);
    } else {
      step.body = fields[8];
    }
    if (!steps.empty() && step.at_us < steps.back().at_us) {
      throw std::runtime_error("the script is not in the order of its times");
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

int version_in(const std::string& body) {
  for (const std::string_view name : {"\"version\":", "\"answer\":"}) {
    const auto at = body.find(name);
    if (at == std::string::npos) {
      continue;
    }
    int version = 0;
    const char* from = body.data() + at + name.size();
    std::from_chars(from, body.data() + body.size(), version);
    return version;
  }
  return 0;
}

}  // namespace onereturn::load
