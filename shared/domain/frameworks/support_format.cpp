#include "domain/frameworks/support_format.hpp"

namespace onereturn::frameworks {

bool is_code(std::string_view text) {
  bool after_hyphen = true;
  for (const char c : text) {
    if (c == '-') {
      if (after_hyphen) return false;
      after_hyphen = true;
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      after_hyphen = false;
    } else {
      return false;
    }
  }
  return !text.empty() && !after_hyphen && text.size() <= 80;
}

std::string read_code(json::ObjectReader& reader, std::string_view key) {
  std::string code = reader.text(key, {80, false});
  if (!code.empty() && !is_code(code)) {
    reader.refuse(key, "\"" + code + "\" is not a code: small letters, figures, single hyphens");
  }
  return code;
}

VersionRef read_ref(json::ObjectReader& reader, std::string_view key) {
  VersionRef ref;
  reader.object(key, [&](json::ObjectReader& member) {
    ref.code = read_code(member, "code");
    ref.version = member.integer("version", 1, version_max);
  });
  return ref;
}

json::Value write_ref(const VersionRef& ref) {
  return json::Object{{"code", ref.code}, {"version", ref.version}};
}

void read_format(json::ObjectReader& reader, const char* format) {
  const std::string stated = reader.text("format");
  if (!stated.empty() && stated != format) {
    reader.refuse("format", "is \"" + stated + "\", not \"" + format + "\"");
  }
}

json::Value text_or_null(const std::string& text) {
  return text.empty() ? json::Value() : json::Value(text);
}

json::Value list_of(const std::vector<std::string>& texts) {
  json::Array list;
  for (const std::string& text : texts)
    list.emplace_back(text);
  return list;
}

Problem unsound(std::string key, std::string detail, std::vector<FieldError> errors) {
  return {ProblemCode::invalid, std::move(key), std::move(detail), std::move(errors)};
}

Problem unsound(std::string key, std::string detail, const std::vector<json::Fault>& faults) {
  std::vector<FieldError> errors;
  for (const json::Fault& fault : faults) {
    errors.push_back({fault.path.empty() ? "/" : fault.path, fault.message});
  }
  return unsound(std::move(key), std::move(detail), std::move(errors));
}

std::vector<json::Fault> read_document(std::string_view text,
                                       const std::function<void(json::ObjectReader&)>& read) {
  const json::Parsed parsed = json::parse(text);
  if (!parsed.value) return parsed.faults;
  json::Faults faults;
  json::ObjectReader reader(*parsed.value, "", faults);
  if (parsed.value->if_object() == nullptr) return faults.list();
  read(reader);
  reader.finish();
  return faults.list();
}

}  // namespace onereturn::frameworks
