#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "platform/postgres/transaction.hpp"

// A unit leaves an agency (an academy changes trust) and takes along what it wrote: its answers
// with every version, its actions, its evidence. What only its former agency could send, and what
// hangs on requests to it, goes along as a record that is kept whole.
namespace onereturn::returns {

// A file of the unit's evidence.
struct UnitFile {
  std::string sha256;  // 64 hexadecimal digits
  std::uint64_t bytes = 0;
  std::string media_type;
};

struct ExportedUnit {
  std::string document;  // docs/formats/unit.md
  std::vector<std::string> files;
};

// By name or id. Refuses with forbidden whoever does not lead the whole agency, with not_found
// where there is none, with conflict where several have that name, or a file is still being
// checked.
Result<ExportedUnit> export_unit(postgres::AgencyTx& tx, const std::string& unit);

struct ImportedUnit {
  std::string name;
  int answers = 0;  // new here, or newer than what was here
  int commitments = 0;
  int pieces = 0;
};

// Puts one file into the store, and refuses one that is not there or not what its SHA-256 says.
using TakeFile = std::function<Result<Done>(const UnitFile&)>;

// Makes the unit in this agency, or brings it up to date; the same document again changes nothing.
// Everything becomes the unit's own, nothing is granted to any board, every file is checked for
// viruses anew. People whom this service does not know give way to whoever imports. Refuses with
// forbidden whoever does not lead the whole agency, with invalid what is no such document, was
// changed on the way or does not fit, with conflict a unit that was worked on here and there.
Result<ImportedUnit> import_unit(postgres::AgencyTx& tx, const std::string& document,
                                 const TakeFile& take, Instant now);

}  // namespace onereturn::returns
