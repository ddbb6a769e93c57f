#include "platform/convert/reference.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "platform/archive/archive.hpp"
#include "platform/convert/reference_texts.hpp"

namespace onereturn::convert {
namespace {

using Values = std::vector<std::pair<std::string_view, std::string>>;

constexpr std::int64_t long_ago = 315'532'800;  // 1 January 1980, where zip's time begins
constexpr int emu_of_millimetre = 36'000;
constexpr int logo_height_max = 16;  // millimetres
constexpr int logo_width_max = 60;
constexpr int margins = 2 * 1134;  // twentieths of a point, as are all sizes of pages

struct Paper {
  int width, height;
  bool across;
};

Paper paper_of(Page page) {
  if (page == Page::a4_across) return {16838, 11906, true};
  if (page == Page::a3_across) return {23811, 16838, true};
  return {11906, 16838, false};
}

// Characters that XML does not allow are left out.
std::string xml_text(std::string_view text) {
  std::string escaped;
  for (const char c : characters_of(text)) {
    if (static_cast<unsigned char>(c) < 0x20) continue;
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else if (c == '"') {
      escaped += "&quot;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::string colour_of(const std::string& colour) {
  const bool right = colour.size() == 7 && colour.front() == '#' &&
                     std::all_of(colour.begin() + 1, colour.end(), is_hexadecimal);
  return right ? colour.substr(1) : "0B4F5C";
}

bool is_png(const std::string& bytes) { return bytes.starts_with("\x89PNG\r\n\x1a\n"); }
bool is_jpeg(const std::string& bytes) { return bytes.starts_with("\xff\xd8\xff"); }

bool has_logo(const Look& look) {
  return (is_png(look.logo) || is_jpeg(look.logo)) && look.logo_width > 0 && look.logo_height > 0;
}

// Replaced in one walk: a value that looks like a mark stays as it is.
std::string filled(std::string_view text, const Values& values) {
  std::string out;
  while (!text.empty()) {
    const auto at = std::min(text.find('@'), text.size());
    out.append(text.substr(0, at));
    text.remove_prefix(at);
    const auto known = std::find_if(values.begin(), values.end(), [&](const auto& value) {
      return text.starts_with(value.first);
    });
    if (known != values.end()) {
      out.append(known->second);
      text.remove_prefix(known->first.size());
    } else if (!text.empty()) {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

std::string logo_of(const Look& look) {
  if (!has_logo(look)) return {};
  const double scale = std::min(static_cast<double>(logo_height_max) / look.logo_height,
                                static_cast<double>(logo_width_max) / look.logo_width);
  const auto emu = [&](int dots) {
    return std::to_string(static_cast<int>(dots * scale * emu_of_millimetre));
  };
  return filled(texts::logo, {{"@LOGO_CX@", emu(look.logo_width)},
                              {"@LOGO_CY@", emu(look.logo_height)},
                              {"@NAME@", xml_text(look.name)}});
}

Values values_of(const Look& look) {
  const auto paper = paper_of(look.page);
  return {{"@LANGUAGE@", xml_text(look.language)},
          {"@COLOUR@", colour_of(look.colour)},
          {"@WIDTH@", std::to_string(paper.width)},
          {"@HEIGHT@", std::to_string(paper.height)},
          {"@ORIENTATION@", paper.across ? " w:orient=\"landscape\"" : ""},
          {"@TEXT_WIDTH@", std::to_string(paper.width - margins)},
          {"@SHORT_TITLE@", xml_text(look.short_title)},
          {"@RECORD@", xml_text(look.record)},
          {"@FOOT@", xml_text(look.foot)},
          {"@LOGO@", logo_of(look)},
          {"@LOGO_TYPE@", is_png(look.logo) ? "png" : "jpg"},
          {"@NAME@", xml_text(look.name)}};
}

}  // namespace

std::string reference_docx(const Look& look) {
  const Values values = values_of(look);
  std::string bytes;
  archive::ZipWriter zip{[&](std::string_view more) { bytes.append(more); }};
  const auto put = [&](const std::string& name, std::string_view content) {
    zip.begin(name, content.size(), long_ago);
    zip.write(content);
  };
  const auto parts = std::to_array<std::pair<const char*, const char*>>(
      {{"[Content_Types].xml", texts::content_types},
       {"_rels/.rels", texts::package_rels},
       {"word/document.xml", texts::document},
       {"word/_rels/document.xml.rels", texts::document_rels},
       {"word/styles.xml", texts::styles},
       {"word/settings.xml", texts::settings},
       {"word/fontTable.xml", texts::font_table},
       {"word/header1.xml", texts::header},
       {"word/header2.xml", texts::first_header},
       {"word/footer1.xml", texts::footer}});
  for (const auto& [name, text] : parts) {
    put(name, filled(text, values));
  }
  if (has_logo(look)) {
    put("word/_rels/header2.xml.rels", filled(texts::header_rels, values));
    put(is_png(look.logo) ? "word/media/logo.png" : "word/media/logo.jpg", look.logo);
  }
  zip.finish();
  return bytes;
}

}  // namespace onereturn::convert
