#include "domain/frameworks/support_format.hpp"
#include "domain/frameworks/template_format.hpp"
#include "domain/frameworks/template_rules.hpp"
#include "domain/frameworks/words.hpp"

namespace onereturn::frameworks {
namespace {

constexpr const char* unsound_key = "template-unsound";
constexpr const char* unsound_detail = "This template cannot be used as it is.";

NotApplicableRule read_not_applicable(json::ObjectReader& reader) {
  return {reader.flag("allowed"), reader.choice<NotApplicableBy>("by", not_applicable_by_words),
          reader.flag("reason_required")};
}

bool required_by_default(BoxContent content) {
  return content != BoxContent::improvement && content != BoxContent::evidence;
}

void read_boxes(json::ObjectReader& reader, std::vector<Box>& boxes, bool needed) {
  const auto read = [&](json::ObjectReader& member) {
    Box box;
    box.box_no = member.text("box_no", {60, false});
    box.label = member.text("label");
    box.content = member.choice<BoxContent>("content", box_content_words);
    box.filled_by = member.choice<FilledBy>("filled_by", filled_by_words);
    box.lists_evidence =
        member.optional_flag("lists_evidence", box.content == BoxContent::evidence);
    box.required = member.optional_flag("required", required_by_default(box.content));
    box.max_length = member.optional_integer("max_length", 1, 10'000'000);
    box.max_words = member.optional_integer("max_words", 1, 1'000'000);
    boxes.push_back(std::move(box));
  };
  needed ? reader.objects("boxes", read) : reader.optional_objects("boxes", read);
}

Item read_item(json::ObjectReader& reader) {
  Item item;
  item.code = reader.text("code", {40, false});
  item.number = reader.nullable_text("number", {40, false});
  item.wording = reader.text("wording");
  item.guidance = reader.optional_texts("guidance");
  item.prompts = reader.optional_texts("prompts");
  item.essential = reader.optional_flag("essential", false);
  item.essential_doubt = reader.optional_text("essential_doubt");
  item.lineage = reader.optional_text("lineage");
  if (item.lineage.empty()) item.lineage = item.code;
  reader.optional_object("not_applicable", [&](json::ObjectReader& member) {
    item.not_applicable = read_not_applicable(member);
  });
  read_boxes(reader, item.boxes, true);
  return item;
}

Section read_section(json::ObjectReader& reader) {
  Section section;
  section.code = reader.text("code", {40, false});
  section.number = reader.nullable_text("number", {40, false});
  section.title = reader.text("title");
  section.key_question = reader.optional_text("key_question");
  section.guidance = reader.optional_texts("guidance");
  read_boxes(reader, section.boxes, false);
  reader.objects("items",
                 [&](json::ObjectReader& item) { section.items.push_back(read_item(item)); });
  reader.optional_object("action_table", [&](json::ObjectReader& table) {
    table.objects("columns", [&](json::ObjectReader& column) {
      section.action_table.push_back(
          {column.text("label"), column.choice<ActionField>("field", action_field_words)});
    });
  });
  return section;
}

LevelRange read_levels(json::ObjectReader& reader) {
  const std::vector<int> levels = reader.integers("levels", lowest_level, highest_level);
  if (levels.size() != 2) {
    reader.refuse("levels", "must be two levels, the lowest and the highest");
    return {};
  }
  return {levels[0], levels[1]};
}

Scale read_scale(json::ObjectReader& reader) {
  Scale scale;
  scale.code = read_code(reader, "code");
  reader.objects("points", [&](json::ObjectReader& member) {
    ScalePoint point;
    point.code = read_code(member, "code");
    point.label = member.text("label");
    point.descriptor = member.optional_text("descriptor");
    point.colour = member.optional_text("colour", {7, false});
    point.symbol = member.optional_text("symbol", {20, false});
    point.levels = read_levels(member);
    point.action_demanded = member.optional_flag("action_demanded", false);
    scale.points.push_back(std::move(point));
  });
  if (scale.points.empty()) reader.refuse("points", "a scale has points; else leave it out");
  scale.not_applicable_label = reader.optional_text("not_applicable_label");
  scale.uncovered = reader.integers("uncovered", lowest_level, highest_level);
  scale.confirmed = reader.flag("confirmed");
  return scale;
}

StatusScheme read_scheme(json::ObjectReader& reader) {
  StatusScheme scheme;
  scheme.name = reader.text("name");
  reader.objects("points", [&](json::ObjectReader& member) {
    StatusPoint point;
    point.code = read_code(member, "code");
    point.label = member.text("label");
    point.meaning = member.text("meaning");
    point.colour = member.optional_text("colour", {7, false});
    point.symbol = member.text("symbol", {20, false});
    point.role = member.choice<StatusRole>("role", status_role_words);
    scheme.points.push_back(std::move(point));
  });
  return scheme;
}

void read_whole(json::ObjectReader& reader, Template& form) {
  read_format(reader, "onereturn.template/1");
  form.ref.code = read_code(reader, "code");
  form.ref.version = reader.integer("version", 1, version_max);
  form.name = reader.text("name");
  form.about = reader.optional_text("about");
  form.board = read_code(reader, "board");
  form.kind = reader.choice<TemplateKind>("kind", template_kind_words);
  form.shared = reader.optional_flag("shared", false);
  if (reader.optional_object("edition_of", [](json::ObjectReader& member) {
        member.text("code");
        member.integer("version", 1, version_max);
      })) {
    form.edition_of = read_ref(reader, "edition_of");
  }
  reader.object("not_applicable", [&](json::ObjectReader& member) {
    form.not_applicable = read_not_applicable(member);
  });
  form.repeat_texts = reader.flag("repeat_texts");
  form.local_demanded = reader.flag("local_demanded");
  form.improvement_demands_action = reader.optional_flag("improvement_demands_action", false);
  reader.optional_object("scale",
                         [&](json::ObjectReader& scale) { form.scale = read_scale(scale); });
  reader.object("status_scheme",
                [&](json::ObjectReader& scheme) { form.status_scheme = read_scheme(scheme); });
  reader.objects("details", [&](json::ObjectReader& detail) {
    form.details.push_back(
        {detail.text("box_no", {60, false}), detail.text("label"), detail.text("source")});
  });
  reader.objects("sections", [&](json::ObjectReader& section) {
    form.sections.push_back(read_section(section));
  });
  if (form.sections.empty()) reader.refuse("sections", "a template has sections");
  reader.objects("sign_off", [&](json::ObjectReader& party) {
    form.sign_off.push_back({party.text("party"), party.text("role"), party.texts("fields")});
  });
}

}  // namespace

Result<Template> read_template(std::string_view text) {
  Template form;
  const auto faults =
      read_document(text, [&](json::ObjectReader& reader) { read_whole(reader, form); });
  if (!faults.empty()) return unsound(unsound_key, unsound_detail, faults);
  std::vector<FieldError> errors = check_template(form);
  if (!errors.empty()) return unsound(unsound_key, unsound_detail, std::move(errors));
  return form;
}

}  // namespace onereturn::frameworks
