#include "domain/returns/wave_store.hpp"

#include "domain/returns/sql.hpp"
#include "domain/returns/wave_rules.hpp"

namespace onereturn::returns {

bool insert_wave(postgres::BoardTx& tx, const OpenWave& wave, const BoardForm& form) {
  return !tx.run(sql::insert_wave, wave.wave, wave.title, form.form.code, form.form.version,
                 wave.period, day_in_england(wave.at), wave.rolling ? "rolling" : "wave",
                 wave.due_on)
              .empty();
}

MadeInWave ask_entries(postgres::BoardTx& tx, const AskEntries& ask) {
  MadeInWave made;
  for (const auto row : tx.run(sql::ask_entries, ask.wave, ask.entries, ask.due_on, ask.by_own_date,
                               ask.earliest, ask.at)) {
    made.requests.push_back(row.id<RequestId>("request_id"));
    made.not_invited += row.boolean("reached") ? 0 : 1;
  }
  return made;
}

int count_open_entries(postgres::BoardTx& tx, const std::vector<EntryId>& entries) {
  return tx.run(sql::open_entries, entries).one().number("n");
}

std::vector<Wave> load_waves(postgres::BoardTx& tx, const std::optional<AuditId>& only, Date today,
                             int count) {
  std::vector<Wave> all;
  for (const auto row : tx.run(sql::waves, only, today, count)) {
    Wave each;
    each.wave = row.id<AuditId>("audit_id");
    each.title = row.text("title");
    each.mode = wave_mode(row.view("mode"));
    each.period = row.text("period");
    each.form = {row.text("template_code"), row.number("template_version")};
    each.form_name = row.text("form_name");
    each.opens_on = row.date_if("opens_on");
    each.due_on = row.date_if("due_on");
    auto& counts = each.counts;
    counts.awaited = row.number("awaited");
    counts.to_evaluate = row.number("to_evaluate");
    counts.sent_back = row.number("sent_back");
    counts.evaluated = row.number("evaluated");
    counts.signed_off = row.number("signed_off");
    counts.left_out = row.number("left_out");
    counts.withdrawn = row.number("withdrawn");
    counts.started = row.number("started");
    counts.late = row.number("late");
    all.push_back(std::move(each));
  }
  return all;
}

WavePage load_wave_page(postgres::BoardTx& tx, const AuditId& wave, const WaveQuery& query,
                        Date today) {
  WavePage page;
  for (const auto row :
       tx.run(sql::wave_rows, wave, query.text, query.states, query.types, query.attention, today,
              query.sort, query.descending, query.count, query.offset)) {
    WaveRow each;
    each.request = row.id<RequestId>("request_id");
    each.received = row.id_if<ReturnId>("return_id");
    each.entry = row.id<EntryId>("entry_id");
    each.name = row.text("name");
    each.type_words = row.text("type_words");
    each.own_ref = row.text("own_ref");
    each.parts = row.list("parts");
    each.due_on = row.date("due_on");
    each.asked_on = day_in_england(row.instant("asked_at"));
    each.state = row.text("standing");
    each.questions = row.number_if("questions");
    each.drafted = row.number_if("drafted").value_or(0);
    each.confirmed = row.number_if("confirmed").value_or(0);
    each.counted_at = row.instant_if("counted_at");
    if (const auto at = row.instant_if("received_at")) each.received_on = day_in_england(*at);
    each.late = row.boolean("late");
    page.total = row.number("total");
    page.rows.push_back(std::move(each));
  }
  return page;
}

}  // namespace onereturn::returns
