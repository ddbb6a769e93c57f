#include "domain/frameworks/catalogue_store.hpp"

#include <map>
#include <mutex>

#include "base/ensure.hpp"
#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "domain/frameworks/sql.hpp"
#include "domain/frameworks/template_format.hpp"

namespace onereturn::frameworks {
namespace {

using postgres::Row;
using postgres::Rows;

// Values by the hash of their body. A body that two threads read at once is read twice and kept
// once; nothing is ever removed, since a catalogue is small and never changes.
template <class Value>
class ByHash {
 public:
  std::shared_ptr<const Value> find(const std::string& hash) {
    const std::lock_guard lock(mutex_);
    const auto found = values_.find(hash);
    return found == values_.end() ? nullptr : found->second;
  }

  std::shared_ptr<const Value> keep(const std::string& hash, Value value) {
    const std::lock_guard lock(mutex_);
    return values_.try_emplace(hash, std::make_shared<const Value>(std::move(value))).first->second;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const Value>> values_;
};

template <class Value>
ByHash<Value>& kept() {
  static ByHash<Value> values;
  return values;
}

Result<Framework> read_body(std::type_identity<Framework>, const std::string& body) {
  return read_framework(body);
}
Result<Template> read_body(std::type_identity<Template>, const std::string& body) {
  return read_template(body);
}
Result<Mapping> read_body(std::type_identity<Mapping>, const std::string& body) {
  return read_mapping(body);
}

// The value of a hash; `fetch` runs the statement that answers body and hash, when needed.
template <class Value, class Fetch>
std::shared_ptr<const Value> by_hash(const std::string& hash, Fetch&& fetch) {
  if (auto value = kept<Value>().find(hash)) {
    return value;
  }
  const Rows rows = fetch();
  const Row row = rows.one();
  auto value = read_body(std::type_identity<Value>{}, row.text("body"));
  ENSURE(value.has_value(), "a published body does not read any more");
  return kept<Value>().keep(row.text("hash"), *std::move(value));
}

// The hash that a published version has, once somebody has asked: it never gets another.
class Hashes {
 public:
  // `ask` answers the hash, or nothing; only an answer is remembered.
  template <class Ask>
  std::optional<std::string> of(const std::string& name, Ask&& ask) {
    {
      const std::lock_guard lock(mutex_);
      if (const auto found = hashes_.find(name); found != hashes_.end()) {
        return found->second;
      }
    }
    std::optional<std::string> hash = ask();
    if (hash) {
      const std::lock_guard lock(mutex_);
      hashes_.emplace(name, *hash);
    }
    return hash;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::string> hashes_;
};

Hashes& known_hashes() {
  static Hashes hashes;
  return hashes;
}

std::string name_of(const char* kind, const VersionRef& ref) {
  return std::string(kind) + "/" + ref.code + "/" + std::to_string(ref.version);
}

std::optional<std::string> hash_in(const Rows& rows) {
  return rows.empty() ? std::nullopt : rows.one().text_if("hash");
}

std::vector<std::string> codes_of(const std::vector<VersionRef>& refs) {
  std::vector<std::string> codes;
  for (const auto& ref : refs) {
    codes.push_back(ref.code);
  }
  return codes;
}

std::vector<int> versions_of(const std::vector<VersionRef>& refs) {
  std::vector<int> versions;
  for (const auto& ref : refs) {
    versions.push_back(ref.version);
  }
  return versions;
}

std::shared_ptr<const Mapping> mapping_by_hash(postgres::Transaction& tx, const VersionRef& form,
                                               const VersionRef& framework, int version,
                                               const std::string& hash) {
  return by_hash<Mapping>(hash, [&] {
    return tx.run(sql::mapping_body, form.code, form.version, framework.code, framework.version,
                  version);
  });
}

}  // namespace

std::shared_ptr<const Framework> load_framework(postgres::Transaction& tx, const VersionRef& ref) {
  const auto hash = known_hashes().of(name_of("framework", ref), [&] {
    return hash_in(tx.run(sql::framework_hash, ref.code, ref.version));
  });
  return !hash ? nullptr : by_hash<Framework>(*hash, [&] {
    return tx.run(sql::framework_body, ref.code, ref.version);
  });
}

std::shared_ptr<const Template> load_template(postgres::Transaction& tx, const VersionRef& ref) {
  const auto hash = known_hashes().of(name_of("template", ref), [&] {
    return hash_in(tx.run(sql::template_hash, ref.code, ref.version));
  });
  return !hash ? nullptr : by_hash<Template>(*hash, [&] {
    return tx.run(sql::template_body, ref.code, ref.version);
  });
}

std::vector<std::shared_ptr<const Template>> load_templates(postgres::Transaction& tx,
                                                            const std::vector<VersionRef>& refs) {
  std::vector<std::shared_ptr<const Template>> forms;
  for (const auto& ref : refs) {
    forms.push_back(load_template(tx, ref));
  }
  return forms;
}

std::vector<std::shared_ptr<const Mapping>> load_mappings(postgres::Transaction& tx,
                                                          const std::vector<VersionRef>& forms,
                                                          const VersionRef& framework) {
  std::vector<std::shared_ptr<const Mapping>> mappings;
  const Rows rows = tx.run(sql::live_mapping_hashes, codes_of(forms), versions_of(forms),
                           framework.code, framework.version);
  for (std::size_t at = 0; at < forms.size(); ++at) {
    const auto hash = rows[at].text_if("hash");
    mappings.push_back(
        !hash ? nullptr
              : mapping_by_hash(tx, forms[at], framework, rows[at].number("version"), *hash));
  }
  return mappings;
}

std::shared_ptr<const Mapping> load_mapping(postgres::Transaction& tx, const VersionRef& form,
                                            const VersionRef& framework) {
  return load_mappings(tx, {form}, framework).front();
}

std::shared_ptr<const Mapping> load_mapping(postgres::Transaction& tx, const VersionRef& form,
                                            const VersionRef& framework, int version) {
  const auto name =
      name_of("mapping", form) + name_of("/to", framework) + "/" + std::to_string(version);
  const auto hash = known_hashes().of(name, [&] {
    return hash_in(tx.run(sql::mapping_hash, form.code, form.version, framework.code,
                          framework.version, version));
  });
  return !hash ? nullptr : mapping_by_hash(tx, form, framework, version, *hash);
}

std::optional<VersionRef> latest_framework(postgres::Transaction& tx, const std::string& code) {
  const Rows rows = tx.run(sql::latest_framework, code);
  const auto version = rows.one().number_if("version");
  return version ? std::optional(VersionRef{code, *version}) : std::nullopt;
}

}  // namespace onereturn::frameworks
