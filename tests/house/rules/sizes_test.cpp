// Files stop at 500 lines, functions at 70, lines at 100 columns.

#include <regex>

#include <gtest/gtest.h>

#include "source_tree.hpp"

namespace onereturn::house {
namespace {

constexpr std::size_t file_lines_max = 500;
constexpr std::size_t function_lines_max = 70;
constexpr std::size_t columns_max = 100;

bool is_source(const SourceFile& file) {
  return file.is_cpp() || file.ends(".mjs") || file.ends(".js") || file.ends(".sh") ||
         file.ends(".scss") || file.ends(".mustache");
}

// Characters, not bytes: a continuation byte of UTF-8 takes no column.
std::size_t columns(const std::string& line) {
  std::size_t count = 0;
  for (const char c : line) {
    count += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U ? 1U : 0U;
  }
  return count;
}

// A function's first line, in a formatted file: at the left margin or a member's indent, ending
// in an opening brace, and naming no type or namespace.
bool opens_function(const std::string& line) {
  static const std::regex type(R"(^\s*(namespace|class|struct|enum|union|extern|template)\b)");
  static const std::regex body(R"(\)[^;=]*\{$)");
  return std::regex_search(line, body) && !std::regex_search(line, type);
}

std::size_t indent(const std::string& line) { return line.find_first_not_of(' '); }

TEST(Sizes, files_stop_at_500_lines) {
  std::vector<std::string> complaints;
  for (const auto& file : source_tree()) {
    if (is_source(file) && file.lines.size() > file_lines_max) {
      complaints.push_back(place(file, file.lines.size(), "is too long"));
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

TEST(Sizes, functions_stop_at_70_lines) {
  std::vector<std::string> complaints;
  for (const auto& file : source_tree()) {
    if (!file.is_cpp()) {
      continue;
    }
    for (std::size_t start = 0; start < file.lines.size(); ++start) {
      const auto margin = indent(file.lines[start]);
      if (margin > 2 || !opens_function(file.lines[start])) {
        continue;
      }
      const std::string close = std::string(margin, ' ') + "}";
      std::size_t end = start + 1;
      while (end < file.lines.size() && !file.lines[end].starts_with(close)) {
        ++end;
      }
      if (end - start + 1 > function_lines_max) {
        complaints.push_back(place(file, start + 1, std::to_string(end - start + 1) + " lines"));
      }
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

TEST(Sizes, lines_stop_at_100_columns) {
  std::vector<std::string> complaints;
  for (const auto& file : source_tree()) {
    if (!file.is_cpp() && !file.ends(".mjs") && !file.ends(".cmake")) {
      continue;
    }
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      if (columns(file.lines[i]) > columns_max) {
        complaints.push_back(place(file, i + 1, "is too wide"));
      }
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

}  // namespace
}  // namespace onereturn::house
