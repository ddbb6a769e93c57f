#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evaluation/release_evaluation.hpp"
#include "gateway/views/evaluation.hpp"

// What comes after the items: the whole in words, a second look, release, giving back; both grades
// side by side; and what the agency reads of it.
namespace onereturn::gateway::views {

// What was typed on the page, of whichever of its forms.
struct TypedFinish {
  std::optional<std::string> summary;  // about the whole, when it could not be kept
  std::string words;                   // to the second person
  std::string answer;                  // of the second person
  std::string name;                    // who signs
  std::string position;
};

// pages/evaluate_finish.
struct FinishInput {
  const evaluation::Workbench& bench;
  Looker looker;
  Date today;
  std::string saved_note;
  TypedFinish typed = {};
  std::vector<PageError> errors = {};
};
html::Data finish_page(const FinishInput& input);

// pages/evaluate_both: one row an item that both grade.
struct BothInput {
  const evaluation::Workbench& bench;
  Looker looker;
  Date today;
  std::string saved_note;
  std::map<std::string, std::string> typed = {};  // grades that are not saved, by key
  std::vector<PageError> errors = {};
};
html::Data both_page(const BothInput& input);
// The name of a row's field: "g-3" for the third of the page's rows.
std::string both_field(const evaluation::Workbench& bench, const std::string& key);

// pages/send_back.
struct SendBackInput {
  const evaluation::Workbench& bench;
  Looker looker;
  Date today;
  TypedDate due;
  std::string words;
  std::map<std::string, std::string> items;  // words by key
  std::vector<PageError> errors = {};
};
html::Data send_back_page(const SendBackInput& input);

// pages/differences: self against board over the returns of one form, agencies down, sections
// across.
struct DifferencesInput {
  std::vector<evaluation::FormOfBoth> forms;
  std::shared_ptr<const frameworks::Template> form;  // the one that is shown, or nothing
  std::vector<evaluation::DifferenceRow> rows;
};
html::Data differences_page(const DifferencesInput& input);

// pages/evaluation_settings.
html::Data settings_page(const evaluation::Settings& settings, bool manages,
                         const std::string& saved_note);

// pages/released: the frozen copy, as the agency reads it.
html::Data released_page(const evaluation::ReadRelease& release);
// What it says, section by section: bits/released_sections.
html::Data released_sections(const evaluation::Released& said);
// pages/asked_changes.
html::Data asked_changes_page(const std::vector<evaluation::ChangeForAgency>& changes,
                              const std::vector<evaluation::BackForChanges>& rounds,
                              const RequestId& request, Date today);

}  // namespace onereturn::gateway::views
