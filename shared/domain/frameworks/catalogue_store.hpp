#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/frameworks/frameworks.hpp"
#include "platform/postgres/transaction.hpp"

// Published frameworks, templates and mappings, as values. What is published never changes, so one
// process reads and checks each once, by its hash, inside whatever scope asks first. Only which
// mapping is live is asked again each time. A body that no longer reads is a mistake of ours.
namespace onereturn::frameworks {

// Null when the catalogue has no such framework or template.
std::shared_ptr<const Framework> load_framework(postgres::Transaction& tx, const VersionRef& ref);
std::shared_ptr<const Template> load_template(postgres::Transaction& tx, const VersionRef& ref);
// As many as asked for, in that order.
std::vector<std::shared_ptr<const Template>> load_templates(postgres::Transaction& tx,
                                                            const std::vector<VersionRef>& refs);

// The newest mapping of the template to the framework that may still fill (not stale, not
// withdrawn). Null when there is none.
std::shared_ptr<const Mapping> load_mapping(postgres::Transaction& tx, const VersionRef& form,
                                            const VersionRef& framework);
// As many as asked for, in that order.
std::vector<std::shared_ptr<const Mapping>> load_mappings(postgres::Transaction& tx,
                                                          const std::vector<VersionRef>& forms,
                                                          const VersionRef& framework);
// That very version, whatever its status: what a submission was frozen with. Null when there is
// none.
std::shared_ptr<const Mapping> load_mapping(postgres::Transaction& tx, const VersionRef& form,
                                            const VersionRef& framework, int version);

// The newest version of a framework; nothing when the catalogue has none of that code.
std::optional<VersionRef> latest_framework(postgres::Transaction& tx, const std::string& code);

}  // namespace onereturn::frameworks
