#include "platform/crypto/encoding.hpp"
#include "tools/admin/command.hpp"
#include "tools/admin/content_load.hpp"
#include "tools/admin/region_opening.hpp"

namespace onereturn::admin {
namespace {

constexpr std::size_t password_length_min = 15;

Result<std::string> read_password(const Arguments& arguments) {
  if (!arguments.has("password-file")) {
    return Problem{ProblemCode::invalid, "password", "--password-file is needed."};
  }
  auto text = read_file(arguments.value("password-file"));
  if (!text) {
    return text;
  }
  while (text->ends_with('\n')) {
    text->pop_back();
  }
  if (text->size() < password_length_min) {
    return Problem{ProblemCode::invalid, "password", "The password needs 15 characters or more."};
  }
  return text;
}

Result<Documents> read_catalogue(const Arguments& arguments) {
  std::vector<std::string> paths;
  for (const auto* folder : {"/frameworks", "/templates", "/mappings"}) {
    const auto found = json_files_in(arguments.value("catalogue") + folder);
    paths.insert(paths.end(), found.begin(), found.end());
  }
  return read_documents(paths);
}

std::string counted(const Region& region) {
  return region.name + ": " + std::to_string(region.parties.size()) + " parties, " +
         std::to_string(region.people.size()) + " people, " +
         std::to_string(region.requests.size()) + " requests";
}

// 20 bytes in hexadecimal, for everybody who needs a second factor; "" when none is asked for.
Result<std::string> read_second_factor(const Arguments& arguments) {
  if (!arguments.has("second-factor-file")) {
    return std::string();
  }
  const auto text = read_file(arguments.value("second-factor-file"));
  if (!text) {
    return text.problem();
  }
  const auto secret = crypto::from_hex(text->substr(0, text->find('\n')));
  if (!secret || secret->size() != 20) {
    return Problem{ProblemCode::invalid, "second-factor", "The second factor needs 40 hex digits."};
  }
  return *secret;
}

}  // namespace

Result<std::string> load_region(const Arguments& arguments, const Surroundings& surroundings) {
  auto text = read_file(arguments.words().front());
  if (!text) {
    return text;
  }
  const auto region = read_region(*text);
  if (!region) {
    return region.problem();
  }
  const auto documents = read_catalogue(arguments);
  if (!documents) {
    return documents.problem();
  }
  const auto password = read_password(arguments);
  if (!password) {
    return password.problem();
  }
  const auto second_factor = read_second_factor(arguments);
  if (!second_factor) {
    return second_factor.problem();
  }
  postgres::Database operators({.connection = surroundings.as("operator"), .connections_max = 1});
  postgres::Database service({.connection = surroundings.as("gateway"), .connections_max = 1});
  const auto keys = second_factor->empty() ? std::vector<std::string>() : secret_keys();
  if (!keys) {
    return keys.problem();
  }
  RegionOpening opening(*region, operators, service, *keys);
  if (auto done = opening.people(*password, *second_factor); !done) {
    return done.problem();
  }
  auto published = publish_all(operators, *documents, [&](const std::string& board) {
    return region->party(board) == nullptr ? std::optional<PartyId>()
                                           : std::optional(PartyId(region->id_of("party", board)));
  });
  if (!published) {
    return published;
  }
  if (auto done = opening.requests(); !done) {
    return done.problem();
  }
  return *published + counted(*region);
}

}  // namespace onereturn::admin
