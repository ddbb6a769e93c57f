#include "domain/mapping/compose.hpp"

#include <algorithm>
#include <vector>

#include "domain/frameworks/template_rules.hpp"

namespace onereturn::mapping {

using frameworks::Box;
using frameworks::BoxContent;
using frameworks::Template;

namespace {

using Role = std::string Texts::*;

std::vector<Role> roles_of(BoxContent content) {
  switch (content) {
    case BoxContent::describes:
      return {&Texts::describes};
    case BoxContent::knows:
      return {&Texts::knows};
    case BoxContent::describes_then_knows:
      return {&Texts::describes, &Texts::knows};
    case BoxContent::improvement:
      return {&Texts::improve};
    case BoxContent::evidence:
    case BoxContent::rating:
    case BoxContent::detail:
    case BoxContent::text:
      return {};
  }
  return {};
}

void append(std::string& text, const std::string& more) {
  if (more.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += more;
}

std::string words_of(const Texts& texts, const std::vector<Role>& roles) {
  std::string result;
  for (const Role role : roles)
    append(result, texts.*role);
  return result;
}

// The requirement's own words, then the paragraphs of those parts that are asked, role by role.
std::string words_of(const AskedRequirement& asked, const std::vector<Role>& roles) {
  std::string result;
  for (const Role role : roles) {
    append(result, asked.answer->texts.*role);
    for (const std::string& facet : asked.requirement->facets) {
      const auto part = asked.answer->part_texts.find(facet);
      if (part == asked.answer->part_texts.end() || !asked.facets.contains(facet)) continue;
      append(result, part->second.*role);
    }
  }
  return result;
}

std::string not_applicable_words(const std::string& reason) {
  return reason.empty() ? "Not applicable." : "Not applicable: " + reason;
}

bool nothing_applies(const Ask& ask) {
  if (!ask.mapped() || !ask.unmapped.empty()) return false;
  return std::all_of(
             ask.requirements.begin(), ask.requirements.end(),
             [](const auto& a) { return a.answer != nullptr && a.answer->not_applicable; }) &&
         std::all_of(ask.residuals.begin(), ask.residuals.end(),
                     [](const auto& a) { return a.answer != nullptr && a.answer->not_applicable; });
}

Source source_of(const AskedRequirement& asked) {
  Source source;
  source.kind = asked.whole_local ? SourceKind::local_whole : SourceKind::requirement;
  source.code = asked.requirement->code;
  source.name = asked.requirement->name;
  source.relation = asked.relation;
  if (asked.answer != nullptr) {
    source.level = asked.answer->level;
    source.not_applicable = asked.answer->not_applicable;
    source.confirmed = asked.answer->confirmed;
  }
  return source;
}

}  // namespace

std::string text_of(const std::vector<Paragraph>& paragraphs) {
  std::string text;
  for (const Paragraph& paragraph : paragraphs) {
    append(text,
           paragraph.heading.empty() ? paragraph.text : paragraph.heading + "\n" + paragraph.text);
  }
  return text;
}

Composer::Composer(const Template& form, const BoardIdentity& board, const BoardSide& side)
    : form_(form), board_(board), side_(side) {}

// Its own words will not stand in it, so no other box may send the reader there.
bool Composer::replaced_by_hand(const RenderedBox& box) const {
  const auto by_hand = side_.overrides.find(box.box_no);
  return by_hand != side_.overrides.end() && by_hand->second.text.has_value();
}

void Composer::add(RenderedBox& box, Paragraph paragraph, const Place& place, bool may_refer) {
  if (paragraph.text.empty()) return;
  if (may_refer && !form_.repeat_texts && !replaced_by_hand(box)) {
    const auto content = std::to_string(static_cast<int>(place.box->content));
    const auto key = paragraph.source + '\n' + content + '\n' + paragraph.text;
    const auto [known, is_new] = first_place_.emplace(key, place.reference);
    if (!is_new && known->second != place.reference) {
      paragraph.text = "See " + known->second;
      paragraph.reference = true;
    }
  }
  box.paragraphs.push_back(std::move(paragraph));
}

void Composer::add_requirement(RenderedBox& box, const AskedRequirement& asked, const Place& place,
                               bool several) {
  box.sources.push_back(source_of(asked));
  if (asked.answer == nullptr) return;
  Paragraph paragraph;
  paragraph.kind = asked.whole_local ? SourceKind::local_whole : SourceKind::requirement;
  paragraph.source = asked.requirement->code;
  if (several) paragraph.heading = asked.requirement->name;
  if (!asked.answer->not_applicable) {
    paragraph.text = words_of(asked, roles_of(place.box->content));
  } else if (frameworks::holds_words(*place.box)) {
    paragraph.text = not_applicable_words(asked.answer->not_applicable_reason);
  }
  add(box, std::move(paragraph), place, true);
}

void Composer::add_local(RenderedBox& box, const AskedRequirement& asked, const Place& place,
                         bool several) {
  if (asked.local == nullptr) return;
  Paragraph paragraph;
  paragraph.kind = SourceKind::local_part;
  paragraph.source = asked.requirement->code;
  paragraph.heading = "In " + board_.area;
  if (several) paragraph.heading += ": " + asked.requirement->name;
  paragraph.text = words_of(asked.local->texts, roles_of(place.box->content));
  if (paragraph.text.empty()) return;
  Source source;
  source.kind = SourceKind::local_part;
  source.code = asked.requirement->code;
  source.name = asked.requirement->name;
  source.confirmed = asked.local->confirmed;
  box.sources.push_back(std::move(source));
  add(box, std::move(paragraph), place, true);
}

void Composer::add_residual(RenderedBox& box, const AskedResidual& asked) {
  Source source;
  source.kind = SourceKind::residual;
  source.code = asked.item;
  source.name = asked.residual->question;
  Paragraph paragraph;
  paragraph.kind = SourceKind::residual;
  paragraph.source = asked.item;
  paragraph.heading = asked.residual->name;
  if (asked.answer != nullptr) {
    source.level = asked.answer->level;
    source.not_applicable = asked.answer->not_applicable;
    source.confirmed = asked.answer->confirmed;
    paragraph.text = asked.answer->not_applicable
                         ? not_applicable_words(asked.answer->not_applicable_reason)
                         : asked.answer->text;
  }
  box.sources.push_back(std::move(source));
  if (!paragraph.text.empty()) box.paragraphs.push_back(std::move(paragraph));
}

void Composer::add_direct(RenderedBox& box, const DirectBox& direct) {
  Paragraph paragraph;
  paragraph.kind = SourceKind::direct;
  paragraph.source = box.box_no;
  paragraph.text =
      direct.not_applicable ? not_applicable_words(direct.not_applicable_reason) : direct.text;
  Source source;
  source.kind = SourceKind::direct;
  source.code = box.box_no;
  source.not_applicable = direct.not_applicable;
  source.confirmed = direct.confirmed;
  box.sources.push_back(std::move(source));
  if (!paragraph.text.empty()) box.paragraphs.push_back(std::move(paragraph));
}

void Composer::add_evidence(RenderedBox& box, const Ask& ask) {
  std::string lines;
  for (const Evidence& evidence : side_.evidence) {
    const bool cited =
        evidence.boxes.contains(box.box_no) ||
        std::any_of(ask.requirements.begin(), ask.requirements.end(), [&](const auto& asked) {
          return evidence.requirements.contains(asked.requirement->code);
        });
    if (!cited) continue;
    if (!lines.empty()) lines += "\n";
    lines += "- " + evidence.title;
    if (!evidence.kept_where.empty())
      lines += " (available on request: " + evidence.kept_where + ")";
    Source source;
    source.kind = SourceKind::evidence;
    source.code = evidence.id;
    source.name = evidence.title;
    source.confirmed.on = evidence.effective_on;
    box.sources.push_back(std::move(source));
  }
  if (lines.empty()) return;
  Paragraph paragraph;
  paragraph.kind = SourceKind::evidence;
  paragraph.heading = box.content == BoxContent::evidence ? "" : "Evidence";
  paragraph.text = lines;
  box.paragraphs.push_back(std::move(paragraph));
}

void Composer::compose(RenderedBox& box, const Ask& ask, const Place& place) {
  const bool several = ask.requirements.size() > 1;
  if (place.box->content != BoxContent::text) {
    for (const AskedRequirement& asked : ask.requirements) {
      add_requirement(box, asked, place, several);
    }
    for (const AskedRequirement& asked : ask.requirements)
      add_local(box, asked, place, several);
  }
  if (place.takes_residuals) {
    for (const AskedResidual& asked : ask.residuals)
      add_residual(box, asked);
  }
  if (place.direct != nullptr) add_direct(box, *place.direct);

  // A box of nothing but references to one place says so once.
  const auto& all = box.paragraphs;
  const bool one_reference =
      !all.empty() && std::all_of(all.begin(), all.end(), [&](const Paragraph& paragraph) {
        return paragraph.reference && paragraph.text == all.front().text;
      });
  if (one_reference) {
    box.paragraphs.resize(1);
    box.paragraphs.front().heading.clear();
  }
  if (place.box->lists_evidence) add_evidence(box, ask);

  box.text = text_of(box.paragraphs);
  const bool direct_na = place.direct != nullptr && place.direct->not_applicable;
  if (place.not_applicable_allowed && (direct_na || nothing_applies(ask))) {
    box.state = BoxState::not_applicable;
  } else {
    box.state = box.text.empty() ? BoxState::unanswered : BoxState::written;
  }
}

}  // namespace onereturn::mapping
