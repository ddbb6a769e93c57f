#include "domain/returns/answer_store.hpp"

#include <string_view>

#include "base/fault.hpp"
#include "domain/identity/standards_limit.hpp"
#include "domain/returns/answer_rules.hpp"
#include "domain/returns/sql.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::returns {

namespace {

// The texts of an answer as the function takes them: three lists of equal length.
struct TextLists {
  std::vector<std::string> roles, facets, texts;

  void add(const mapping::Texts& of, const std::string& facet, bool empty_ones_too) {
    add_one("describes", facet, of.describes, empty_ones_too);
    add_one("knows", facet, of.knows, empty_ones_too);
    add_one("improve", facet, of.improve, empty_ones_too);
  }

 private:
  void add_one(const char* role, const std::string& facet, const std::string& text,
               bool empty_ones_too) {
    if (text.empty() && !empty_ones_too) return;
    roles.emplace_back(role);
    facets.push_back(facet);
    texts.push_back(text);
  }
};

OtherVersion other_version(const postgres::Row& row) {
  OtherVersion other;
  other.version = row.number("version");
  other.at = row.instant("saved_at");
  other.by = row.text_if("saved_by_name").value_or("");
  auto& answer = other.answer;
  answer.level = row.number_if("level");
  answer.not_applicable = !row.is_null("na_reason");
  answer.not_applicable_reason = row.text_if("na_reason").value_or("");
  if (!row.is_null("texts")) {
    const auto roles = row.list("roles");
    const auto facets = row.list("facets");
    const auto texts = row.list("texts");
    for (std::size_t i = 0; i < texts.size(); ++i) {
      auto& of = facets[i].empty() ? answer.texts : answer.part_texts[facets[i]];
      auto& text = roles[i] == "knows"     ? of.knows
                   : roles[i] == "improve" ? of.improve
                                           : of.describes;
      text = texts[i];
    }
  }
  if (!row.is_null("part_facets")) {
    const auto facets = row.list("part_facets");
    const auto lows = row.list("part_lows");
    const auto highs = row.list("part_highs");
    for (std::size_t i = 0; i < facets.size(); ++i) {
      answer.parts[facets[i]] = {std::stoi(lows[i]), std::stoi(highs[i])};
    }
  }
  answer.confirmed.by = other.by;
  answer.confirmed.version = other.version;
  return other;
}

SaveOutcome outcome_of(const postgres::Row& row) {
  SaveOutcome outcome;
  outcome.version = row.number("version");
  outcome.saved_at = row.instant("saved_at");
  if (!row.boolean("saved")) outcome.conflict = other_version(row);
  return outcome;
}

// The names of constraints that say: no such requirement, part or unit of this agency.
bool says_not_found(std::string_view constraint) {
  return constraint == "answer_requirement" || constraint == "answer_unit" ||
         constraint == "answer_text_facet" || constraint == "answer_part_facet";
}

}  // namespace

Result<SaveOutcome> call_save_answer(postgres::Database& database,
                                     const postgres::TokenHash& session,
                                     const SaveAnswer& command) {
  TextLists lists;
  lists.add(command.texts, "", command.base_version > 0);
  for (const auto& [facet, texts] : command.part_texts)
    lists.add(texts, facet, true);
  std::vector<std::string> part_facets;
  std::vector<int> part_lows, part_highs;
  for (const auto& [facet, range] : command.parts) {
    part_facets.push_back(facet);
    part_lows.push_back(range.low);
    part_highs.push_back(range.high);
  }
  const auto na_reason =
      command.not_applicable ? std::optional(command.not_applicable_reason) : std::nullopt;
  try {
    FAULT("answer.saving");
    const auto rows = database.call(
        sql::save_answer, postgres::to_bytea(session.bytes), command.unit, command.requirement,
        command.base_version, command.level, na_reason, command.confirm, lists.roles, lists.facets,
        lists.texts, part_facets, part_lows, part_highs, command.request_ref, command.at);
    FAULT("answer.saved");
    return outcome_of(rows.one());
  } catch (const postgres::ConstraintViolated& violated) {
    if (says_not_found(violated.constraint())) return answer_not_found();
    if (violated.constraint() == "answer_standard") return identity::not_among_your_standards();
    throw;
  } catch (const postgres::StatementFailed& failed) {
    if (failed.sqlstate() == "OR004") return answer_not_found();
    throw;
  }
}

}  // namespace onereturn::returns
