#include "tools/admin/documents.hpp"

#include <algorithm>
#include <filesystem>

#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "domain/frameworks/template_format.hpp"
#include "domain/frameworks/template_rules.hpp"
#include "platform/json/json.hpp"
#include "tools/admin/command.hpp"

namespace onereturn::admin {
namespace {

struct File {
  std::string path;
  std::string text;
  std::string format;
};

std::string named(const frameworks::VersionRef& ref) {
  return ref.code + " version " + std::to_string(ref.version);
}

// Gathers the faults of all files, so that a person corrects them at once.
class Collector {
 public:
  void add(const std::string& path, const Problem& problem) {
    if (problem.fields.empty()) {
      faults_.push_back({path, problem.detail});
    }
    add(path, problem.fields);
  }
  void add(const std::string& path, const std::vector<FieldError>& errors) {
    for (const auto& error : errors) {
      faults_.push_back({path + ": " + error.field, error.message});
    }
  }
  void add(const std::string& path, const std::string& message) {
    faults_.push_back({path, message});
  }
  bool empty() const { return faults_.empty(); }
  Problem problem() const {
    return {ProblemCode::invalid, "documents-unsound",
            std::to_string(faults_.size()) + " things are wrong; nothing was loaded.", faults_};
  }

 private:
  std::vector<FieldError> faults_;
};

std::string format_of(const std::string& text) {
  const auto parsed = json::parse(text);
  const auto* format = parsed.value ? parsed.value->find("format") : nullptr;
  const auto* word = format == nullptr ? nullptr : format->if_text();
  return word == nullptr ? std::string() : *word;
}

std::vector<File> read_files(const std::vector<std::string>& paths, Collector& faults) {
  std::vector<File> files;
  for (const auto& path : paths) {
    auto text = read_file(path);
    if (!text) {
      faults.add(path, text.problem());
      continue;
    }
    const auto format = format_of(*text);
    if (format.starts_with("onereturn.framework/") || format.starts_with("onereturn.template/") ||
        format.starts_with("onereturn.mapping/")) {
      files.push_back({path, std::move(*text), format});
      continue;
    }
    // The reader of templates says best why a text is no document at all.
    auto refused = frameworks::read_template(*text);
    faults.add(path, refused ? Problem{} : refused.problem());
  }
  return files;
}

void read_framework(const File& file, Documents& documents, Collector& faults) {
  auto framework = frameworks::read_framework(file.text);
  if (!framework) {
    faults.add(file.path, framework.problem());
    return;
  }
  const auto ref = framework->ref;
  documents.frameworks.emplace(ref, std::move(*framework));
}

void read_template(const File& file, Documents& documents, Collector& faults) {
  auto form = frameworks::read_template(file.text);
  if (!form) {
    faults.add(file.path, form.problem());
    return;
  }
  const auto ref = form->ref;
  if (!documents.templates.emplace(ref, std::move(*form)).second) {
    faults.add(file.path, "another file holds " + named(ref) + " too");
  }
}

void check_adoption(const File& file, const Documents& documents, Collector& faults) {
  const auto form = frameworks::read_template(file.text);
  if (!form || !form->edition_of) {
    return;
  }
  const auto edition = documents.templates.find(*form->edition_of);
  if (edition == documents.templates.end()) {
    faults.add(file.path + ": /edition_of", named(*form->edition_of) + " is not among the files");
    return;
  }
  faults.add(file.path, frameworks::check_edition(*form, edition->second));
}

void read_mapping(const File& file, Documents& documents, Collector& faults) {
  const auto alone = frameworks::read_mapping(file.text);
  if (!alone) {
    faults.add(file.path, alone.problem());
    return;
  }
  const auto form = documents.templates.find(alone->of_template);
  const auto framework = documents.frameworks.find(alone->framework);
  if (form == documents.templates.end()) {
    faults.add(file.path + ": /template", named(alone->of_template) + " is not among the files");
  }
  if (framework == documents.frameworks.end()) {
    faults.add(file.path + ": /framework", named(alone->framework) + " is not among the files");
  }
  if (form == documents.templates.end() || framework == documents.frameworks.end()) {
    return;
  }
  const frameworks::FrameworkIndex index(framework->second);
  auto mapping = frameworks::read_mapping(file.text, form->second, index);
  if (!mapping) {
    faults.add(file.path, mapping.problem());
    return;
  }
  documents.mappings.push_back(std::move(*mapping));
}

}  // namespace

Result<Documents> read_documents(const std::vector<std::string>& paths) {
  Collector faults;
  Documents documents;
  const auto files = read_files(paths, faults);
  const auto each = [&](std::string_view format, auto&& use) {
    for (const auto& file : files) {
      if (file.format.starts_with(format)) {
        use(file, documents, faults);
      }
    }
  };
  each("onereturn.framework/", read_framework);
  each("onereturn.template/", read_template);
  each("onereturn.template/", check_adoption);
  each("onereturn.mapping/", read_mapping);
  if (!faults.empty()) {
    return faults.problem();
  }
  return documents;
}

std::vector<std::string> json_files_in(const std::string& folder) {
  std::vector<std::string> found;
  if (!std::filesystem::is_directory(folder)) {
    return found;
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") {
      found.push_back(entry.path().string());
    }
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace onereturn::admin
