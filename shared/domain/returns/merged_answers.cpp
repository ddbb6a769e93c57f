#include "domain/returns/merged_answers.hpp"

#include "domain/audit_log/record.hpp"
#include "domain/identity/roles.hpp"
#include "domain/identity/standards_limit.hpp"
#include "domain/returns/answer_rules.hpp"
#include "domain/returns/sql.hpp"

namespace onereturn::returns {

namespace {

MergedKind kind_of(std::string_view code) {
  if (code == "for_board") return MergedKind::for_board;
  return code == "common_words" ? MergedKind::common_words : MergedKind::answer;
}

}  // namespace

std::vector<MergedAnswer> open_merged_answers(postgres::AgencyTx& tx) {
  std::vector<MergedAnswer> found;
  for (const auto row : tx.run(sql::open_merged_answers)) {
    MergedAnswer merged;
    merged.id = row.id<MergedAnswerId>("merged_id");
    merged.kind = kind_of(row.view("kind"));
    merged.unit = row.id<UnitId>("unit_id");
    merged.requirement = row.text_if("requirement_code").value_or("");
    merged.board = row.text_if("board").value_or("");
    merged.box_no = row.text_if("box_no").value_or("");
    merged.version = row.number("version");
    merged.level = row.number_if("level");
    merged.not_applicable = row.text_if("na_reason");
    merged.texts = {row.text("describes"), row.text("knows"), row.text("improve")};
    merged.from_room = row.text("from_room");
    merged.merged_at = row.instant("merged_at");
    found.push_back(std::move(merged));
  }
  return found;
}

Result<Done> settle_merged_answer(postgres::AgencyTx& tx, const MergedAnswerId& id) {
  if (!identity::may_write(tx.actor().role)) return not_permitted_to_write();
  const Problem settled{ProblemCode::not_found, "not-found", "Somebody has settled this already."};
  const auto open = tx.run(sql::may_settle_merged_answer, id);
  if (open.empty()) return settled;
  if (!open[0].boolean("may")) return identity::not_among_your_standards();
  if (tx.run(sql::settle_merged_answer, id).empty()) return settled;
  audit_log::record(tx, {"merged-answer.settled", "merged_answer", id.text()});
  return Done{};
}

}  // namespace onereturn::returns
