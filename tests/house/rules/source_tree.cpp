#include "source_tree.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace onereturn::house {
namespace {

namespace fs = std::filesystem;

bool left_out(const std::string& name) {
  constexpr std::array skipped = {".git", "node_modules", "build", ".run", "artefacts", ".cache"};
  return std::find(skipped.begin(), skipped.end(), name) != skipped.end();
}

bool is_binary(const fs::path& path) {
  constexpr std::array endings = {".png", ".woff2", ".ico", ".pdf", ".gz", ".bin"};
  return std::find(endings.begin(), endings.end(), path.extension()) != endings.end();
}

SourceFile read(const fs::path& root, const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  SourceFile file{fs::relative(path, root).generic_string(), text.str(), {}};
  std::istringstream lines(file.text);
  for (std::string line; std::getline(lines, line);) {
    file.lines.push_back(line);
  }
  return file;
}

std::vector<SourceFile> walk() {
  const fs::path root(ONERETURN_SOURCE_DIR);
  std::vector<SourceFile> files;
  for (auto it = fs::recursive_directory_iterator(root); it != fs::end(it); ++it) {
    if (left_out(it->path().filename().string())) {
      it.disable_recursion_pending();
    } else if (it->is_regular_file() && !is_binary(it->path())) {
      files.push_back(read(root, it->path()));
    }
  }
  return files;
}

}  // namespace

const std::vector<SourceFile>& source_tree() {
  static const std::vector<SourceFile> files = walk();
  return files;
}

std::string place(const SourceFile& file, std::size_t line, const std::string& words) {
  return file.path + ":" + std::to_string(line) + ": " + words;
}

std::string joined(const std::vector<std::string>& complaints) {
  std::string text = std::to_string(complaints.size()) + " complaints\n";
  for (const auto& complaint : complaints) {
    text += complaint + "\n";
  }
  return text;
}

}  // namespace onereturn::house
