#include "functional/paper/reading.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

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

int how_often(const std::string& text, const std::string& word) {
  int count = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    ++count;
  }
  return count;
}

std::string page(const std::string& body, const std::string& title, const std::string& language) {
  return "<!DOCTYPE html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><title>" +
         title + "</title></head><body><h1>" + title + "</h1>" + body + "</body></html>";
}

std::string picture(const std::string& svg, const std::string& alternative) {
  auto coded = crypto::to_base64url(svg);
  std::replace(coded.begin(), coded.end(), '-', '+');
  std::replace(coded.begin(), coded.end(), '_', '/');
  coded.append((4 - coded.size() % 4) % 4, '=');
  return "<p><img src=\"data:image/svg+xml;base64," + coded + "\" alt=\"" + alternative +
         "\" width=\"600\"></p>";
}

const convert::Converter& converter() {
  static const convert::Converter one{{}};
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
