#include "gateway/pages/returns/question_rest.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.hpp"
#include "domain/evidence/keep_evidence.hpp"
#include "domain/returns/save_answer.hpp"
#include "gateway/views/way_back.hpp"
#include "platform/html/href.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using views::PageError;
using Errors = std::vector<PageError>;

int version_in(const http::Fields& form, const std::string& name) {
  int version = 0;
  const auto text = form.get(name);
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version;
}

// Rolls the transaction back while the page says what must be put right.
Problem to_put_right() { return {ProblemCode::invalid, "validation", "", {}}; }

// The command for one board's words, when there is something to save: other words than before, or
// a draft to stand by. Written over and over in the same words, it goes upon what stands.
std::optional<returns::SaveBoardAnswer> words_to_save(const http::Fields& form,
                                                      const returns::QuestionView& view,
                                                      const returns::LocalPlace& place,
                                                      const std::string& typed, Wish wish,
                                                      Instant now) {
  const bool same = tidy_paragraph(typed) == place.answer.texts.describes;
  if (same && (wish != Wish::confirm || !place.draft)) return std::nullopt;
  returns::SaveBoardAnswer command;
  command.at = now;
  command.request = place.request;
  command.requirement = view.requirement->code;
  command.base_version =
      same ? place.version : version_in(form, "local_" + place.request.text() + "_version");
  command.texts = place.answer.texts;
  command.texts.describes = typed;
  command.confirm = wish == Wish::confirm;
  return command;
}

Result<Done> save_locals(postgres::AgencyTx& tx, const http::Fields& form,
                         const returns::QuestionView& view, const views::QuestionFields& fields,
                         Wish wish, Instant now, Errors& errors) {
  for (const auto& place : view.local) {
    const auto typed = fields.local.find(place.request.text());
    if (typed == fields.local.end()) continue;
    const auto id = "local_" + place.request.text();
    const auto command = words_to_save(form, view, place, typed->second, wish, now);
    if (!command) continue;
    const auto saved = returns::save_board_answer(tx, *command);
    if (!saved) {
      if (saved.problem().code != ProblemCode::invalid) return saved.problem();
      errors.push_back({id, saved.problem().fields.empty() ? saved.problem().detail
                                                           : saved.problem().fields[0].message});
    } else if (saved->conflict) {
      errors.push_back({id, saved->conflict->by + " wrote here meanwhile: “" +
                                saved->conflict->answer.texts.describes +
                                "”. Put both together and save again"});
    }
  }
  return Done{};
}

std::vector<BoardId> ticked(const http::Fields& form, const std::string& name,
                            const returns::QuestionView& view) {
  std::vector<BoardId> boards;
  for (const auto& value : form.all(name)) {
    for (const auto& asking : view.asked_by) {
      if (asking.board.board.text() == value) boards.push_back(asking.board.board);
    }
  }
  return boards;
}

Result<Done> save_grants(postgres::AgencyTx& tx, const http::Fields& form,
                         const returns::QuestionView& view, Errors& errors) {
  for (const auto* kept : view.evidence) {
    const auto shown = form.all("evidence");
    if (std::find(shown.begin(), shown.end(), kept->evidence.text()) == shown.end()) continue;
    const auto boards = ticked(form, "grant_" + kept->evidence.text(), view);
    // Boards that do not ask this question keep what they were granted.
    std::set<BoardId> whole(boards.begin(), boards.end());
    for (const auto& granted : kept->granted) {
      const bool asks =
          std::any_of(view.asked_by.begin(), view.asked_by.end(),
                      [&](const auto& asking) { return asking.board.board == granted; });
      if (!asks) whole.insert(granted);
    }
    if (whole == kept->granted) continue;
    const auto done = evidence::grant_evidence(tx, kept->evidence, {whole.begin(), whole.end()});
    if (done) continue;
    if (done.problem().code != ProblemCode::forbidden) return done.problem();
    errors.push_back({"evidence-h", kept->title + ": " + done.problem().detail});
  }
  return Done{};
}

Result<Done> save_new_evidence(postgres::AgencyTx& tx, const http::Fields& form,
                               const returns::Workspace& workspace,
                               const returns::QuestionView& view, Instant now, Errors& errors) {
  const auto title = form.get("evidence_title");
  const auto where = form.get("evidence_where");
  if (title.empty() && where.empty()) return Done{};
  const auto added = evidence::add_evidence(tx, {workspace.unit,
                                                 title,
                                                 where,
                                                 std::nullopt,
                                                 {view.requirement->code},
                                                 ticked(form, "evidence_new", view),
                                                 now});
  if (added) return Done{};
  if (added.problem().code != ProblemCode::invalid) return added.problem();
  for (const auto& field : added.problem().fields) {
    errors.push_back({field.field == "title" ? "evidence-title" : "evidence-where", field.message});
  }
  return Done{};
}

}  // namespace

