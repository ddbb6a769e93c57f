#include "domain/questions/guidance_store.hpp"

#include "domain/questions/sql.hpp"

namespace onereturn::questions {

namespace {

Guidance guidance_of(const postgres::Row& row) {
  Guidance guidance;
  guidance.id = row.id<GuidanceId>("guidance_id");
  guidance.board = row.id<BoardId>("board_id");
  guidance.board_name = row.text("board_name");
  guidance.board_area = row.text("board_area");
  guidance.board_mark = row.text("board_mark");
  guidance.form = {row.text("template_code"), row.number("template_version")};
  guidance.item = row.text("item_code");
  guidance.version = row.number("version_no");
  guidance.question = row.text("question");
  guidance.answer = row.text("answer");
  guidance.by_name = row.text("by_name");
  guidance.at = row.instant("at");
  guidance.made_at = row.instant("made_at");
  guidance.withdrawn_at = row.instant_if("withdrawn_at");
  return guidance;
}

std::vector<Guidance> all_of(const postgres::Rows& rows) {
  std::vector<Guidance> all;
  for (const auto& row : rows)
    all.push_back(guidance_of(row));
  return all;
}

}  // namespace

bool insert_guidance(postgres::BoardTx& tx, const Guidance& guidance,
                     const std::optional<ThreadId>& from) {
  return tx.run(sql::insert_guidance, guidance.id, guidance.form.code, guidance.form.version,
                guidance.item, from, guidance.made_at)
             .affected() == 1;
}

void insert_version(postgres::BoardTx& tx, const Guidance& guidance) {
  tx.run(sql::insert_guidance_version, guidance.id, guidance.version, guidance.question,
         guidance.answer, guidance.by_name, guidance.at);
}

std::optional<Guidance> hold_guidance(postgres::BoardTx& tx, const GuidanceId& id) {
  const auto rows = tx.run(sql::hold_guidance, id);
  return rows.empty() ? std::nullopt : std::optional(guidance_of(rows[0]));
}

void note_version(postgres::BoardTx& tx, const Guidance& guidance) {
  tx.run(sql::note_guidance_version, guidance.id, guidance.version);
}

void withdraw(postgres::BoardTx& tx, const GuidanceId& id, Instant at) {
  tx.run(sql::withdraw_guidance, id, at);
}

std::vector<Guidance> list_guidance(postgres::BoardTx& tx) {
  return all_of(tx.run(sql::board_guidance, std::optional<GuidanceId>()));
}

std::vector<Guidance> versions_of(postgres::BoardTx& tx, const GuidanceId& id) {
  return all_of(tx.run(sql::board_guidance, std::optional(id)));
}

std::vector<Guidance> list_guidance(postgres::AgencyTx& tx) {
  return all_of(tx.run(sql::agency_guidance));
}

}  // namespace onereturn::questions
