#include "tools/admin/content_load.hpp"

#include <algorithm>

#include "domain/frameworks/publish_catalogue.hpp"
#include "platform/crypto/digest.hpp"
#include "tools/admin/command.hpp"

namespace onereturn::admin {
namespace {

// Publishes one document in a transaction of its own and adds what happened to `text`.
template <class Publish>
std::optional<Problem> publish_one(postgres::Database& database, const char* what,
                                   const frameworks::VersionRef& ref, std::string& text,
                                   Publish&& publish) {
  const auto done = database.as_operator([&](postgres::OperatorTx& tx) { return publish(tx); });
  if (!done) {
    return done.problem();
  }
  const bool is_new = *done == frameworks::Published::now;
  text += std::string(is_new ? "published " : "already there: ") + what + " " + ref.code +
          " version " + std::to_string(ref.version) + "\n";
  return std::nullopt;
}

// Editions first, so that those who adopt them find them.
std::vector<const frameworks::Template*> in_order(const Documents& documents) {
  std::vector<const frameworks::Template*> forms;
  for (const auto& [ref, form] : documents.templates) {
    forms.push_back(&form);
  }
  std::ranges::stable_partition(forms, [](const auto* form) { return !form->edition_of; });
  return forms;
}

std::string counted(const Documents& documents) {
  return std::to_string(documents.frameworks.size()) + " frameworks, " +
         std::to_string(documents.templates.size()) + " templates and " +
         std::to_string(documents.mappings.size()) + " mappings are sound";
}

}  // namespace

Result<std::string> publish_all(postgres::Database& database, const Documents& documents,
                                const OwnerOf& owner_of) {
  std::string text;
  std::optional<Problem> problem;
  const auto one = [&](const char* what, const frameworks::VersionRef& ref, auto&& publish) {
    if (!problem) {
      problem = publish_one(database, what, ref, text, publish);
    }
  };
  for (const auto& [ref, framework] : documents.frameworks) {
    one("framework", ref, [&](postgres::OperatorTx& tx) {
      return frameworks::publish_framework(tx, framework, crypto::sha256);
    });
  }
  for (const auto* form : in_order(documents)) {
    one("template", form->ref, [&](postgres::OperatorTx& tx) {
      return frameworks::publish_template(tx, *form, owner_of(form->board), crypto::sha256);
    });
  }
  for (const auto& mapping : documents.mappings) {
    one("mapping of", mapping.of_template, [&](postgres::OperatorTx& tx) {
      return frameworks::publish_mapping(tx, mapping, crypto::sha256);
    });
  }
  if (problem) {
    return *problem;
  }
  return text;
}

Result<std::string> load_content(const Arguments& arguments, const Surroundings& surroundings) {
  auto documents = read_documents(arguments.words());
  if (!documents) {
    return documents.problem();
  }
  if (arguments.has("check")) {
    return counted(*documents);
  }
  std::optional<PartyId> owner;
  if (arguments.has("owner")) {
    owner = PartyId::parse(arguments.value("owner"));
    if (!owner) {
      return Problem{ProblemCode::invalid, "owner", "--owner needs the board's id."};
    }
  }
  postgres::Database database({.connection = surroundings.as("operator"), .connections_max = 1});
  return publish_all(database, *documents, [&](const std::string&) { return owner; });
}

}  // namespace onereturn::admin
