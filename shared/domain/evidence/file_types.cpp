#include "domain/evidence/file_types.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/text.hpp"

namespace onereturn::evidence {
namespace {

constexpr std::size_t name_bytes_max = 120;

constexpr std::array<FileType, 12> taken{{
    {"pdf", "application/pdf", "a PDF"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     "a Word document"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     "an Excel workbook"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
     "a PowerPoint presentation"},
    {"odt", "application/vnd.oasis.opendocument.text", "an OpenDocument text"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"},
    {"odp", "application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation"},
    {"png", "image/png", "a PNG picture"},
    {"jpg", "image/jpeg", "a JPEG picture"},
    {"jpeg", "image/jpeg", "a JPEG picture"},
    {"txt", "text/plain", "plain text"},
    {"csv", "text/csv", "a CSV table"},
}};

std::string lower(std::string_view text) {
  std::string result;
  for (const char c : text)
    result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

const FileType* type_of_extension(std::string_view extension) {
  const auto found = std::find_if(taken.begin(), taken.end(), [&](const FileType& type) {
    return type.extension == extension;
  });
  return found == taken.end() ? nullptr : &*found;
}

bool holds(const FileLook& look, std::string_view beginning) {
  return std::any_of(look.names.begin(), look.names.end(),
                     [&](const std::string& name) { return name.starts_with(beginning); });
}

bool has_macros(const FileLook& look) {
  return std::any_of(look.names.begin(), look.names.end(), [](const std::string& name) {
    const auto small = lower(name);
    return small.ends_with("vbaproject.bin") || small.starts_with("basic/");
  });
}

std::string_view extension_of_zip(const FileLook& look) {
  for (const auto& type : taken) {
    if (type.media_type == look.declared) return type.extension;
  }
  if (!holds(look, "[Content_Types].xml")) return {};
  if (holds(look, "word/")) return "docx";
  if (holds(look, "xl/")) return "xlsx";
  return holds(look, "ppt/") ? std::string_view{"pptx"} : std::string_view{};
}

// The extension that the bytes speak for, "" when none.
std::string_view extension_of_bytes(const FileLook& look) {
  if (look.is_zip) return extension_of_zip(look);
  if (look.media_type == "text/plain") return "txt";
  if (look.media_type == "text/csv" || look.media_type == "application/csv") return "csv";
  for (const auto& type : taken) {
    if (type.media_type == look.media_type) return type.extension;
  }
  return {};
}

// Words and tables of words look alike to a machine, and a picture has two extensions.
bool agree(std::string_view named, std::string_view seen) {
  const auto family = [](std::string_view extension) {
    if (extension == "csv") return std::string_view{"txt"};
    return extension == "jpeg" ? std::string_view{"jpg"} : extension;
  };
  return !seen.empty() && family(named) == family(seen);
}

Problem refused(std::string words) {
  Problem problem{ProblemCode::invalid, "file-refused", words, {}};
  problem.fields.push_back({"file", std::move(words)});
  return problem;
}

// What shows a name otherwise than it is: U+200B to U+200F, U+202A to U+202E, U+2060 to U+2069,
// U+061C, U+FEFF, and control characters beyond the blanks.
std::size_t hidden_at(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  const bool blank = byte(0) == '\t' || byte(0) == '\n' || byte(0) == '\r';
  if ((byte(0) < 0x20 && !blank) || byte(0) == 0x7F) return 1;
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) return 2;
  if (byte(0) == 0xD8 && byte(1) == 0x9C) return 2;
  if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return 3;
  if (byte(0) != 0xE2) return 0;
  const bool marks = byte(1) == 0x80 &&
                     ((byte(2) >= 0x8B && byte(2) <= 0x8F) || (byte(2) >= 0xAA && byte(2) <= 0xAE));
  const bool isolates = byte(1) == 0x81 && byte(2) >= 0xA0 && byte(2) <= 0xA9;
  return marks || isolates ? 3 : 0;
}

std::string once_without_hidden(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const auto hidden = hidden_at(text);
    if (hidden == 0) plain += text.front();
    text.remove_prefix(hidden == 0 ? 1 : hidden);
  }
  return plain;
}

// What is taken out may join halves around it to another one.
std::string without_hidden(std::string_view text) {
  auto plain = once_without_hidden(text);
  for (auto next = once_without_hidden(plain); next != plain; next = once_without_hidden(plain)) {
    plain = std::move(next);
  }
  return plain;
}

}  // namespace

Result<FileType> type_of_upload(std::string_view file_name, std::uint64_t size,
                                const FileLook& look) {
  if (size == 0) return refused("The file is empty. Choose another one.");
  if (size > file_bytes_max) {
    return refused("The file is larger than 25 MB. Choose a smaller one, or split it.");
  }
  const auto dot = file_name.rfind('.');
  // Only an ending is no name.
  const bool has_ending = dot != std::string_view::npos && dot > 0;
  const auto extension = has_ending ? lower(file_name.substr(dot + 1)) : std::string{};
  const auto* type = type_of_extension(extension);
  if (type == nullptr) {
    return refused("Files of this kind are not taken. Choose " + std::string{types_in_words()} +
                   ", or save yours as a PDF first.");
  }
  if (look.encrypted) {
    return refused("The file is locked with a password. Save it without one and choose it again.");
  }
  if (look.is_zip && look.too_large) {
    return refused("There is more inside this file than can be checked. Save it as a PDF instead.");
  }
  const auto seen = extension_of_bytes(look);
  if (look.is_zip && !look.readable) {
    return refused("The file is damaged. Save it again and choose the new one.");
  }
  if (!agree(extension, seen)) {
    return refused("The name says this is " + std::string{type->words} +
                   ", but what is inside is something else. Save it again in the right kind.");
  }
  if (has_macros(look)) {
    return refused("The file has macros in it. Save it without macros, or as a PDF.");
  }
  return *type;
}

FileType type_by_bytes(const FileLook& look) {
  const auto* type = type_of_extension(extension_of_bytes(look));
  return type != nullptr ? *type : *type_of_extension("txt");
}

std::string_view types_in_words() {
  return "a PDF, a Word, Excel, PowerPoint or OpenDocument file, a PNG or JPEG picture, plain text "
         "or CSV";
}

std::string_view types_for_field() {
  return ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.txt,.csv";
}

std::string download_name(std::string_view title, std::string_view extension) {
  static constexpr std::string_view meaningful = "/\\:*?\"<>|%;";
  std::string name;
  for (const char c : tidy_line(title)) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    name += control || meaningful.find(c) != std::string_view::npos ? ' ' : c;
  }
  name = tidy_line(name);
  while (name.starts_with('.') || name.starts_with(' '))
    name.erase(0, 1);
  const auto whole = "." + std::string{extension};
  if (lower(name).ends_with(whole)) name.resize(name.size() - whole.size());
  // A cut never goes through the middle of a character.
  std::size_t end = name_bytes_max;
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U)
    --end;
  if (name.size() > end) name.resize(end);
  return (name.empty() ? "evidence" : name) + whole;
}

std::string tidy_file_name(std::string_view sent) {
  const auto slash = sent.find_last_of("/\\");
  if (slash != std::string_view::npos) sent.remove_prefix(slash + 1);
  auto name = tidy_line(without_hidden(sent));
  const auto length = count_characters(name);
  return length && *length <= line_characters_max ? name : std::string{};
}

std::string size_in_words(std::uint64_t bytes) {
  std::array<char, 32> text{};
  if (bytes < 1024 * 1024) {
    std::snprintf(text.data(), text.size(), "%llu KB",
                  static_cast<unsigned long long>((bytes + 1023) / 1024));
  } else {
    std::snprintf(text.data(), text.size(), "%.1f MB",
                  static_cast<double>(bytes) / (1024.0 * 1024.0));
  }
  return text.data();
}

}  // namespace onereturn::evidence
