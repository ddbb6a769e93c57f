#include "domain/notifications/remind_of_evidence.hpp"

#include <map>

#include "base/email.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evidence/upkeep_store.hpp"
#include "domain/notifications/mail_store.hpp"

namespace onereturn::notifications {

namespace {

struct Told {
  evidence::Keeper keeper;
  Date on;
  bool over = false;
  int pieces = 0;
};

Mail mail_of(const Told& told, const std::string& party) {
  const bool one = told.pieces == 1;
  const auto count = one ? std::string{"One piece"} : std::to_string(told.pieces) + " pieces";
  return {told.over ? "evidence_over" : "evidence_soon",
          told.keeper.email,
          {{"name", told.keeper.name},
           {"party", party},
           {"pieces", count + " of evidence"},
           {"run", one ? "runs" : "run"},
           {"day", to_words(told.on)}}};
}

}  // namespace

Result<int> remind_of_evidence(postgres::AgencyJobTx& tx, Instant now) {
  const auto today = day_in_england(now);
  std::map<std::string, Told> mails;
  for (const auto& piece : evidence::take_running_out(tx, today, now)) {
    for (auto& keeper : evidence::load_keepers(tx, piece.evidence)) {
      const auto key = to_iso(piece.on) + (piece.over ? " over " : " soon ") + keeper.person.text();
      auto& told = mails[key];
      told = {std::move(keeper), piece.on, piece.over, told.pieces + 1};
    }
    audit_log::record(tx, {piece.over ? "evidence.ran_out" : "evidence.runs_out_soon", "evidence",
                           piece.evidence.text(), ""});
  }
  int queued = 0;
  for (const auto& [key, told] : mails) {
    if (!is_email(told.keeper.email)) continue;
    insert_mail(tx, mail_of(told, evidence::load_own_name(tx)));
    ++queued;
  }
  evidence::wake_on_next(tx, today);
  return queued;
}

}  // namespace onereturn::notifications
