#include "domain/returns/move_unit.hpp"

#include <charconv>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evidence/content_store.hpp"
#include "domain/evidence/file_types.hpp"
#include "domain/evidence/upkeep_store.hpp"
#include "domain/returns/sql.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::returns {

namespace {

constexpr const char* format = "onereturn.unit/2";

Problem refusal(ProblemCode code, const char* key, std::string words) {
  return {code, key, std::move(words), {}};
}

Problem not_a_unit() {
  return refusal(ProblemCode::invalid, "foreign-format",
                 "This is no export of a unit: a file of format onereturn.unit/2 is expected.");
}

bool leads_the_whole(const postgres::AgencyTx& tx) {
  return tx.actor().role == "lead" && !tx.actor().unit;
}

Problem not_the_lead() {
  return refusal(ProblemCode::forbidden, "not-permitted",
                 "Whoever leads the whole agency moves its units.");
}

std::string bytes_of(const std::string& hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2)
    bytes += static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16));
  return bytes;
}

struct Head {
  UnitId unit;
  std::string name;
  std::vector<std::string> people;
  std::vector<UnitFile> files;
};

bool is_hex_digest(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// Nothing for what is no whole number of bytes.
std::optional<std::uint64_t> size_of(const std::string& text) {
  std::uint64_t size = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, size);
  if (text.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return size;
}

Result<std::vector<UnitFile>> files_of(const postgres::Row& row) {
  const auto files = row.list("files");
  const auto types = row.list("types");
  const auto sizes = row.list("sizes");
  std::vector<UnitFile> all;
  for (std::size_t at = 0; at < files.size(); ++at) {
    const auto size = size_of(sizes.at(at));
    if (!is_hex_digest(files[at]) || !size || types.at(at).empty()) return not_a_unit();
    if (*size > evidence::file_bytes_max) {
      return refusal(ProblemCode::invalid, "too-large",
                     "The file " + files[at] + " is larger than the 25 MiB that a file may have.");
    }
    all.push_back({files[at], *size, types.at(at)});
  }
  return all;
}

// As the page of sites would have kept it.
bool is_name(const std::string& name) {
  return !name.empty() && name == tidy_line(name) && count_characters(name);
}

Result<Head> head_of(postgres::AgencyTx& tx, const std::string& document) {
  const auto rows = tx.run(sql::unit_document, document);
  const auto row = rows.one();
  if (row.text_if("format").value_or("") != format) return not_a_unit();
  if (row.is_null("whole") || !row.boolean("whole")) {
    return refusal(ProblemCode::invalid, "damaged",
                   "The file was changed or damaged on its way: its checksum does not fit. Export "
                   "the unit again.");
  }
  if (!row.boolean("printable")) {
    return refusal(ProblemCode::invalid, "not-printable",
                   "The file has characters in it that cannot be printed.");
  }
  const auto unit = UnitId::parse(row.text_if("unit_id").value_or(""));
  if (!unit || !is_name(row.text_if("name").value_or(""))) return not_a_unit();
  auto files = files_of(row);
  if (!files) return files.problem();
  return Head{*unit, row.text("name"), row.list("people"), std::move(*files)};
}

std::optional<Problem> conflict_of(postgres::AgencyTx& tx, const std::string& document,
                                   const UnitId& unit) {
  const auto both = tx.run(sql::unit_conflicts, document, unit).one().list("requirements");
  if (both.empty()) return std::nullopt;
  std::string list;
  for (const auto& requirement : both)
    list += (list.empty() ? "" : ", ") + requirement;
  return refusal(ProblemCode::conflict, "changed-in-both",
                 "The unit was worked on here and there since it left: " + list +
                     ". Nothing was changed; put those answers together first.");
}

Result<Done> take_files(postgres::AgencyTx& tx, const Head& head, const TakeFile& take,
                        Instant now) {
  for (const auto& file : head.files) {
    evidence::FileFacts facts;
    facts.sha256 = bytes_of(file.sha256);
    facts.media_type = file.media_type;
    facts.size = file.bytes;
    evidence::keep_blob(tx, facts, now);
    if (auto taken = take(file); !taken) return taken.problem();
  }
  return Done{};
}

ImportedUnit write_rows(postgres::AgencyTx& tx, const std::string& document, const Head& head,
                        Instant now) {
  ImportedUnit done;
  done.name = head.name;
  const auto known = tx.run(sql::known_people, head.people).one().list("people");
  tx.run(sql::import_unit, document);
  const auto newer = tx.run(sql::newer_answers, document, head.unit).one().list("requirements");
  done.answers =
      tx.run(sql::import_answers, document, head.unit, known, newer).one().number("answers");
  done.commitments =
      tx.run(sql::import_commitments, document, head.unit, known).one().number("commitments");
  std::vector<Date> ends;
  for (const postgres::Row row : tx.run(sql::import_evidence, document, head.unit)) {
    ++done.pieces;
    if (const auto end = row.date_if("expires_on")) {
      ends.insert(ends.end(), {evidence::day_after(*end, -evidence::reminder_days), *end});
    }
  }
  tx.run(sql::import_evidence_history, document, head.unit, known);
  tx.run(sql::import_record, document, head.unit, now);
  evidence::wake_on(tx, ends);
  return done;
}

}  // namespace

Result<ExportedUnit> export_unit(postgres::AgencyTx& tx, const std::string& unit) {
  if (!leads_the_whole(tx)) return not_the_lead();
  const auto rows = tx.run(sql::export_unit, unit);
  const auto row = rows.one();
  const auto found = row.integer("units");
  if (found == 0) return refusal(ProblemCode::not_found, "no-unit", "There is no such unit.");
  if (found > 1) {
    return refusal(ProblemCode::conflict, "several-units",
                   "Several units have this name: give the unit's id.");
  }
  if (row.integer("unchecked") > 0) {
    return refusal(ProblemCode::conflict, "unchecked-files",
                   "A file of the unit is still being checked for viruses. Export it after that.");
  }
  audit_log::record(tx, {"unit.exported", "unit", unit, ""});
  return ExportedUnit{row.text("document"), row.list("files")};
}

Result<ImportedUnit> import_unit(postgres::AgencyTx& tx, const std::string& document,
                                 const TakeFile& take, Instant now) {
  if (!leads_the_whole(tx)) return not_the_lead();
  if (document.find('\0') != std::string::npos) return not_a_unit();
  try {
    const auto head = head_of(tx, document);
    if (!head) return head.problem();
    if (auto problem = conflict_of(tx, document, head->unit)) return *problem;
    if (auto taken = take_files(tx, *head, take, now); !taken) return taken.problem();
    auto done = write_rows(tx, document, *head, now);
    audit_log::record(tx, {"unit.imported", "unit", head->unit.text(),
                           std::to_string(done.answers) + " answers"});
    return done;
  } catch (const postgres::ConstraintViolated& violated) {
    return refusal(ProblemCode::invalid, "does-not-fit",
                   "The unit does not fit this service (" + violated.constraint() +
                       "): it may ask other questions. Nothing was changed.");
  } catch (const postgres::StatementFailed& failed) {
    // 22: data that is none of the kind it should be, such as text that is no JSON. 54001: JSON
    // that is nested too deep to be read.
    if (!failed.sqlstate().starts_with("22") && failed.sqlstate() != "54001") throw;
    return not_a_unit();
  }
}

}  // namespace onereturn::returns
