#include "database/cycle/cycle.hpp"

namespace onereturn::testing {

namespace region = delivery_region;

EntryId Cycle::add(const std::string& name, const agency_register::WriteEntry& like) {
  auto entry = like;
  entry.name = name;
  if (entry.type.empty()) entry.type = "school";
  const auto made =
      as_board([&](postgres::BoardTx& tx) { return agency_register::add_entry(tx, entry, now); });
  return made ? *made : EntryId{};
}

agency_register::EntryWithContacts Cycle::read(const EntryId& entry) {
  return *as_board([&](postgres::BoardTx& tx) { return agency_register::read_entry(tx, entry); });
}

Result<returns::AskedInWave> Cycle::open(returns::OpenWave wave, const std::string& who) {
  return as_board([&](postgres::BoardTx& tx) { return returns::open_wave(tx, wave); }, who);
}

returns::OpenWave Cycle::wave_of(const std::vector<EntryId>& entries, const std::string& period) {
  returns::OpenWave wave;
  wave.wave = AuditId::random();
  wave.title = "Section 11, " + period;
  wave.form = region::narrative().form;
  wave.period = period;
  wave.due_on = parse_date("2027-04-30");
  wave.entries = entries;
  wave.at = now;
  return wave;
}

returns::Wave Cycle::wave(const AuditId& id) {
  return *as_board([&](postgres::BoardTx& tx) { return returns::read_wave(tx, id, today); });
}

std::vector<std::string> Cycle::miscounted() {
  std::vector<std::string> found;
  auto arranger = Raw::superuser();
  for (const auto& row : arranger.run(
           read_text(std::string(ONERETURN_SOURCE_DIR) + "/tools/bench/sql/miscounted.sql"))) {
    found.emplace_back(row[2].c_str());
  }
  return found;
}

EntryId Cycle::entry_of(const region::Board& board) {
  return EntryId(Raw::superuser().one("select entry_id from tenant.request where request_id = '" +
                                      board.request + "'"));
}

}  // namespace onereturn::testing
