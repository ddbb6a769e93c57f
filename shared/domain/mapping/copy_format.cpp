#include "domain/mapping/copy_format.hpp"

#include "domain/frameworks/words.hpp"

namespace onereturn::mapping {

const char* to_word(BoxState state) {
  switch (state) {
    case BoxState::written:
      return "written";
    case BoxState::left_to_board:
      return "left-to-board";
    case BoxState::set:
      return "set";
    case BoxState::choose:
      return "choose";
    case BoxState::chosen:
      return "chosen";
    case BoxState::no_point:
      return "no-point";
    case BoxState::unanswered:
      return "unanswered";
    case BoxState::not_applicable:
      return "not-applicable";
  }
  return "";
}

const char* to_word(SourceKind kind) {
  switch (kind) {
    case SourceKind::requirement:
      return "requirement";
    case SourceKind::local_whole:
      return "local-whole";
    case SourceKind::local_part:
      return "local-part";
    case SourceKind::residual:
      return "residual";
    case SourceKind::direct:
      return "direct";
    case SourceKind::choice:
      return "choice";
    case SourceKind::replacement:
      return "override";
    case SourceKind::profile:
      return "profile";
    case SourceKind::evidence:
      return "evidence";
    case SourceKind::promise:
      return "promise";
  }
  return "";
}

const char* to_word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::query:
      return "query";
    case Severity::promised:
      return "promised";
  }
  return "";
}

namespace {

json::Value text_or_null(const std::string& text) {
  return text.empty() ? json::Value() : json::Value(text);
}

json::Value date_or_null(const std::optional<Date>& date) {
  return date ? json::Value(to_iso(*date)) : json::Value();
}

json::Value interval_or_null(LevelSet levels) {
  if (levels.empty()) return {};
  const LevelRange range = levels.interval();
  return json::Array{range.low, range.high};
}

json::Value texts(const std::vector<std::string>& list) {
  json::Array result;
  for (const std::string& text : list)
    result.emplace_back(text);
  return result;
}

json::Value source_to_json(const Source& source) {
  return json::Object{
      {"kind", to_word(source.kind)},
      {"code", source.code},
      {"name", text_or_null(source.name)},
      {"level", source.level ? json::Value(*source.level) : json::Value()},
      {"not_applicable", source.not_applicable},
      {"relation",
       source.relation ? json::Value(frameworks::to_word(*source.relation)) : json::Value()},
      {"version", source.confirmed.version},
      {"confirmed_by", text_or_null(source.confirmed.by)},
      {"confirmed_on", date_or_null(source.confirmed.on)}};
}

json::Value paragraphs_to_json(const std::vector<Paragraph>& paragraphs) {
  json::Array result;
  for (const Paragraph& paragraph : paragraphs) {
    result.emplace_back(json::Object{{"heading", text_or_null(paragraph.heading)},
                                     {"text", paragraph.text},
                                     {"kind", to_word(paragraph.kind)},
                                     {"source", text_or_null(paragraph.source)},
                                     {"reference", paragraph.reference}});
  }
  return result;
}

json::Value action_to_json(const RenderedAction& action) {
  json::Array places;
  for (const ActionPlace& place : action.places) {
    places.emplace_back(json::Object{{"section", place.section}, {"item", place.item}});
  }
  return json::Object{{"commitment", action.commitment},
                      {"what", action.what},
                      {"how", action.how},
                      {"lead", action.lead},
                      {"by_on", date_or_null(action.by_on)},
                      {"area", action.area},
                      {"change", action.change},
                      {"places", std::move(places)}};
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string result;
  for (const std::string& word : words) {
    if (!result.empty()) result += between;
    result += word;
  }
  return result;
}

std::string source_line(const Source& source) {
  std::string line = std::string(to_word(source.kind)) + " " + source.code;
  if (source.not_applicable) line += " not applicable";
  if (source.level) line += " level " + std::to_string(*source.level);
  if (source.relation) line += " (" + std::string(frameworks::to_word(*source.relation)) + ")";
  return line;
}

std::string box_line(const RenderedBox& box) {
  std::string line = box.box_no + "\t" + to_word(box.state);
  if (box.content == frameworks::BoxContent::rating) {
    line += "\tlevels ";
    if (box.possible.empty()) {
      line += "-";
    } else {
      const LevelRange range = box.possible.interval();
      line += std::to_string(range.low) + "-" + std::to_string(range.high);
    }
    line += "\tpoints " + (box.points.empty() ? std::string("-") : joined(box.points, " "));
    line += "\ttaken " + (box.point.empty() ? std::string("-") : box.point);
    if (!box.chosen_by.empty()) line += " by " + box.chosen_by;
  } else {
    line += "\t" + std::to_string(box.text.size()) + " bytes";
  }
  std::vector<std::string> sources;
  for (const Source& source : box.sources)
    sources.push_back(source_line(source));
  line += "\trule " + box.rule + "\n    " + box.rule_text;
  if (!sources.empty()) line += "\n    from " + joined(sources, "; ");
  return line + "\n";
}

}  // namespace

