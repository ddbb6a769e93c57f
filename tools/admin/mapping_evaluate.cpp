#include "tools/admin/mapping_evaluate.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "domain/frameworks/template_format.hpp"
#include "domain/frameworks/template_rules.hpp"
#include "domain/mapping/answers_format.hpp"
#include "domain/mapping/check_copy.hpp"
#include "domain/mapping/copy_format.hpp"
#include "domain/mapping/render_copy.hpp"
#include "platform/json/json.hpp"
#include "tools/admin/documents.hpp"

namespace onereturn::admin {
namespace {

namespace fs = std::filesystem;

// The refusal with the file's name before each path.
Problem in_file(const std::string& path, Problem problem) {
  for (FieldError& field : problem.fields)
    field.field = path + ": " + field.field;
  return problem;
}

template <class T>
Result<T> read(const std::string& path, Result<T> (*reader)(std::string_view)) {
  auto text = read_file(path);
  if (!text) return text.problem();
  auto value = reader(*text);
  if (!value) return in_file(path, value.problem());
  return value;
}

// The first file of the folder that reads as a T and is the one wanted.
template <class T, class Wanted>
std::optional<T> find_in(const fs::path& folder, Result<T> (*reader)(std::string_view),
                         const Wanted& wanted) {
  for (const std::string& path : json_files_in(folder.string())) {
    auto value = read(path, reader);
    if (value && wanted(*value)) return std::move(*value);
  }
  return std::nullopt;
}

Problem missing(std::string what) {
  return {ProblemCode::not_found, "not-found", std::move(what) + " was not found."};
}

std::string named(const frameworks::VersionRef& ref) {
  return ref.code + ", version " + std::to_string(ref.version);
}

struct Inputs {
  frameworks::Template form;
  frameworks::Mapping mapping;
  frameworks::Framework framework;
  mapping::AnswerFile answers;
};

Result<Inputs> read_inputs(const EvaluationFiles& files) {
  Inputs inputs;
  auto form = read(files.form, frameworks::read_template);
  if (!form) return form.problem();
  auto answers = read(files.answers, mapping::read_answers);
  if (!answers) return answers.problem();
  const fs::path catalogue = fs::path(files.form).parent_path().parent_path();

  if (!files.framework.empty()) {
    auto framework = read(files.framework, frameworks::read_framework);
    if (!framework) return framework.problem();
    inputs.framework = std::move(*framework);
  } else {
    auto framework =
        find_in(catalogue / "frameworks", frameworks::read_framework,
                [&](const auto& candidate) { return candidate.ref == answers->framework; });
    if (!framework) return missing("The framework " + named(answers->framework));
    inputs.framework = std::move(*framework);
  }
  const frameworks::FrameworkIndex index(inputs.framework);
  const auto unfit = mapping::check_answers_against(*answers, index);
  if (!unfit.empty()) {
    return in_file(files.answers, {ProblemCode::invalid, "answers-unsound",
                                   "These answers do not fit the framework.", unfit});
  }
  if (!files.mapping.empty()) {
    auto mapping = read<frameworks::Mapping>(files.mapping, frameworks::read_mapping);
    if (!mapping) return mapping.problem();
    inputs.mapping = std::move(*mapping);
  } else {
    auto mapping = find_in<frameworks::Mapping>(
        catalogue / "mappings", frameworks::read_mapping, [&](const auto& candidate) {
          return candidate.of_template == form->ref && candidate.framework == answers->framework;
        });
    if (!mapping) return missing("A mapping of " + named(form->ref));
    inputs.mapping = std::move(*mapping);
  }
  const auto wrong = frameworks::check_mapping(inputs.mapping, *form, index);
  if (!wrong.empty()) {
    return Problem{ProblemCode::invalid, "mapping-unsound",
                   "This mapping does not fit the template and the framework.", wrong};
  }
  inputs.form = std::move(*form);
  inputs.answers = std::move(*answers);
  return inputs;
}

Result<mapping::BoardEntry> entry_of(const Inputs& inputs, const std::string& board) {
  for (const mapping::BoardEntry& entry : inputs.answers.boards) {
    if (board.empty() ? entry.form == inputs.form.ref : entry.board.code == board) return entry;
  }
  if (!board.empty()) return missing("The board " + board);
  mapping::BoardEntry entry;
  entry.board.code = inputs.form.board;
  entry.board.name = inputs.form.board;
  entry.board.area = inputs.form.board;
  entry.form = inputs.form.ref;
  return entry;
}

std::string table_of(const mapping::RenderedCopy& copy,
                     const std::vector<mapping::CopyFinding>& findings) {
  std::string table = mapping::copy_to_table(copy);
  for (const mapping::CopyFinding& finding : findings) {
    table += std::string(mapping::to_word(finding.severity)) + " " + finding.key + "\t" +
             finding.message + "\n";
  }
  return table;
}

std::string json_of(const mapping::RenderedCopy& copy,
                    const std::vector<mapping::CopyFinding>& findings) {
  json::Array list;
  for (const mapping::CopyFinding& finding : findings) {
    list.push_back(mapping::finding_to_json(finding));
  }
  json::Object document = *mapping::copy_to_json(copy).if_object();
  document.emplace_back("findings", std::move(list));
  return json::write(document, json::Style::indented);
}

// A path as it is; otherwise the catalogue's template of that code, the latest version first.
std::string template_path(const std::string& stated, const std::string& catalogue) {
  if (fs::is_regular_file(stated)) return stated;
  const fs::path folder = fs::path(catalogue) / "templates";
  const fs::path exact = folder / (stated + ".json");
  if (fs::is_regular_file(exact)) return exact.string();
  std::string latest;
  int version = 0;
  for (const std::string& path : json_files_in(folder.string())) {
    const auto form = read(path, frameworks::read_template);
    if (form && form->ref.code == stated && form->ref.version > version) {
      version = form->ref.version;
      latest = path;
    }
  }
  return latest.empty() ? stated : latest;
}

}  // namespace

Result<std::string> evaluate_files(const EvaluationFiles& files, bool as_json) {
  const auto inputs = read_inputs(files);
  if (!inputs) return inputs.problem();
  const auto entry = entry_of(*inputs, files.board);
  if (!entry) return entry.problem();
  const frameworks::FrameworkIndex index(inputs->framework);
  const mapping::Engagement engagement{entry->board, &inputs->form, &inputs->mapping, entry->way};
  const auto copy = mapping::render_copy(engagement, index, inputs->answers.common, entry->side);
  std::vector<mapping::BoardIdentity> engaged;
  for (const auto& board : inputs->answers.boards)
    engaged.push_back(board.board);
  const auto findings = mapping::check_copy(engagement, index, inputs->answers.common, entry->side,
                                            copy, engaged, inputs->answers.as_of);
  return as_json ? json_of(copy, findings) : table_of(copy, findings);
}

Result<std::string> evaluate_mapping(const Arguments& arguments,
                                     const Surroundings& /*surroundings*/) {
  if (!arguments.has("template") || !arguments.has("answers")) {
    return Problem{ProblemCode::invalid, "usage", "--template and --answers are needed."};
  }
  const std::string catalogue =
      arguments.has("catalogue") ? arguments.value("catalogue") : "schemas/content";
  EvaluationFiles files;
  files.form = template_path(arguments.value("template"), catalogue);
  files.answers = arguments.value("answers");
  files.mapping = arguments.value("mapping");
  files.framework = arguments.value("framework");
  files.board = arguments.value("board");
  return evaluate_files(files, arguments.has("json"));
}

}  // namespace onereturn::admin
