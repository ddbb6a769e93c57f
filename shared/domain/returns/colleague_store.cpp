#include "domain/returns/colleague_store.hpp"

#include <algorithm>

#include "domain/identity/roles.hpp"
#include "domain/returns/sql.hpp"

namespace onereturn::returns {

namespace {

using postgres::Row;

Assignment assignment_from(const Row& row) {
  return {row.id<AssignmentId>("assignment_id"),
          row.id<UnitId>("unit_id"),
          {row.text("place_kind"), row.text("place")},
          row.id<PersonId>("person_id"),
          row.text_if("person_name").value_or("Somebody who has left"),
          row.boolean("here") || row.is_null("person_name"),
          row.text("note"),
          row.date_if("by_on"),
          row.text_if("given_by_name").value_or("")};
}

Remark remark_from(const Row& row) {
  Remark remark;
  remark.remark = row.id<RemarkId>("remark_id");
  remark.unit = row.id<UnitId>("unit_id");
  remark.place = {row.text("place_kind"), row.text("place")};
  remark.text = row.text("text");
  remark.missing = row.boolean("missing");
  remark.for_person = row.id_if<PersonId>("for_person");
  remark.for_name = row.text_if("for_name").value_or("");
  remark.by = row.text_if("by_name").value_or("A colleague who has left");
  remark.at = row.instant("at");
  remark.settled_at = row.instant_if("settled_at");
  remark.settled_by = row.text_if("settled_by_name").value_or("");
  return remark;
}

}  // namespace

std::vector<Colleague> load_colleagues(postgres::AgencyTx& tx, const UnitId& unit) {
  std::vector<Colleague> all;
  for (const auto row : tx.run(sql::colleagues_here, unit)) {
    const auto person = row.id<PersonId>("person_id");
    const bool writes = identity::may_write(row.view("role"));
    const auto known = std::find_if(all.begin(), all.end(),
                                    [&](const Colleague& each) { return each.person == person; });
    if (known != all.end()) {
      known->writes = known->writes || writes;
    } else {
      all.push_back({person, row.text("person_name"), row.text("position"), writes});
    }
  }
  return all;
}

std::vector<Assignment> load_assignments(postgres::AgencyTx& tx, const UnitId& unit) {
  std::vector<Assignment> all;
  for (const auto row : tx.run(sql::assignments, unit))
    all.push_back(assignment_from(row));
  return all;
}

std::vector<Remark> load_open_remarks(postgres::AgencyTx& tx, const UnitId& unit) {
  std::vector<Remark> all;
  for (const auto row : tx.run(sql::remarks, unit, std::nullopt, std::nullopt)) {
    if (row.is_null("settled_at")) all.push_back(remark_from(row));
  }
  return all;
}

void ask_beside_ahead(postgres::AgencyTx& tx, const UnitId& unit, const Place& place, Instant now) {
  tx.ahead(sql::assignments, unit);
  tx.ahead(sql::remarks, unit, place.kind, place.code);
  tx.ahead(sql::present, unit, place.kind, place.code, now);
  tx.ahead(sql::colleagues_here, unit);
}

void ask_work_ahead(postgres::AgencyTx& tx, const UnitId& unit) {
  tx.ahead(sql::colleagues_here, unit);
  tx.ahead(sql::assignments, unit);
  tx.ahead(sql::remarks, unit, std::nullopt, std::nullopt);
}

Beside load_beside(postgres::AgencyTx& tx, const UnitId& unit, const Place& place,
                   const std::optional<std::string>& standard, Instant now) {
  Beside beside;
  for (auto& each : load_assignments(tx, unit)) {
    const bool whole = each.place.kind == "standard" && standard && each.place.code == *standard;
    if (each.place == place || whole) beside.assignments.push_back(std::move(each));
  }
  for (const auto row : tx.run(sql::remarks, unit, place.kind, place.code))
    beside.remarks.push_back(remark_from(row));
  for (const auto row : tx.run(sql::present, unit, place.kind, place.code, now)) {
    beside.present.push_back({row.text("person_name"), row.instant("seen_at")});
  }
  return beside;
}

void write_assignment(postgres::AgencyTx& tx, const AssignWork& command, const std::string& note,
                      Instant now) {
  tx.run(sql::write_assignment, command.unit, command.place.kind, command.place.code,
         command.person, note, command.by_on, now);
}

bool close_assignment(postgres::AgencyTx& tx, const AssignmentId& assignment, Instant now) {
  return tx.run(sql::close_assignment, assignment, now).affected() == 1;
}

void write_remark(postgres::AgencyTx& tx, const SayToColleagues& command, const std::string& text,
                  Instant now) {
  tx.run(sql::write_remark, command.unit, command.place.kind, command.place.code, text,
         command.for_person, command.missing, now);
}

bool close_remark(postgres::AgencyTx& tx, const RemarkId& remark, Instant now) {
  return tx.run(sql::close_remark, remark, now).affected() == 1;
}

void note_presence(postgres::AgencyTx& tx, const UnitId& unit, const Place& place, Instant now) {
  tx.run(sql::note_presence, unit, place.kind, place.code, now);
}

}  // namespace onereturn::returns
