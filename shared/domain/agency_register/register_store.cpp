#include "domain/agency_register/register_store.hpp"

#include "domain/agency_register/sql.hpp"

namespace onereturn::agency_register {

std::vector<RegisterEntry> read_entries(postgres::BoardTx& tx, const std::optional<EntryId>& only) {
  std::vector<RegisterEntry> all;
  for (const auto row : tx.run(sql::entries, only)) {
    RegisterEntry each;
    each.entry = row.id<EntryId>("entry_id");
    each.organisation = row.id_if<OrganisationId>("organisation_id");
    each.name = row.text("name");
    each.type = row.text("type");
    each.own_ref = row.text("own_ref");
    each.from_on = row.date("from_on");
    each.to_on = row.date_if("to_on");
    each.joined = row.boolean("joined");
    each.asked_at = row.instant_if("asked_at");
    each.type_words = row.text("type_words");
    each.section11 = row.boolean("section11");
    each.parent = row.id_if<EntryId>("parent_id");
    each.parent_name = row.text_if("parent_name").value_or("");
    each.notes = row.text("notes");
    each.months = row.number_if("months");
    each.every = row.number("every");
    each.completed_on = row.date_if("completed_on");
    each.version = row.number("version");
    all.push_back(std::move(each));
  }
  return all;
}

std::vector<Contact> read_contacts(postgres::BoardTx& tx, const EntryId& entry) {
  std::vector<Contact> all;
  for (const auto row : tx.run(sql::contacts, entry)) {
    all.push_back({row.text("name"), row.text("position"), row.text("email"),
                   row.date("valid_from"), row.date_if("valid_to")});
  }
  return all;
}

std::optional<Organisation> find_organisation(postgres::BoardTx& tx,
                                              const DirectoryNumber& number) {
  const auto rows = tx.run(sql::organisation, number.kind, number.number);
  if (rows.empty()) return std::nullopt;
  return Organisation{rows[0].id<OrganisationId>("organisation_id"), rows[0].text("name"),
                      rows[0].text("kind")};
}

bool holds(postgres::BoardTx& tx, const std::string& organisation) {
  return tx.run(sql::holds, organisation).one().boolean("held");
}

std::size_t lock_entries(postgres::BoardTx& tx, const std::vector<EntryId>& entries) {
  return tx.run(sql::lock_entry, entries).size();
}

EntryId insert_entry(postgres::BoardTx& tx, const WriteEntry& entry, Instant at,
                     const CameFrom& from) {
  const auto organisation = OrganisationId::parse(entry.organisation);
  return tx
      .run(sql::insert_entry, organisation, entry.name, entry.type, entry.own_ref, at,
           entry.section11, EntryId::parse(entry.parent), entry.notes, months_typed(entry.months),
           entry.completed_on, from.what, from.other, from.reason)
      .one()
      .id<EntryId>("entry_id");
}

bool update_entry(postgres::BoardTx& tx, const EntryId& entry, int version, const WriteEntry& write,
                  Instant at) {
  return !tx.run(sql::update_entry, entry, version, write.name, write.type, write.own_ref,
                 write.section11, EntryId::parse(write.parent), write.notes,
                 months_typed(write.months), write.completed_on, at)
              .empty();
}

void write_end(postgres::BoardTx& tx, const EntryId& entry, const EndOfEntry& end, Instant at) {
  tx.run(sql::end_entry, entry, end.on, end.what, end.other, end.reason, at);
}

void note_change(postgres::BoardTx& tx, const EntryId& entry, const std::string& what,
                 const EntryId& other, const std::string& reason, Instant at) {
  tx.run(sql::note_entry_change, entry, what, other, reason, at);
}

void take_in(postgres::BoardTx& tx, const EntryId& stays, const EntryId& goes,
             const std::string& reason, Instant at) {
  tx.run(sql::take_in, stays, goes, reason, at);
}

void take_over_contacts(postgres::BoardTx& tx, const EntryId& goes, const EntryId& stays,
                        Instant at) {
  tx.run(sql::take_over_contacts, goes, stays, day_in_england(at), tx.actor().person_name, at);
}

void move_sites(postgres::BoardTx& tx, const EntryId& from, const EntryId& to, Instant at) {
  tx.run(sql::move_sites, from, to, at);
}

std::vector<Choice> read_choices(postgres::BoardTx& tx, const std::optional<EntryId>& but) {
  std::vector<Choice> all;
  for (const auto row : tx.run(sql::entry_choices, but))
    all.push_back({row.id<EntryId>("entry_id"), row.text("name")});
  return all;
}

std::vector<Choice> read_sites(postgres::BoardTx& tx, const EntryId& entry) {
  std::vector<Choice> all;
  for (const auto row : tx.run(sql::sites, entry))
    all.push_back({row.id<EntryId>("entry_id"), row.text("name"), !row.is_null("to_on")});
  return all;
}

Parents read_parents(postgres::BoardTx& tx) {
  Parents all;
  for (const auto row : tx.run(sql::parents))
    all.emplace(row.id<EntryId>("entry_id"), row.id<EntryId>("parent_id"));
  return all;
}

std::vector<RegisterChange> read_changes(postgres::BoardTx& tx, const EntryId& entry) {
  std::vector<RegisterChange> all;
  for (const auto row : tx.run(sql::register_changes, entry)) {
    RegisterChange each;
    each.what = row.text("what");
    each.was_name = row.text("was_name");
    each.name = row.text("name");
    each.other = row.id_if<EntryId>("other_id");
    each.other_name = row.text_if("other_name").value_or("");
    const auto fields = row.list("fields");
    const auto values = row.list("values");
    for (std::size_t at = 0; at < fields.size(); ++at)
      each.was.emplace_back(fields[at], values[at]);
    each.reason = row.text("reason");
    each.by = row.text_if("by").value_or("");
    each.at = row.instant("changed_at");
    all.push_back(std::move(each));
  }
  return all;
}

std::vector<EntryType> read_types(postgres::BoardTx& tx) {
  std::vector<EntryType> all;
  for (const auto row : tx.run(sql::entry_types)) {
    all.push_back({row.text("type"), row.text("words"), row.number_if("months"),
                   row.boolean("section11"), row.boolean("added"), row.number("version")});
  }
  return all;
}

bool write_type(postgres::BoardTx& tx, const WriteType& type, Instant at) {
  return !tx.run(sql::write_type, type.type, type.words, months_typed(type.months), type.section11,
                 type.version, at)
              .empty();
}

void insert_contact(postgres::BoardTx& tx, const EntryId& entry, const WriteContact& contact,
                    Date today) {
  const auto& by = tx.actor().person_name;
  tx.run(sql::end_contacts, entry, today, by);
  tx.run(sql::insert_contact, entry, contact.name, contact.position, contact.email, today, by);
}

void note_invitation(postgres::BoardTx& tx, const std::string& link, const RegisterEntry& entry,
                     Instant at) {
  tx.run(sql::note_join, link, entry.entry, entry.name, entry.organisation, at);
}

}  // namespace onereturn::agency_register