Result<Errors> save_commitments(postgres::AgencyTx& tx, const returns::Workspace& workspace,
                                const AboutWhat& about,
                                const std::vector<const returns::KeptCommitment*>& kept,
                                std::vector<views::TypedCommitment>& rows, const std::string& go) {
  Errors errors;
  const auto leaving = views::pressed(go, "remove:");
  for (auto& row : rows) {
    if ((row.is_new() && row.empty()) || row.key == leaving) continue;
    const auto found = std::ranges::find_if(
        kept, [&](const auto* each) { return "c-" + each->commitment.text() == row.key; });
    if (!row.is_new() && found == kept.end()) continue;
    auto read = views::read_commitment(row);
    if (!read.error.empty()) {
      row.error = read.error;
      errors.push_back({row.key + "-day", row.error});
      continue;
    }
    read.words.unit = workspace.unit;
    const auto before =
        row.is_new() ? subjects_ticked(about, row.items) : subjects_of(workspace, **found);
    read.words.subjects = row.is_new() ? before : subjects_after(about, row.items, before);
    if (read.words.subjects.empty()) {
      row.error = "Say which it is about: tick one or more";
      errors.push_back({row.key + "-what", row.error});
      continue;
    }
    const bool same = !row.is_new() && views::same_words(read.words, **found) &&
                      std::ranges::is_permutation(before, read.words.subjects);
    if (same) continue;
    Result<Done> saved = Done{};
    if (row.is_new()) {
      const auto added = returns::add_commitment(tx, read.words);
      if (!added) saved = added.problem();
    } else {
      saved = returns::change_commitment(tx, (*found)->commitment, read.words);
    }
    if (saved) continue;
    if (saved.problem().code != ProblemCode::invalid) return saved.problem();
    const auto& fields = saved.problem().fields;
    row.error = fields.empty() ? saved.problem().detail : fields.front().message;
    errors.push_back({row.key + "-what", row.error});
  }
  return errors;
}

std::string removal_address(const returns::Workspace& workspace, const std::string& go,
                            const std::string& from) {
  const auto id = CommitmentId::parse(views::pressed(go, "remove:c-"));
  if (!id) return {};
  const auto unit = views::unit_query(workspace);
  return "/commitments/" + id->text() + "/remove" + (unit.empty() ? "?" : unit + "&") +
         "from=" + html::url_encoded(from);
}

Result<SavedFields> autosave_locals(RequestContext& context, const returns::QuestionView& view,
                                    const views::QuestionFields& fields) {
  SavedFields result;
  const auto& form = context.request().form;
  for (const auto& place : view.local) {
    const auto typed = fields.local.find(place.request.text());
    if (typed == fields.local.end()) continue;
    const auto command =
        words_to_save(form, view, place, typed->second, Wish::autosave, context.now());
    if (!command) continue;
    const auto id = "local_" + place.request.text();
    const auto saved = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
      return returns::save_board_answer(tx, *command);
    });
    if (!saved) return saved.problem();
    if (saved->conflict) {
      result.overtaken = true;
      result.overtaken_by = saved->conflict->by;
    } else {
      result.note(id, {saved->version, saved->saved_at});
    }
  }
  return result;
}

Result<Errors> save_rest(RequestContext& context, const returns::Workspace& workspace,
                         const returns::QuestionView& view, views::QuestionFields& fields) {
  const auto& form = context.request().form;
  Errors errors;
  const auto saved =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Done> {
        errors.clear();
        auto words = save_locals(tx, form, view, fields, wish_of(context), context.now(), errors);
        if (!words) return words;
        auto actions = save_commitments(tx, workspace, {{view.requirement->code, {}, ""}, {}},
                                        view.commitments, fields.commitments, context.field("go"));
        if (!actions) return actions.problem();
        errors.insert(errors.end(), actions->begin(), actions->end());
        if (auto done = save_grants(tx, form, view, errors); !done) return done;
        if (auto done = save_new_evidence(tx, form, workspace, view, context.now(), errors);
            !done) {
          return done;
        }
        if (!errors.empty()) return to_put_right();
        return Done{};
      });
  if (!saved && errors.empty()) return saved.problem();
  return errors;
}

}  // namespace onereturn::gateway::pages
