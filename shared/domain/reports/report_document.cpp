#include "domain/reports/report_document.hpp"

#include <algorithm>

#include "domain/documents/marked_text.hpp"
#include "domain/reports/report_rules.hpp"

namespace onereturn::reports {
namespace {

constexpr int typed_heading_level = 3;

documents::SignOffs signs_of(const ReportVersion& version) {
  documents::SignOffs signs;
  for (const auto& signature : version.signatures) {
    documents::SignOff line;
    line.role = signature.role;
    line.name = signature.name;
    line.date = to_words(signature.on);
    signs.lines.push_back(std::move(line));
  }
  if (signs.lines.empty()) {
    documents::SignOff line;
    line.role = "For the board";
    signs.lines.push_back(std::move(line));
  }
  return signs;
}

bool is_signed(Kind kind) { return kind != Kind::pack; }

}  // namespace

std::vector<documents::Block> body_of(const ReportVersion& version) {
  std::vector<documents::Block> blocks;
  for (const auto& section : version.sections) {
    blocks.emplace_back(documents::Heading{2, section.heading, section.key});
    for (auto& block : documents::read_marked(section.words)) {
      if (auto* heading = std::get_if<documents::Heading>(&block)) {
        heading->level = std::max(heading->level, typed_heading_level);
      }
      blocks.push_back(std::move(block));
    }
  }
  blocks.insert(blocks.end(), version.facts.begin(), version.facts.end());
  return blocks;
}

documents::Document document_of(const Report& report, const ReportVersion& version,
                                const BoardLook& look) {
  documents::Document document;
  document.title = report.title;
  document.subtitle = version.subtitle;
  document.look.name = look.name;
  document.look.colour = look.colour;
  document.look.logo = look.logo;
  document.look.logo_type = look.logo_type;
  document.record = record_of(report, version);
  document.check_value = version.check_value;
  document.standing = standing_of(report, version);
  document.blocks = body_of(version);
  if (auto words = redaction_of(version); !words.empty()) {
    document.blocks.insert(document.blocks.begin(), documents::plain(std::move(words)));
  }
  if (is_signed(report.subject.kind)) {
    document.blocks.emplace_back(documents::Heading{2, "Sign-off", "sign-off"});
    document.blocks.emplace_back(signs_of(version));
  }
  return document;
}

}  // namespace onereturn::reports
