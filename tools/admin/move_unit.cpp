#include "domain/returns/move_unit.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "base/clock.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/errors.hpp"
#include "platform/storage/storage.hpp"
#include "tools/admin/command.hpp"

namespace onereturn::admin {
namespace {

namespace fs = std::filesystem;

constexpr const char* document_name = "unit.json";
constexpr std::size_t piece_bytes = 64 * 1024;
// Words alone: PostgreSQL reads no larger JSON.
constexpr std::uintmax_t document_bytes_max = 256UL * 1024 * 1024;

Problem wrong(std::string words) {
  return {.code = ProblemCode::invalid, .key = "command-line", .detail = std::move(words)};
}

// With the agency's own session: the operator has no right to a tenant's rows.
template <class Work>
Result<std::string> as_lead(const Surroundings& surroundings, Work&& work) {
  std::string token;
  std::getline(std::cin, token);
  if (token.empty())
    return wrong("A bearer token of the agency's lead is needed on standard input.");
  postgres::Database database({.connection = surroundings.as("gateway"), .connections_max = 1});
  try {
    return database.as_agency({crypto::token_hash(token)}, std::forward<Work>(work));
  } catch (const postgres::SessionEnded&) {
    return Problem{.code = ProblemCode::unauthenticated,
                   .key = "sign-in-required",
                   .detail = "The token has ended, or never was."};
  } catch (const storage::StorageUnavailable& away) {
    return wrong(std::string{"The store of evidence is away: "} + away.what() + ".");
  } catch (const fs::filesystem_error& error) {
    return wrong(std::string{"The folder cannot be used: "} + error.code().message() + ".");
  }
}

Result<Done> copy_out(storage::Store& store, const PartyId& agency, const std::string& sha256,
                      const fs::path& to) {
  const auto reading = store.open(agency, crypto::from_hex(sha256).value_or(""));
  if (!reading) return wrong("A file of the unit is not in the store: " + sha256 + ".");
  std::ofstream file(to, std::ios::binary | std::ios::trunc);
  std::string piece(piece_bytes, '\0');
  while (const auto count = reading->read(piece.data(), piece.size()))
    file.write(piece.data(), static_cast<std::streamsize>(count));
  file.close();
  if (!file) return wrong("A file of the unit could not be written: " + to.string() + ".");
  return Done{};
}

// A link is none either: where it leads may never end.
std::optional<Problem> not_a_plain_file(const fs::path& path) {
  const auto status = fs::symlink_status(path);
  if (!fs::exists(status)) return wrong("A file of the unit is missing: " + path.string() + ".");
  if (fs::is_regular_file(status)) return std::nullopt;
  return wrong("It is no file of its own, but a link, a folder or a device: " + path.string() +
               ".");
}

Result<std::string> read_document(const fs::path& path) {
  if (const auto odd = not_a_plain_file(path)) return *odd;
  if (fs::file_size(path) > document_bytes_max) {
    return wrong("It is too large for a unit: " + path.string() + ".");
  }
  return read_file(path.string());
}

Result<Done> copy_in(storage::Store& store, const PartyId& agency, const returns::UnitFile& file,
                     const fs::path& from) {
  if (const auto odd = not_a_plain_file(from)) return *odd;
  std::ifstream reading(from, std::ios::binary);
  if (!reading) return wrong("A file of the unit is missing: " + from.string() + ".");
  const auto incoming = store.begin();
  std::string piece(piece_bytes, '\0');
  // One byte more than it should have is enough to know that it is another.
  while (incoming->size() <= file.bytes) {
    const auto most = std::min<std::uint64_t>(piece.size(), file.bytes + 1 - incoming->size());
    reading.read(piece.data(), static_cast<std::streamsize>(most));
    if (reading.gcount() == 0) break;
    incoming->write({piece.data(), static_cast<std::size_t>(reading.gcount())});
  }
  const auto content = incoming->finish();
  if (crypto::to_hex(content.sha256) != file.sha256 || content.size != file.bytes) {
    return wrong("A file of the unit is damaged: " + from.string() +
                 " is not what its SHA-256 says.");
  }
  store.keep(*incoming, agency, content);
  return Done{};
}

}  // namespace

Result<std::string> export_unit(const Arguments& arguments, const Surroundings& surroundings) {
  const fs::path folder = arguments.value("to");
  if (arguments.value("unit").empty()) return wrong("--unit NAME is needed.");
  if (folder.empty() != arguments.value("evidence").empty()) {
    return wrong("--to FOLDER and --evidence FOLDER belong together.");
  }
  return as_lead(surroundings, [&](postgres::AgencyTx& tx) -> Result<std::string> {
    const auto unit = returns::export_unit(tx, arguments.value("unit"));
    if (!unit) return unit.problem();
    if (folder.empty()) return unit->document;
    const auto store = storage::open_folder(arguments.value("evidence"));
    fs::create_directories(folder / "files");
    for (const auto& sha256 : unit->files) {
      const auto copied = copy_out(*store, tx.actor().party, sha256, folder / "files" / sha256);
      if (!copied) return copied.problem();
    }
    std::ofstream(folder / document_name, std::ios::binary | std::ios::trunc) << unit->document;
    return "The unit is in " + folder.string() + ": " + document_name + " and " +
           std::to_string(unit->files.size()) + " files.";
  });
}

Result<std::string> import_unit(const Arguments& arguments, const Surroundings& surroundings) {
  const fs::path folder = arguments.value("from");
  if (folder.empty() || arguments.value("evidence").empty()) {
    return wrong("--from FOLDER and --evidence FOLDER are needed.");
  }
  const auto document = read_document(folder / document_name);
  if (!document) return document.problem();
  return as_lead(surroundings, [&](postgres::AgencyTx& tx) -> Result<std::string> {
    const auto store = storage::open_folder(arguments.value("evidence"));
    const auto done = returns::import_unit(
        tx, *document,
        [&](const returns::UnitFile& file) {
          return copy_in(*store, tx.actor().party, file, folder / "files" / file.sha256);
        },
        system_clock()());
    if (!done) return done.problem();
    return done->name + " is here. New, or newer than what was here: answers " +
           std::to_string(done->answers) + ", actions " + std::to_string(done->commitments) +
           ", pieces of evidence " + std::to_string(done->pieces) + ".";
  });
}

}  // namespace onereturn::admin
