#include "functional/paper/reading.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "platform/convert/job_folder.hpp"
#include "platform/crypto/encoding.hpp"

namespace onereturn::testing::paper {

std::string read_with(const std::vector<std::string>& words, const std::string& bytes) {
  const convert::JobFolder folder{std::filesystem::temp_directory_path()};
  folder.write("file", bytes);
  std::string command;
  for (const auto& word : words) {
    command += "'" + (word == "{file}" ? folder.path() + "/file" : word) + "' ";
  }
  command += "2>/dev/null";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe{::popen(command.c_str(), "re"), [](FILE* file) {
                                                     // Warnings of readers are answers too.
                                                     return ::pclose(file);
                                                   }};
  std::string text(1 << 16, '\0');
  std::string all;
  for (auto count = std::fread(text.data(), 1, text.size(), pipe.get()); count > 0;
       count = std::fread(text.data(), 1, text.size(), pipe.get())) {
    all.append(text, 0, count);
  }
  EXPECT_FALSE(all.empty()) << words.front() << " said nothing";
  return all;
}

std::string inside_zip(const std::string& bytes, const std::string& name) {
  return read_with({"unzip", "-p", "{file}", name}, bytes);
}
std::string text_of_pdf(const std::string& bytes) {
  return read_with({"pdftotext", "-layout", "{file}", "-"}, bytes);
}
std::string structure_of_pdf(const std::string& bytes) {
  return read_with({"pdfinfo", "-struct-text", "{file}"}, bytes);
}
std::string plain_pdf(const std::string& bytes) {
  return read_with({"qpdf", "--qdf", "--object-streams=disable", "{file}", "-"}, bytes);
}

std::string wrong_in_pdf(const std::string& bytes) {
  const char* jars = std::getenv("ONERETURN_TEST_VERAPDF");
  if (jars == nullptr) {
    std::cerr << "\n*** veraPDF is not here (ONERETURN_TEST_VERAPDF): whether this PDF is what it "
                 "claims is NOT validated, only its tags and marks are looked at ***\n\n";
    return {};
  }
  const auto said = read_with(
      {"java", "-cp", std::string{jars} + "/*",
       std::string{ONERETURN_SOURCE_DIR} + "/tests/functional/paper/verapdf/Verify.java", "{file}"},
      bytes);
  return how_often(said, "PASS ") == 2 ? std::string{} : said;
}

std::vector<int> levels_of_headings(const std::string& pdf) {
  std::vector<int> levels;
  std::istringstream tags{read_with({"pdfinfo", "-struct", "{file}"}, pdf)};
  for (std::string line; std::getline(tags, line);) {
    const auto at = line.find_first_not_of(' ');
    if (at == line.npos || line[at] != 'H' || line.find(" (block)") != at + 2) continue;
    levels.push_back(line[at + 1] - '0');
  }
  return levels;
}

namespace {

// What a part's relationships lead to, as paths in the file; those to the outside are left out.
std::vector<std::string> led_to(const std::string& rels, const std::string& text) {
  static const std::regex one{"<Relationship [^>]*>"};
  static const std::regex target{" Target=\"([^\"]*)\""};
  const auto folder = std::filesystem::path{rels}.parent_path().parent_path();
  std::vector<std::string> paths;
  for (std::sregex_iterator at{text.begin(), text.end(), one}, end; at != end; ++at) {
    const auto words = at->str();
    std::smatch to;
    if (how_often(words, "External") > 0 || !std::regex_search(words, to, target)) continue;
    const std::string path = to[1];
    paths.push_back(path.starts_with('/') ? path.substr(1)
                                          : (folder / path).lexically_normal().string());
  }
  return paths;
}

}  // namespace

std::string wrong_in_office_file(const std::string& bytes) {
  const auto names = read_with({"unzip", "-Z1", "{file}"}, bytes);
  // Names in the command's words would be patterns: the folder is where all of them stand.
  auto said = read_with({"sh", "-c",
                         "cd \"$(mktemp -d)\" && unzip -q \"$1\" && echo unpacked && "
                         "find . -name \"*.xml\" -o -name \"*.rels\" -o -name \"*.rdf\" | "
                         "xargs -d \"\\n\" xmllint --noout --nonet 2>&1; rm -rf \"$PWD\"",
                         "sh", "{file}"},
                        bytes);
  if (said == "unpacked\n") said.clear();
  std::istringstream each{names};
  for (std::string name; std::getline(each, name);) {
    if (!name.ends_with(".rels")) continue;
    for (const auto& path : led_to(name, inside_zip(bytes, name))) {
      if (names.find(path + "\n") == names.npos) said += name + " leads to " + path + "\n";
    }
  }
  return said;
}

int how_often(const std::string& text, const std::string& word) {
  int count = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    ++count;
  }
  return count;
}

std::string page(const std::string& body, const std::string& title, const std::string& language) {
  return "<!DOCTYPE html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><title>" +
         title + "</title></head><body>" + body + "</body></html>";
}

std::string picture(const std::string& svg, const std::string& alternative) {
  auto coded = crypto::to_base64url(svg);
  std::replace(coded.begin(), coded.end(), '-', '+');
  std::replace(coded.begin(), coded.end(), '_', '/');
  coded.append((4 - coded.size() % 4) % 4, '=');
  return "<p><img src=\"data:image/svg+xml;base64," + coded + "\" alt=\"" + alternative +
         "\" width=\"600\"></p>";
}

convert::Settings patient() {
  // No test shall fail because others use the machine.
  return {.folder = {}, .limits = {.time = std::chrono::seconds{300}}};
}

const convert::Converter& converter() {
  static const convert::Converter one{patient()};
  return one;
}

convert::Look look() {
  convert::Look look;
  look.name = "Northvale & District Safeguarding Children Board";
  look.colour = "#7a1f5c";
  look.record = "OR-2027-004512";
  look.short_title = "A report";
  look.foot = "Check value 7F3A-22C9";
  return look;
}

std::vector<std::string> left_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    names.push_back(entry.path());
  }
  return names;
}

std::vector<std::string> processes_with(const std::string& word) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator{"/proc"}) {
    std::ifstream file{entry.path() / "cmdline"};
    const std::string words{std::istreambuf_iterator<char>{file}, {}};
    if (words.find(word) != std::string::npos) found.push_back(entry.path());
  }
  return found;
}

}  // namespace onereturn::testing::paper
