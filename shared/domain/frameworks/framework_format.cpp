#include "domain/frameworks/framework_format.hpp"

#include "domain/frameworks/framework_rules.hpp"
#include "domain/frameworks/support_format.hpp"
#include "domain/frameworks/words.hpp"

namespace onereturn::frameworks {
namespace {

constexpr const char* format = "onereturn.framework/1";
constexpr const char* unsound_key = "framework-unsound";
constexpr const char* unsound_detail = "This framework cannot be used as it is.";

void read_requirement(json::ObjectReader& reader, Framework& framework) {
  Requirement requirement;
  requirement.code = reader.text("code", {40, false});
  requirement.name = reader.text("name");
  requirement.standard = reader.text("standard", {20, false});
  requirement.statement = reader.text("statement");
  requirement.question = reader.text("question");
  requirement.guidance = reader.text("guidance", {20'000, true});
  requirement.local = reader.choice<LocalKind>("local", local_kind_words);
  requirement.local_question = reader.optional_text("local_question");
  requirement.local_hint = reader.optional_text("local_hint");
  requirement.not_applicable_hint = reader.optional_text("not_applicable_hint");
  requirement.related = reader.optional_texts("related");
  reader.objects("facets", [&](json::ObjectReader& member) {
    Facet facet{member.text("code", {40, false}), requirement.code, member.text("statement")};
    requirement.facets.push_back(facet.code);
    framework.facets.push_back(std::move(facet));
  });
  framework.requirements.push_back(std::move(requirement));
}

void read_whole(json::ObjectReader& reader, Framework& framework) {
  read_format(reader, format);
  framework.ref.code = read_code(reader, "code");
  framework.ref.version = reader.integer("version", 1, version_max);
  framework.name = reader.text("name");
  framework.about = reader.text("about");
  framework.duty_note = reader.text("duty_note", {20'000, true});
  framework.rules = reader.texts("rules");
  reader.objects("terms", [&](json::ObjectReader& term) {
    framework.terms.push_back({term.text("word"), term.text("meaning")});
  });
  reader.objects("anchors", [&](json::ObjectReader& anchor) {
    framework.anchors.push_back({anchor.integer("level", lowest_level, highest_level),
                                 anchor.text("name"), anchor.text("meaning"),
                                 anchor.text("example")});
  });
  reader.objects("standards", [&](json::ObjectReader& standard) {
    framework.standards.push_back(
        {standard.text("code", {20, false}), standard.text("name"), standard.text("basis")});
  });
  reader.objects("requirements",
                 [&](json::ObjectReader& member) { read_requirement(member, framework); });
  reader.object("retired", [&](json::ObjectReader& retired) {
    framework.retired.requirements = retired.texts("requirements");
    framework.retired.facets = retired.texts("facets");
  });
}

json::Value write_requirement(const Requirement& requirement, const FrameworkIndex& index) {
  json::Array facets;
  for (const std::string& code : requirement.facets) {
    const Facet* facet = index.facet(code);
    facets.emplace_back(json::Object{
        {"code", code}, {"statement", facet == nullptr ? std::string() : facet->statement}});
  }
  return json::Object{{"code", requirement.code},
                      {"name", requirement.name},
                      {"standard", requirement.standard},
                      {"statement", requirement.statement},
                      {"question", requirement.question},
                      {"guidance", requirement.guidance},
                      {"local", to_word(requirement.local)},
                      {"local_question", text_or_null(requirement.local_question)},
                      {"local_hint", text_or_null(requirement.local_hint)},
                      {"not_applicable_hint", text_or_null(requirement.not_applicable_hint)},
                      {"related", list_of(requirement.related)},
                      {"facets", std::move(facets)}};
}

json::Value write_retired(const Retired& retired) {
  return json::Object{{"requirements", list_of(retired.requirements)},
                      {"facets", list_of(retired.facets)}};
}

}  // namespace

Result<Framework> read_framework(std::string_view text) {
  Framework framework;
  const auto faults =
      read_document(text, [&](json::ObjectReader& reader) { read_whole(reader, framework); });
  if (!faults.empty()) return unsound(unsound_key, unsound_detail, faults);
  std::vector<FieldError> errors = check_framework(framework);
  if (!errors.empty()) return unsound(unsound_key, unsound_detail, std::move(errors));
  return framework;
}

std::string write_framework(const Framework& framework) {
  const FrameworkIndex index(framework);
  json::Array terms;
  for (const Term& term : framework.terms) {
    terms.emplace_back(json::Object{{"word", term.word}, {"meaning", term.meaning}});
  }
  json::Array anchors;
  for (const Anchor& anchor : framework.anchors) {
    anchors.emplace_back(json::Object{{"level", anchor.level},
                                      {"name", anchor.name},
                                      {"meaning", anchor.meaning},
                                      {"example", anchor.example}});
  }
  json::Array standards;
  for (const Standard& standard : framework.standards) {
    standards.emplace_back(
        json::Object{{"code", standard.code}, {"name", standard.name}, {"basis", standard.basis}});
  }
  json::Array requirements;
  for (const Requirement& requirement : framework.requirements) {
    requirements.push_back(write_requirement(requirement, index));
  }
  const json::Value document = json::Object{{"format", format},
                                            {"code", framework.ref.code},
                                            {"version", framework.ref.version},
                                            {"name", framework.name},
                                            {"about", framework.about},
                                            {"duty_note", framework.duty_note},
                                            {"rules", list_of(framework.rules)},
                                            {"terms", std::move(terms)},
                                            {"anchors", std::move(anchors)},
                                            {"standards", std::move(standards)},
                                            {"requirements", std::move(requirements)},
                                            {"retired", write_retired(framework.retired)}};
  return json::write(document, json::Style::indented) + "\n";
}

}  // namespace onereturn::frameworks
