#include <algorithm>

#include "domain/documents/marked_text.hpp"
#include "domain/reports/report_document.hpp"
#include "gateway/views/due_field.hpp"
#include "gateway/views/reports.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using reports::EditedSection;
using reports::Kind;
using reports::OpenReport;
using reports::ReportVersion;

Data standing_status(const OpenReport& open) {
  const auto words = reports::standing_of(open.report, open.version);
  if (open.report.withdrawn_at) return status("quiet", "na", words);
  if (!open.version.finished) return status("amber", "now", words);
  return open.version.signatures.empty() ? status("blue", "done", words)
                                         : status("green", "done", words);
}

std::string who_wrote(const EditedSection& section) {
  if (section.save == 0) return "As drafted from your records.";
  const auto day = to_words_with_time(section.at);
  const auto by = section.by_name.empty() ? std::string("Somebody") : section.by_name;
  return (section.kept ? "From the version before, written by " : "Written by ") + by + " on " +
         day + ".";
}

Data section_data(const ReportPage& page, const EditedSection& section, bool may_write) {
  const auto typed = page.typed.words.find(section.key);
  const auto& words = typed == page.typed.words.end() ? section.words : typed->second;
  const bool other_draft = section.save > 0 && section.words != section.drafted;
  return Data::object()
      .set("key", section.key)
      .set("heading", section.heading)
      .set("action", report_path(page.open.report.id) + "/sections/" + section.key)
      .set("save", section.save)
      .set("was", reports::mark_of(section.words))
      .set("may_write", may_write)
      .set("value", words)
      .set("rows", std::clamp(static_cast<int>(words.size() / 90) + 4, 5, 24))
      .set("who", who_wrote(section))
      .set("error", error_of(page.typed.errors, "words-" + section.key))
      .set("blocks", blocks_data(documents::read_marked(section.words)))
      .set("empty", section.words.empty())
      .set("drafted", may_write && other_draft ? Data(section.drafted) : Data());
}

Data sections_data(const ReportPage& page, bool may_write) {
  auto all = Data::list();
  for (const auto& section : page.open.version.sections)
    all.push(section_data(page, section, may_write));
  return all;
}

Data versions_data(const OpenReport& open) {
  auto all = Data::list();
  for (const auto& line : open.versions) {
    const auto day = to_words(day_in_england(line.finished_at.value_or(line.begun_at)));
    all.push(
        Data::object()
            .set("href", version_path(open.report.id, line.number))
            .set("number", line.number)
            .set("here", line.number == open.version.number)
            .set("words", (line.finished ? "Finished on " : "Begun on ") + day +
                              (line.by_name.empty() ? "" : " by " + line.by_name) +
                              (line.signatures > 0 ? ", signed by " + number_word(line.signatures)
                                                   : std::string()))
            .set("changes", line.number > 1
                                ? Data(version_path(open.report.id, line.number) + "/changes")
                                : Data()));
  }
  return all;
}

Data conclusions_data(const OpenReport& open) {
  auto all = Data::list();
  int number = 0;
  for (const auto& one : open.conclusions) {
    all.push(Data::object()
                 .set("id", "lift-" + std::to_string(++number))
                 .set("value", std::string(to_string(one.kind)) + " " + one.of_report.text() + " " +
                                   std::to_string(one.of_version) + " " +
                                   std::to_string(one.of_number))
                 .set("words", one.words)
                 .set("from", one.organisation + ", " + to_string(one.kind) + " " +
                                  std::to_string(one.of_number))
                 .set("href", version_path(one.of_report, one.of_version))
                 .set("checked", one.lifted));
  }
  return all;
}

Data missing_data(const OpenReport& open) {
  auto all = Data::list();
  for (const auto& each :
       reports::missing_before_finishing(open.report.subject.kind, open.version)) {
    const auto* section = open.version.find(each.key);
    all.push(Data::object()
                 .set("href", "#" + (each.key.empty() ? "main" : "words-" + each.key))
                 .set("heading", section == nullptr ? std::string("The report") : section->heading)
                 .set("words", each.words));
  }
  return all;
}

Data signatures_data(const ReportVersion& version) {
  auto all = Data::list();
  for (const auto& line : version.signatures) {
    all.push(Data::object()
                 .set("role", line.role)
                 .set("name", line.name)
                 .set("on", to_words(line.on))
                 .set("noted_by", Data::text_or_no(line.noted_by_name)));
  }
  return all;
}

Data line_field(const char* id, const char* label, const std::string& value,
                const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("value", value)
      .set("autocomplete", "off")
      .set("error", error_of(errors, id));
}

// What may be done with it just now, each with its form or "no".
void add_deeds(Data& data, const ReportPage& page) {
  const auto& open = page.open;
  const auto base = report_path(open.report.id);
  const bool latest = open.version.number == open.report.latest_version;
  const bool here = !open.report.withdrawn_at;
  const bool draft = here && !open.version.finished;
  const bool may_draft = reports::may_draft(page.role);
  const auto missing = missing_data(open);
  const bool complete = missing.items().empty();
  data.set("missing", draft ? missing : Data::list())
      .set("any_missing", draft && !complete)
      .set("finish",
           draft && complete && reports::may_finish(page.role) ? Data(base + "/finish") : Data())
      .set("waits_for_manager", draft && complete && !reports::may_finish(page.role))
      .set("draft_again", draft && may_draft ? Data(base + "/draft") : Data())
      .set("next",
           here && latest && open.version.finished && may_draft ? Data(base + "/next") : Data())
      .set("lift", draft && may_draft && !open.conclusions.empty() ? Data(base + "/lift") : Data())
      .set("conclusions", conclusions_data(open))
      .set("withdraw", here && reports::may_finish(page.role) ? Data(base + "/withdraw") : Data())
      .set("why", Data::object()
                      .set("id", "why")
                      .set("label", "Why is it withdrawn?")
                      .set("value", page.typed.why)
                      .set("error", error_of(page.typed.errors, "why")));
  const bool signs = here && open.version.finished && reports::may_sign_off(page.role);
  data.set("sign", signs ? Data(base + "/sign") : Data())
      .set("sign_role",
           line_field("role", "As what do they sign?", page.typed.role, page.typed.errors))
      .set("sign_name", line_field("name", "Who signs?", page.typed.name, page.typed.errors))
      .set("sign_on", due_field("on", "On which day?", page.typed.on, page.typed.errors));
}

}  // namespace

