#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "domain/reports/edit_report.hpp"
#include "domain/reports/read_report.hpp"
#include "domain/reports/report.hpp"
#include "domain/reports/report_rules.hpp"
#include "domain/reports/report_store.hpp"
#include "gateway/views/listing.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// The reports of a board: the list, a new one, one of them, its files, what differs, and the look.
namespace onereturn::gateway::views {

// "Evaluation of one organisation", "Overview of an exercise" …
std::string report_kind_words(reports::Kind kind);
std::string report_path(const reports::ReportId& id);
std::string version_path(const reports::ReportId& id, int version);

// pages/reports.
ListShape reports_shape();
html::Data reports_page(const std::vector<reports::ReportLine>& all, ListAsked asked,
                        bool may_draft);

// pages/report_new: first the kind, then what it is about.
struct TypedNewReport {
  std::string id;  // of the report, made with the form
  std::string kind;
  std::string of_return, exercise;
  TypedDate from, to;
  std::set<std::string> papers;
  std::set<std::string> returns;
  std::vector<PageError> errors;
};
struct ReportChoices {
  std::vector<reports::ReturnChoice> returns;
  std::vector<reports::ExerciseChoice> exercises;
  std::vector<reports::ReportLine> reports;         // for a pack
  std::vector<reports::DeliveredChoice> delivered;  // for a pack
};
html::Data new_report_page(const ReportChoices& choices, const TypedNewReport& typed);

// What somebody typed into the page of a report and could not be kept.
struct TypedOnReport {
  std::map<std::string, std::string> words;  // by the key of the section
  std::string role, name;
  TypedDate on;
  std::string why;
  std::vector<PageError> errors;
};

// pages/report: one version. `role` of whoever reads it.
struct ReportPage {
  const reports::OpenReport& open;
  std::string role;
  std::string saved_note;
  TypedOnReport typed;
};
html::Data report_page(const ReportPage& page);

// pages/conflict, with the other's words beside the own. `rest`: what was typed into further
// sections and waits its turn.
html::Data section_conflict_page(const reports::OpenReport& open, const reports::SaveSection& mine,
                                 const reports::EditedSection& theirs,
                                 const std::vector<reports::SaveSection>& rest);

// pages/report_files: what can be taken along, is being made, failed or never came.
html::Data report_files_page(const reports::OpenReport& open, bool may_export, Instant now);

// pages/report_changes.
html::Data report_changes_page(const reports::Compared& compared);

// The blocks of a document as bits/blocks prints them; headings begin at level 3.
html::Data blocks_data(const std::vector<documents::Block>& blocks,
                       const std::string& pictures = {});

}  // namespace onereturn::gateway::views
