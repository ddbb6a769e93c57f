#include "domain/reports/edit_report.hpp"
#include "domain/reports/read_report.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/reports/report_support.hpp"
#include "gateway/problems.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using reports::ReportId;
using reports::SaveSection;

constexpr std::string_view words_field = "words-";

SaveSection section_of(const RequestContext& context, const ReportId& id, const std::string& key,
                       const std::string& save, std::string words) {
  return {id,
          number_from(context.field("version")),
          key,
          number_from(context.field(save)),
          std::move(words),
          context.now()};
}

http::Response both_texts(RequestContext& context, const ReportId& id, const Kept& kept) {
  const int version = kept.overtaken.front().first.version;
  const auto open = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return reports::look_at_report(tx, id, version);
  });
  if (!open) return refuse(context, open.problem());
  std::vector<SaveSection> rest;
  for (auto each = kept.overtaken.begin() + 1; each != kept.overtaken.end(); ++each)
    rest.push_back(each->first);
  const auto& [mine, theirs] = kept.overtaken.front();
  return framed(context, "pages/conflict", views::section_conflict_page(*open, mine, theirs, rest),
                reports_place, 409);
}

http::Response with_errors(RequestContext& context, const ReportId& id, const Written& written,
                           const Problem& problem) {
  views::TypedOnReport typed;
  for (const auto& section : written.sections)
    typed.words[section.key] = section.words;
  for (const auto& field : problem.fields)
    typed.errors.push_back({field.field, field.message});
  if (problem.fields.empty()) typed.errors.push_back({"main", problem.detail});
  return report_page_of(context, id, std::nullopt, typed,
                        problem.code == ProblemCode::invalid ? 422 : 409);
}

}  // namespace

Written written_in(const RequestContext& context, const ReportId& id) {
  Written written;
  const auto& form = context.request().form;
  // The words of one section that the page names, as the page with both texts sends them.
  if (form.has("words")) {
    written.sections.push_back(
        section_of(context, id, context.path("section"), "save", context.field("words")));
  }
  const auto use = context.field("use");
  for (const auto& [name, words] : form) {
    if (!name.starts_with(words_field)) continue;
    const auto key = name.substr(words_field.size());
    const bool drafted = !use.empty() && use == key;
    if (!drafted && form.get("was-" + key) == reports::mark_of(words)) continue;
    written.sections.push_back(section_of(context, id, key, "save-" + key,
                                          drafted ? context.field("drafted-" + key) : words));
  }
  return written;
}

Result<Kept> keep_written(postgres::BoardTx& tx, const Written& written) {
  Kept kept;
  for (const auto& section : written.sections) {
    const auto saved = reports::save_section(tx, section);
    if (!saved) {
      auto problem = saved.problem();
      for (auto& field : problem.fields)
        field.field = std::string(words_field) + section.key;
      return problem;
    }
    if (saved->overtaken) {
      kept.overtaken.emplace_back(section, *saved->overtaken);
    } else if (saved->save != section.base_save) {
      ++kept.saved;
    }
  }
  return kept;
}

http::Response on_draft(RequestContext& context, const std::string& note,
                        const std::string& section, const OnDraft& act) {
  const auto id = report_in_path(context);
  if (!id) return not_found(context);
  const auto written = written_in(context, *id);
  const auto done =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Kept> {
        auto kept = keep_written(tx, written);
        if (!kept || !kept->overtaken.empty()) return kept;
        const auto acted = act(tx, *id, kept->saved);
        if (!acted) return acted.problem();
        return kept;
      });
  if (!done) {
    const auto code = done.problem().code;
    return code == ProblemCode::invalid || code == ProblemCode::conflict
               ? with_errors(context, *id, written, done.problem())
               : refuse(context, done.problem());
  }
  if (!done->overtaken.empty()) return both_texts(context, *id, *done);
  return http::Response::see_other(with_note(views::report_path(*id), note) +
                                   (section.empty() ? "" : "#" + section));
}

}  // namespace onereturn::gateway::pages