json::Value box_to_json(const RenderedBox& box) {
  json::Array sources;
  for (const Source& source : box.sources)
    sources.push_back(source_to_json(source));
  json::Array levels;
  for (const int level : box.possible.levels())
    levels.emplace_back(level);
  return json::Object{{"box_no", box.box_no},
                      {"section", text_or_null(box.section)},
                      {"item", text_or_null(box.item)},
                      {"label", box.label},
                      {"content", frameworks::to_word(box.content)},
                      {"filled_by", frameworks::to_word(box.filled_by)},
                      {"state", to_word(box.state)},
                      {"interval", interval_or_null(box.possible)},
                      {"levels", std::move(levels)},
                      {"points", texts(box.points)},
                      {"point", text_or_null(box.point)},
                      {"point_label", text_or_null(box.point_label)},
                      {"chosen_by", text_or_null(box.chosen_by)},
                      {"chosen_on", date_or_null(box.chosen_on)},
                      {"overridden", box.overridden},
                      {"override_reason", text_or_null(box.override_reason)},
                      {"rule", box.rule},
                      {"rule_text", box.rule_text},
                      {"text", box.text},
                      {"paragraphs", paragraphs_to_json(box.paragraphs)},
                      {"sources", std::move(sources)}};
}

json::Value copy_to_json(const RenderedCopy& copy) {
  json::Array boxes;
  for (const RenderedBox& box : copy.boxes)
    boxes.push_back(box_to_json(box));
  json::Array actions;
  for (const RenderedAction& action : copy.actions)
    actions.push_back(action_to_json(action));
  return json::Object{
      {"board", copy.board},
      {"template", json::Object{{"code", copy.form.code}, {"version", copy.form.version}}},
      {"framework",
       json::Object{{"code", copy.framework.code}, {"version", copy.framework.version}}},
      {"mapping_version", copy.mapping_version},
      {"boxes", std::move(boxes)},
      {"actions", std::move(actions)}};
}

json::Value finding_to_json(const CopyFinding& finding) {
  return json::Object{{"severity", to_word(finding.severity)},
                      {"key", finding.key},
                      {"rule", finding.rule},
                      {"box_no", text_or_null(finding.box_no)},
                      {"item", text_or_null(finding.item)},
                      {"requirement", text_or_null(finding.requirement)},
                      {"message", finding.message},
                      {"explanation", text_or_null(finding.explanation)}};
}

std::string copy_to_table(const RenderedCopy& copy) {
  std::string table = copy.form.code + ", version " + std::to_string(copy.form.version) + ", for " +
                      copy.board + "\n\n";
  for (const RenderedBox& box : copy.boxes)
    table += box_line(box);
  for (const RenderedAction& action : copy.actions) {
    table += "action " + action.commitment + "\t" + action.what + "\n";
  }
  return table;
}

}  // namespace onereturn::mapping