Data report_page(const ReportPage& page) {
  const auto& open = page.open;
  const bool may_write =
      !open.report.withdrawn_at && !open.version.finished && reports::may_draft(page.role);
  const auto& errors = page.typed.errors;
  auto data = Data::object()
                  .set("title", open.report.title)
                  .set("title_error", !errors.empty())
                  .set("error_summary", error_summary(errors))
                  .set("saved_note", Data::text_or_no(page.saved_note))
                  .set("eyebrow", report_kind_words(open.report.subject.kind) + ", " +
                                      reports::record_of(open.report, open.version))
                  .set("heading", open.report.title)
                  .set("subtitle", Data::text_or_no(open.version.subtitle))
                  .set("status", standing_status(open))
                  .set("withdrawn_why", Data::text_or_no(open.report.withdrawn_why))
                  .set("redacted", Data::text_or_no(reports::redaction_of(open.version)))
                  .set("older", open.version.number != open.report.latest_version
                                    ? Data(report_path(open.report.id))
                                    : Data())
                  .set("may_write", may_write)
                  .set("first", open.version.sections.empty()
                                    ? Data()
                                    : Data(report_path(open.report.id) + "/sections/" +
                                           open.version.sections.front().key))
                  .set("version", open.version.number)
                  .set("saves", open.version.saves)
                  .set("drafted", to_words_with_time(open.version.drafted_at))
                  .set("check_value", Data::text_or_no(open.version.check_value))
                  .set("sections", sections_data(page, may_write))
                  .set("facts", blocks_data(open.version.facts,
                                            version_path(open.report.id, open.version.number) +
                                                "/pictures/"))
                  .set("any_facts", !open.version.facts.empty())
                  .set("versions", versions_data(open))
                  .set("signatures", signatures_data(open.version))
                  .set("any_signatures", !open.version.signatures.empty())
                  .set("files_href", version_path(open.report.id, open.version.number) + "/files");
  add_deeds(data, page);
  return data;
}

Data section_conflict_page(const OpenReport& open, const reports::SaveSection& mine,
                           const EditedSection& theirs,
                           const std::vector<reports::SaveSection>& rest) {
  const auto& words = mine.words;
  const auto shown = [&](const std::string& text) {
    return Data(Data::List{Data::object()
                               .set("label", theirs.heading)
                               .set("value", text.empty() ? std::string("Nothing") : text)});
  };
  const bool two = !words.empty() && !theirs.words.empty();
  const auto both = two ? words + "\n\n" + theirs.words : words.empty() ? theirs.words : words;
  const auto field = Data::object()
                         .set("id", "words")
                         .set("label", theirs.heading)
                         .set("hint", two ? "Both texts, yours first. Cut what is not needed."
                                          : "What stands here is kept")
                         .set("choice", false)
                         .set("text", Data::object().set("value", both));
  auto carried = Data::list();
  const auto carry = [&](const std::string& name, const std::string& value) {
    carried.push(Data::object().set("name", name).set("value", value));
  };
  carry("save", std::to_string(theirs.save));
  for (const auto& each : rest) {
    carry("words-" + each.key, each.words);
    carry("save-" + each.key, std::to_string(each.base_save));
  }
  return Data::object()
      .set("title", "Somebody else wrote here")
      .set("back_href", report_path(open.report.id))
      .set("back_text", "The report")
      .set("eyebrow", open.report.title)
      .set("heading", theirs.heading + ": " +
                          (theirs.by_name.empty() ? "somebody" : theirs.by_name) +
                          " saved meanwhile")
      .set("action", report_path(open.report.id) + "/sections/" + mine.key)
      // A link would leave behind what waits its turn.
      .set("theirs_href",
           rest.empty() ? Data(report_path(open.report.id) + "#" + mine.key) : Data())
      .set("version", open.version.number)
      .set("go", "stay")
      .set("carried", std::move(carried))
      .set("yours", shown(words))
      .set("theirs", shown(theirs.words))
      .set("theirs_name", theirs.by_name.empty() ? "The saved version" : theirs.by_name)
      .set("theirs_when", clock_in_england(theirs.at))
      .set("fields", Data(Data::List{field}))
      .set("keep_words", "Keep this");
}

Data report_changes_page(const reports::Compared& compared) {
  auto changes = Data::list();
  for (const auto& each : compared.differ.sections) {
    changes.push(Data::object()
                     .set("heading", each.heading)
                     .set("before_no", compared.before)
                     .set("after_no", compared.after)
                     .set("before", Data::text_or_no(each.before))
                     .set("after", Data::text_or_no(each.after)));
  }
  return Data::object()
      .set("title", "What differs")
      .set("back", version_path(compared.report.id, compared.after))
      .set("eyebrow", compared.report.title)
      .set("before", compared.before)
      .set("after", compared.after)
      .set("none", compared.differ.none())
      .set("facts", compared.differ.facts)
      .set("changes", std::move(changes));
}

}  // namespace onereturn::gateway::views
