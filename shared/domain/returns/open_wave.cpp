#include "domain/returns/open_wave.hpp"

#include <algorithm>

#include "domain/audit_log/record.hpp"
#include "domain/returns/ask_for_return.hpp"
#include "domain/returns/wave_rules.hpp"
#include "domain/returns/wave_store.hpp"

namespace onereturn::returns {

namespace {

Problem not_permitted() {
  return {ProblemCode::forbidden, "not-permitted", "Only a board manager asks for returns."};
}

Problem no_such_wave() {
  return {ProblemCode::not_found, "not-found", "There is no such wave here."};
}

Result<AskedInWave> ask(postgres::BoardTx& tx, AskEntries ask, const char* what) {
  const auto open = count_open_entries(tx, ask.entries);
  const auto made = ask_entries(tx, ask);
  AskedInWave done;
  done.wave = ask.wave;
  done.asked = static_cast<int>(made.requests.size());
  done.not_here = static_cast<int>(ask.entries.size()) - open;
  done.already = open - done.asked;
  done.not_invited = made.not_invited;
  std::vector<std::string> refs;
  for (const auto& request : made.requests)
    refs.push_back(request.text());
  audit_log::record(tx, {what, "audit", ask.wave.text(), std::to_string(done.asked) + " asked"});
  audit_log::record_each(tx, {"request.asked", "request", "", ""}, refs);
  return done;
}

// The first day that may be asked for.
Date tomorrow(Instant at) {
  return Date{std::chrono::sys_days{day_in_england(at)} + std::chrono::days{1}};
}

// What the number has done already: nothing is asked by pressing again.
Result<AskedInWave> done_before(postgres::BoardTx& tx, const OpenWave& command) {
  const auto found = load_waves(tx, command.wave, day_in_england(command.at), 1);
  const bool same = !found.empty() && found.front().title == command.title &&
                    found.front().period == command.period &&
                    found.front().form.code == command.form;
  if (!same) {
    return Problem{ProblemCode::conflict, "key-reused",
                   "This page has opened a wave already. To open another, begin again."};
  }
  AskedInWave done;
  done.wave = command.wave;
  done.asked = found.front().counts.asked();
  return done;
}

}  // namespace

Result<AskedInWave> open_wave(postgres::BoardTx& tx, OpenWave command) {
  if (tx.actor().role != "manager") return not_permitted();
  const auto today = day_in_england(command.at);
  auto problem = tidy(command, today);
  const auto forms = forms_to_ask(tx);
  const auto form = std::find_if(forms.begin(), forms.end(), [&](const BoardForm& each) {
    return each.form.code == command.form;
  });
  if (form == forms.end()) problem.fields.push_back({"form", "Choose one of your forms"});
  if (!problem.fields.empty()) return problem;
  if (!insert_wave(tx, command, *form)) return done_before(tx, command);
  return ask(tx,
             {command.wave, command.entries, command.due_on, command.rolling, tomorrow(command.at),
              command.at},
             "wave.opened");
}

Result<AskedInWave> join_wave(postgres::BoardTx& tx, JoinWave command) {
  if (tx.actor().role != "manager") return not_permitted();
  const auto today = day_in_england(command.at);
  const auto found = load_waves(tx, command.wave, today, 1);
  if (found.empty()) return no_such_wave();
  const auto& wave = found.front();
  const auto problem = tidy(command, wave, today);
  if (!problem.fields.empty()) return problem;
  const bool own = wave.mode == WaveMode::rolling && !command.due_on;
  return ask(tx,
             {command.wave, command.entries, command.due_on ? command.due_on : wave.due_on, own,
              tomorrow(command.at), command.at},
             "wave.joined");
}

std::vector<Wave> list_waves(postgres::BoardTx& tx, Date today, int count) {
  return load_waves(tx, std::nullopt, today, count);
}

Result<Wave> read_wave(postgres::BoardTx& tx, const AuditId& wave, Date today) {
  auto found = load_waves(tx, wave, today, 1);
  if (found.empty()) return no_such_wave();
  return std::move(found.front());
}

WavePage list_wave(postgres::BoardTx& tx, const AuditId& wave, const WaveQuery& query, Date today) {
  return load_wave_page(tx, wave, query, today);
}

}  // namespace onereturn::returns
