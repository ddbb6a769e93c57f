#include <exception>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "platform/json/json.hpp"

namespace onereturn::json {
namespace {

// The library writes "<root>", "[sections]", "[2]"; everybody else here writes "/sections/2".
std::string path_of(const std::vector<std::string>& context) {
  std::string path;
  for (std::size_t i = 1; i < context.size(); ++i) {
    std::string step = context[i];
    if (step.size() >= 2 && step.front() == '[' && step.back() == ']') {
      step = step.substr(1, step.size() - 2);
    }
    path += "/" + step;
  }
  return path;
}

}  // namespace

std::vector<Fault> validate(std::string_view schema_text, std::string_view document_text) {
  Parsed schema_value = parse(schema_text);
  if (!schema_value.value) return {{"schema", "the schema: " + to_text(schema_value.faults)}};
  Parsed document_value = parse(document_text);
  if (!document_value.value) return document_value.faults;

  const nlohmann::json schema_json = nlohmann::json::parse(schema_text);
  const nlohmann::json document_json = nlohmann::json::parse(document_text);
  valijson::Schema schema;
  try {
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json), schema);
  } catch (const std::exception& error) {
    return {{"schema", error.what()}};
  }
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(document_json),
                         &results)) {
    return {};
  }
  // The library reports from the outermost constraint inwards and back; the deepest paths say most.
  std::vector<Fault> faults;
  valijson::ValidationResults::Error error;
  while (results.popError(error))
    faults.push_back({path_of(error.context), error.description});
  if (faults.empty()) faults.push_back({"", "does not follow the schema"});
  return faults;
}

}  // namespace onereturn::json
