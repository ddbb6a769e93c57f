#include "domain/frameworks/publish_catalogue.hpp"

#include <algorithm>

#include "domain/frameworks/catalogue_rows_format.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "domain/frameworks/sql.hpp"
#include "domain/frameworks/template_format.hpp"
#include "domain/frameworks/words.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::frameworks {
namespace {

template <class Run>
Result<Published> published(Run&& run) {
  try {
    const postgres::Rows rows = run();
    return rows.one().boolean("published") ? Published::now : Published::before;
  } catch (const postgres::ConstraintViolated& violated) {
    // The functions' own refusal; those of the tables come with a name.
    if (!violated.constraint().empty()) {
      throw;
    }
    return Problem{.code = ProblemCode::conflict,
                   .key = "already-published",
                   .detail =
                       "This version is published with other content. Give the changed "
                       "content a new version."};
  }
}

bool every_item_is(const Mapping& mapping, std::initializer_list<MappingStatus> statuses) {
  return std::all_of(mapping.items.begin(), mapping.items.end(), [&](const auto& entry) {
    return std::find(statuses.begin(), statuses.end(), entry.second.status) != statuses.end();
  });
}

}  // namespace

Result<Published> publish_framework(postgres::OperatorTx& tx, const Framework& framework,
                                    const Sha256& hash) {
  const auto body = write_framework(framework);
  return published([&] {
    return tx.run(sql::publish_framework, framework.ref.code, framework.ref.version, framework.name,
                  body, postgres::to_bytea(hash(body)), requirement_rows(framework),
                  facet_rows(framework));
  });
}

Result<Published> publish_template(postgres::OperatorTx& tx, const Template& form,
                                   const std::optional<BoardId>& owner, const Sha256& hash) {
  const auto body = write_template(form);
  const auto& edition = form.edition_of;
  return published([&] {
    return tx.run(sql::publish_template, form.ref.code, form.ref.version, owner,
                  edition ? std::optional(edition->code) : std::nullopt,
                  edition ? std::optional(edition->version) : std::nullopt, to_word(form.kind),
                  form.name, body, postgres::to_bytea(hash(body)), item_rows(form), box_rows(form));
  });
}

Result<Published> publish_mapping(postgres::OperatorTx& tx, const Mapping& mapping,
                                  const Sha256& hash) {
  if (!every_item_is(mapping, {MappingStatus::live, MappingStatus::reviewed})) {
    return Problem{.code = ProblemCode::invalid,
                   .key = "mapping-not-live",
                   .detail = "An item of this mapping is not live yet, or is stale."};
  }
  const bool reviewed = every_item_is(mapping, {MappingStatus::reviewed});
  const auto body = write_mapping(mapping);
  return published([&] {
    return tx.run(sql::publish_mapping, mapping.of_template.code, mapping.of_template.version,
                  mapping.framework.code, mapping.framework.version, mapping.version, body,
                  postgres::to_bytea(hash(body)), reviewed ? "reviewed" : "live",
                  item_facet_rows(mapping));
  });
}

}  // namespace onereturn::frameworks
