#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/documents/document.hpp"

// A board's reports: drafted from its records, edited by people, finished in numbered versions and
// signed by named people. A finished version never changes.
namespace onereturn::reports {

using ReportId = Id<struct ReportTag>;
using FileId = Id<struct ReportFileTag>;

enum class Kind { organisation, overview, improvement_plan, highlight, exception, pack };
const char* to_string(Kind kind);
std::optional<Kind> kind_of(std::string_view text);

// What a report is about: one return, one exercise, or a period with both of its days.
struct Subject {
  Kind kind = Kind::overview;
  std::optional<ReturnId> of_return;
  std::optional<AuditId> exercise;
  std::optional<Date> from, to;
  std::vector<ReportId> papers;   // of a pack: other reports
  std::vector<ReturnId> returns;  // and returns that were delivered
};

struct Report {
  ReportId id;
  int number = 0;  // within the board: its record number
  Subject subject;
  std::string title;
  std::string about;  // the organisation, the exercise, the period in words
  int latest_version = 1;
  Instant made_at{};
  std::optional<Instant> withdrawn_at;
  std::string withdrawn_by_name;
  std::string withdrawn_why;
};

// One part that people edit. Save 0: nobody has typed anything, the drafted words stand.
struct EditedSection {
  std::string key;
  std::string heading;
  std::string drafted;  // what the records say, marked text
  std::string words;    // what stands, marked text
  int save = 0;
  bool kept = false;  // taken over from the version before
  PersonId by;
  std::string by_name;
  Instant at{};
};

struct Signature {
  int number = 0;
  std::string role;
  std::string name;
  Date on{};
  std::string noted_by_name;
};

// Boxes that were redacted on one day; which day is not known of all.
struct Redacted {
  std::optional<Date> on;
  int boxes = 0;

  bool operator==(const Redacted&) const = default;
};

struct ReportVersion {
  int number = 0;
  bool finished = false;
  std::string subtitle;
  std::vector<EditedSection> sections;
  std::vector<documents::Block> facts;
  std::vector<Redacted> redacted;  // since it was drafted, by day
  Instant drafted_at{};
  int saves = 0;
  std::string finished_by_name;
  std::optional<Instant> finished_at;
  std::string check_value;  // 64 hexadecimal digits once it is finished
  std::vector<Signature> signatures;

  const EditedSection* find(std::string_view key) const;
};

// A version as a list names it.
struct VersionLine {
  int number = 0;
  bool finished = false;
  Instant begun_at{};
  std::optional<Instant> finished_at;
  std::string by_name;  // who finished it, or began it
  int signatures = 0;
};

// A report as a list names it: its latest version and how that stands.
struct ReportLine {
  ReportId id;
  int number = 0;
  Kind kind = Kind::overview;
  std::string title;
  std::string about;
  int version = 1;
  bool finished = false;
  std::optional<Date> signed_on;  // the last of its signatures
  Instant changed_at{};
  bool withdrawn = false;
};

// A numbered conclusion or recommendation of an organisation's finished report.
enum class ConclusionKind { conclusion, recommendation };
const char* to_string(ConclusionKind kind);

struct Conclusion {
  ConclusionKind kind = ConclusionKind::conclusion;
  ReportId of_report;
  int of_version = 0;
  int of_number = 0;
  std::string organisation;
  std::string words;  // plain
  bool lifted = false;
};

enum class Format { html, pdf, docx, odt, xlsx, ods, csv };
const char* to_string(Format format);
std::optional<Format> format_of(std::string_view text);
// Tables alone, which are taken along as lists are.
bool is_table(Format format);

// removed: it was there, and words that stood in it were redacted.
enum class FileState { asked, making, ready, failed, removed };

struct PaperFile {
  FileId id;
  Format format = Format::pdf;
  FileState state = FileState::asked;
  std::string reason;    // why it failed, or waits again; a sentence
  bool current = false;  // made of what the version says now
  Instant asked_at{};
  std::optional<Instant> made_at;
  std::optional<int> size_bytes;
  std::string sha256;  // 64 hexadecimal digits once it is ready
};

// What was asked for as long ago as this and is not there has no worker any more: one that makes it
// would have ended by its own limit. It never came, and is asked for anew.
inline constexpr std::chrono::minutes given_up_after{30};
// Asked for or being made, and not given up.
bool is_on_its_way(const PaperFile& file, Instant now);

// How the papers of a board look.
struct BoardLook {
  std::string name;  // of the board, where another is not typed
  std::string colour = "#0b4f5c";
  std::string logo;  // bytes
  std::string logo_type;
  int version = 0;  // 0: never set
};

// Everything that the page of one report shows.
struct OpenReport {
  Report report;
  ReportVersion version;
  std::vector<VersionLine> versions;  // the newest first
  std::vector<PaperFile> files;
  std::vector<Conclusion> conclusions;  // that an overview may lift, or has lifted
};

}  // namespace onereturn::reports
